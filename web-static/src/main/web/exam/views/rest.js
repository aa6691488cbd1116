import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { html } from '../../vendor/lit-html/lit-html.js';
import { clockFace } from '../../core/clock.js';

/** A break, of the form or of this candidate. @param {import('../app.js').App} _ @param {import('../sitting.js').Sitting} sitting */
export function restView(_, sitting) {
  const { part, times } = sitting;
  const left = times.rest.left();
  const ofForm = part.kind === 'break';
  const stops = !times.exam.running;
  const mayEnd = !ofForm || part.optional || left === null || left === 0;
  return html`<div class="exam-card stack"><h1>${t('exam.break')}</h1>
    ${left === null ? html`<p>${t('exam.break.untold')}</p>` : html`<p class="exam-big number" role="timer" aria-live="off">${clockFace(left)}</p>`}
    <p>${stops ? t('exam.break.stopped') : t('exam.break.running')}</p>
    <div>${button({ label: t('exam.break.end'), kind: 'primary', disabled: !mayEnd, onclick: () => sitting.endBreak() })}</div></div>`;
}
