/** The two steps that cannot be undone, and what to know before each. */
import { t } from '../../core/i18n.js';
import { ask, html, nothing } from '../../ui/index.js';
import { closeSurvey, openSurvey } from './api.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {(survey: import('./api.js').Survey, said: string) => Promise<void>} Moved */

/** @param {SurveyPage} page @param {Moved} moved */
export function askToOpen(page, moved) {
  return ask({
    title: t('survey.open.action'),
    message: html`<p>${t('survey.open.confirm')}</p>
      <ul><li>${t('survey.open.fixedTexts')}</li><li>${t('survey.open.fixedTasks', { version: page.survey.taskListVersion })}</li><li>${t('survey.open.fixedScales')}</li></ul>`,
    confirm: t('survey.open.yes'),
    onconfirm: async () => moved(await openSurvey(page.id), t('survey.open.said')),
  });
}

/** @param {SurveyPage} page @param {number} started peers who are still answering @param {Moved} moved */
export function askToClose(page, started, moved) {
  return ask({
    title: t('survey.close.action'),
    message: html`<ul><li>${t('survey.close.noMore')}</li>
      ${started ? html`<li>${t('survey.close.started', { n: started })}</li>` : nothing}
      <li>${t('survey.close.fixed')}</li><li>${t('survey.close.forGood')}</li></ul>`,
    confirm: t('survey.close.yes'),
    danger: true,
    onconfirm: async () => moved(await closeSurvey(page.id), t('survey.close.said')),
  });
}
