import { t } from '../../core/i18n.js';
import { openDialog } from '../../ui/dialog.js';
import { html } from '../../vendor/lit-html/lit-html.js';
import { codeField } from './code.js';

/** @typedef {import('../app.js').App} App */

/** @type {Promise<boolean> | null} while it stands open */
let asking = null;

/** Asks for the code over the page, once: everything stays as it is. @param {App} app */
export function askAgain(app) {
  return (asking ??= question(app).finally(() => (asking = null)));
}

/** @param {App} app */
function question(app) {
  return openDialog({
    title: t('exam.code.again'),
    body: () => html`<p>${t('exam.code.why')}</p>${codeField()}`,
    confirm: t('exam.code.enter'),
    onconfirm: values => app.renew(String(values.code).trim()),
  });
}
