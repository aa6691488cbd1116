import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SittingKey } from '../../main/web/exam/seal.js';
import { hasContent, Sheet } from '../../main/web/exam/sheet.js';
import { Device, inMemory, SittingStore, Taken } from '../../main/web/exam/store.js';

const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

/** @param {number} seq */
const event = seq => ({ seq, epoch: 1, turn: 1, kind: 'answer', item: seq, value: `my answer ${seq}`, at: '2026-01-01T00:00:00Z' });

test('what lies on the device says nothing without the key of the sitting', async () => {
  const cupboard = inMemory();
  const store = new SittingStore(cupboard, 's1', await SittingKey.from(KEY));
  await store.append([event(1), event(2)]);
  await store.keep('view', { stem: 'a secret question' });
  const rows = [...(await cupboard.events.range(['s1', 0], ['s1', Infinity])), ...(await cupboard.kept.range(['', ''], ['\uffff', '']))];
  assert.equal(rows.length, 3);
  const bytes = rows.map(([, row]) => Buffer.from(row.data).toString('latin1')).join();
  assert.doesNotMatch(bytes, /answer|secret/);
  assert.deepEqual(await store.read(), [event(1), event(2)]);
  const other = new SittingStore(cupboard, 's1', await SittingKey.from(KEY.replace('A', 'B')));
  await assert.rejects(other.read());
});

test('a seal does not open in another place', async () => {
  const key = await SittingKey.from(KEY);
  const sealed = await key.seal('event 1', 'a');
  await assert.rejects(key.open('event 2', sealed));
  assert.equal(await key.open('event 1', sealed), 'a');
});

test('the admission code opens the key without a connection, another code does not', async () => {
  const wrapped = await (await SittingKey.from(KEY)).wrap('ABCD-1234');
  assert.equal((await SittingKey.unwrap('abcd 1234', wrapped))?.text, KEY);
  assert.equal(await SittingKey.unwrap('ABCD-1235', wrapped), null);
});

test('a number is given once: two tabs cannot write the same', async () => {
  const cupboard = inMemory();
  const key = await SittingKey.from(KEY);
  const [one, two] = [new SittingStore(cupboard, 's1', key), new SittingStore(cupboard, 's1', key)];
  await one.append([event(1), event(2)]);
  await assert.rejects(two.append([event(2), event(3)]), Taken);
  assert.deepEqual((await two.read()).map(row => row.seq), [1, 2], 'all or none');
  assert.equal(await two.lastSeq(), 2);
});

test('numbers sort as numbers, and sittings do not see each other', async () => {
  const cupboard = inMemory();
  const key = await SittingKey.from(KEY);
  const store = new SittingStore(cupboard, 's1', key);
  await store.append([2, 10, 1, 9].map(event));
  await new SittingStore(cupboard, 's10', key).append([event(5)]);
  assert.deepEqual((await store.read()).map(row => row.seq), [1, 2, 9, 10]);
});

test('after the receipt nothing of the sitting is left and nothing comes after', async () => {
  const cupboard = inMemory();
  const key = await SittingKey.from(KEY);
  const device = await Device.open(cupboard);
  const store = device.sitting('s1', key);
  await device.keepKey('s1', await key.wrap('CODE'));
  await store.append([event(1)]);
  await store.keep('view', {});
  assert.equal((await device.sittings()).length, 1);
  await store.wipe();
  await store.append([event(2)]);
  await store.keep('place', {});
  assert.equal((await device.sittings()).length, 0);
  assert.deepEqual(await cupboard.events.range(['', 0], ['\uffff', Infinity]), []);
  assert.equal((await Device.open(cupboard)).clientId, device.clientId, 'the device stays the same');
});

test('what a higher epoch answered stays, what an older device brings late does not cover it', () => {
  const sheet = new Sheet([{ item: 1, kind: 'answer', value: 'new', epoch: 2 }, { item: 2, kind: 'answer', value: 'old', epoch: 1 }], [
    { item: 1, kind: 'answer', value: 'late', epoch: 1 },
    { item: 2, kind: 'answer', value: 'newer', epoch: 1 },
    { item: 3, kind: 'answer', value: null, epoch: 2 },
  ]);
  assert.equal(sheet.get('answer', 1), 'new');
  assert.deepEqual(sheet.answers(), new Map([[1, 'new'], [2, 'newer']]));
});

test('an answer without content is no answer', () => {
  assert.deepEqual([null, undefined, '', '  ', [], {}, 'a', '0', ['a'], { p1: 'a' }].map(hasContent),
    [false, false, false, false, false, false, true, true, true, true]);
});
