/**
 * Time as the service tells it. The device's own clock is never asked: it may be wrong or be moved.
 * `now` stands for `performance.now()`: it only runs forward, from an unknown beginning.
 */

/** Quartz may run this much too fast or too slow. */
const DRIFT = 1e-4;
/** What rounding to whole milliseconds may hide. */
const ROUNDING_MS = 2;
/** When the time left is told without being asked, in minutes. */
const MARKS = [60, 30, 15, 10, 5, 1];

/** @typedef {{offset: number, doubt: number, at: number}} Sample how far the service is ahead, and how sure that is */

/** What time it is for the service, from its answers; the one with the shortest round trip is believed. */
export class ServerClock {
  #now;
  /** @type {Sample | null} */
  #best = null;

  /** @param {() => number} [now] */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  get known() {
    return this.#best !== null;
  }

  /** The most by which the time told may be wrong, in milliseconds. */
  get doubt() {
    return this.#best ? doubtAt(this.#best, this.#now()) : Infinity;
  }

  /**
   * The service said what time it was, somewhere between asking and hearing.
   * @param {number} askedAt @param {number} serverNow milliseconds @param {number} heardAt
   */
  heard(askedAt, serverNow, heardAt) {
    const sample = { offset: serverNow - (askedAt + heardAt) / 2, doubt: (heardAt - askedAt) / 2, at: heardAt };
    if (!this.#best || sample.doubt <= doubtAt(this.#best, heardAt) || contradict(this.#best, sample)) this.#best = sample;
  }

  /** Milliseconds on the service's clock. */
  now() {
    return this.#now() + (this.#best?.offset ?? NaN);
  }
}

/** @param {Sample} sample @param {number} at */
function doubtAt(sample, at) {
  return sample.doubt + Math.max(0, at - sample.at) * DRIFT;
}

/** Both cannot be true: the device slept in between, and its clock with it. @param {Sample} older @param {Sample} newer */
function contradict(older, newer) {
  return Math.abs(older.offset - newer.offset) > doubtAt(older, newer.at) + newer.doubt + ROUNDING_MS;
}

/**
 * One time that runs out. What is shown never grows by itself, only when the service moves the end.
 */
export class Countdown {
  #clock;
  /** @type {{deadline: number | null, left: number} | null} */
  #set = null;
  #shown = Infinity;

  /** @param {ServerClock} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /** @param {number | null} deadline on the service's clock; null while it stands still @param {number} left milliseconds, at the moment of telling */
  set(deadline, left) {
    if (!this.#set || this.#set.deadline !== deadline || (deadline === null && this.#set.left !== left)) this.#shown = Infinity;
    this.#set = { deadline, left };
  }

  clear() {
    this.#set = null;
  }

  get running() {
    return this.#set !== null && this.#set.deadline !== null;
  }

  /** Milliseconds left; null when no time was set. */
  left() {
    if (!this.#set) return null;
    const { deadline, left } = this.#set;
    const now = deadline === null || !this.#clock.known ? left : deadline - this.#clock.now();
    this.#shown = Math.min(this.#shown, Math.max(0, now));
    return this.#shown;
  }
}

/**
 * The minutes to be told when the time left goes from one value to another; null between the marks.
 * @param {number} before milliseconds @param {number} after
 */
export function markPassed(before, after) {
  return MARKS.findLast(minutes => before > minutes * 60_000 && after <= minutes * 60_000 && after > 0) ?? null;
}

/** 1:02:03, or 2:03 in the last hour. @param {number} ms */
export function clockFace(ms) {
  const seconds = Math.ceil(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
