import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { repeat } from '../../vendor/lit-html/directives/repeat.js';
import { clockFace } from '../../core/clock.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 */

/** Before and after the exam. @param {unknown} content */
export function plainFrame(content) {
  return html`<main class="exam-page" id="main">${content}</main>`;
}

/** During the exam: what is saved and how much time is left stand above everything. @param {App} app @param {Sitting} sitting @param {unknown} content */
export function frame(app, sitting, content) {
  return html`<a class="skip" href="#main" @click=${toMain}>${t('exam.skip')}</a>
    <header class="exam-head">
      <p class="exam-title">${sitting.view.exam.title}</p>
      ${saving(app, sitting)}
      ${timer(app, sitting)}
      ${toolsButton(app)}
    </header>
    ${app.panel && app.tools ? app.tools.toolsPanel(app, sitting) : nothing}
    ${notices(app)}
    <main class="exam-main" id="main" tabindex="-1">${content}</main>`;
}

/** The address is the page's own, so the jump is made by hand. @param {Event} event */
function toMain(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** @param {App} app @param {Sitting} sitting */
function saving(app, sitting) {
  const { state, kept } = sitting.saving;
  const words = state === 'saved' || state === 'signedOut' || state === 'refused' ? t(`exam.save.${state}`) : t(`exam.save.${state}${kept ? '' : 'Unkept'}`);
  return html`<div class="exam-saving"><span class="save-state ${state}">${words}${state === 'refused' ? ` (${sitting.saving.refusal})` : ''}</span>${state === 'signedOut'
    ? button({ label: t('exam.code.again'), onclick: async () => (await import('./again.js')).askAgain(app) }) : nothing}</div>`;
}

/** Silent but at its marks; can be hidden. @param {App} app @param {Sitting} sitting */
function timer(app, { times }) {
  const exam = times.exam.left();
  if (exam === null) return nothing;
  const hide = app.timeHidden ? t('exam.time.show') : t('exam.time.hide');
  return html`<div class="exam-time ${exam < 300_000 && times.exam.running ? 'short' : ''}">
    ${app.timeHidden ? nothing : html`<span role="timer" aria-live="off"><span class="exam-time-words">${times.exam.running ? t('exam.time.left') : t('exam.time.stopped')}</span>
      <b class="number">${clockFace(times.part.left() ?? exam)}</b>${times.part.left() === null ? nothing : html` <span class="small soft">${t('exam.time.whole', { time: clockFace(exam) })}</span>`}</span>`}
    <button type="button" class="button quiet icon" aria-label=${hide} title=${hide} @click=${() => app.change({ timeHidden: !app.timeHidden })}>${icon(app.timeHidden ? 'clock' : 'hidden')}</button>
  </div>`;
}

/** @param {App} app */
function notices(app) {
  if (app.notices.length === 0) return nothing;
  return html`<section class="exam-notices" aria-label=${t('core.notices')}>${repeat(app.notices, one => one.id, one => html`<div class="notice info">${icon('info')}<div><p>${one.words}</p></div>
    <button type="button" class="button quiet icon" aria-label=${t('core.close')} @click=${() => app.dismiss(one.id)}>${icon('close')}</button></div>`)}</section>`;
}

/** @param {App} app */
function toolsButton(app) {
  return html`<button type="button" class="button exam-tools-button" aria-expanded=${String(app.panel)} aria-controls="tools" @click=${() => toggleTools(app)}>${icon('menu')}<span>${t('exam.tools')}</span></button>`;
}

/** @param {App} app */
async function toggleTools(app) {
  app.tools ??= await import('./tools.js');
  app.change({ panel: !app.panel });
}
