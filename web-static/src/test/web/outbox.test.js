import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '../../main/web/core/api.js';
import { memoryStore, Outbox } from '../../main/web/core/outbox.js';

/** A service that takes every entry, or does what `plan` says for the next ones: a status, or 0 for no answer. */
function service(...plan) {
  const held = new Map();
  return {
    held,
    plan,
    send: async ({ key, value }) => {
      const status = plan.shift() ?? 204;
      if (status !== 204) throw new ApiError({ status, detail: `refused with ${status}` });
      held.set(key, value);
    },
  };
}

/** An outbox that waits no longer than a turn, and remembers how long it would have. */
function outboxTo(target, store = memoryStore()) {
  const waited = [];
  const states = [];
  const outbox = new Outbox({ store, send: target.send, wait: async ms => void waited.push(ms) });
  outbox.addEventListener('change', () => states.push(outbox.state));
  return { outbox, waited, states };
}

test('an answer counts as saved only when the service has it', async () => {
  const target = service();
  const { outbox, states } = outboxTo(target);
  await outbox.put('task-1', 4);
  assert.deepEqual(new Set(states), new Set(['sending']));
  await outbox.wake();
  assert.equal(target.held.get('task-1'), 4);
  assert.equal(outbox.state, 'saved');
  assert.equal(outbox.waiting, 0);
});

test('from the moment of the answer it is not called saved, not even while the device writes', async () => {
  const { outbox } = outboxTo(service());
  const written = outbox.put('task-1', 4);
  assert.equal(outbox.state, 'sending');
  assert.equal(outbox.writing, 1);
  await written;
  assert.equal(outbox.writing, 0);
  await outbox.wake();
  assert.equal(outbox.state, 'saved');
});

test('without a connection it is kept and tried again until it arrives', async () => {
  const target = service(0, 0, 503, 429);
  const { outbox, waited, states } = outboxTo(target);
  await outbox.put('task-1', 4);
  await outbox.wake();
  assert.equal(waited.length, 4);
  assert.ok(states.includes('offline'));
  assert.equal(states.indexOf('saved'), states.length - states.filter(state => state === 'saved').length, 'saved comes last');
  assert.equal(target.held.get('task-1'), 4);
});

test('the newest value wins, also when it comes while the older one is on its way', async () => {
  const held = [];
  let arrive;
  const gate = new Promise(resolve => (arrive = resolve));
  const { outbox } = outboxTo({ send: async ({ value }) => { if (held.length === 0) await gate; held.push(value); } });
  await outbox.put('task-1', 2);
  await outbox.put('task-1', 5);
  arrive();
  await outbox.wake();
  assert.deepEqual(held.at(-1), 5);
  assert.equal(outbox.state, 'saved');
});

test('a refused answer is kept with its reason and does not stop the others', async () => {
  const target = service(422);
  const { outbox } = outboxTo(target);
  await outbox.put('task-1', 6);
  await outbox.wake();
  await outbox.put('task-2', 3);
  await outbox.wake();
  assert.equal(target.held.get('task-2'), 3);
  assert.equal(outbox.state, 'refused');
  assert.deepEqual(outbox.refusals.map(entry => [entry.key, entry.refusal]), [['task-1', 'refused with 422']]);
});

test('a better answer takes the place of a refused one', async () => {
  const target = service(422);
  const { outbox } = outboxTo(target);
  await outbox.put('task-1', 6);
  await outbox.wake();
  await outbox.put('task-1', 5);
  await outbox.wake();
  assert.equal(outbox.state, 'saved');
  assert.equal(target.held.get('task-1'), 5);
});

test('when the session is over everything waits for the next sign-in', async () => {
  const target = service(401, 401);
  const { outbox } = outboxTo(target);
  await outbox.put('task-1', 4);
  await outbox.wake();
  assert.equal(outbox.state, 'signedOut');
  assert.equal(outbox.waiting, 1);
  await outbox.wake();
  assert.equal(outbox.state, 'saved');
});

test('an answer given while the last round of sending ends is sent too', async () => {
  for (let turns = 0; turns < 12; turns++) {
    const target = service();
    const { outbox } = outboxTo(target);
    outbox.wake();
    for (let turn = 0; turn < turns; turn++) await null;
    await outbox.put('task-1', turns);
    await new Promise(later => setTimeout(later, 5));
    assert.equal(target.held.get('task-1'), turns, `after ${turns} turns`);
    assert.equal(outbox.state, 'saved');
  }
});

test('what an earlier visit left behind is sent by the next', async () => {
  const store = memoryStore();
  await store.write({ key: 'task-9', value: 1, revision: 1 });
  const target = service();
  const { outbox } = outboxTo(target, store);
  assert.deepEqual((await outbox.pending()).map(entry => entry.key), ['task-9']);
  await outbox.wake();
  assert.equal(target.held.get('task-9'), 1);
});

test('whatever is lost on the way, in the end the service holds the last value of every key', async () => {
  const plan = [];
  const target = service(...plan);
  const lossy = async entry => {
    const fate = (entry.revision * 7919 + target.held.size * 31 + plan.length++) % 4;
    if (fate === 0) throw new ApiError({ status: 0 });
    await target.send(entry);
    if (fate === 1) throw new ApiError({ status: 0 });
  };
  const { outbox } = outboxTo({ send: lossy });
  const model = new Map();
  for (let i = 0; i < 300; i++) {
    const key = `task-${(i * 17) % 28}`;
    model.set(key, i % 5);
    await outbox.put(key, i % 5);
  }
  await outbox.wake();
  assert.equal(outbox.state, 'saved');
  assert.deepEqual(new Map([...target.held].sort()), new Map([...model].sort()));
});
