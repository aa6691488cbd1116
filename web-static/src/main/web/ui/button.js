import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { icon } from './icon.js';

/** @typedef {import('./icon.js').Icon} Icon */

/**
 * @param {object} options
 * @param {string} options.label
 * @param {(event: Event) => void} [options.onclick] without it the button sends its form
 * @param {'primary' | 'quiet' | 'danger' | ''} [options.kind]
 * @param {Icon} [options.icon]
 * @param {boolean} [options.disabled]
 * @param {string} [options.describe] what it acts on, where many buttons have one label; heard, not seen
 */
export function button({ label, onclick, kind = '', icon: shape, disabled = false, describe }) {
  return html`<button class="button ${kind}" type=${onclick ? 'button' : 'submit'} ?disabled=${disabled} @click=${onclick ?? nothing}>
    ${shape ? icon(shape) : nothing}${label}${describe ? html` <span class="visually-hidden">${describe}</span>` : nothing}
  </button>`;
}

/**
 * A link that looks like a button: goes somewhere or downloads.
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.href
 * @param {'primary' | 'quiet' | ''} [options.kind]
 * @param {Icon} [options.icon]
 * @param {boolean} [options.download]
 * @param {string} [options.describe] what it is of, where many links have one label; heard, not seen
 */
export function linkButton({ label, href, kind = '', icon: shape, download = false, describe }) {
  return html`<a class="button ${kind}" href=${href} ?download=${download}>${shape ? icon(shape) : nothing}${label}${describe ? html` <span class="visually-hidden">${describe}</span>` : nothing}</a>`;
}
