import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { events, followJob, parse } from '../../main/web/core/sse.js';

/** @param {string[]} chunks */
async function parsed(...chunks) {
  return Array.fromAsync(parse((async function* () { yield* chunks; })()));
}

test('an event may arrive in pieces', async () => {
  assert.deepEqual(await parsed('id: 4\nda', 'ta: {"a"', ':1}\n', '\n'), [{ id: '4', event: 'message', data: '{"a":1}' }]);
});

test('lines of data are joined, comments and unfinished events are dropped', async () => {
  assert.deepEqual(await parsed(': alive\n\nevent: job\ndata: a\ndata: b\r\n\r\ndata: cut'), [{ id: '', event: 'job', data: 'a\nb' }]);
});

/** A service that drops the line after its first event and refuses the job 403. */
const asked = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url, last: request.headers['last-event-id'] });
  if (request.url.includes('403')) return response.writeHead(403).end();
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  const state = request.headers['last-event-id'] === '1' ? { id: 2, state: 'done', progress: 1 } : { id: 1, state: 'running', progress: 0.5 };
  response.end(`id: ${state.id}\ndata: ${JSON.stringify(state)}\n\n`);
});
const realFetch = globalThis.fetch;

before(async () => {
  await new Promise(listening => server.listen(0, listening));
  globalThis.fetch = (path, options) => realFetch(`http://127.0.0.1:${server.address().port}${path}`, options);
});
after(() => {
  globalThis.fetch = realFetch;
  server.close();
});

test('a job is followed across a lost connection, from the last event on', async () => {
  const seen = [];
  const last = await followJob('7', state => seen.push(state.state), new AbortController().signal);
  assert.deepEqual(seen, ['running', 'done']);
  assert.equal(last.state, 'done');
  assert.deepEqual(asked.map(request => request.last), [undefined, '1']);
  assert.equal(asked[0].url, '/api/v1/jobs/7/events');
});

test('a refusal ends the following', async () => {
  await assert.rejects(events('/jobs/403/events', new AbortController().signal).next(), { status: 403 });
});
