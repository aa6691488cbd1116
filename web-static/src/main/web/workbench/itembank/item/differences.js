import { LANGUAGES, t } from '../../../core/i18n.js';
import { letter } from '../../../ui/arrange.js';
import { html, nothing, repeat } from '../../../ui/index.js';

/** @typedef {import('../api.js').Difference} Difference */
/** @typedef {(id: string) => string} Naming words for the identity of a task, KSA or case */

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Which field differs, in words: `/content/options/2/text/es` is "Option C (Español)". @param {string} pointer */
export function fieldName(pointer) {
  const steps = pointer.split('/').filter(step => step && step !== 'content');
  const language = languageOf(pointer);
  const words = /^(options|prompts)$/.test(steps[0]) && steps[1] ? partName(steps) : t(`itembank.field.${steps[0]}`);
  return html`${words}${language ? html` <span class="soft">(${LANGUAGES[language]})</span>` : nothing}`;
}

/** @param {string[]} steps */
function partName([list, at, field]) {
  const name = list === 'options' ? t('itembank.option', { letter: letter(Number(at)) }) : t('itembank.prompt', { n: Number(at) + 1 });
  return field === 'rationale' ? `${name}: ${t('itembank.rationale')}` : field === 'stays' ? `${name}: ${t('itembank.stays')}` : name;
}

/** @param {string} pointer @returns {import('../api.js').Language | undefined} */
export function languageOf(pointer) {
  const last = pointer.split('/').at(-1) ?? '';
  return last in LANGUAGES ? /** @type {import('../api.js').Language} */ (last) : undefined;
}

/** Word by word what went and what came; also for who does not see the colours. @param {Difference} difference @param {Naming} naming */
export function differenceText({ kind, parts }, naming) {
  if (kind === 'format') return html`<span class="soft">${t('itembank.formatOnly')}</span>`;
  return parts.map(part => {
    const text = part.text.replace(ID, naming);
    if (part.kind === 'added') return html`<ins><span class="visually-hidden">${t('itembank.added')} </span>${text}<span class="visually-hidden"> ${t('itembank.end')}</span></ins>`;
    if (part.kind === 'removed') return html`<del><span class="visually-hidden">${t('itembank.removed')} </span>${text}<span class="visually-hidden"> ${t('itembank.end')}</span></del>`;
    return text;
  });
}

/** @param {Difference[]} differences @param {Naming} naming */
export function differenceList(differences, naming) {
  if (!differences.length) return html`<p class="soft">${t('itembank.noDifference')}</p>`;
  return html`<dl class="differences">${repeat(differences, one => one.pointer, one => html`<dt>${fieldName(one.pointer)}</dt>
    <dd class="difference" lang=${languageOf(one.pointer) ?? nothing}>${differenceText(one, naming)}</dd>`)}</dl>`;
}
