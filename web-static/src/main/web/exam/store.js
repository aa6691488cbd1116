/**
 * What the device keeps of exams: who it is, and for each sitting the log of its events and a few things by name.
 * All of a sitting but the wrapped key is sealed. Every write is on the disk (`durability: 'strict'`) before its
 * promise resolves. Where the browser forbids storage everything lives as long as the page, and `durable` says so.
 */

/**
 * @typedef {import('./queue.js').ExamEvent} ExamEvent
 * @typedef {import('./seal.js').SittingKey} SittingKey
 * @typedef {import('./seal.js').Wrapped} Wrapped
 * @typedef {import('./seal.js').Sealed} Sealed
 *
 * @typedef {object} Shelf rows of one kind, by key; keys sort as lists do
 * @property {(rows: [IDBValidKey, unknown][]) => Promise<void>} add all or none; throws `Taken` when a key is there
 * @property {(key: IDBValidKey, row: unknown) => Promise<void>} put
 * @property {(key: IDBValidKey) => Promise<any>} get
 * @property {(from: IDBValidKey, to: IDBValidKey) => Promise<[IDBValidKey, any][]>} range in order
 * @property {(from: IDBValidKey, to: IDBValidKey) => Promise<IDBValidKey | undefined>} last the greatest key
 * @property {(from: IDBValidKey, to: IDBValidKey) => Promise<void>} remove
 *
 * @typedef {{durable: boolean, events: Shelf, kept: Shelf}} Cupboard
 */

/** Another tab has written under this number first. */
export class Taken extends Error {}

/** @typedef {'token' | 'view' | 'place' | 'handingIn' | 'turn'} KeptName */

/** This browser as a device that sits exams. */
export class Device {
  #cupboard;

  /** @param {Cupboard} cupboard @param {string} clientId */
  constructor(cupboard, clientId) {
    this.#cupboard = cupboard;
    this.clientId = clientId;
  }

  /** @param {Cupboard} cupboard */
  static async open(cupboard) {
    const known = await cupboard.kept.get(['device', 'clientId']);
    const clientId = known ?? crypto.randomUUID();
    if (!known) await cupboard.kept.put(['device', 'clientId'], clientId);
    return new Device(cupboard, clientId);
  }

  get durable() {
    return this.#cupboard.durable;
  }

  /** @param {string} id @param {SittingKey} key */
  sitting(id, key) {
    return new SittingStore(this.#cupboard, id, key);
  }

  /** Sittings with something left here, each with its wrapped key. @returns {Promise<{id: string, wrapped: Wrapped}[]>} */
  async sittings() {
    const rows = await this.#cupboard.kept.range(['key', ''], ['key', '\uffff']);
    return rows.map(([key, wrapped]) => ({ id: /** @type {string[]} */ (key)[1], wrapped }));
  }

  /** So that the code alone opens it, without a connection. @param {string} id @param {Wrapped} wrapped */
  keepKey(id, wrapped) {
    return this.#cupboard.kept.put(['key', id], wrapped);
  }
}

/** What the device keeps of one sitting. */
export class SittingStore {
  #cupboard;
  #id;
  #key;
  #over = false;

  /** @param {Cupboard} cupboard @param {string} id @param {SittingKey} key */
  constructor(cupboard, id, key) {
    this.#cupboard = cupboard;
    this.#id = id;
    this.#key = key;
  }

  get durable() {
    return this.#cupboard.durable && !this.#over;
  }

  /** All or none; throws `Taken` when another tab was first. @param {ExamEvent[]} events */
  async append(events) {
    if (this.#over) return;
    const rows = events.map(async event => /** @type {[IDBValidKey, unknown]} */ ([[this.#id, event.seq], await this.#key.seal(`event ${event.seq}`, event)]));
    await this.#cupboard.events.add(await Promise.all(rows));
  }

  /** The whole log, in the order of its numbers. @returns {Promise<ExamEvent[]>} */
  async read() {
    const rows = await this.#cupboard.events.range([this.#id, 0], [this.#id, Infinity]);
    return Promise.all(rows.map(([key, sealed]) => this.#key.open(`event ${/** @type {number[]} */ (key)[1]}`, sealed)));
  }

  /** The number of the last event, 0 when there is none. */
  async lastSeq() {
    const last = await this.#cupboard.events.last([this.#id, 0], [this.#id, Infinity]);
    return last ? /** @type {number[]} */ (last)[1] : 0;
  }

  /** @param {KeptName} name @param {unknown} value */
  async keep(name, value) {
    if (this.#over) return;
    await this.#cupboard.kept.put(['sitting', this.#id, name], await this.#key.seal(name, value));
  }

  /** @param {KeptName} name @returns {Promise<any>} undefined when there is none */
  async kept(name) {
    const sealed = await this.#cupboard.kept.get(['sitting', this.#id, name]);
    return sealed && this.#key.open(name, sealed);
  }

  /** The next tab's number; asked by the one tab that writes. @returns {Promise<number>} */
  async nextTurn() {
    const turn = ((await this.kept('turn').catch(() => 0)) ?? 0) + 1;
    await this.keep('turn', turn).catch(() => undefined);
    return turn;
  }

  /** Nothing of the sitting is left here, and nothing more is kept. */
  async wipe() {
    this.#over = true;
    await this.#cupboard.events.remove([this.#id, 0], [this.#id, Infinity]);
    await this.#cupboard.kept.remove(['sitting', this.#id, ''], ['sitting', this.#id, '\uffff']);
    await this.#cupboard.kept.remove(['key', this.#id], ['key', this.#id]);
  }
}

/** The disk where the browser allows it, else the page's own memory. @returns {Promise<Cupboard>} */
export async function cupboard() {
  try {
    return onDisk(await opened());
  } catch {
    return inMemory();
  }
}

/** @param {IDBDatabase} database @returns {Cupboard} */
function onDisk(database) {
  return { durable: true, events: diskShelf(database, 'events'), kept: diskShelf(database, 'kept') };
}

/** @param {IDBDatabase} database @param {string} name @returns {Shelf} */
function diskShelf(database, name) {
  /** @param {(store: IDBObjectStore) => void} work */
  const write = work => {
    const tx = database.transaction(name, 'readwrite', { durability: 'strict' });
    work(tx.objectStore(name));
    tx.commit();
    return done(tx);
  };
  const reading = () => database.transaction(name, 'readonly').objectStore(name);
  return {
    add: rows => write(store => rows.forEach(([key, row]) => store.add(row, key))),
    put: (key, row) => write(store => store.put(row, key)),
    get: key => answer(reading().get(key)),
    async range(from, to) {
      const store = reading();
      const range = IDBKeyRange.bound(from, to);
      const [keys, rows] = await Promise.all([answer(store.getAllKeys(range)), answer(store.getAll(range))]);
      return keys.map((key, i) => [key, rows[i]]);
    },
    last: async (from, to) => (await answer(reading().openKeyCursor(IDBKeyRange.bound(from, to), 'prev')))?.key,
    remove: (from, to) => write(store => store.delete(IDBKeyRange.bound(from, to))),
  };
}

/** @returns {Promise<IDBDatabase>} */
function opened() {
  const request = indexedDB.open('rolewright.exam', 1);
  request.onupgradeneeded = () => ['events', 'kept'].forEach(name => request.result.createObjectStore(name));
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
    tx.onabort = () => reject(tx.error?.name === 'ConstraintError' ? new Taken() : tx.error);
  });
}

/** @returns {Cupboard} */
export function inMemory() {
  return { durable: false, events: memoryShelf(), kept: memoryShelf() };
}

/** @returns {Shelf} */
function memoryShelf() {
  /** @type {[any[], unknown][]} */
  let rows = [];
  const between = (/** @type {any} */ from, /** @type {any} */ to) =>
    rows.filter(([key]) => order(key, from) >= 0 && order(key, to) <= 0).sort((a, b) => order(a[0], b[0]));
  const same = (/** @type {any} */ a, /** @type {any} */ b) => order(a, b) === 0;
  return {
    async add(added) {
      if (added.some(([key]) => rows.some(row => same(row[0], key)))) throw new Taken();
      rows = [...rows, ...added.map(([key, row]) => /** @type {[any[], unknown]} */ ([key, row]))];
    },
    async put(key, row) {
      rows = [...rows.filter(other => !same(other[0], key)), [/** @type {any[]} */ (key), row]];
    },
    get: async key => rows.find(row => same(row[0], key))?.[1],
    range: async (from, to) => between(from, to),
    last: async (from, to) => between(from, to).at(-1)?.[0],
    async remove(from, to) {
      rows = rows.filter(([key]) => order(key, from) < 0 || order(key, to) > 0);
    },
  };
}

/** As the browser's database orders lists. @param {any} a @param {any} b @returns {number} */
function order(a, b) {
  const at = a.findIndex((/** @type {unknown} */ part, /** @type {number} */ i) => part !== b[i]);
  if (at < 0) return a.length - b.length;
  return b[at] === undefined || a[at] > b[at] ? 1 : -1;
}
