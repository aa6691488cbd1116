/** One candidate's way through one exam, without a screen: what is asked, what is answered, what is to be shown. */
import { ApiError } from '../core/api.js';
import { backoff, pause } from '../core/retry.js';
import { Countdown, ServerClock } from './clock.js';
import { EventQueue } from './queue.js';
import { Sheet } from './sheet.js';

/**
 * @typedef {import('./api.js').View} View
 * @typedef {import('./api.js').Status} Status
 * @typedef {import('./api.js').Receipt} Receipt
 * @typedef {import('./api.js').QuestionsPart} QuestionsPart
 * @typedef {import('./queue.js').Kind} Kind
 * @typedef {import('./store.js').SittingStore} SittingStore
 * @typedef {import('./writer.js').Writer} Writer
 *
 * @typedef {'closed' | 'otherTab' | 'otherDevice' | 'waiting' | 'start' | 'handingIn' | 'paused' | 'break' | 'timeOver' | 'partOver'
 *   | 'question' | 'review'} Screen
 *
 * @typedef {object} SittingOptions
 * @property {Pick<import('./api.js').Service, 'start' | 'takePen' | 'post' | 'submit' | 'receipt' | 'read' | 'messages' | 'write'>} service
 * @property {SittingStore} store
 * @property {View} view from the service, or kept on the device when that cannot be reached
 * @property {Writer} writer
 * @property {ServerClock} [clock]
 * @property {() => number} [now]
 * @property {(ms: number, signal: AbortSignal) => Promise<void>} [wait]
 */

/** Typing is one event when it pauses this long. */
const TYPING_MS = 300;

/**
 * Fires `change` when something to be shown may have changed; `moved` when another question or page is shown;
 * `extraTime` (detail: milliseconds) and `message` when a person did something for this candidate.
 */
export class Sitting extends EventTarget {
  #service;
  #store;
  #now;
  #wait;
  #left = new AbortController();
  /** @type {Map<string, {kind: Kind, item: number, value: unknown, timer: ReturnType<typeof setTimeout>}>} typed, not yet an event */
  #typing = new Map();
  #offline = false;
  /** When the news in flight was asked for, and when other news last came in by another door. */
  #askedAt = 0;
  #laidAt = 0;
  /** This tab is the one that writes, and has taken over what others wrote. */
  #atWork = false;

  /** @param {SittingOptions} options */
  constructor({ service, store, view, writer, now = () => performance.now(), clock = new ServerClock(now), wait = pause }) {
    super();
    this.#service = service;
    this.#store = store;
    this.#now = now;
    this.#wait = wait;
    this.clock = clock;
    this.writer = writer;
    this.view = view;
    this.status = view.status;
    this.sheet = new Sheet(view.current);
    this.time = new Countdown(clock);
    this.partTime = new Countdown(clock);
    this.breakTime = new Countdown(clock);
    this.place = { item: 0, review: false };
    /** @type {'sitting' | 'handingIn'} */
    this.stage = 'sitting';
    /** @type {Receipt | null} */
    this.receipt = null;
    /** @type {import('./api.js').Message[]} */
    this.messages = [];
    this.queue = new EventQueue({ log: store, send: batch => this.#post(batch), wait });
    this.queue.addEventListener('answer', event => this.#answered(/** @type {CustomEvent<Status>} */ (event).detail));
    this.queue.addEventListener('change', () => this.#lineChanged());
    this.queue.addEventListener('merged', () => this.#merged());
    writer.addEventListener('change', () => {
      this.#atWork &&= writer.alone;
      this.#tell();
    });
  }

  /** Takes up where the candidate was on this device. */
  async open() {
    await this.#lay(this.view);
    this.place = (await this.#store.kept('place')) ?? this.place;
    this.#keepInPart();
    await this.#goOnHandingIn();
  }

  async #goOnHandingIn() {
    if (this.writer.alone && (await this.#store.kept('stage')) === 'handingIn') this.submit();
  }

  /** What the service holds, and over it what this device did since. @param {View} view */
  async #lay(view) {
    await this.flush();
    await this.queue.open(view.status.ackSeq);
    this.#adopt(view);
    await this.#takeTurn();
  }

  async #takeTurn() {
    if (!this.writer.alone) return;
    this.queue.turn = await this.#store.nextTurn();
    await this.queue.merge();
    this.#layOver();
    this.#atWork = this.writer.alone;
    this.#tell();
  }

  /** @param {View} view */
  #adopt(view) {
    this.view = view;
    this.#layOver();
    this.#laidAt = this.#now();
    this.#heard(view.status);
    this.#store.keep('view', view).catch(() => undefined);
  }

  #merged() {
    this.#layOver();
    if (this.queue.base > this.view.status.ackSeq) this.#readAgain();
    this.#tell();
  }

  #layOver() {
    const typing = [...this.#typing.values()].map(typed => ({ ...typed, epoch: this.queue.epoch }));
    this.sheet = new Sheet(this.view.current, [...this.queue.after(this.view.status.ackSeq), ...typing]);
  }

  /** Exchanges with the service until the sitting is left. */
  run() {
    return this.queue.run(this.#left.signal);
  }

  leave() {
    this.#left.abort();
    this.writer.close();
  }

  get left() {
    return this.#left.signal;
  }

  // What is to be shown

  /** @returns {Screen} */
  get screen() {
    const state = this.status.status;
    if (state === 'closed') return 'closed';
    if (!this.#atWork) return 'otherTab';
    if (state === 'arrived') return 'waiting';
    if (state === 'admitted') return 'start';
    if (!this.status.writing) return 'otherDevice';
    if (this.stage === 'handingIn') return 'handingIn';
    if (state === 'paused') return 'paused';
    if (this.time.running && this.time.left() === 0) return 'timeOver';
    if (state === 'onBreak' || this.part.kind === 'break') return 'break';
    if (this.partTime.running && this.partTime.left() === 0) return 'partOver';
    return this.place.review ? 'review' : 'question';
  }

  /** Where the candidate is: what the service knows, or further on while it cannot be told. */
  get part() {
    const entered = this.queue.after(this.status.ackSeq).findLast(event => event.kind === 'enter');
    const told = /** @type {{part: number} | undefined} */ (entered?.value)?.part ?? 0;
    return this.view.parts[Math.max(this.status.part, told)];
  }

  /** The part to go on to after this one; null when this is the last before handing in. */
  get nextPart() {
    return this.view.parts.slice(this.part.part + 1).find(part => part.kind === 'questions' || part.kind === 'break') ?? null;
  }

  /** The part whose questions are shown; null outside of one. */
  get questions() {
    return this.part.kind === 'questions' ? this.part : null;
  }

  get item() {
    return this.questions?.items?.find(one => one.item === this.place.item) ?? null;
  }

  /** Of all questions of the exam. */
  get itemCount() {
    return Math.max(0, ...this.view.parts.map(part => (part.kind === 'questions' ? part.toItem : 0)));
  }

  /** How many questions of this part are answered. */
  get progress() {
    const items = this.itemsHere;
    return { answered: items.filter(item => this.sheet.answered(item)).length, all: items.length };
  }

  /** @returns {number[]} the questions of this part */
  get itemsHere() {
    const part = this.questions;
    return part ? Array.from({ length: part.toItem - part.fromItem + 1 }, (_, i) => part.fromItem + i) : [];
  }

  /** @param {number} item @returns {import('./queue.js').ItemState} */
  itemState(item) {
    const typing = [...this.#typing.values()].some(one => one.item === item);
    return typing ? 'writing' : this.queue.itemState(item);
  }

  get saving() {
    const typing = this.#typing.size > 0;
    const state = typing && this.queue.state === 'saved' ? 'sending' : this.queue.state;
    return { state, kept: this.queue.kept && !typing, waiting: this.queue.waiting, refusal: this.queue.refusal };
  }

  // What the candidate does

  /** @param {number} item @param {unknown} value null takes the answer back */
  answer(item, value) {
    this.#mark('answer', item, value);
  }

  /** Like an answer, but one of many in a row: each key is not an event. @param {Kind} kind @param {number} item @param {unknown} value */
  type(kind, item, value) {
    if (!this.#mayWork) return;
    const key = `${kind} ${item}`;
    clearTimeout(this.#typing.get(key)?.timer);
    this.sheet.lay({ item, kind, value, epoch: this.queue.epoch });
    this.#typing.set(key, { kind, item, value, timer: setTimeout(() => this.#typed(key), TYPING_MS) });
    this.#tell();
  }

  /** @param {number} item @param {boolean} flagged */
  flag(item, flagged) {
    this.#mark('flag', item, flagged);
  }

  /** @param {Kind} kind @param {number} item @param {unknown} value */
  mark(kind, item, value) {
    this.#mark(kind, item, value);
  }

  get #mayWork() {
    return this.screen === 'question' || this.screen === 'review';
  }

  /** @param {Kind} kind @param {number} item @param {unknown} value */
  #mark(kind, item, value) {
    if (!this.#mayWork) return;
    this.sheet.lay({ item, kind, value, epoch: this.queue.epoch });
    this.queue.add(kind, { item, value });
  }

  /** @param {string} key */
  #typed(key) {
    const typed = this.#typing.get(key);
    if (!typed) return;
    clearTimeout(typed.timer);
    this.#typing.delete(key);
    this.queue.add(typed.kind, { item: typed.item, value: typed.value });
  }

  /** Resolves when everything the candidate did is on the device. */
  flush() {
    for (const key of [...this.#typing.keys()]) this.#typed(key);
    return this.queue.flush();
  }

  /** Something that happened, for the record. @param {Kind} kind */
  trace(kind) {
    if (this.screen === 'question') this.queue.add(kind, { item: this.place.item });
  }

  /** @param {number} item */
  go(item) {
    const part = this.questions;
    if (!part || item < part.fromItem || item > part.toItem) return;
    if (part.navigation === 'linear' && item < this.place.item) return;
    this.#move({ item, review: false });
  }

  review() {
    this.#move({ ...this.place, review: true });
  }

  /** @param {{item: number, review: boolean}} place */
  #move(place) {
    this.flush();
    const left = this.place;
    this.place = place;
    if (this.#mayWork && !left.review && left.item > 0) this.queue.add('left', { item: left.item });
    if (this.screen === 'question') this.queue.add('seen', { item: place.item });
    this.#store.keep('place', place).catch(() => undefined);
    this.dispatchEvent(new Event('moved'));
    this.#tell();
  }

  /** @param {string} [agreementVersion] */
  async start(agreementVersion) {
    await this.#lay(await this.#service.start(agreementVersion));
    this.#keepInPart();
  }

  /** On to the next part; there is no way back. */
  enterNextPart() {
    const next = this.nextPart;
    if (!next) return;
    this.flush();
    this.queue.add('enter', { value: { part: next.part } });
    this.#keepInPart();
  }

  /** @param {number} number of an extra break */
  takeBreak(number) {
    this.flush();
    this.queue.add('break', { value: { number } });
  }

  endBreak() {
    this.queue.add('return');
    if (this.part.kind === 'break') this.enterNextPart();
  }

  /** "Continue here", when another tab or another device has the pen. */
  async continueHere() {
    await this.writer.takeOver();
    if (this.status.writing) await this.#takeTurn();
    else await this.#lay(await this.#service.takePen());
    this.#keepInPart();
    await this.#goOnHandingIn();
    this.queue.wake();
  }

  /** @param {string} text to the proctor */
  async write(text) {
    await this.#service.write(crypto.randomUUID(), text);
    await this.#readMessages();
  }

  /** @param {string} question @param {string} answer to one of the questions after the exam */
  exitAnswer(question, answer) {
    this.queue.add('exit', { value: { question, answer } });
  }

  /** Hands in, however long the line is dead; goes on after a reload. */
  async submit() {
    if (this.stage === 'handingIn') return;
    this.stage = 'handingIn';
    await this.flush();
    await this.queue.merge();
    this.#store.keep('stage', 'handingIn').catch(() => undefined);
    this.#tell();
    for (let attempt = 0; this.stage === 'handingIn' && !this.#left.signal.aborted; attempt++) {
      await this.#allHeld();
      if (await this.#handIn()) return;
      await this.#wait(backoff(attempt), this.#left.signal);
    }
  }

  /** @returns {Promise<boolean>} whether it is over */
  async #handIn() {
    if (this.status.status === 'closed') return true;
    try {
      this.receipt = await this.#service.submit(this.queue.epoch, this.queue.last);
      this.status = { ...this.status, status: 'closed', running: false, reason: this.receipt.reason };
      this.#tell();
      await this.#cleanUp();
      return true;
    } catch (cause) {
      this.queue.wake();
      if (!(cause instanceof ApiError && cause.code === 'penElsewhere')) return false;
      await this.#takeBackSubmission();
      return true;
    }
  }

  async #takeBackSubmission() {
    this.stage = 'sitting';
    await this.#store.keep('stage', 'sitting').catch(() => undefined);
    this.#tell();
  }

  /** Resolves when the service holds everything. */
  async #allHeld() {
    this.queue.wake();
    while (this.queue.waiting > 0 && !this.#left.signal.aborted)
      await new Promise(changed => this.queue.addEventListener('change', changed, { once: true }));
  }

  // What the service tells

  /** @param {import('./queue.js').Batch} batch */
  async #post(batch) {
    this.#askedAt = this.#now();
    const status = await this.#service.post(batch);
    this.clock.heard(this.#askedAt, Date.parse(status.serverNow), this.#now());
    return status;
  }

  /** What was asked before newer news came in by another door is old news. @param {Status} status */
  #answered(status) {
    if (!this.#atWork) this.queue.merge();
    if (this.#askedAt < this.#laidAt && Date.parse(status.serverNow) <= Date.parse(this.status.serverNow)) return;
    this.#heard(status);
    const strays = (status.strays ?? 0) > (this.view.status.strays ?? 0);
    if (strays || lacksItems(this.view, status)) this.#readAgain();
  }

  /** @param {Status} status */
  #heard(status) {
    const before = this.status;
    this.status = status;
    this.queue.epoch = status.epoch;
    this.#setTimes(status);
    const extraMs = (status.extraMs ?? 0) - (before.extraMs ?? 0);
    if (extraMs > 0) this.dispatchEvent(new CustomEvent('extraTime', { detail: extraMs }));
    if (status.revision > before.revision) this.#readMessages().catch(() => undefined);
    if (status.part !== before.part) this.#keepInPart();
    if (status.status === 'closed') this.#closed();
    this.#tell();
  }

  /** @param {Status} status */
  #setTimes(status) {
    this.time.set(status.deadline ? Date.parse(status.deadline) : null, status.remainingMs);
    setOrClear(this.partTime, status.partDeadline, status.partRemainingMs);
    setOrClear(this.breakTime, status.status === 'onBreak' ? status.serverNow : undefined, status.breakRemainingMs);
  }

  async #readMessages() {
    const known = this.messages.length;
    this.messages = await this.#service.messages();
    if (this.messages.slice(known).some(message => message.from === 'proctor')) this.dispatchEvent(new Event('message'));
    this.#tell();
  }

  /** The questions are shown now, or another device had answers left that nobody had seen here. */
  async #readAgain() {
    try {
      this.#adopt(await this.#service.read());
      this.#keepInPart();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
    }
  }

  async #closed() {
    await this.flush();
    if (this.receipt || this.queue.waiting > 0) return;
    this.stage = 'sitting';
    try {
      this.receipt = await this.#service.receipt();
      await this.#cleanUp();
      this.#tell();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
    }
  }

  /** The receipt is there: nothing of the exam stays on the device. */
  async #cleanUp() {
    await this.#store.wipe();
    await this.queue.open(this.queue.ack);
    this.view = { ...this.view, current: [], parts: this.view.parts.map(part => (part.kind === 'questions' ? { ...part, items: undefined } : part)) };
  }

  /** Shows a question of the part entered. */
  #keepInPart() {
    const part = this.questions;
    if (!part) return;
    const first = part.navigation === 'linear' ? Math.max(part.fromItem, this.status.fromItem ?? 0) : part.fromItem;
    if (this.place.item < first || this.place.item > part.toItem) this.#move({ item: first, review: false });
  }

  #lineChanged() {
    const offline = this.queue.state === 'offline';
    if (offline !== this.#offline) {
      this.#offline = offline;
      this.trace(offline ? 'offline' : 'online');
    }
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {View} view @param {Status} status */
function lacksItems(view, status) {
  const running = status.status === 'open' || status.status === 'paused' || status.status === 'onBreak';
  return running && view.parts.some(part => part.kind === 'questions' && !part.items);
}

/** @param {Countdown} countdown @param {string | undefined} deadline @param {number | undefined} left */
function setOrClear(countdown, deadline, left) {
  if (left === undefined) countdown.clear();
  else countdown.set(deadline ? Date.parse(deadline) : null, left);
}
