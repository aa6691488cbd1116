/** What is being typed becomes an event when it pauses or has gone on for a while, or when it has to be on the device now. */

/** @typedef {import('./queue.js').Kind} Kind */
/** @typedef {{kind: Kind, item: number, value: unknown}} Typed */

const PAUSE_MS = 300;

/** No more than this is lost when the machine stops in the middle of a word. */
const LONGEST_MS = 800;

export class Typing {
  #done;
  /** @type {Map<string, {typed: Typed, since: number, timer: ReturnType<typeof setTimeout>}>} */
  #open = new Map();

  /** @param {(typed: Typed) => void} done */
  constructor(done) {
    this.#done = done;
  }

  /** @returns {Typed[]} */
  get open() {
    return [...this.#open.values()].map(({ typed }) => typed);
  }

  /** @param {Typed} typed */
  put(typed) {
    const key = `${typed.kind} ${typed.item}`;
    const open = this.#open.get(key);
    clearTimeout(open?.timer);
    const since = open?.since ?? performance.now();
    const pause = Math.min(PAUSE_MS, since + LONGEST_MS - performance.now());
    this.#open.set(key, { typed, since, timer: setTimeout(() => this.#end(key), pause) });
  }

  endAll() {
    for (const key of [...this.#open.keys()]) this.#end(key);
  }

  /** @param {string} key */
  #end(key) {
    const open = this.#open.get(key);
    if (!open) return;
    clearTimeout(open.timer);
    this.#open.delete(key);
    this.#done(open.typed);
  }
}
