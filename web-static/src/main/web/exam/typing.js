/** What is being typed becomes an event when it pauses, or when it has to be on the device now. */

/** @typedef {import('./queue.js').Kind} Kind */
/** @typedef {{kind: Kind, item: number, value: unknown}} Typed */

const PAUSE_MS = 300;

export class Typing {
  #done;
  /** @type {Map<string, {typed: Typed, timer: ReturnType<typeof setTimeout>}>} */
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
    clearTimeout(this.#open.get(key)?.timer);
    this.#open.set(key, { typed, timer: setTimeout(() => this.#end(key), PAUSE_MS) });
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
