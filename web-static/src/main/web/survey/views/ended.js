import { t } from '../../core/i18n.js';
import { notice } from '../../ui/page.js';
import { saveState } from '../../ui/progress.js';
import { html } from '../../vendor/lit-html/lit-html.js';

/** @typedef {import('../session.js').Session} Session */

/** Handing in, handed in, or not the person asked for. @param {Session} session */
export function endedView(session) {
  if (session.stage === 'screenedOut') return message(t('peer.thanks'), html`<p>${t('peer.screenedOut')}</p>`);
  if (session.stage === 'done')
    return message(t('peer.thanks'), html`<p lang=${session.asked.language}>${session.asked.thanks}</p><p class="soft">${t('peer.done')}</p>`);
  const refused = session.outbox.refusals;
  return message(t('peer.handingIn'), refused.length
    ? notice(refused.map(entry => html`<p>${entry.refusal}</p>`), 'bad')
    : html`<p>${t('peer.waitForSaved')}</p><p>${saveState(session.outbox)}</p>`);
}

/** The link leads nowhere any more. @param {import('../../core/api.js').ApiError} problem */
export function usedView(problem) {
  return message(t('peer.ended'), html`<p>${problem.message}</p>`);
}

/** @param {string} title @param {unknown} content */
function message(title, content) {
  return html`<div class="stack peer-message"><h1>${title}</h1>${content}</div>`;
}
