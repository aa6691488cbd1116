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
    setOrClear(this.exam, moment(status.deadline), status.remainingMs);
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

/**
 * What was added to the time of the exam between two tellings, in milliseconds: given by a person, or given back
 * after a pause that nobody saw here. Less than half a minute is not worth telling.
 * @param {Status} before @param {Status} after
 */
export function timeGiven(before, after) {
  if (before.remainingMs === undefined || after.remainingMs === undefined) return 0;
  const passed = before.running && after.running ? Date.parse(after.serverNow) - Date.parse(before.serverNow) : 0;
  const given = after.remainingMs - (before.remainingMs - passed);
  return given >= 30_000 ? given : 0;
}
