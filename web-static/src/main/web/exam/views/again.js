import { t } from '../../core/i18n.js';
import { openDialog } from '../../ui/dialog.js';
import { html } from '../../vendor/lit-html/lit-html.js';
import { codeField } from './code.js';

/** Asks for the code over the page: everything stays as it is. @param {import('../app.js').App} app */
export function askAgain(app) {
  return openDialog({
    title: t('exam.code.again'),
    body: () => html`<p>${t('exam.code.why')}</p>${codeField()}`,
    confirm: t('exam.code.enter'),
    onconfirm: values => app.renew(String(values.code).trim()),
  });
}
