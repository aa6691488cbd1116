import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { question } from '../../ui/question.js';
import { rich } from '../../ui/rich.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { keyed } from '../../vendor/lit-html/directives/keyed.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { itemCount, itemsOf } from '../path.js';
import { finish, grid } from './review.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 * @typedef {import('../api.js').Item} Item
 */

/** @param {App} app @param {Sitting} sitting */
export function questionView(app, sitting) {
  const { item, part } = sitting;
  if (!item || part.kind !== 'questions') return html`<p class="loading" role="status">${t('core.loading')}</p>`;
  showMarks(sitting, item.item);
  return html`<div class="exam-work">
    <div class="exam-question stack">
      ${head(sitting, item)}
      ${item.item === part.fromItem && part.instructions ? html`<div class="rich exam-instructions">${rich(part.instructions, () => '')}</div>` : nothing}
      ${asked(sitting, item)}
      ${keyed(item.item, paper(sitting, item))}
    </div>
    <aside class="exam-aside" aria-label=${t('exam.questions')}>${grid(sitting)}</aside>
  </div>
  ${foot(app, sitting, item)}`;
}

let marked = false;

/** Draws the highlights after the question; fetches what draws them only where there are any. @param {Sitting} sitting @param {number} item */
async function showMarks(sitting, item) {
  if (!marked && sitting.sheet.get('highlight', item) === undefined) return;
  marked = true;
  (await import('../marks.js')).showMarks(sitting, item);
}

/** @param {Sitting} sitting @param {Item} item */
function head(sitting, item) {
  const flagged = sitting.sheet.flagged(item.item);
  return html`<div class="row apart exam-question-head">
    <h1>${t('exam.question', { n: item.item, all: itemCount(sitting.view) })}</h1>
    <button type="button" class="button exam-flag" aria-pressed=${String(flagged)} @click=${() => sitting.mark('flag', item.item, !flagged)}>${icon('flag')}${flagged ? t('exam.flagged') : t('exam.flag')}</button>
  </div>`;
}

/** @param {Sitting} sitting @param {Item} item */
function asked(sitting, { item, ...text }) {
  const typed = text.type === 'text' || text.type === 'numeric';
  const struck = sitting.sheet.get('eliminate', item) ?? [];
  const choices = text.type === 'single' || text.type === 'multiple';
  return question({
    item: { ...text, id: String(item) },
    response: sitting.sheet.get('answer', item) ?? null,
    onchange: response => (typed ? sitting.type('answer', item, response) : sitting.answer(item, response)),
    asset: id => sitting.view.pictures.find(picture => picture.id === id)?.src ?? '',
    language: sitting.view.language,
    struck,
    onstrike: choices ? (option, out) => sitting.mark('eliminate', item, out ? [...struck, option] : struck.filter((/** @type {string} */ one) => one !== option)) : undefined,
  });
}

/** Where the work on this question is; notes; a word to those who make the exam. @param {Sitting} sitting @param {Item} item */
function paper(sitting, { item }) {
  const state = sitting.itemState(item);
  return html`<p class="exam-item-state small soft">${sitting.sheet.answered(item) || state !== 'saved' ? t(`exam.item.${state}`) : t('exam.item.blank')}</p>
    ${area(sitting, item, 'note')}${area(sitting, item, 'comment')}`;
}

/** @param {Sitting} sitting @param {number} item @param {'note' | 'comment'} kind */
function area(sitting, item, kind) {
  const value = sitting.sheet.get(kind, item) ?? '';
  return html`<details class="more exam-note"><summary>${t(`exam.${kind}`)}${value ? html` <span class="soft small">${t('exam.written')}</span>` : nothing}</summary>
    <div class="field"><label class="visually-hidden" for="${kind}-${item}">${t(`exam.${kind}`)}</label><span class="hint" id="${kind}-${item}-hint">${t(`exam.${kind}.hint`)}</span>
      <textarea id="${kind}-${item}" rows="3" maxlength="2000" aria-describedby="${kind}-${item}-hint" .value=${live(value)}
        @input=${(/** @type {InputEvent} */ event) => sitting.type(kind, item, /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></div></details>`;
}

/** @param {App} app @param {Sitting} sitting @param {Item} item */
function foot(app, sitting, { item }) {
  const items = itemsOf(sitting.part);
  const linear = sitting.part.kind === 'questions' && sitting.part.navigation === 'linear';
  const last = item === items.at(-1);
  return html`<nav class="exam-foot" aria-label=${t('exam.steps')}>
    ${linear ? nothing : button({ label: t('exam.previous'), disabled: item === items[0], onclick: () => sitting.go(item - 1) })}
    ${last ? nothing : button({ label: t('exam.next'), kind: 'primary', onclick: () => sitting.go(item + 1) })}
    ${linear && last ? button({ ...finish(app, sitting), kind: 'primary' }) : nothing}
    ${linear ? nothing : button({ label: t('exam.review.go'), kind: last ? 'primary' : '', onclick: () => sitting.review() })}
  </nav>`;
}
