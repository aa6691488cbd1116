import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff, pause } from '../../main/web/core/retry.js';

test('waiting doubles from one second and never passes thirty', () => {
  const longest = Array.from({ length: 8 }, (_, attempt) => backoff(attempt, () => 1));
  assert.deepEqual(longest, [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  assert.equal(backoff(10_000, () => 1), 30000);
});

test('the jitter is full: it may be nothing at all', () => assert.equal(backoff(5, () => 0), 0));

test('a pause ends when it is woken', async () => {
  const wake = new AbortController();
  const waiting = pause(60_000, wake.signal);
  wake.abort();
  await waiting;
  await pause(60_000, wake.signal);
});
