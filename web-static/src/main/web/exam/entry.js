/** The ways into a sitting: with the admission code, by loading the page again, and with the code when there is no line. */
import { ApiError } from '../core/api.js';
import { enterExam, Service } from './api.js';
import { SittingKey } from './seal.js';
import { Sitting } from './sitting.js';
import { Writer } from './writer.js';

/** Lives as long as the tab: a page loaded again goes on without asking for the code. */
const TAB = 'rolewright.exam';

/**
 * @typedef {import('./api.js').View} View
 * @typedef {{id: string, token: string, key: string}} Pass
 */

export class Entry {
  #device;

  /** @param {import('./store.js').Device} device */
  constructor(device) {
    this.#device = device;
  }

  /** What this tab had open; null when nothing, or when the code has to be entered again. @returns {Promise<Sitting | null>} */
  async resume() {
    const pass = readPass();
    if (!pass) return null;
    const key = await SittingKey.from(pass.key);
    const token = (await this.#device.sitting(pass.id, key).kept('token').catch(() => undefined)) ?? pass.token;
    const service = new Service(token);
    try {
      return await this.#open(pass.id, key, service, await service.read());
    } catch (cause) {
      if (cause instanceof ApiError && cause.status === 401) return null;
      return this.#fromDevice(pass.id, key, cause);
    }
  }

  /** @param {string} code @returns {Promise<Sitting>} */
  async enter(code) {
    try {
      const { token, key: text, sitting } = await enterExam(code, this.#device.clientId, deviceName());
      const key = await SittingKey.from(text);
      keepPass({ id: sitting.id, token, key: text });
      key.wrap(code).then(wrapped => this.#device.keepKey(sitting.id, wrapped)).catch(() => undefined);
      return await this.#open(sitting.id, key, new Service(token), sitting);
    } catch (cause) {
      return this.#enterFromDevice(code, cause);
    }
  }

  /** The same sitting with a fresh token: the service has forgotten the old one. @param {Sitting} sitting @param {string} code */
  async renew(sitting, code) {
    const { token, key, sitting: view } = await enterExam(code, this.#device.clientId, deviceName());
    if (view.id !== sitting.view.id) throw new ApiError({ status: 404, code: 'otherSitting' });
    keepPass({ id: view.id, token, key });
    await sitting.renew(token);
  }

  /** Without a line the code opens what the device kept. @param {string} code @param {unknown} cause @returns {Promise<Sitting>} */
  async #enterFromDevice(code, cause) {
    if (!isDead(cause)) throw cause;
    for (const { id, wrapped } of await this.#device.sittings()) {
      const key = await SittingKey.unwrap(code, wrapped);
      if (key) return this.#fromDevice(id, key, cause);
    }
    throw cause;
  }

  /** @param {string} id @param {SittingKey} key @param {unknown} cause why the service could not be asked @returns {Promise<Sitting>} */
  async #fromDevice(id, key, cause) {
    const store = this.#device.sitting(id, key);
    const [view, token] = await Promise.all([store.kept('view'), store.kept('token')]);
    if (!isDead(cause) || !view || !token) throw cause;
    keepPass({ id, token, key: key.text });
    return this.#open(id, key, new Service(token), view);
  }

  /** @param {string} id @param {SittingKey} key @param {Service} service @param {View} view */
  async #open(id, key, service, view) {
    const store = this.#device.sitting(id, key);
    /** @type {Sitting} */
    let sitting;
    const writer = new Writer(id, { finish: async () => sitting.flush(), changed: () => sitting.queue.merge() });
    sitting = new Sitting({ service, store, key, view, writer });
    await store.keep('token', service.token).catch(() => undefined);
    await writer.take();
    await sitting.open();
    return sitting;
  }
}

/** @returns {Pass | null} */
function readPass() {
  const stored = sessionStorage.getItem(TAB);
  return stored ? JSON.parse(stored) : null;
}

/** @param {Pass} pass */
function keepPass(pass) {
  sessionStorage.setItem(TAB, JSON.stringify(pass));
}

/** The tab forgets the sitting. */
export function forgetPass() {
  sessionStorage.removeItem(TAB);
}

/** No answer, or one that nobody can act on. @param {unknown} cause */
function isDead(cause) {
  return cause instanceof ApiError && (cause.unreachable || cause.status >= 500);
}

/** A few words for the proctor. */
function deviceName() {
  const agent = navigator.userAgent;
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(agent)?.[1] ?? 'Browser';
  const system = /(Windows|Android|iPhone|iPad|CrOS|Mac OS X|Linux)/.exec(agent)?.[1] ?? '';
  return `${browser.replace('Edg', 'Edge').replace('OPR', 'Opera')}${system ? `, ${system}` : ''}`;
}
