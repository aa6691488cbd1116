import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { chooseLanguage, list, number, percent, t, useCatalogues } from '../../main/web/core/i18n.js';

const CATALOGUE = { hello: 'Hello {name}', tasks: { one: '{n} task', other: '{n} tasks' } };

beforeEach(() => useCatalogues('en', new Map([['survey', CATALOGUE]])));

test('a placeholder is filled, and stands as it is when nothing fills it', () => {
  assert.equal(t('survey.hello', { name: 'Ana' }), 'Hello Ana');
  assert.equal(t('survey.hello'), 'Hello {name}');
});

test('the plural form follows the number, which is written as the language writes it', () => {
  assert.equal(t('survey.tasks', { n: 1 }), '1 task');
  assert.equal(t('survey.tasks', { n: 0 }), '0 tasks');
  assert.equal(t('survey.tasks', { n: 12345 }), '12,345 tasks');
});

test('an unknown key shows itself', () => assert.equal(t('survey.nowhere'), 'survey.nowhere'));

test('a placeholder is text, never a pattern', () => assert.equal(t('survey.hello', { name: '$& {name}' }), 'Hello $& {name}'));

test('the first wish that we speak wins, else English', () => {
  assert.equal(chooseLanguage([null, 'de-DE', 'es-MX', 'en']), 'es');
  assert.equal(chooseLanguage(['fr']), 'en');
});

test('numbers, shares and lists in Spanish', () => {
  useCatalogues('es', new Map());
  assert.equal(number(4.5, 2), '4,50');
  assert.match(percent(0.306, 1), /^30,6\s%$/);
  assert.equal(list(['uno', 'dos', 'tres']), 'uno, dos y tres');
});
