/**
 * What the candidate has answered and marked: the service's snapshot, and over it what this device has done
 * since. Per question and kind the work of the highest epoch counts, within one epoch the latest.
 */

/**
 * @typedef {import('./queue.js').Kind} Kind
 * @typedef {{item: number, kind: Kind, value?: unknown, epoch: number}} Entry
 */

export class Sheet {
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  /**
   * @param {Entry[]} snapshot what the service holds
   * @param {Iterable<{item?: number, kind: Kind, value?: unknown, epoch: number}>} since events of this device after that snapshot, in order
   */
  constructor(snapshot, since = []) {
    for (const entry of snapshot) this.lay(entry);
    for (const { item, ...event } of since) if (item !== undefined) this.lay({ item, ...event });
  }

  /** Nothing older takes the place of something newer. @param {Entry} entry */
  lay(entry) {
    const key = `${entry.kind} ${entry.item}`;
    const there = this.#entries.get(key);
    if (!there || entry.epoch >= there.epoch) this.#entries.set(key, entry);
  }

  /** @param {Kind} kind @param {number} item @returns {any} undefined when there is none */
  get(kind, item) {
    return this.#entries.get(`${kind} ${item}`)?.value ?? undefined;
  }

  /** @param {number} item */
  answered(item) {
    return hasContent(this.get('answer', item));
  }

  /** @param {number} item */
  flagged(item) {
    return this.get('flag', item) === true;
  }

  /** Answers that say something, by question. @returns {Map<number, unknown>} */
  answers() {
    const all = [...this.#entries.values()].filter(entry => entry.kind === 'answer' && hasContent(entry.value));
    return new Map(all.sort((a, b) => a.item - b.item).map(entry => [entry.item, entry.value]));
  }
}

/** Whether a response says anything. @param {unknown} value */
export function hasContent(value) {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
