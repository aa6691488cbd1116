/**
 * The way of a candidate's events to the service. Each gets the next number of this device, is written to the
 * device, is sent, and is sent again until the service says that it holds it; only then does it count as saved.
 * Nothing is removed before the receipt, so that whatever the service turns out to miss can be sent again.
 *
 * One exchange at a time goes on for as long as the page is open: it carries what waits, or nothing but a sign
 * of life. Its answer tells what the service holds, what time it is, and how the sitting stands.
 */
import { ApiError } from '../core/api.js';
import { backoff, pause } from '../core/retry.js';
import { Taken } from './store.js';

/**
 * @typedef {'answer' | 'flag' | 'eliminate' | 'highlight' | 'note' | 'comment' | 'enter' | 'break' | 'return' | 'exit'
 *   | 'seen' | 'left' | 'focusLost' | 'focusGained' | 'offline' | 'online'} Kind
 *
 * @typedef {object} ExamEvent
 * @property {number} seq 1, 2, 3 … of this device in this sitting
 * @property {number} epoch under which it was made; a device that opens the exam later has a higher one
 * @property {number} turn of which tab of this device it was; the service is not told
 * @property {Kind} kind
 * @property {number} [item] the candidate's question number
 * @property {unknown} [value]
 * @property {string} at by the device's clock, for the record only
 *
 * @typedef {Pick<import('./store.js').SittingStore, 'durable' | 'append' | 'read' | 'lastSeq'>} Log
 *
 * @typedef {object} Batch
 * @property {number} epoch
 * @property {number} waiting how many more wait behind these
 * @property {Omit<ExamEvent, 'epoch' | 'turn'>[]} events
 *
 * @typedef {'saved' | 'sending' | 'offline' | 'signedOut' | 'refused'} LineState
 * - saved: the service holds everything
 * - sending: on its way
 * - offline: no connection; tried again by itself
 * - signedOut: waits until the candidate enters the code again
 * - refused: the service understood and said no; `refusal` says why
 *
 * @typedef {'writing' | 'device' | 'saved' | 'refused'} ItemState not even on the device yet; on the device; held by the
 *   service; not taken by it
 *
 * @typedef {object} QueueOptions
 * @property {Log} log
 * @property {(batch: Batch) => Promise<{ackSeq: number}>} send from an api file
 * @property {(ms: number, signal: AbortSignal) => Promise<void>} [wait]
 * @property {() => string} [at]
 */

const MOST_EVENTS = 50;
const MOST_BYTES = 60_000;
/** With these a proxy on the way, too, turns a request away that the service would have taken. */
const TURNED_AWAY = new Set([400, 408, 413, 422]);
const SIGN_OF_LIFE_MS = 5_000;

/** Traces of what happened: sent, but nobody waits for them to be saved. @type {Set<Kind>} */
const TRACES = new Set(['seen', 'left', 'focusLost', 'focusGained', 'offline', 'online']);

/**
 * Fires `change` when a state may have changed, `answer` (a CustomEvent) with each answer of the service, `merged`
 * when events of another tab turned out to be in the log.
 */
export class EventQueue extends EventTarget {
  #log;
  #send;
  #wait;
  #at;
  /** @type {ExamEvent[]} all of this device since `#base`, in order and without a gap */
  #events = [];
  /** Events up to this number are not in memory: the service held them before this page was opened. */
  #base = 0;
  #stored = 0;
  #ack = 0;
  /** Up to here the device failed to keep, so they are sent from memory. */
  #loose = 0;
  /** @type {Promise<void> | null} */
  #writing = null;
  #woken = new AbortController();
  /** Another tab has written to the log. */
  #stale = false;
  #attempt = 0;
  /** The service asked for patience: a new event is no reason to try sooner. */
  #shed = false;
  /** @type {LineState} */
  #line = 'sending';
  #most = MOST_EVENTS;
  /** Numbers of events that the service cannot read: a trace goes in their place, so that they hold up nothing else. @type {Set<number>} */
  #unreadable = new Set();

  /** @param {QueueOptions} options */
  constructor({ log, send, wait = pause, at = () => new Date().toISOString() }) {
    super();
    this.#log = log;
    this.#send = send;
    this.#wait = wait;
    this.#at = at;
    /** Under which new events are made. */
    this.epoch = 0;
    /** Grows whenever another tab of this device goes on. */
    this.turn = 0;
    /** The service's words when `state` is `refused`. */
    this.refusal = '';
  }

  /**
   * Takes up what earlier pages left on the device.
   * @param {number} ack the last number the service held when it told what was answered
   */
  open(ack) {
    this.#ack = ack;
    return this.merge();
  }

  /** @param {ExamEvent[]} events @param {number} ack */
  #take(events, ack) {
    const first = events.findLastIndex((event, i) => i === 0 || event.seq !== events[i - 1].seq + 1);
    this.#events = events.slice(Math.max(0, first));
    this.#base = (this.#events[0]?.seq ?? ack + 1) - 1;
    if (this.last < ack) this.#goOnAfter(ack);
    this.#stored = this.last;
  }

  /** The service holds more of this device than the device remembers: numbers go on after the service's. @param {number} ack */
  #goOnAfter(ack) {
    this.#events = [];
    this.#base = ack;
    this.#stored = ack;
  }

  /** Events up to this number are not known here. */
  get base() {
    return this.#base;
  }

  /** The greatest number given. */
  get last() {
    return this.#base + this.#events.length;
  }

  /** Up to here events are known to be saved. What only another tab has written under the same number does not count. */
  get held() {
    return Math.min(this.#ack, this.#ready);
  }

  /** Up to here events may leave: they are kept on the device, or it cannot keep them. */
  get #ready() {
    return Math.max(this.#stored, this.#loose);
  }

  /** Events after a number, in order. @param {number} seq */
  after(seq) {
    return this.#events.slice(Math.max(0, seq - this.#base));
  }

  /** How many the service does not hold yet. */
  get waiting() {
    return this.last - this.held;
  }

  /** Whether all that waits outlives this page. */
  get kept() {
    return this.#log.durable && this.#stored === this.last;
  }

  /** Where the candidate's work is, honestly. @returns {LineState} */
  get state() {
    if (this.#events.some(event => this.#isRefused(event))) return 'refused';
    if (this.#line === 'sending' || this.#line === 'saved') return this.after(this.held).every(isTrace) ? 'saved' : 'sending';
    return this.#line;
  }

  /** @param {number} item @returns {ItemState} where the work on one question is */
  itemState(item) {
    if (this.#events.some(event => event.item === item && this.#isRefused(event))) return 'refused';
    const last = this.after(this.held).findLast(event => event.item === item && !isTrace(event));
    if (!last) return 'saved';
    return last.seq > this.#stored || !this.#log.durable ? 'writing' : 'device';
  }

  /** Not taken, and nothing newer in its place. @param {ExamEvent} event */
  #isRefused(event) {
    if (!this.#unreadable.has(event.seq)) return false;
    return !this.after(event.seq).some(newer => newer.kind === event.kind && newer.item === event.item);
  }

  /** @param {Kind} kind @param {{item?: number, value?: unknown}} [about] */
  add(kind, about = {}) {
    const event = { seq: this.last + 1, epoch: this.epoch, turn: this.turn, kind, ...about, at: this.#at() };
    this.#events.push(event);
    this.#startWriting();
    this.#change();
    return event;
  }

  /** Resolves when everything added so far is on the device (or the device cannot keep it). */
  async flush() {
    while (this.#writing) await this.#writing;
  }

  /** Another tab may have written to the log. Resolves when its events are taken over. */
  merge() {
    this.#stale = true;
    this.#startWriting();
    return this.flush();
  }

  #startWriting() {
    this.#writing ??= this.#write();
  }

  async #write() {
    await null; // so that whoever starts this has noted it before it ends
    for (;;) {
      if (this.#stale) await this.#takeOver();
      else if (this.#ready < this.last) await this.#writeRest();
      else break;
    }
    this.#writing = null;
    this.#change();
    if (!this.#shed && this.#sendable().length > 0) this.#woken.abort();
  }

  async #writeRest() {
    const events = this.after(this.#stored);
    try {
      await this.#log.append(events);
      this.#stored = events[events.length - 1].seq;
    } catch (cause) {
      if (cause instanceof Taken) this.#stale = true;
      else this.#loose = this.last;
    }
  }

  /** Their events keep their numbers; ours that are not written yet move behind them, unless theirs are the newer work. */
  async #takeOver() {
    this.#stale = false;
    if ((await this.#log.lastSeq()) <= this.#stored && this.#ack <= this.#ready) return;
    const log = await this.#log.read();
    const theirs = log.filter(event => event.seq > this.#stored);
    const ours = this.after(this.#stored).filter(event => !theirs.some(other => replaces(other, event)));
    this.#take(log, this.#ack);
    ours.forEach((event, i) => (event.seq = this.#stored + 1 + i));
    this.#events.push(...ours);
    this.dispatchEvent(new Event('merged'));
  }

  /** Sends now: called when the connection or the person comes back. */
  wake() {
    this.#attempt = 0;
    this.#woken.abort();
  }

  /** Wakes by itself when the device is online again or the page is looked at. @param {AbortSignal} signal */
  wakeWithBrowser(signal) {
    const wake = () => this.wake();
    addEventListener('online', wake, { signal });
    addEventListener('focus', wake, { signal });
    document.addEventListener('visibilitychange', wake, { signal });
  }

  /** Exchanges until the signal aborts. @param {AbortSignal} signal */
  async run(signal) {
    while (!signal.aborted) {
      this.#woken = new AbortController();
      const pauseMs = await this.#exchange();
      if (pauseMs > 0 && !signal.aborted) await this.#wait(pauseMs, AbortSignal.any([this.#woken.signal, signal]));
    }
  }

  /** @returns {Promise<number>} milliseconds until the next */
  async #exchange() {
    const batch = this.#next();
    try {
      const before = this.#ack;
      const answer = await this.#send(batch);
      if (!Number.isInteger(answer?.ackSeq)) throw new ApiError({ status: 0 });
      this.#heard(answer);
      const more = this.#ack > before && this.#sendable().length > 0;
      return more ? 0 : SIGN_OF_LIFE_MS * (0.8 + 0.2 * Math.random());
    } catch (cause) {
      return this.#failed(cause instanceof ApiError ? cause : new ApiError({ status: 0 }), batch);
    }
  }

  /** @param {{ackSeq: number}} answer */
  #heard(answer) {
    this.#attempt = 0;
    this.#shed = false;
    this.#line = 'sending';
    this.#most = MOST_EVENTS;
    if (this.#unreadable.size === 0) this.refusal = '';
    this.#ack = answer.ackSeq;
    if (this.#ready < this.#ack) this.merge();
    this.dispatchEvent(new CustomEvent('answer', { detail: answer }));
    this.#change();
  }

  /** @param {ApiError} error @param {Batch} batch @returns {number} milliseconds until the next try */
  #failed(error, batch) {
    const gap = Number(error.problem.values?.ackSeq);
    if (error.status === 409 && Number.isInteger(gap) && gap !== this.#ack) {
      this.#ack = gap;
      return 0;
    }
    this.#shed = mayPass(error);
    this.#line = lineAfter(error);
    if (this.#line === 'refused') this.refusal = error.message;
    this.#change();
    if (isUnreadable(error) && batch.events.length > 0) return this.#setApart(batch);
    return backoff(this.#attempt++);
  }

  /** One of these cannot be read: they go one by one, and the one that is alone gives way. @param {Batch} batch */
  #setApart({ events }) {
    if (events.length === 1 && this.#unreadable.has(events[0].seq)) return backoff(this.#attempt++);
    if (events.length === 1) this.#unreadable.add(events[0].seq);
    this.#most = 1;
    return 0;
  }

  #sendable() {
    return this.after(this.#ack).filter(event => event.seq <= this.#ready);
  }

  /** As many as fit, made under one epoch. @returns {Batch} */
  #next() {
    const ready = this.#sendable();
    const epoch = ready[0]?.epoch ?? this.epoch;
    const events = [];
    let bytes = 0;
    for (const event of ready) {
      bytes += JSON.stringify(event).length;
      if (event.epoch !== epoch || events.length === this.#most || (bytes > MOST_BYTES && events.length > 0)) break;
      events.push(this.#sent(event));
    }
    return { epoch, waiting: this.waiting - events.length, events };
  }

  /** What the contract knows of an event, whatever else is kept with it. @param {ExamEvent} event @returns {Batch['events'][number]} */
  #sent({ seq, kind, item, value, at }) {
    return this.#unreadable.has(seq) ? { seq, kind: 'left', at } : { seq, kind, item, value, at };
  }

  #change() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {ExamEvent} newer @param {ExamEvent} older */
function replaces(newer, older) {
  return newer.kind === older.kind && newer.item === older.item && newer.turn > older.turn;
}

/** @param {ExamEvent} event */
function isTrace(event) {
  return TRACES.has(event.kind);
}

/** The service's own word: it read the request and can do nothing with it, now or later. @param {ApiError} error */
function isUnreadable({ code }) {
  return code === 'malformed';
}

/** Whoever said it, it may be different later. @param {ApiError} error */
function mayPass(error) {
  return !isUnreadable(error) && (error.status >= 429 || TURNED_AWAY.has(error.status));
}

/** @param {ApiError} error @returns {LineState} */
function lineAfter(error) {
  if (error.status === 401) return 'signedOut';
  return error.status >= 400 && !mayPass(error) ? 'refused' : 'offline';
}
