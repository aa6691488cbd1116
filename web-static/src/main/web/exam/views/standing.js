import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { problemNotice } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { backupText, download } from '../backup.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 */

/** When nothing can be answered now: why, and what to do. @param {App} app @param {Sitting} sitting */
export function standing(app, sitting) {
  switch (sitting.screen) {
    case 'waiting':
      return page(app, t('exam.waiting'), t('exam.waiting.why'));
    case 'paused':
      return page(app, t('exam.paused'), t('exam.paused.why'));
    case 'otherTab':
      return page(app, t('exam.otherTab'), t('exam.otherTab.why'), here(app, sitting));
    case 'otherDevice':
      return page(app, t('exam.otherDevice'), t('exam.otherDevice.why'), here(app, sitting));
    case 'partOver':
      return page(app, t('exam.partOver'), t('exam.partOver.why'), on(sitting));
    case 'timeOver':
      return page(app, t('exam.timeOver'), t('exam.timeOver.why'), waitingToSend(app, sitting));
    default:
      return page(app, t('exam.handingIn'), t('exam.handingIn.why'), waitingToSend(app, sitting));
  }
}

/** @param {App} app @param {string} title @param {string} why @param {unknown} [more] */
function page(app, title, why, more = nothing) {
  return html`<div class="exam-card stack"><h1>${title}</h1>${problemNotice(app.problem)}<p>${why}</p>${more}</div>`;
}

/** @param {App} app @param {Sitting} sitting */
function here(app, sitting) {
  return html`<div>${button({ label: t('exam.continueHere'), kind: 'primary', disabled: app.busy, onclick: () => app.run(() => sitting.continueHere()) })}</div>`;
}

/** @param {Sitting} sitting */
function on(sitting) {
  const last = sitting.nextPart === null;
  return html`<div>${button({ label: last ? t('exam.submit') : t('exam.next'), kind: 'primary', onclick: () => (last ? sitting.submit() : sitting.enterNextPart()) })}</div>`;
}

/** The line is dead at the end: nothing is lost, and there is a last resort. @param {App} app @param {Sitting} sitting */
function waitingToSend(app, sitting) {
  const { waiting, state } = sitting.saving;
  if (waiting === 0) return html`<p class="soft">${t('exam.sent')}</p>`;
  return html`<p class="strong">${t('exam.unsent', { n: waiting })}</p>
    ${state === 'sending' ? nothing : html`<p>${t('exam.backup.why')}</p><div>${button({ label: t('exam.backup'), onclick: () => save(app, sitting) })}</div>`}`;
}

/** @param {App} app @param {Sitting} sitting */
async function save(app, sitting) {
  await sitting.flush();
  download(`exam-${sitting.view.exam.code}.json`, await backupText(sitting, app.device.clientId));
}
