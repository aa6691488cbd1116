import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { itemsOf } from '../path.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 */

/** What is answered, flagged and left out, before anything is final. @param {App} app @param {Sitting} sitting */
export function reviewView(app, sitting) {
  const items = itemsOf(sitting.part);
  const open = items.filter(item => !sitting.sheet.answered(item));
  const flagged = items.filter(item => sitting.sheet.flagged(item));
  return html`<div class="stack exam-review"><h1>${t('exam.review')}</h1>
    <p>${t('exam.review.answered', { n: items.length - open.length, all: items.length })}</p>
    ${list(sitting, t('exam.review.open', { n: open.length }), open)}
    ${list(sitting, t('exam.review.flagged', { n: flagged.length }), flagged)}
    <h2>${t('exam.review.all')}</h2>${grid(sitting)}
    ${breaks(app, sitting)}
  </div>
  <nav class="exam-foot" aria-label=${t('exam.steps')}>
    ${button({ label: t('exam.review.back'), onclick: () => sitting.go(sitting.place.item) })}
    ${button({ ...finish(app, sitting), kind: 'primary' })}
  </nav>`;
}

/** @param {Sitting} sitting @param {string} title @param {number[]} items */
function list(sitting, title, items) {
  if (items.length === 0) return nothing;
  return html`<section class="stack tight"><h2>${title}</h2><div class="row">${items.map(item => button({ label: t('exam.item', { n: item }), onclick: () => sitting.go(item) }))}</div></section>`;
}

/** All questions of the part, each with what there is to know of it. @param {Sitting} sitting */
export function grid(sitting) {
  return html`<ol class="exam-grid">${itemsOf(sitting.part).map(item => cell(sitting, item))}</ol>`;
}

/** @param {Sitting} sitting @param {number} item */
function cell(sitting, item) {
  const answered = sitting.sheet.answered(item);
  const flagged = sitting.sheet.flagged(item);
  const unsaved = sitting.itemState(item) !== 'saved';
  const here = item === sitting.place.item && !sitting.place.review;
  const linear = sitting.part.kind === 'questions' && sitting.part.navigation === 'linear';
  const words = [t('exam.item', { n: item }), answered ? t('exam.is.answered') : t('exam.is.open'), flagged ? t('exam.is.flagged') : '', unsaved ? t('exam.is.unsaved') : ''];
  return html`<li><button type="button" class="exam-cell ${answered ? 'answered' : ''} ${flagged ? 'flagged' : ''} ${unsaved ? 'unsaved' : ''}" aria-current=${here ? 'true' : 'false'}
    aria-label=${words.filter(Boolean).join(', ')} ?disabled=${linear && !here} @click=${() => sitting.go(item)}>${item}</button></li>`;
}

/** @param {App} app @param {Sitting} sitting */
function breaks(app, sitting) {
  const next = sitting.view.extraBreaks.find(one => !one.taken);
  if (!next) return nothing;
  return html`<section class="stack tight"><h2>${t('exam.break.extra')}</h2><p>${t('exam.break.offer', { n: Math.round(next.seconds / 60) })}</p>
    <div>${button({ label: t('exam.break.take'), onclick: () => sitting.takeBreak(next.number) })}</div></section>`;
}

/** The end of this part: on to the next one, or handing in. @param {App} app @param {Sitting} sitting */
export function finish(app, sitting) {
  const last = sitting.nextPart === null;
  return { label: last ? t('exam.submit') : t('exam.part.finish'), onclick: async () => (await import('./finish.js')).confirm(sitting, last) };
}
