import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '../../main/web/core/api.js';
import { ModelDevice, ModelService, questions, World } from './exam-world.js';

/** A candidate in the middle of the exam on one device. */
async function begun({ parts, items = 3, minutes = 60, seed = 1 } = {}) {
  const world = new World(seed);
  const service = new ModelService(world, { items, minutes, parts });
  const laptop = new ModelDevice(world, service, 'laptop');
  service.start('laptop');
  const tab = await inTime(world, laptop.tab());
  return { world, service, laptop, tab, sitting: tab.sitting };
}

async function inTime(world, promise) {
  const [result] = await Promise.all([promise, world.pass(3_000)]);
  return result;
}

test('an answer is on the device before it is sent, and saved only when the service has it', async () => {
  const { world, service, sitting, laptop } = await begun();
  laptop.online = false;
  sitting.answer(1, 'a');
  assert.equal(sitting.itemState(1), 'writing');
  await world.pass(100);
  assert.equal(sitting.itemState(1), 'device');
  assert.equal(service.answer(1), undefined);
  await world.pass(30_000);
  assert.equal(sitting.saving.state, 'offline');
  assert.equal(sitting.saving.kept, true);
  laptop.online = true;
  sitting.queue.wake();
  await world.pass(11_000);
  assert.equal(sitting.itemState(1), 'saved');
  assert.equal(service.answer(1), 'a');
});

test('typing is one event when it pauses, and is not called saved before', async () => {
  const { world, service, sitting } = await begun();
  for (const text of ['a', 'ab', 'abc']) sitting.type('answer', 1, text);
  assert.equal(sitting.itemState(1), 'writing');
  assert.equal(sitting.saving.state, 'sending');
  await new Promise(later => setTimeout(later, 350));
  await world.pass(1_000);
  assert.equal(service.answer(1), 'abc');
  assert.equal(service.clients.get('laptop').events.filter(event => event.kind === 'answer').length, 1);
});

test('who types without a pause has most of it on the device', async () => {
  const { world, service, sitting } = await begun();
  const words = 'a long answer that is typed in one go';
  const kept = () => service.answer(1) ?? '';
  for (let typed = 1; typed <= words.length; typed++) {
    sitting.type('answer', 1, words.slice(0, typed));
    await new Promise(later => setTimeout(later, 100));
    await world.pass(500);
  }
  assert.ok(words.startsWith(kept()) && kept().length > words.length / 2, `no pause was as long as 300 ms, and "${kept()}" is there`);
});

test('a question left takes along what was typed in it', async () => {
  const { world, service, sitting } = await begun();
  sitting.type('answer', 1, 'quick');
  sitting.go(2);
  await world.pass(500);
  assert.equal(service.answer(1), 'quick');
});

test('handing in is done once, however many requests and answers are lost on the way', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { world, service, sitting, laptop, tab } = await begun({ seed });
    laptop.loss = 0.5;
    sitting.answer(1, 'a');
    sitting.submit();
    assert.equal(sitting.screen, 'handingIn');
    await world.pass(2_000_000);
    assert.equal(sitting.screen, 'closed', `seed ${seed}`);
    assert.deepEqual(service.receipt.answers, new Map([[1, 'a']]));
    assert.deepEqual(await laptop.cupboard.events.range(['', 0], ['\uffff', Infinity]), [], 'nothing stays on the device');
    tab.close();
  }
});

test('handing in goes on after the tab was closed in the middle of it', async () => {
  const { world, service, laptop, tab } = await begun();
  laptop.online = false;
  tab.sitting.answer(2, 'b');
  tab.sitting.submit();
  await world.pass(2_000);
  tab.close();
  const again = await inTime(world, laptop.tab().catch(() => null));
  laptop.online = true;
  await world.pass(60_000);
  assert.deepEqual(service.receipt?.answers, new Map([[2, 'b']]));
  assert.equal(again.sitting.screen, 'closed');
});

test('when the time is over nothing more can be answered, and what was answered before counts', async () => {
  const { world, service, sitting } = await begun({ minutes: 1 });
  sitting.answer(1, 'in time');
  await world.pass(61_000);
  sitting.answer(1, 'too late');
  await world.pass(20_000);
  assert.equal(sitting.screen, 'closed');
  assert.equal(sitting.receipt.reason, 'time');
  assert.deepEqual(sitting.receipt.answers, new Map([[1, 'in time']]));
});

test('without a line the page itself ends at the end, and hands over what it has when the line is back', async () => {
  const { world, service, sitting, laptop } = await begun({ minutes: 1 });
  await world.pass(1_000);
  laptop.online = false;
  sitting.answer(1, 'kept');
  await world.pass(60_000);
  assert.equal(sitting.screen, 'timeOver');
  laptop.online = true;
  sitting.queue.wake();
  await world.pass(60_000);
  assert.equal(sitting.screen, 'closed');
  assert.equal(service.clients.get('laptop').events.some(event => event.value === 'kept' && event.late), true);
});

test('extra time is told once', async () => {
  const { world, service, sitting } = await begun({ minutes: 10 });
  const told = [];
  sitting.addEventListener('extraTime', event => told.push(event.detail));
  await world.pass(10_000);
  service.deadline += 300_000;
  service.revision++;
  await world.pass(30_000);
  assert.equal(told.length, 1);
  assert.ok(Math.abs(told[0] - 300_000) < 100);
  assert.ok(sitting.times.exam.left() > 13 * 60_000);
});

test('another device takes the pen: the first turns to reading, its late answer does not cover the newer one', async () => {
  const { world, service, sitting, laptop } = await begun();
  laptop.online = false;
  sitting.answer(1, 'from the laptop');
  sitting.answer(2, 'only on the laptop');
  const tablet = await inTime(world, new ModelDevice(world, service, 'tablet').tab());
  assert.equal(tablet.sitting.screen, 'otherDevice');
  await inTime(world, tablet.sitting.continueHere());
  tablet.sitting.answer(1, 'from the tablet');
  await world.pass(5_000);
  laptop.online = true;
  sitting.queue.wake();
  await world.pass(20_000);
  assert.equal(sitting.screen, 'otherDevice');
  assert.equal(service.answer(1), 'from the tablet');
  assert.equal(service.answer(2), 'only on the laptop');
  assert.equal(tablet.sitting.sheet.get('answer', 2), 'only on the laptop', 'the tablet shows it too');
});

test('a second tab waits; when it goes on, the first turns to reading and nothing is lost', async () => {
  const { world, service, sitting, laptop } = await begun();
  sitting.answer(1, 'first tab');
  const second = await inTime(world, laptop.tab());
  assert.equal(second.sitting.screen, 'otherTab');
  sitting.answer(2, 'just before');
  await inTime(world, second.sitting.continueHere());
  assert.equal(sitting.screen, 'otherTab');
  assert.equal(second.sitting.screen, 'question');
  assert.equal(second.sitting.sheet.get('answer', 2), 'just before');
  second.sitting.answer(1, 'second tab');
  await world.pass(10_000);
  assert.equal(service.answer(1), 'second tab');
});

test('a linear part goes forward only', async () => {
  const { sitting } = await begun({ parts: [questions(0, 1, 3, 'linear')] });
  sitting.go(2);
  sitting.go(1);
  assert.equal(sitting.place.item, 2);
});

test('the next part is entered without a line too, and there is no way back', async () => {
  const { world, service, sitting, laptop } = await begun({ parts: [questions(0, 1, 2), questions(1, 3, 4)] });
  laptop.online = false;
  sitting.enterNextPart();
  assert.equal(sitting.place.item, 3);
  sitting.go(1);
  assert.equal(sitting.place.item, 3);
  sitting.answer(4, 'd');
  laptop.online = true;
  await world.pass(60_000);
  assert.equal(service.part, 1);
  assert.equal(service.answer(4), 'd');
});

test('a device that remembers less than the service goes on behind it', async () => {
  const { world, service, sitting, laptop, tab } = await begun();
  for (const value of ['a', 'b', 'c']) sitting.answer(1, value);
  await world.pass(1_000);
  tab.close();
  await laptop.cupboard.events.remove(['sitting-1', 2], ['sitting-1', Infinity]);
  const again = await inTime(world, laptop.tab());
  assert.equal(again.sitting.sheet.get('answer', 1), 'c');
  again.sitting.answer(1, 'd');
  await world.pass(6_000);
  assert.equal(service.answer(1), 'd');
});

test('what the service turns out to miss is sent again', async () => {
  const { world, service, sitting } = await begun();
  for (const value of ['a', 'b', 'c']) sitting.answer(1, value);
  await world.pass(1_000);
  service.clients.get('laptop').events.length = 1; // as after a restored backup
  sitting.answer(2, 'x');
  await world.pass(10_000);
  assert.equal(service.answer(1), 'c');
  assert.equal(service.answer(2), 'x');
});

test('a service that holds back a step is asked again later, not without end', async () => {
  const { world, service, sitting } = await begun();
  let asked = 0;
  const post = service.post.bind(service);
  service.post = (id, batch) => (asked++, batch.events.length ? service.status(id) : post(id, batch));
  sitting.answer(1, 'a');
  await world.pass(60_000);
  assert.ok(asked < 30, `${asked} requests in a minute`);
  service.post = post;
  await world.pass(10_000);
  assert.equal(service.answer(1), 'a');
});

test('an event that the service cannot read holds up nothing else, and is not called saved', async () => {
  const { world, service, sitting } = await begun();
  sitting.answer(1, 'a');
  sitting.mark('note', 2, 'x'.repeat(9_000));
  sitting.answer(3, 'c');
  await world.pass(10_000);
  assert.equal(service.answer(3), 'c');
  assert.equal(sitting.itemState(2), 'refused');
  assert.equal(sitting.saving.state, 'refused');
  sitting.mark('note', 2, 'shorter');
  await world.pass(10_000);
  assert.equal(sitting.saving.state, 'saved');
  assert.equal(service.clients.get('laptop').events.find(event => event.kind === 'note').value, 'shorter');
});

for (const reply of [{ status: 400 }, { status: 413 }, { status: 422, code: 'a_time_adjustment_never_takes_time' }])
  test(`no answer is given up for a ${reply.status} that is not the service's word on the contract`, async () => {
    const { world, service, sitting } = await begun();
    const post = service.post.bind(service);
    service.post = () => {
      throw new ApiError(reply); // as a proxy does while somebody mends it
    };
    sitting.answer(1, 'a');
    sitting.answer(2, 'b');
    await world.pass(60_000);
    assert.equal(sitting.saving.state, 'offline');
    assert.equal(sitting.itemState(1), 'device');
    service.post = post;
    await world.pass(60_000);
    assert.deepEqual([service.answer(1), service.answer(2)], ['a', 'b']);
    assert.equal(sitting.saving.state, 'saved');
  });

test('what an older page kept with an event is not sent along', async () => {
  const { world, service, laptop, tab, sitting } = await begun();
  tab.close();
  const seq = sitting.queue.last + 1;
  const left = { seq, epoch: 1, turn: 1, kind: 'answer', item: 1, value: 'a', at: '2026-11-23T09:00:00Z', timer: 7 };
  await laptop.cupboard.events.add([[['sitting-1', seq], { place: `event ${seq}`, text: JSON.stringify(left) }]]);
  const again = await inTime(world, laptop.tab());
  await world.pass(10_000);
  assert.equal(service.answer(1), 'a');
  assert.equal(again.sitting.saving.state, 'saved');
});
