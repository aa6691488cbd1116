import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelDevice, ModelService, World } from './exam-world.js';

const ITEMS = 6;
const RUNS = Number(process.env.EXAM_RUNS ?? 30);
const FIRST = Number(process.env.EXAM_SEED ?? 1);

/**
 * A candidate who answers, reloads, loses tabs and lines, goes on in another tab or at another machine. Beside it
 * stands what was answered, in the order of the pen: the last answer of the device that took the pen last counts.
 */
class Candidate {
  constructor(world, service, devices) {
    this.world = world;
    this.service = service;
    this.devices = devices;
    this.tabs = [];
    this.count = 0;
    /** By question: what was answered, with how sure it is that a device has it. */
    this.given = new Map(Array.from({ length: ITEMS }, (_, i) => [i + 1, []]));
  }

  writing() {
    return this.tabs.filter(tab => tab.sitting?.screen === 'question' || tab.sitting?.screen === 'review');
  }

  answer() {
    const tab = this.world.pick(this.writing());
    if (!tab) return;
    const item = this.world.between(1, ITEMS);
    const value = this.world.random() < 0.1 ? null : `${tab.device.name} ${++this.count}`;
    tab.sitting.go(item);
    this.given.get(item).push({ value, tab, epoch: tab.sitting.queue.epoch, order: ++this.count, sure: false });
    if (this.world.random() < 0.3) this.type(tab, item, value);
    else tab.sitting.answer(item, value);
  }

  /** Key by key; what was typed is on its way when the question is left. */
  type(tab, item, value) {
    tab.sitting.type('answer', item, `${value} `);
    tab.sitting.type('answer', item, value);
    tab.sitting.flush();
  }

  /** Before a tab goes, what it has brought to the device is certain to arrive. */
  note(tab) {
    for (const [item, all] of this.given)
      for (const given of all.filter(one => one.tab === tab && !one.sure)) {
        const latest = all.findLast(one => one.tab === tab) === given;
        if (latest && tab.sitting.itemState(item) !== 'writing') given.sure = true;
      }
  }

  close(tab) {
    if (tab.sitting) this.note(tab);
    tab.close();
    this.tabs = this.tabs.filter(other => other !== tab);
  }

  async open(device) {
    const tab = await device.tab().catch(() => null);
    if (tab) this.tabs.push(tab);
    return tab;
  }

  async act() {
    const { world } = this;
    const chance = world.random();
    const tab = world.pick(this.tabs);
    const device = world.pick(this.devices);
    if (chance < 0.72) this.answer();
    else if (chance < 0.78 && tab) {
      this.close(tab);
      this.opening(tab.device);
    } else if (chance < 0.80 && tab) this.close(tab);
    else if (chance < 0.84) this.opening(device);
    else if (chance < 0.90) tab?.sitting?.continueHere().catch(() => undefined);
    else if (chance < 0.94) device.online = !device.online;
    else if (chance < 0.96) this.service.down = !this.service.down;
    else if (chance < 0.98 && tab && !tab.thawed) tab.freeze();
    else if (tab?.thawed) tab.thaw();
  }

  opening(device) {
    if (this.tabs.length < 4) this.open(device);
  }

  /** No tab says that the service holds what it does not hold. */
  checkSaved() {
    for (const tab of this.writing().filter(one => !one.thawed)) {
      for (let item = 1; item <= ITEMS; item++) {
        if (tab.sitting.itemState(item) !== 'saved') continue;
        const last = this.given.get(item).findLast(given => given.tab === tab);
        if (!last || last.value !== (tab.sitting.sheet.get('answer', item) ?? null)) continue;
        const held = [...this.service.clients.values()].some(client =>
          client.events.some(event => event.kind === 'answer' && event.item === item && event.value === last.value));
        assert.ok(held, `shown as saved: question ${item}, ${last.value}`);
      }
    }
  }

  /** What the answers may be in the end: the last one certain, or a later one whose tab was lost in the middle of a write. */
  possible(item) {
    const all = this.given.get(item).toSorted((a, b) => a.epoch - b.epoch || a.order - b.order);
    const certain = all.findLastIndex(given => given.sure);
    return [...(certain < 0 ? [undefined] : []), ...all.slice(Math.max(0, certain)).map(given => given.value)];
  }
}

async function life(seed, loss) {
  const world = new World(seed);
  const service = new ModelService(world, { items: ITEMS, minutes: 600 });
  const devices = ['laptop', 'tablet'].map(name => new ModelDevice(world, service, name));
  const candidate = new Candidate(world, service, devices);
  service.start('laptop');
  await Promise.all([candidate.open(devices[0]), world.pass(1_000)]);
  devices.forEach(device => (device.loss = loss));
  for (let step = 0; step < 150; step++) {
    await candidate.act();
    await world.pass(world.pick([0, 1, 5, 20, 200, 3_000, 12_000]));
    candidate.checkSaved();
  }
  await peace(candidate);
  return { candidate, service, devices, world };
}

/** Everything works again, and every device is looked at once more. */
async function peace({ devices, service, tabs, world, ...candidate }) {
  devices.forEach(device => Object.assign(device, { loss: 0, online: true }));
  service.down = false;
  tabs.forEach(tab => tab.thaw?.());
  await world.pass(200_000);
}

test('whatever happens to lines, tabs and machines: no answer is lost and no screen is wrong', async () => {
  let answered = 0;
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const { candidate, service, devices, world } = await life(seed, seed % 3 === 0 ? 0 : 0.25);
    candidate.tabs.forEach(tab => candidate.note(tab));
    for (const device of devices) {
      if (candidate.tabs.some(tab => tab.device === device)) continue;
      candidate.open(device);
      await world.pass(60_000);
    }
    await world.pass(60_000);
    for (let item = 1; item <= ITEMS; item++) {
      const held = service.answer(item);
      assert.ok(candidate.possible(item).includes(held), `seed ${seed}, question ${item}: ${held} of ${JSON.stringify(candidate.possible(item))}`);
      for (const tab of candidate.writing()) {
        assert.equal(tab.sitting.sheet.get('answer', item), held ?? undefined, `seed ${seed}: the screen of ${tab.device.name} shows question ${item}`);
        assert.equal(tab.sitting.saving.state, 'saved');
      }
    }
    assert.deepEqual(service.unread, [], `seed ${seed}: everything sent can be read`);
    assert.ok(candidate.writing().length <= 1, `seed ${seed}: one tab writes`);
    answered += candidate.count;
  }
  assert.ok(answered > RUNS * 50, `${answered} answers were given`);
});
