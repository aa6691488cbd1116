/**
 * A world in which candidates sit exams, in one process and in a time of its own: a service that keeps the rules of
 * `delivery.yaml`, a network that loses requests and answers, devices whose tabs are closed in the middle of a
 * write. All chance comes from one seed, so every run can be repeated.
 */
import { ApiError } from '../../main/web/core/api.js';
import { Sitting } from '../../main/web/exam/sitting.js';
import { inMemory, SittingStore } from '../../main/web/exam/store.js';
import { Writer } from '../../main/web/exam/writer.js';

/** Numbers from 0 to 1 (mulberry32). @param {number} seed */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class World {
  #timers = [];
  #count = 0;

  constructor(seed) {
    this.random = chance(seed);
    Math.random = this.random;
    this.now = 1_000;
  }

  between(low, high) {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  /** Resolves later, or at once when the signal aborts. */
  sleep(ms, signal) {
    return new Promise(resolve => {
      if (signal?.aborted) return resolve();
      this.#timers.push({ at: this.now + ms, order: this.#count++, resolve });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Lets so much time pass, one wake-up after another. */
  async pass(ms) {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const next = this.#timers.filter(timer => timer.at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.resolve();
    }
    this.now = end;
    await settled();
  }
}

/** Everything that can go on without time passing has gone on. */
async function settled() {
  for (let i = 0; i < 3; i++) await new Promise(resolve => setImmediate(resolve));
}

/** One sitting at the service, by the rules of the contract. */
export class ModelService {
  constructor(world, { items = 6, minutes = 60, parts } = {}) {
    this.world = world;
    this.parts = parts ?? [questions(0, 1, items)];
    this.minutes = minutes;
    this.state = 'admitted';
    this.part = 0;
    this.revision = 0;
    this.currentEpoch = 0;
    this.deadline = null;
    this.receipt = null;
    this.messages = [];
    /** What was sent that the contract does not allow. */
    this.unread = [];
    /** By client: its epoch and its events. */
    this.clients = new Map();
  }

  client(id) {
    if (!this.clients.has(id)) this.clients.set(id, { epoch: 0, events: [] });
    return this.clients.get(id);
  }

  /** The newest of each kind and question, by (epoch, number). */
  current() {
    const newest = new Map();
    for (const { events } of this.clients.values()) {
      for (const event of events) {
        if (event.item === undefined || event.late) continue;
        const key = `${event.kind} ${event.item}`;
        const there = newest.get(key);
        if (!there || event.epoch > there.epoch || (event.epoch === there.epoch && event.seq > there.seq)) newest.set(key, event);
      }
    }
    return [...newest.values()].filter(event => ['answer', 'flag'].includes(event.kind));
  }

  answer(item) {
    return this.current().find(entry => entry.kind === 'answer' && entry.item === item)?.value;
  }

  status(id) {
    this.#closeInTime();
    const client = this.client(id);
    const running = this.state === 'open';
    const left = this.deadline === null ? this.minutes * 60_000 : Math.max(0, this.deadline - this.world.now);
    return {
      ackSeq: client.events.length, epoch: client.epoch, currentEpoch: this.currentEpoch,
      writing: client.epoch > 0 && client.epoch === this.currentEpoch, status: this.state, part: this.part,
      revision: this.revision, running, remainingMs: left,
      serverNow: new Date(this.world.now).toISOString(), reason: this.receipt?.reason,
      ...(running ? { deadline: new Date(this.deadline).toISOString() } : {}),
    };
  }

  view(id) {
    const open = !['arrived', 'admitted', 'closed'].includes(this.state);
    const parts = this.parts.map(part => (part.kind === 'questions' && open ? { ...part, items: itemsOf(part) } : part));
    return { id: 'sitting-1', displayName: 'Ana', exam: { title: 'Exam', code: 'E' }, language: 'en', display: {}, parts,
      extraBreaks: [], status: this.status(id), current: this.current().map(({ item, kind, value, epoch }) => ({ item, kind, value, epoch })) };
  }

  start(id) {
    if (this.state === 'admitted') {
      this.state = 'open';
      this.deadline = this.world.now + this.minutes * 60_000;
    }
    return this.takePen(id);
  }

  takePen(id) {
    const client = this.client(id);
    if (client.epoch !== this.currentEpoch || client.epoch === 0) {
      client.epoch = ++this.currentEpoch;
      this.revision++;
    }
    return this.view(id);
  }

  post(id, batch) {
    const { epoch, events } = batch;
    const client = this.client(id);
    this.#closeInTime();
    const fault = faultOf(batch);
    if (fault) {
      this.unread.push(`${id}: ${fault}`);
      throw new ApiError({ status: 400, code: 'malformed', detail: 'cannot be read' });
    }
    for (const event of events) {
      if (event.seq <= client.events.length) continue;
      if (event.seq > client.events.length + 1) throw new ApiError({ status: 409, code: 'eventGap', values: { ackSeq: client.events.length } });
      if (epoch !== this.currentEpoch) this.revision++;
      if (event.kind === 'enter' && event.value.part > this.part) this.part = event.value.part;
      client.events.push({ ...event, epoch, late: this.state === 'closed' });
    }
    return this.status(id);
  }

  submit(id, { epoch, lastSeq }) {
    const client = this.client(id);
    if (this.receipt) return this.receipt;
    if (lastSeq > client.events.length) throw new ApiError({ status: 409, code: 'eventGap', values: { ackSeq: client.events.length } });
    if (epoch !== this.currentEpoch) throw new ApiError({ status: 409, code: 'penElsewhere' });
    return this.#close('candidate');
  }

  readReceipt() {
    this.#closeInTime();
    if (!this.receipt) throw new ApiError({ status: 404 });
    return this.receipt;
  }

  #closeInTime() {
    if (this.state === 'open' && this.world.now >= this.deadline) this.#close('time');
  }

  #close(reason) {
    this.state = 'closed';
    const answers = this.current().filter(entry => entry.kind === 'answer' && entry.value !== null);
    this.receipt = { reason, answers: new Map(answers.map(entry => [entry.item, entry.value])) };
    return this.receipt;
  }
}

/** What of a post is not as the contract has it. */
function faultOf({ epoch, waiting, events }) {
  if (!Number.isInteger(epoch) || epoch < 0) return `epoch ${epoch}`;
  if (!Number.isInteger(waiting) || waiting < 0) return `waiting ${waiting}`;
  if (events.length > 100) return `${events.length} events`;
  return events.map((event, i) => eventFault(event, events[i - 1])).find(fault => fault);
}

function eventFault({ seq, kind, item, value, at, ...more }, before) {
  if (!Number.isInteger(seq) || seq < 1 || (before && seq !== before.seq + 1)) return `${seq} after ${before?.seq}`;
  if (!SAID.includes(kind) && !OTHER.includes(kind)) return `kind ${kind}`;
  if (item === undefined ? SAID.includes(kind) : !Number.isInteger(item) || item < 1) return `${kind} of ${item}`;
  if (JSON.stringify(value ?? null).length > 8_000) return `${kind} too long`;
  if (Number.isNaN(Date.parse(at)) || Object.keys(more).length > 0) return `at ${at}, ${Object.keys(more)}`;
}

const SAID = ['answer', 'flag', 'eliminate', 'highlight', 'note'];
const OTHER = ['comment', 'enter', 'break', 'return', 'exit', 'seen', 'left', 'focusLost', 'focusGained', 'offline', 'online'];

export function questions(part, fromItem, toItem, navigation = 'free') {
  return { part, kind: 'questions', number: part + 1, title: `Part ${part + 1}`, navigation, fromItem, toItem };
}

function itemsOf(part) {
  return Array.from({ length: part.toItem - part.fromItem + 1 }, (_, i) => ({ item: part.fromItem + i, type: 'text', stem: '' }));
}

/** A browser profile: its storage and its locks outlive its tabs. */
export class ModelDevice {
  constructor(world, service, name) {
    this.world = world;
    this.service = service;
    this.name = name;
    this.cupboard = inMemory();
    this.cupboard.durable = true;
    this.online = true;
    /** Shares of requests and of answers that get lost. */
    this.loss = 0;
    this.holders = new Map();
    this.channels = new Set();
  }

  /** Opens the page; it shows what the device keeps when the service cannot be reached. */
  async tab() {
    const tab = new ModelTab(this);
    await tab.load();
    return tab;
  }

  locks(tab) {
    return {
      request: (name, options, callback) => {
        if (options.steal) this.holders.get(name)?.rob();
        const held = this.holders.get(name);
        if (held && options.ifAvailable) return Promise.resolve(callback(null));
        if (held) return this.#waiting(tab, name, options, callback);
        return this.#grant(tab, name, callback);
      },
    };
  }

  async #waiting(tab, name, options, callback) {
    for (let waited = 0; this.holders.has(name); waited += 100) {
      if (waited > 2_000) throw new DOMException('', 'TimeoutError');
      await tab.sleep(100);
    }
    return this.#grant(tab, name, callback);
  }

  #grant(tab, name, callback) {
    return new Promise((resolve, reject) => {
      const holder = { tab, rob: () => (this.holders.delete(name), reject(new DOMException('', 'AbortError'))) };
      this.holders.set(name, holder);
      Promise.resolve(callback({})).then(() => {
        if (this.holders.get(name) === holder) this.holders.delete(name);
        resolve();
      });
    });
  }
}

class ModelTab {
  constructor(device) {
    this.device = device;
    this.world = device.world;
    this.alive = true;
    /** Stuck: it neither hears nor writes, as a tab that the browser has put to sleep. */
    this.thawed = null;
  }

  get sitting() {
    return this.loaded;
  }

  async load() {
    const service = this.#service();
    const store = new SittingStore(this.#cupboard(), 'sitting-1', PLAIN);
    const view = await service.read().catch(() => store.kept('view'));
    if (!view) throw new Error('nothing to show');
    const writer = new Writer('sitting-1', { finish: async () => this.loaded?.flush(), changed: () => this.loaded?.queue.merge() }, { locks: this.device.locks(this), channel: () => this.#channel() });
    const now = () => this.world.now;
    const sitting = new Sitting({ service, store, view, writer, now, wait: (ms, signal) => this.sleep(ms, signal) });
    await writer.take();
    await sitting.open();
    this.loaded = sitting;
    this.running = sitting.run();
  }

  /** Like the browser's own crash: nothing after this moment happens in the tab. */
  close() {
    this.alive = false;
    this.device.channels.delete(this.channel);
    for (const [name, holder] of this.device.holders) if (holder.tab === this) this.device.holders.delete(name);
  }

  freeze() {
    let thaw;
    this.thawed = new Promise(resolve => (thaw = resolve));
    this.thaw = () => {
      this.thawed = null;
      thaw();
    };
  }

  /** A tab that is gone never wakes. */
  async sleep(ms, signal) {
    await this.world.sleep(ms, signal);
    if (this.thawed) await this.thawed;
    if (!this.alive) await new Promise(() => {});
  }

  #channel() {
    const channel = { onmessage: null, close: () => this.device.channels.delete(channel), postMessage: data => {
      for (const other of this.device.channels) if (other !== channel) this.#tell(other, data);
    } };
    this.channel = channel;
    this.device.channels.add(channel);
    channel.tab = this;
    return channel;
  }

  async #tell(channel, data) {
    await channel.tab.sleep(this.world.between(0, 5));
    channel.onmessage?.({ data });
  }

  #cupboard() {
    const { cupboard, world } = this.device;
    const slow = shelf => Object.fromEntries(Object.entries(shelf).map(([name, work]) => [name, async (...given) => {
      await this.sleep(world.between(0, 8));
      const result = await work(...given).then(value => ({ value }), cause => ({ cause }));
      await this.sleep(world.between(0, 3));
      if (result.cause) throw result.cause;
      return result.value;
    }]));
    return { durable: true, events: slow(cupboard.events), kept: slow(cupboard.kept) };
  }

  /** The way to the service and back. */
  #service() {
    const { device, world } = this;
    const ask = async work => {
      const lost = () => !device.online || device.service.down || world.random() < device.loss;
      await this.sleep(world.between(2, 60));
      if (lost()) return this.#noAnswer();
      const answer = await new Promise(resolve => resolve(structuredClone(work()))).then(value => ({ value }), cause => ({ cause }));
      await this.sleep(world.between(2, 60));
      if (lost()) return this.#noAnswer();
      if (answer.cause) throw answer.cause;
      return answer.value;
    };
    const { service, name } = device;
    return {
      read: () => ask(() => service.view(name)),
      start: () => ask(() => service.start(name)),
      takePen: () => ask(() => service.takePen(name)),
      post: batch => ask(() => service.post(name, batch)),
      submit: (epoch, lastSeq) => ask(() => service.submit(name, { epoch, lastSeq })),
      receipt: () => ask(() => service.readReceipt()),
      messages: () => ask(() => service.messages),
      write: async () => {},
    };
  }

  async #noAnswer() {
    await this.sleep(this.world.pick([1, 50, 10_000]));
    throw new ApiError({ status: 0 });
  }
}

/** No secret: sealing has tests of its own, and takes real time. */
const PLAIN = {
  seal: async (place, value) => ({ place, text: JSON.stringify(value) }),
  open: async (place, sealed) => JSON.parse(sealed.text),
};
