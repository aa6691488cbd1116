import { memoryStore, Outbox } from '../core/outbox.js';
import { pause } from '../core/retry.js';
import { putClaim, putPerson, readApplication } from './api.js';

/** @typedef {import('./api.js').Application} Application */
/** @typedef {import('./api.js').Claim} Claim */

/** Typing is sent in steps of this length. */
const STEP_MS = 300;

/**
 * One application while its candidate works on it: what the service has, and what was typed and is on its way.
 * Nothing is kept on the device: it may not be the candidate's own. Fires `change`.
 */
export class Applicant extends EventTarget {
  /** @param {string} token */
  constructor(token) {
    super();
    this.token = token;
    /** @type {Application} */
    this.own = /** @type {any} */ (undefined);
    this.outbox = new Outbox({ store: memoryStore(), send: entry => this.#send(entry) });
    this.outbox.addEventListener('change', () => this.#tell());
    this.outbox.wakeWithBrowser();
    addEventListener('beforeunload', event => this.outbox.waiting && event.preventDefault());
  }

  get base() {
    return `#/application/${this.token}`;
  }

  get editable() {
    return this.own.state === 'draft' || this.own.state === 'more';
  }

  /** Reads it anew; what is on its way stays over it. */
  async load() {
    this.own = await readApplication(this.token);
    for (const entry of await this.outbox.pending()) this.#lay(entry.key, entry.value);
    this.#tell();
  }

  /** The pages of the form in their order. */
  get steps() {
    return [
      { href: `${this.base}/person`, ready: this.personReady },
      ...this.own.claims.map(claim => ({ href: `${this.base}/requirement/${claim.requirement.id}`, ready: isReady(claim) })),
      { href: `${this.base}/hand-in`, ready: false },
    ];
  }

  get personReady() {
    return this.own.name.trim() !== '' && !!this.own.bornOn;
  }

  get complete() {
    return this.personReady && this.own.claims.every(isReady);
  }

  /** @param {string} requirement */
  claim(requirement) {
    return this.own.claims.find(claim => claim.requirement.id === requirement);
  }

  /** @param {Partial<Pick<Application, 'name' | 'bornOn' | 'language'>>} change */
  writePerson(change) {
    const { name, bornOn, language } = { ...this.own, ...change };
    this.#put('person', bornOn ? { name, bornOn, language } : { name, language });
  }

  /** @param {Claim} claim @param {{statement?: string, hours?: number}} change */
  writeClaim(claim, change) {
    const { statement, hours } = { ...claim, ...change };
    this.#put(`claims/${claim.requirement.id}`, hours === undefined ? { statement } : { statement, hours });
  }

  /** @param {string} key @param {object} value */
  #put(key, value) {
    this.#lay(key, value);
    this.#tell();
    this.outbox.put(key, value);
  }

  /** @param {string} key @param {any} value */
  #lay(key, value) {
    if (key === 'person') Object.assign(this.own, { bornOn: undefined }, value);
    const claim = this.claim(key.replace('claims/', ''));
    if (claim) Object.assign(claim, { hours: undefined }, value);
  }

  /** @param {import('../core/outbox.js').Entry} entry */
  async #send(entry) {
    await pause(STEP_MS);
    const value = /** @type {object} */ (entry.value);
    return entry.key === 'person' ? putPerson(this.token, value) : putClaim(this.token, entry.key.replace('claims/', ''), value);
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether something was said, and shown where that is needed. @param {Claim} claim */
export function isReady({ requirement, statement, hours, documents }) {
  return statement.trim() !== '' && (!requirement.leastHours || hours !== undefined) && (!requirement.documentNeeded || documents.length > 0);
}

/** @type {Map<string, Applicant>} */
const applicants = new Map();

/** The same one on every page, so that what was typed goes on being sent. @param {string} token */
export function applicantOf(token) {
  const known = applicants.get(token) ?? new Applicant(token);
  applicants.set(token, known);
  return known;
}
