import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { ifDefined } from '../vendor/lit-html/directives/if-defined.js';
import { percent, t } from '../core/i18n.js';
import { button } from './button.js';

/**
 * @param {object} options
 * @param {string} options.label
 * @param {number | null} options.share 0 to 1; null when nobody knows
 * @param {string} [options.message] what is done right now
 * @param {() => void} [options.oncancel]
 */
export function progress({ label, share, message, oncancel }) {
  return html`<div class="progress">
    <div class="row apart"><span class="strong">${label}</span>${share === null ? nothing : html`<span class="number">${percent(share)}</span>`}</div>
    <progress class="bar" max="1" value=${ifDefined(share ?? undefined)} aria-label=${label}></progress>
    <div class="row apart"><span class="small soft">${message ?? ''}</span>${oncancel ? button({ label: t('core.cancel'), onclick: oncancel }) : nothing}</div>
  </div>`;
}

/**
 * Where the answers of this person are, honestly.
 * @param {import('../core/outbox.js').Outbox} outbox
 */
export function saveState(outbox) {
  const kept = outbox.durable && !outbox.writing ? 'durable' : 'memory';
  const words = {
    saved: t('core.save.saved'),
    sending: kept === 'durable' ? t('core.save.sending') : t('core.save.sendingUnkept'),
    offline: kept === 'durable' ? t('core.save.offline') : t('core.save.offlineUnkept'),
    refused: t('core.save.refused', { n: outbox.refusals.length }),
    signedOut: t('core.save.signedOut'),
  }[outbox.state];
  return html`<span class="save-state ${outbox.state}" role="status">${words}</span>`;
}
