/** The times that run out for one candidate: the exam's, the part's where it has its own, the break's. */
import { Countdown, markPassed } from '../core/clock.js';

/** @typedef {import('./api.js').Status} Status */

export class Times {
  #before = Infinity;

  /** @param {import('../core/clock.js').ServerClock} clock */
  constructor(clock) {
    this.exam = new Countdown(clock);
    this.part = new Countdown(clock);
    this.rest = new Countdown(clock);
  }

  /** @param {Status} status */
  set(status) {
    const now = Date.parse(status.serverNow);
    this.exam.set(moment(status.deadline), status.remainingMs);
    setOrClear(this.part, moment(status.partDeadline), status.partRemainingMs);
    setOrClear(this.rest, status.breakRemainingMs === undefined ? null : now + status.breakRemainingMs, status.breakRemainingMs);
  }

  /** What is left for the questions shown: of the part or of the exam, whichever is less. */
  get left() {
    return Math.min(this.exam.left() ?? Infinity, this.part.left() ?? Infinity);
  }

  get examOver() {
    return this.exam.running && this.exam.left() === 0;
  }

  get partOver() {
    return this.part.running && this.part.left() === 0;
  }

  /** The minutes to be told now; null between the marks. Asked every second. */
  mark() {
    const [before, after] = [this.#before, this.left];
    this.#before = after;
    return before === Infinity || !this.exam.running ? null : markPassed(before, after);
  }
}

/** @param {string | undefined} text */
function moment(text) {
  return text ? Date.parse(text) : null;
}

/** @param {Countdown} countdown @param {number | null} deadline @param {number | undefined} left */
function setOrClear(countdown, deadline, left) {
  if (left === undefined) countdown.clear();
  else countdown.set(deadline, left);
}
