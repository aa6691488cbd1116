/**
 * What a person has answered and the service does not hold yet. Written to the device first, then sent, until
 * the service says yes; only then does it count as saved. Every entry is a PUT, so sending twice is harmless,
 * and a newer value for the same key replaces the older one that still waits.
 */
import { ApiError } from './api.js';
import { backoff, pause } from './retry.js';

/**
 * @typedef {object} Entry
 * @property {string} key what it is about; one value per key
 * @property {unknown} value
 * @property {number} revision grows with every change of any key
 * @property {string} [refusal] the service's reason for not taking it; kept, not sent again
 *
 * @typedef {'saved' | 'sending' | 'offline' | 'refused' | 'signedOut'} OutboxState
 * - saved: the service holds everything
 * - sending: kept on this device, on its way
 * - offline: no connection, kept on this device, tried again by itself
 * - refused: at least one entry was not taken; `refusals` says why
 * - signedOut: waits until the person signs in again
 *
 * @typedef {object} EntryStore
 * @property {boolean} durable whether entries outlive the page
 * @property {(entry: Entry) => Promise<void>} write
 * @property {() => Promise<Entry[]>} read in the order of their revisions
 * @property {(entry: Entry) => Promise<void>} removeUnchanged unless a newer revision took its place
 *
 * @typedef {object} OutboxOptions
 * @property {EntryStore} store
 * @property {(entry: Entry) => Promise<unknown>} send resolves when the service has stored it; from an api file
 * @property {(ms: number, signal: AbortSignal) => Promise<void>} [wait]
 * @property {<T>(work: () => Promise<T>) => Promise<T>} [alone] keeps a second tab from sending at the same time
 */

/** Fires `change` whenever `state`, `waiting` or `refusals` may have changed. */
export class Outbox extends EventTarget {
  #store;
  #send;
  #wait;
  #alone;
  /** @type {Promise<void> | null} the sending that goes on now */
  #sending = null;
  #asked = false;
  #attempt = 0;
  #wake = new AbortController();
  #revision = 0;

  /** @param {OutboxOptions} options */
  constructor({ store, send, wait = pause, alone = work => work() }) {
    super();
    this.#store = store;
    this.#send = send;
    this.#wait = wait;
    this.#alone = alone;
    /** @type {OutboxState} */
    this.state = 'saved';
    /** How many values are not even on this device yet. */
    this.writing = 0;
    /** How many entries the service does not hold yet. */
    this.waiting = 0;
    /** @type {Entry[]} */
    this.refusals = [];
  }

  /** Whether what is not sent yet outlives this page. */
  get durable() {
    return this.#store.durable;
  }

  /** What waits on this device, to be laid over what the service answered. @returns {Promise<Entry[]>} */
  pending() {
    return this.#store.read();
  }

  /**
   * Resolves as soon as the value is kept on this device.
   * @param {string} key @param {unknown} value
   */
  async put(key, value) {
    this.#revision = Math.max(this.#revision + 1, Date.now());
    this.writing++;
    this.#change('sending');
    try {
      await this.#store.write({ key, value, revision: this.#revision });
    } finally {
      this.writing--;
    }
    await this.#look('sending');
    this.wake();
  }

  /** Sends now whatever waits: called when the connection or the person comes back. */
  wake() {
    this.#wake.abort();
    this.#asked = true;
    this.#sending ??= this.#sendWhileAsked();
    return this.#sending;
  }

  /** Wakes by itself when the device is online again or the page is looked at. */
  wakeWithBrowser() {
    addEventListener('online', () => this.wake());
    addEventListener('focus', () => this.wake());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.wake());
    return this.wake();
  }

  /** Whoever asks while the last round is ending gets another one. */
  async #sendWhileAsked() {
    try {
      while (this.#asked) {
        this.#asked = false;
        await this.#sendAll();
      }
    } finally {
      this.#sending = null;
    }
  }

  async #sendAll() {
    for (;;) {
      const entry = await this.#alone(() => this.#next());
      if (!entry) break;
      if (!(await this.#alone(() => this.#sendOne(entry)))) break;
    }
    await this.#look(this.state === 'signedOut' ? 'signedOut' : 'saved');
  }

  /** The oldest entry that was not refused. */
  async #next() {
    return (await this.#store.read()).find(entry => entry.refusal === undefined);
  }

  /** @param {Entry} entry @returns {Promise<boolean>} whether to go on with the next one */
  async #sendOne(entry) {
    try {
      await this.#send(entry);
      await this.#store.removeUnchanged(entry);
      this.#attempt = 0;
      await this.#look('sending');
      return true;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      return this.#failed(entry, cause);
    }
  }

  /** @param {Entry} entry @param {ApiError} error */
  async #failed(entry, error) {
    if (error.status === 401) {
      this.#change('signedOut');
      return false;
    }
    if (isRefusal(error)) {
      await this.#markRefused(entry, error.message);
      return true;
    }
    await this.#look('offline');
    this.#wake = new AbortController();
    await this.#wait(backoff(this.#attempt++), this.#wake.signal);
    return true;
  }

  /** @param {Entry} entry @param {string} refusal */
  async #markRefused(entry, refusal) {
    const latest = (await this.#store.read()).find(other => other.key === entry.key);
    if (latest?.revision === entry.revision) await this.#store.write({ ...entry, refusal });
    await this.#look('sending');
  }

  /** Counts what waits and tells. @param {OutboxState} otherwise the state while something still waits */
  async #look(otherwise) {
    const entries = await this.#store.read();
    this.waiting = entries.length;
    this.refusals = entries.filter(entry => entry.refusal !== undefined);
    if (entries.length === 0) this.#change('saved');
    else if (this.refusals.length === entries.length) this.#change('refused');
    else this.#change(otherwise === 'saved' ? 'sending' : otherwise);
  }

  /** @param {OutboxState} state */
  #change(state) {
    this.state = state === 'saved' && this.writing > 0 ? 'sending' : state;
    this.dispatchEvent(new Event('change'));
  }
}

/** The service understood and said no: trying again would not help. @param {ApiError} error */
function isRefusal(error) {
  return error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429;
}

/** One tab at a time, by a lock of the browser. @param {string} name @returns {NonNullable<OutboxOptions['alone']>} */
export function oneTab(name) {
  return async work => (navigator.locks ? navigator.locks.request(`rolewright.${name}`, work) : work());
}

/** Entries that live as long as the page. @returns {EntryStore} */
export function memoryStore() {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  return {
    durable: false,
    write: async entry => void entries.set(entry.key, entry),
    read: async () => inOrder([...entries.values()]),
    removeUnchanged: async entry => {
      if (entries.get(entry.key)?.revision === entry.revision) entries.delete(entry.key);
    },
  };
}

/**
 * Entries kept on the device; in memory when the browser forbids that.
 * @param {string} name one per survey and person @returns {Promise<EntryStore>}
 */
export async function deviceStore(name) {
  try {
    const database = await open(`rolewright.outbox.${name}`);
    return indexedStore(database);
  } catch {
    return memoryStore();
  }
}

/** @param {IDBDatabase} database @returns {EntryStore} */
function indexedStore(database) {
  /** @param {IDBTransactionMode} mode */
  const begin = mode => database.transaction('entries', mode, { durability: 'strict' });
  return {
    durable: true,
    async write(entry) {
      const tx = begin('readwrite');
      tx.objectStore('entries').put(entry);
      await done(tx);
    },
    async read() {
      return inOrder(await answer(begin('readonly').objectStore('entries').getAll()));
    },
    async removeUnchanged(entry) {
      const tx = begin('readwrite');
      const entries = tx.objectStore('entries');
      const stored = await answer(entries.get(entry.key));
      if (stored?.revision === entry.revision) entries.delete(entry.key);
      await done(tx);
    },
  };
}

/** @param {Entry[]} entries */
function inOrder(entries) {
  return entries.sort((a, b) => a.revision - b.revision);
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function open(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('entries', { keyPath: 'key' });
  return answer(request);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} tx @returns {Promise<void>} */
function done(tx) {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = tx.onabort = () => reject(tx.error);
  });
}
