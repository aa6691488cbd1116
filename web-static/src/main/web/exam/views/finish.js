import { t } from '../../core/i18n.js';
import { ask } from '../../ui/dialog.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { itemsOf } from '../path.js';

/** @typedef {import('../sitting.js').Sitting} Sitting */

/** @type {Promise<boolean> | null} while it stands open */
let asking = null;

/** Asks before what cannot be taken back, once however often the button is pressed. @param {Sitting} sitting @param {boolean} last whether the whole exam is handed in */
export function confirm(sitting, last) {
  return (asking ??= question(sitting, last).finally(() => (asking = null)));
}

/** @param {Sitting} sitting @param {boolean} last */
function question(sitting, last) {
  const open = itemsOf(sitting.part).filter(item => !sitting.sheet.answered(item)).length;
  return ask({
    title: last ? t('exam.submit.title') : t('exam.part.title'),
    message: html`<p>${last ? t('exam.submit.ask') : t('exam.part.ask')}</p>${open ? html`<p class="strong">${t('exam.submit.open', { n: open })}</p>` : nothing}`,
    confirm: last ? t('exam.submit') : t('exam.part.finish'),
    onconfirm: async () => void (last ? sitting.submit() : sitting.enterNextPart()),
  });
}
