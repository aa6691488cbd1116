/**
 * A question exactly as candidates see it: for the exam, and for previews in the workbench. It knows the text of an
 * item and one response, nothing of keys. Its words are the catalogue `question`; whoever draws loads it.
 */
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { keyed } from '../vendor/lit-html/directives/keyed.js';
import { live } from '../vendor/lit-html/directives/live.js';
import { t } from '../core/i18n.js';
import { clear, letter, matching, ordering } from './arrange.js';
import { rich } from './rich.js';

/**
 * @typedef {'single' | 'multiple' | 'ordering' | 'matching' | 'text' | 'numeric'} QuestionType
 * @typedef {{id: string, text: string}} Part an option, element, target or prompt; formatted text
 * @typedef {string | string[] | Record<string, string> | null} Response null: none
 *
 * @typedef {object} CandidateItem
 * @property {string} id
 * @property {QuestionType} type
 * @property {string} stem formatted text, as those of the parts and the stimulus
 * @property {Part[]} [options]
 * @property {Part[]} [prompts]
 * @property {string} [unit]
 * @property {{title?: string, text: string}} [stimulus] the case that several questions share
 *
 * @typedef {object} Asked
 * @property {CandidateItem} item
 * @property {Response} response
 * @property {(response: Response) => void} onchange
 * @property {import('./rich.js').AssetAddress} asset
 * @property {string} [language] of the item; the page's own when absent
 * @property {typeof t} [words] the catalogue `question` in that language, where the page shows another
 * @property {readonly string[]} [struck] options that the candidate has ruled out
 * @property {(option: string, struck: boolean) => void} [onstrike] without it nothing can be ruled out
 * @property {boolean} [disabled]
 */

export const TEXT_LENGTH = 500;
const NUMBER = /^\s*[-+−]?(\d+([.,]\d*)?|[.,]\d+)\s*$/;

/** Redrawing keeps what is typed and where the focus is; another item begins anew. @param {Asked} asked */
export function question(asked) {
  const { item, asset, language } = asked;
  const body = html`<div class="question-body">
    <div class="question-stem rich" id="stem-${item.id}">${rich(item.stem, asset)}</div>
    ${answer({ words: t, ...asked })}</div>`;
  return keyed(item.id, html`<div class="question" lang=${language ?? nothing}>${item.stimulus
    ? html`<div class="question-pair">${stimulus({ words: t, ...asked }, item.stimulus)}${body}</div>` : body}</div>`);
}

/** @typedef {Asked & {words: typeof t}} Worded */

/** @param {Worded} asked @param {{title?: string, text: string}} shared */
function stimulus({ words, asset }, { title, text }) {
  return html`<section class="question-stimulus" tabindex="0" aria-label=${words('question.stimulus')}>
    ${title ? html`<p class="strong">${title}</p>` : nothing}<div class="rich">${rich(text, asset)}</div></section>`;
}

/** @param {Worded} asked */
function answer(asked) {
  switch (asked.item.type) {
    case 'single':
    case 'multiple':
      return options(asked);
    case 'ordering':
      return ordering(asked);
    case 'matching':
      return matching(asked);
    default:
      return entry(asked);
  }
}

/** @param {Worded} asked */
function options(asked) {
  const { item, response, onchange, words, disabled = false } = asked;
  const single = item.type === 'single';
  return html`<p class="question-how" id="how-${item.id}">${single ? words('question.chooseOne') : words('question.chooseAll')}</p>
    <div class="question-options" role=${single ? 'radiogroup' : 'group'} aria-labelledby="stem-${item.id}" aria-describedby="how-${item.id}">
      ${item.options?.map((option, i) => line(asked, option, i))}</div>
    ${single && response !== null && !disabled ? clear(() => onchange(null), words) : nothing}`;
}

/** One option, with its letter; beside it the button that rules it out. @param {Worded} asked @param {Part} option @param {number} i */
function line({ item, response, onchange, asset, words, struck = [], onstrike, disabled = false }, option, i) {
  const single = item.type === 'single';
  const out = struck.includes(option.id);
  const chosen = single ? response === option.id : Array.isArray(response) && response.includes(option.id);
  return html`<div class="question-line ${out ? 'struck' : ''}">
    <label class="question-option"><input type=${single ? 'radio' : 'checkbox'} name="q-${item.id}" value=${option.id} .checked=${live(chosen)} ?disabled=${disabled}
      @change=${() => onchange(single ? option.id : toggled(response, option.id))}>
      <span class="question-letter">${letter(i)}</span><span class="rich" id="o-${item.id}-${option.id}">${rich(option.text, asset)}</span>${out ? html`<span class="visually-hidden">${words('question.struck')}</span>` : nothing}</label>
    ${onstrike ? html`<button type="button" class="question-tool" aria-pressed=${String(out)} aria-label=${words('question.strike', { letter: letter(i) })} title=${words('question.strike', { letter: letter(i) })}
      ?disabled=${disabled} @click=${() => onstrike(option.id, !out)}><s aria-hidden="true">${letter(i)}</s></button>` : nothing}</div>`;
}

/** A word or a number. @param {Worded} asked */
function entry({ item, response, onchange, words, disabled = false }) {
  const numeric = item.type === 'numeric';
  const value = typeof response === 'string' ? response : '';
  const wrong = numeric && value.trim() !== '' && !NUMBER.test(value);
  return html`<div class="question-entry">
    <label for="e-${item.id}">${numeric ? words('question.number') : words('question.text')}</label>
    <div class="question-value"><input id="e-${item.id}" type="text" inputmode=${numeric ? 'decimal' : 'text'} maxlength=${numeric ? 40 : TEXT_LENGTH} autocomplete="off" autocapitalize="none" spellcheck="false"
      class=${numeric ? 'number' : ''} .value=${live(value)} ?disabled=${disabled} aria-invalid=${String(wrong)} aria-describedby="stem-${item.id} u-${item.id} n-${item.id}"
      @input=${(/** @type {InputEvent} */ event) => onchange(/** @type {HTMLInputElement} */ (event.target).value || null)}>
      <span id="u-${item.id}">${item.unit ?? ''}</span></div>
    <p class="question-how ${wrong ? 'wrong' : ''}" id="n-${item.id}">${wrong ? words('question.notANumber') : numeric ? words('question.decimals') : nothing}</p></div>`;
}

/** What is chosen, in the order of the alphabet; null when nothing is. @param {Response} response @param {string} option */
function toggled(response, option) {
  const chosen = Array.isArray(response) ? response : [];
  const next = chosen.includes(option) ? chosen.filter(one => one !== option) : [...chosen, option].toSorted();
  return next.length ? next : null;
}
