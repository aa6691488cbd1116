/**
 * One tab writes. The lock is the browser's own (Web Locks); a tab that wants it asks the other one, which
 * finishes what it has begun and lets go. One that does not answer loses it.
 */

const PATIENCE_MS = 2_000;

/**
 * @typedef {object} Browser what of the browser is needed
 * @property {Pick<LockManager, 'request'> | undefined} locks
 * @property {(name: string) => Pick<BroadcastChannel, 'postMessage' | 'close'> & {onmessage: ((event: MessageEvent) => unknown) | null}} channel
 */

/** @type {Browser} */
const OURS = {
  locks: globalThis.navigator?.locks,
  channel: name => new BroadcastChannel(name),
};

/** Fires `change` when this tab got or lost the right to write. */
export class Writer extends EventTarget {
  #name;
  #browser;
  #finish;
  #channel;
  #changed;
  #release = () => {};

  /**
   * @param {string} name one per sitting
   * @param {{finish: () => Promise<unknown>, changed: () => unknown}} work `finish` brings to the device what is still in
   *   memory, before another tab goes on; `changed` takes over what another tab brought there after this one went on
   * @param {Browser} [browser]
   */
  constructor(name, { finish, changed }, browser = OURS) {
    super();
    this.#name = `rolewright.exam.${name}`;
    this.#browser = browser;
    this.#finish = finish;
    this.#changed = changed;
    this.#channel = browser.channel(this.#name);
    this.#channel.onmessage = event => (event.data === 'let go' ? this.#letGo() : this.#changed());
    this.alone = false;
  }

  /** Writes here when no other tab does. @returns {Promise<boolean>} */
  take() {
    return this.#request({ ifAvailable: true });
  }

  /** "Continue here": after this no other tab writes. */
  async takeOver() {
    if (this.alone) return;
    this.#channel.postMessage('let go');
    const waiting = AbortSignal.timeout(PATIENCE_MS);
    await this.#request({ signal: waiting }).catch(() => this.#request({ steal: true }));
  }

  close() {
    this.#release();
    this.#channel.close();
  }

  async #letGo() {
    if (!this.alone) return;
    this.#set(false);
    await this.#finish();
    this.#release();
  }

  /** Another tab did not wait: what is in memory still goes to the device, behind what that tab wrote. */
  async #robbed() {
    this.#set(false);
    await this.#finish();
    this.#channel.postMessage('finished');
  }

  /** @param {LockOptions} options @returns {Promise<boolean>} whether the lock is ours now */
  #request(options) {
    return new Promise((resolve, reject) => {
      if (!this.#browser.locks) return resolve(this.#set(true));
      const held = this.#browser.locks.request(this.#name, options, lock => {
        resolve(this.#set(lock !== null));
        return lock && new Promise(release => (this.#release = () => release(undefined)));
      });
      held.catch(cause => (this.alone ? this.#robbed() : reject(cause)));
    });
  }

  /** @param {boolean} alone */
  #set(alone) {
    if (this.alone !== alone) {
      this.alone = alone;
      this.dispatchEvent(new Event('change'));
    }
    return alone;
  }
}
