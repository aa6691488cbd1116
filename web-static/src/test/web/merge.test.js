import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partAt, withParts } from '../../main/web/workbench/itembank/editing/merge.js';

const mine = { level: 'recall', content: { stem: { en: 'mine' }, options: [{ id: 'a', text: { en: 'A' } }] }, stimulus: 's' };
const theirs = { level: 'analysis', content: { stem: { en: 'theirs', es: 'suyo' }, options: [{ id: 'a', text: { en: 'B' } }] } };

test('each part is taken from the one that was chosen, the others stay', () => {
  assert.deepEqual(withParts(mine, theirs, ['/content/stem/en', '/content/options/0/text/en']), {
    level: 'recall', content: { stem: { en: 'theirs' }, options: [{ id: 'a', text: { en: 'B' } }] }, stimulus: 's',
  });
  assert.equal(mine.content.stem.en, 'mine');
});

test('a part that the other does not have goes, one that only the other has comes', () => {
  assert.deepEqual(withParts(mine, theirs, ['/stimulus', '/content/stem/es']), { level: 'recall', content: { stem: { en: 'mine', es: 'suyo' }, options: mine.content.options } });
  assert.equal(partAt(theirs, '/content/stem/es'), 'suyo');
  assert.equal(partAt(theirs, '/content/prompts/1/text'), undefined);
});
