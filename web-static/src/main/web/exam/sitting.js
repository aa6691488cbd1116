/** One candidate's way through one exam, without a screen: what is asked, what is answered, what is to be shown. */
import { ApiError } from '../core/api.js';
import { pause } from '../core/retry.js';
import { ServerClock } from '../core/clock.js';
import { handIn } from './handing-in.js';
import { emptied, itemsOf, lacksItems, mayGo, partAfter, partAt } from './path.js';
import { EventQueue } from './queue.js';
import { Sheet } from './sheet.js';
import { timeGiven, Times } from './times.js';
import { Typing } from './typing.js';

/**
 * @typedef {import('./api.js').View} View
 * @typedef {import('./api.js').Status} Status
 * @typedef {import('./queue.js').Kind} Kind
 *
 * @typedef {'closed' | 'otherTab' | 'waiting' | 'start' | 'otherDevice' | 'handingIn' | 'paused' | 'timeOver' | 'break' | 'partOver'
 *   | 'question' | 'review'} Screen
 *
 * @typedef {object} SittingOptions
 * @property {Pick<import('./api.js').Service, 'token' | 'start' | 'takePen' | 'post' | 'submit' | 'receipt' | 'read' | 'messages' | 'write'>} service
 * @property {import('./store.js').SittingStore} store
 * @property {import('./seal.js').SittingKey} [key]
 * @property {View} view from the service, or kept on the device when that cannot be reached
 * @property {import('./writer.js').Writer} writer
 * @property {() => number} [now]
 * @property {(ms: number, signal: AbortSignal) => Promise<void>} [wait]
 */

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
  #typing = new Typing(({ kind, ...about }) => this.queue.add(kind, about));
  #offline = false;
  /** When the news in flight was asked for, and when other news last came in by another door. */
  #askedAt = 0;
  #laidAt = 0;
  /** This tab is the one that writes, and has taken over what others wrote. */
  #atWork = false;

  /** @param {SittingOptions} options */
  constructor({ service, store, key, view, writer, now = () => performance.now(), wait = pause }) {
    super();
    this.#service = service;
    this.#store = store;
    this.#now = now;
    this.#wait = wait;
    this.key = key;
    this.writer = writer;
    this.view = view;
    this.status = view.status;
    this.sheet = new Sheet(view.current);
    this.clock = new ServerClock(now);
    this.times = new Times(this.clock);
    this.place = { item: 0, review: false };
    this.handingIn = false;
    /** @type {import('./api.js').Receipt | null} */
    this.receipt = null;
    /** @type {import('./api.js').Message[]} */
    this.messages = [];
    /** @type {Record<string, string>} given after the exam, by question */
    this.exitAnswers = {};
    this.queue = new EventQueue({ log: store, send: batch => this.#post(batch), wait });
    this.queue.addEventListener('answer', event => this.#answered(/** @type {CustomEvent<Status>} */ (event).detail));
    this.queue.addEventListener('merged', () => this.#merged());
    this.queue.addEventListener('change', () => this.#lineChanged());
    writer.addEventListener('change', () => this.#writerChanged());
  }

  /** Takes up where the candidate was on this device. */
  async open() {
    await this.#lay(this.view);
    this.place = (await this.#store.kept('place')) ?? this.place;
    this.#keepInPart();
    await this.#goOnHandingIn();
    if (this.status.revision > 0) this.#readMessages().catch(() => undefined);
  }

  /** Goes on with a fresh token. @param {string} token */
  async renew(token) {
    this.#service.token = token;
    await this.#store.keep('token', token).catch(() => undefined);
    this.queue.wake();
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
    if (this.handingIn) return 'handingIn';
    if (state === 'paused') return 'paused';
    if (this.times.examOver) return 'timeOver';
    if (state === 'onBreak' || this.part.kind === 'break') return 'break';
    if (this.times.partOver) return 'partOver';
    return this.place.review ? 'review' : 'question';
  }

  get part() {
    return partAt(this.view, this.status.part, this.queue.after(this.status.ackSeq));
  }

  get nextPart() {
    return partAfter(this.view, this.part);
  }

  /** The question shown. */
  get item() {
    return this.part.kind === 'questions' ? this.part.items?.find(one => one.item === this.place.item) : undefined;
  }

  /** @param {number} item @returns {import('./queue.js').ItemState} */
  itemState(item) {
    return this.#typing.open.some(typed => typed.item === item) ? 'writing' : this.queue.itemState(item);
  }

  /** Where all of the work is, honestly. */
  get saving() {
    const typing = this.#typing.open.length > 0;
    const state = typing && this.queue.state === 'saved' ? 'sending' : this.queue.state;
    return { state, kept: this.queue.kept && !typing, waiting: this.queue.waiting, refusal: this.queue.refusal };
  }

  // What the candidate does

  get #mayWork() {
    return this.screen === 'question' || this.screen === 'review';
  }

  /** @param {number} item @param {unknown} value null takes the answer back */
  answer(item, value) {
    this.mark('answer', item, value);
  }

  /** @param {Kind} kind @param {number} item @param {unknown} value */
  mark(kind, item, value) {
    if (!this.#mayWork) return;
    this.sheet.lay({ item, kind, value, epoch: this.queue.epoch });
    this.queue.add(kind, { item, value });
  }

  /** Like `mark`, but one of many in a row: each key is not an event. @param {Kind} kind @param {number} item @param {unknown} value */
  type(kind, item, value) {
    if (!this.#mayWork) return;
    this.sheet.lay({ item, kind, value, epoch: this.queue.epoch });
    this.#typing.put({ kind, item, value });
    this.#tell();
  }

  /** Resolves when everything the candidate did is on the device. */
  flush() {
    this.#typing.endAll();
    return this.queue.flush();
  }

  /** Something that happened, for the record. @param {Kind} kind */
  trace(kind) {
    if (this.screen === 'question' && this.place.item > 0) this.queue.add(kind, { item: this.place.item });
  }

  /** @param {number} item */
  go(item) {
    if (mayGo(this.part, this.place.item, item)) this.#move({ item, review: false });
  }

  review() {
    this.#move({ ...this.place, review: true });
  }

  /** @param {{item: number, review: boolean}} place */
  #move(place) {
    this.flush();
    this.trace('left');
    this.place = place;
    this.trace('seen');
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

  /** @param {string} id made by who writes, so that twice is once @param {string} text to the proctor */
  async write(id, text) {
    await this.#service.write(id, text);
    await this.#readMessages();
  }

  /** @param {string} question @param {string} answer to one of the questions after the exam */
  exitAnswer(question, answer) {
    this.exitAnswers[question] = answer;
    this.queue.add('exit', { value: { question, answer } });
  }

  /** Hands in; from now on nothing can be changed. */
  async submit() {
    if (this.handingIn) return;
    await this.#setHandingIn(true);
    await this.flush();
    const over = () => this.status.status === 'closed';
    const end = await handIn({ queue: this.queue, service: this.#service, wait: this.#wait, left: this.left, over });
    if (end === 'penElsewhere') await this.#setHandingIn(false);
    else if (typeof end === 'object') await this.#end(end);
  }

  async #goOnHandingIn() {
    if (this.#atWork && (await this.#store.kept('handingIn'))) this.submit();
  }

  /** @param {boolean} handingIn */
  async #setHandingIn(handingIn) {
    this.handingIn = handingIn;
    this.#tell();
    await this.#store.keep('handingIn', handingIn).catch(() => undefined);
  }

  // What the service tells

  /** What it holds, and over it what this device did since. @param {View} view */
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

  #layOver() {
    const typing = this.#typing.open.map(typed => ({ ...typed, epoch: this.queue.epoch }));
    this.sheet = new Sheet(this.view.current, [...this.queue.after(this.view.status.ackSeq), ...typing]);
  }

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
    const news = status.revision > this.status.revision;
    this.#heard(status);
    if (news) this.#readMessages().catch(() => undefined);
    if (lacksItems(this.view, status.status) || (news && status.currentEpoch > 1)) this.#readAgain();
  }

  /** @param {Status} status */
  #heard(status) {
    const before = this.status;
    this.status = status;
    this.queue.epoch = status.epoch;
    this.times.set(status);
    const given = timeGiven(before, status);
    if (given > 0) this.dispatchEvent(new CustomEvent('extraTime', { detail: given }));
    if (status.part !== before.part) this.#keepInPart();
    if (status.status === 'closed') this.#closed();
    this.#tell();
  }

  async #readMessages() {
    const known = this.messages.length;
    this.messages = await this.#service.messages();
    if (this.messages.slice(known).some(message => message.from === 'proctor')) this.dispatchEvent(new Event('message'));
    this.#tell();
  }

  /** The questions are shown now, or another device may have had answers left that nobody has seen here. */
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
    try {
      await this.#end(await this.#service.receipt());
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
    }
  }

  /** The receipt is there: nothing of the exam stays on the device. @param {import('./api.js').Receipt} receipt */
  async #end(receipt) {
    this.receipt = receipt;
    this.handingIn = false;
    this.status = { ...this.status, status: /** @type {const} */ ('closed'), running: false, deadline: undefined, reason: receipt.reason };
    this.#tell();
    await this.#store.wipe();
    this.view = emptied(this.view);
  }

  // What happens on the device

  #merged() {
    this.#layOver();
    if (this.queue.base > this.view.status.ackSeq) this.#readAgain();
    this.#tell();
  }

  #writerChanged() {
    this.#atWork &&= this.writer.alone;
    this.#tell();
  }

  /** Shows a question of the part the candidate is in. */
  #keepInPart() {
    const { part } = this;
    if (part?.kind !== 'questions') return;
    const first = part.navigation === 'linear' ? Math.max(part.fromItem, this.status.fromItem ?? 0) : part.fromItem;
    if (this.place.item < first || !itemsOf(part).includes(this.place.item)) this.#move({ item: first, review: false });
  }

  #lineChanged() {
    if (this.queue.state === 'signedOut') this.#tokenOfOtherTab().catch(() => undefined);
    const offline = this.queue.state === 'offline';
    if (offline !== this.#offline) {
      this.#offline = offline;
      this.trace(offline ? 'offline' : 'online');
    }
    this.#tell();
  }

  /** Another tab of this device has entered again, and its token took the place of this one's. */
  async #tokenOfOtherTab() {
    const token = await this.#store.kept('token');
    if (token && token !== this.#service.token) await this.renew(token);
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
