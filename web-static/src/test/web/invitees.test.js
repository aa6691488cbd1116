import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inviteesOf, linksFile } from '../../main/web/workbench/survey/invitees.js';

test('people are pasted as names, addresses, or both in any order', () => {
  const text = 'Ada Byron\n\nben@example.org\nCleo Diaz; cleo@example.org\n"Dev, Anil" <anil@example.org>\r\neva@example.org\tEva Ruiz';
  assert.deepEqual(inviteesOf(text), [
    { label: 'Ada Byron' },
    { label: 'ben@example.org', email: 'ben@example.org' },
    { label: 'Cleo Diaz', email: 'cleo@example.org' },
    { label: 'Dev, Anil', email: 'anil@example.org' },
    { label: 'Eva Ruiz', email: 'eva@example.org' },
  ]);
});

test('a file of links holds no formula and keeps quotation marks', async () => {
  const file = linksFile([{ label: '=1+1', link: 'https://x.org/#a' }, { label: 'Ann "Nan"', link: 'https://x.org/#b' }]);
  assert.equal(await file.text(), 'label,link\r\n"\'=1+1","https://x.org/#a"\r\n"Ann ""Nan""","https://x.org/#b"\r\n');
});
