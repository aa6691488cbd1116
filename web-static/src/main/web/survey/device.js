/** What the device keeps until the answers are handed in, so that a reload works without a connection. */
import { remember, setting } from '../core/settings.js';

/**
 * @typedef {object} Kept
 * @property {string} ballot
 * @property {import('./api.js').Questionnaire} questionnaire
 * @property {import('./api.js').Sheet} sheet
 */

export class Device {
  #name;

  /** @param {string} survey @param {string} link what makes the link this one; only its hash is used */
  constructor(survey, link) {
    this.#name = `survey.${survey}.${fingerprint(link)}`;
  }

  /** Also the name of the outbox. */
  get name() {
    return this.#name;
  }

  /** @returns {Kept | null} */
  kept() {
    const stored = setting(this.#name);
    return stored ? JSON.parse(stored) : null;
  }

  /** @param {Kept} kept */
  keep(kept) {
    remember(this.#name, JSON.stringify(kept));
  }

  forget() {
    remember(this.#name, null);
  }
}

/** The random key that stands for this browser on an open link; made at the first visit. @param {string} survey */
export function browserKey(survey) {
  const name = `survey.${survey}.browser`;
  const known = setting(name);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const key = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  remember(name, key);
  return key;
}

/** Tells two links on one device apart; not meant to be secret (FNV-1a). @param {string} text */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16);
}
