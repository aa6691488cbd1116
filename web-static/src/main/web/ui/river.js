import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { t } from '../core/i18n.js';
import { icon } from './icon.js';

/** @typedef {'waiting' | 'active' | 'done'} StageState */

/**
 * The stages of a study, from its source to its mouth.
 * @param {object} options
 * @param {string} options.label
 * @param {{href: string, label: string, state: StageState, note?: string, current: boolean}[]} options.stages
 */
export function river({ label, stages }) {
  return html`<nav aria-label=${label}><ol class="river">${stages.map((stage, i) => html`<li class="river-stage ${stage.state}">
    <a href=${stage.href} aria-current=${stage.current ? 'page' : 'false'}>
      <span class="river-node" aria-hidden="true">${stage.state === 'done' ? icon('check') : i + 1}</span>
      <span>${stage.label}<span class="visually-hidden">, ${t(`core.stage.${stage.state}`)}</span>${stage.note ? html`<span class="river-note">${stage.note}</span>` : nothing}</span>
    </a></li>`)}</ol></nav>`;
}
