import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRoute, match, parseHash } from '../../main/web/core/router.js';
import { returnAddress } from '../../main/web/core/session.js';

test('a pattern gives its parameters, decoded', () => {
  assert.deepEqual(match('/studies/:studyId/survey', '/studies/a%20b/survey'), { studyId: 'a b' });
  assert.equal(match('/studies/:studyId/survey', '/studies/7'), null);
  assert.equal(match('/studies/:studyId', '/people/7'), null);
});

test('a hash is a path with a query', () => {
  const { path, query } = parseHash('#/studies/7?tab=sample&n=2');
  assert.equal(path, '/studies/7');
  assert.equal(query.get('tab'), 'sample');
  assert.equal(parseHash('').path, '/');
});

test('the first route that fits is taken', () => {
  const routes = { '/studies/new': 'new', '/studies/:id': 'one' };
  assert.deepEqual(findRoute(routes, '/studies/new'), { route: 'new', params: {} });
  assert.deepEqual(findRoute(routes, '/studies/7'), { route: 'one', params: { id: '7' } });
  assert.equal(findRoute(routes, '/'), null);
});

test('signing in never leads to another site', () => {
  const ours = 'https://rolewright.example';
  assert.equal(returnAddress('/workbench/#/people', ours), `${ours}/workbench/#/people`);
  for (const foreign of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])
    assert.match(returnAddress(foreign, ours), /\/workbench\/$/, foreign);
});
