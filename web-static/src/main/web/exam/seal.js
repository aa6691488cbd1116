/**
 * What lies on the device is sealed (AES-GCM). The key belongs to the sitting: the service gives it to who enters
 * with the admission code. For a day without a connection it also lies on the device, wrapped with that code.
 */

/** OWASP's figure for PBKDF2 with SHA-256; a guess at a code costs as much as the candidate's own entry. */
const ITERATIONS = 600_000;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @typedef {{iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer}} Sealed
 * @typedef {Sealed & {salt: Uint8Array<ArrayBuffer>}} Wrapped
 */

/** The key of one sitting. */
export class SittingKey {
  #aes;
  #bytes;

  /** @param {CryptoKey} aes @param {Uint8Array<ArrayBuffer>} bytes */
  constructor(aes, bytes) {
    this.#aes = aes;
    this.#bytes = bytes;
  }

  /** @param {string} text 32 bytes as base64url, from the service */
  static async from(text) {
    const bytes = bytesOf(text);
    const whole = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('rolewright exam device') };
    return new SittingKey(await crypto.subtle.deriveKey(how, whole, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']), bytes);
  }

  /** As the service gave it. */
  get text() {
    return textOf(this.#bytes);
  }

  /** @param {string} place what the value is stored as; a seal moved elsewhere does not open @param {unknown} value @returns {Promise<Sealed>} */
  async seal(place, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) };
    return { iv, data: await crypto.subtle.encrypt(how, this.#aes, encoder.encode(JSON.stringify(value))) };
  }

  /** @param {string} place @param {Sealed} sealed @returns {Promise<any>} */
  async open(place, { iv, data }) {
    const how = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) };
    return JSON.parse(decoder.decode(await crypto.subtle.decrypt(how, this.#aes, data)));
  }

  /** Proves that a file was written with this key. @param {string} text @returns {Promise<string>} hex */
  async sign(text) {
    const key = await crypto.subtle.importKey('raw', this.#bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return hex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  }

  /** @param {string} code @returns {Promise<Wrapped>} */
  async wrap(code) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { salt, iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await codeKey(code, salt), this.#bytes) };
  }

  /** @param {string} code @param {Wrapped} wrapped @returns {Promise<SittingKey | null>} null when it is another code */
  static async unwrap(code, { salt, iv, data }) {
    try {
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await codeKey(code, salt), data);
      return await SittingKey.from(textOf(new Uint8Array(bytes)));
    } catch {
      return null;
    }
  }
}

/** @param {string} code @param {Uint8Array<ArrayBuffer>} salt */
async function codeKey(code, salt) {
  const word = await crypto.subtle.importKey('raw', encoder.encode(sameCode(code)), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };
  return crypto.subtle.deriveKey(how, word, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** However it was typed. @param {string} code */
function sameCode(code) {
  return code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** @param {string} text @returns {Promise<string>} hex */
export async function sha256(text) {
  return hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Uint8Array} bytes base64url */
function textOf(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
}
