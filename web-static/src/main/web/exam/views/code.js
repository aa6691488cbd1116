import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { languageSwitch } from '../../ui/language.js';
import { notice, problemNotice } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';

/** @typedef {import('../app.js').App} App */

/** Where everybody begins. @param {App} app */
export function codeView(app) {
  return html`<div class="exam-card stack">
    <h1>${t('exam.code.title')}</h1>
    ${isSecureContext ? nothing : notice(t('exam.check.secure.bad'), 'bad')}
    ${problemNotice(app.problem)}
    <form class="stack" @submit=${(/** @type {SubmitEvent} */ event) => submitted(event, app)}>
      ${codeField()}
      <div>${button({ label: t('exam.code.enter'), kind: 'primary', disabled: app.busy })}</div>
    </form>
    <div class="row">${languageSwitch()}</div>
  </div>`;
}

export function codeField() {
  return html`<div class="field"><label for="code">${t('exam.code.label')}</label>
    <span class="hint" id="code-hint">${t('exam.code.hint')}</span>
    <input class="input exam-code" id="code" name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"></div>`;
}

/** @param {SubmitEvent} event @param {App} app */
function submitted(event, app) {
  event.preventDefault();
  app.enter(codeIn(event));
}

/** @param {SubmitEvent} event */
export function codeIn(event) {
  return String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('code')).trim();
}
