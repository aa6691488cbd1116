/** An item to be read by who may see the key: each part, what is right, why, and where it says so. */
import { date, LANGUAGES, t } from '../../../core/i18n.js';
import { letter } from '../../../ui/arrange.js';
import { badge, html, nothing } from '../../../ui/index.js';
import { plain, rich } from '../../../ui/rich.js';
import { assetFile } from '../api.js';

/** @typedef {import('../api.js').Content} Content */
/** @typedef {import('../api.js').Language} Language */

/** @param {Content} content @param {Language} language */
export function keyPart(content, language) {
  return html`<section class="card stack" aria-labelledby="key-${language}"><h2 id="key-${language}">${t('itembank.keyPart')} <span class="soft">(${LANGUAGES[language]})</span></h2>
    <div lang=${language} class="stack tight">${keyOf(content, language)}
    ${content.rationale?.[language] ? html`<p><b>${t('itembank.rationale')}</b> ${content.rationale[language]}</p>` : nothing}</div>
    ${content.credit === 'partial' ? html`<p class="soft">${t('itembank.credit.partial')}</p>` : nothing}</section>`;
}

/** @param {Content} content @param {Language} language */
function keyOf(content, language) {
  const { key, options = [], prompts = [], unit } = content;
  const name = (/** @type {string} */ id) => `${letter(options.findIndex(one => one.id === id))} ${plain(options.find(one => one.id === id)?.text[language] ?? '')}`;
  if (key.options) return html`<ul class="item-key">${options.map((one, i) => choiceLine(one, i, language, key.options?.includes(one.id) ?? false))}</ul>`;
  if (key.order) return html`<ol>${key.order.map(id => html`<li>${name(id)}</li>`)}</ol>`;
  if (key.pairs) return html`<ul>${prompts.map(one => html`<li>${plain(one.text[language] ?? '')} → <b>${name(key.pairs?.[one.id] ?? '')}</b></li>`)}</ul>`;
  if (key.accepted) return html`<ul>${(key.accepted[language] ?? []).map(word => html`<li><b>${word}</b></li>`)}</ul>`;
  return html`<p><b>${key.value}</b> ± ${key.tolerance ?? '0'} ${unit?.[language] ?? ''}</p>`;
}

/** @param {import('../api.js').Option} one @param {number} i @param {Language} language @param {boolean} right */
function choiceLine(one, i, language, right) {
  return html`<li><span class="strong">${letter(i)}</span> <div class="rich">${rich(one.text[language] ?? '', assetFile)}</div> ${right ? badge(t('itembank.right'), 'good') : nothing}
    ${one.stays ? badge(t('itembank.stays')) : nothing}${one.rationale?.[language] ? html`<p class="soft small">${one.rationale[language]}</p>` : nothing}</li>`;
}

/** @param {import('../api.js').Reference[]} references */
export function referencePart(references) {
  return html`<section class="card stack tight" aria-labelledby="reading-references"><h2 id="reading-references">${t('itembank.card.references')}</h2>
    ${references.length ? html`<ul>${references.map(one => html`<li>${one.citation} ${one.edition ?? ''} ${/^https?:/.test(one.url ?? '') ? html`<a href=${one.url} rel="noopener noreferrer" target="_blank" class="break">${one.url}</a>` : nothing}
      ${one.expiresOn ? html`<span class="soft small">${t('itembank.reference.until', { date: date(`${one.expiresOn}T12:00`) })}</span>` : nothing}</li>`)}</ul>` : html`<p class="soft">${t('itembank.references.none')}</p>`}</section>`;
}
