import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asType, candidateItem, emptyContent, mixed, moved, nextId, placedAt, spoken, tidy, withOption, withoutOption, withoutPrompt, withPrompt } from '../../main/web/workbench/itembank/item/content.js';

test('a new part takes an id that none has, and others keep theirs', () => {
  const content = withOption(withoutOption(emptyContent('single'), 'b'));
  assert.deepEqual(content.options?.map(one => one.id), ['a', 'c', 'd', 'b']);
  assert.equal(nextId([...'abcdefghijklmnopqrstuvwxyz'].map(id => ({ id }))), 'z1');
  assert.deepEqual(withPrompt(emptyContent('matching')).prompts?.map(one => one.id), ['p1', 'p2', 'p3', 'p4']);
});

test('an option that goes leaves the key', () => {
  assert.deepEqual(withoutOption({ ...emptyContent('multiple'), key: { options: ['a', 'b'] } }, 'a').key, { options: ['b'] });
  assert.deepEqual(withoutOption(emptyContent('ordering'), 'c').key, { order: ['a', 'b', 'd'] });
  const pairs = { ...emptyContent('matching'), key: { pairs: { p1: 'a', p2: 'b' } } };
  assert.deepEqual(withoutOption(pairs, 'a').key, { pairs: { p2: 'b' } });
  assert.deepEqual(withoutPrompt(pairs, 'p2').key, { pairs: { p1: 'a' } });
});

test('an element takes its right place and the others close up', () => {
  assert.deepEqual(placedAt(emptyContent('ordering'), 'd', 1).key, { order: ['d', 'a', 'b', 'c'] });
  assert.deepEqual(moved([1, 2, 3], 0, 1), [2, 1, 3]);
  assert.deepEqual(moved([1, 2, 3], 0, -1), [1, 2, 3]);
});

test('mixing shows every element once and never the right order', () => {
  for (const n of [2, 3, 4, 5, 8]) {
    let content = emptyContent('ordering');
    content = { ...content, options: [], key: { order: [] } };
    for (let i = 0; i < n; i++) content = withOption(content);
    const shown = mixed(content).options?.map(one => one.id) ?? [];
    assert.deepEqual(shown.toSorted(), content.key.order?.toSorted());
    assert.notDeepEqual(shown, content.key.order);
  }
});

test('another type keeps what both know', () => {
  const single = { ...emptyContent('single', { en: '<p>Why?</p>' }), key: { options: ['b'] } };
  assert.deepEqual(asType(single, 'multiple').key, { options: ['b'] });
  assert.equal(asType(single, 'numeric').stem.en, '<p>Why?</p>');
  assert.equal(asType(single, 'numeric').options, undefined);
  assert.deepEqual(asType(asType(single, 'ordering'), 'single').key, { options: [] });
});

test('texts that nobody has to write are left out, those that must come are sent empty', () => {
  assert.deepEqual(spoken({ en: 'a', es: 'b' }, 'es', ''), { en: 'a' });
  const content = { ...emptyContent('single'), unit: {}, rationale: {}, options: [{ id: 'a', text: { es: 'x' }, rationale: {}, stays: false }, { id: 'b', text: {} }] };
  assert.deepEqual(tidy(content), { type: 'single', stem: { en: '' }, key: { options: [] }, options: [{ id: 'a', text: { es: 'x' }, stays: false }, { id: 'b', text: { en: '' }, stays: false }] });
});

test('numbers are sent with a point and words without empty lines', () => {
  assert.deepEqual(tidy({ ...emptyContent('numeric'), key: { value: ' 12,5 ', tolerance: '0,1' } }).key, { value: '12.5', tolerance: '0.1' });
  assert.deepEqual(tidy(emptyContent('numeric')).key, { tolerance: '0' });
  assert.deepEqual(tidy({ ...emptyContent('text'), key: { accepted: { en: [' CDC', '', 'the CDC '] } } }).key, { accepted: { en: ['CDC', 'the CDC'] } });
});

test('what a candidate sees holds no key, no rationale and no place to stay', () => {
  const content = { ...emptyContent('single', { en: '<p>Why?</p>' }), key: { options: ['b'] }, options: [{ id: 'a', text: { en: 'x' }, rationale: { en: 'because' }, stays: true }] };
  assert.deepEqual(candidateItem('1', content, 'en', undefined), { id: '1', type: 'single', stem: '<p>Why?</p>', options: [{ id: 'a', text: 'x' }], prompts: undefined, unit: undefined, stimulus: undefined });
});
