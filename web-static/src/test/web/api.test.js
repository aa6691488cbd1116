import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { address, apiEvents, ApiError, del, get, put } from '../../main/web/core/api.js';
import { useCatalogues } from '../../main/web/core/i18n.js';

const PROBLEM = { title: 'Not stored', code: 'broken', detail: 'One entry is wrong.', requestId: 'r-1', errors: [{ pointer: '/name', message: 'The name is empty.' }] };

/** Answers with what it was asked; the path names the status wanted. */
const server = createServer(async (request, response) => {
  const body = (await request.toArray()).join('');
  const status = Number(/\/status\/(\d+)/.exec(request.url)?.[1] ?? 200);
  if (status === 204) return response.writeHead(204).end();
  if (request.url.includes('/silence')) return undefined;
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(status < 400 ? { method: request.method, url: request.url, headers: request.headers, body } : { ...PROBLEM, status }));
});
const realFetch = globalThis.fetch;

before(async () => {
  await new Promise(listening => server.listen(0, listening));
  globalThis.fetch = (path, options) => realFetch(`http://127.0.0.1:${server.address().port}${path}`, options);
});
after(() => {
  globalThis.fetch = realFetch;
  server.closeAllConnections();
  server.close();
});

test('a change carries the language, the header against forged requests and the version', async () => {
  useCatalogues('es', new Map());
  const { method, url, headers, body } = await put('/studies/7', { title: 'x' }, { version: 3 });
  assert.deepEqual([method, url, body], ['PUT', '/api/v1/studies/7', '{"title":"x"}']);
  assert.equal(headers['accept-language'], 'es');
  assert.equal(headers['x-rolewright'], '1');
  assert.equal(headers['if-match'], '"3"');
  assert.equal(headers['content-type'], 'application/json');
});

test('reading sends no such header, and leaves out what is not set', async () => {
  const { url, headers } = await get('/audit', { query: { before: undefined, limit: 50 } });
  assert.equal(url, '/api/v1/audit?limit=50');
  assert.equal(headers['x-rolewright'], undefined);
});

test('a file is sent as it is', async () => {
  const { headers, body } = await put('/import', 'a;b', { contentType: 'text/csv' });
  assert.equal(headers['content-type'], 'text/csv');
  assert.equal(body, 'a;b');
});

test('no content is undefined', async () => assert.equal(await del('/status/204'), undefined));

test('a problem becomes an error with the words for each field', async () => {
  const error = await get('/status/422').catch(cause => cause);
  assert.ok(error instanceof ApiError);
  assert.equal(error.status, 422);
  assert.equal(error.message, 'One entry is wrong.');
  assert.equal(error.field('/name'), 'The name is empty.');
  assert.equal(error.field('/email'), '');
  assert.equal(error.requestId, 'r-1');
});

test('someone else was faster: stale', async () => {
  await assert.rejects(put('/status/412', {}), error => error.stale);
});

test('a session that is over is told, unless asked not to', async () => {
  let told = 0;
  apiEvents.addEventListener('unauthorized', () => told++);
  await assert.rejects(get('/status/401', { quiet: true }));
  assert.equal(told, 0);
  await assert.rejects(get('/status/401'));
  assert.equal(told, 1);
});

test('no answer in time is unreachable, not a refusal', async () => {
  await assert.rejects(get('/silence', { timeoutMs: 50 }), error => error.unreachable);
});

test('leaving the page is not an error of the service', async () => {
  const left = new AbortController();
  const waiting = get('/silence', { signal: left.signal });
  left.abort();
  await assert.rejects(waiting, { name: 'AbortError' });
});

test('an address for a link', () => assert.equal(address('/figures/1', { width: 360 }), '/api/v1/figures/1?width=360'));
