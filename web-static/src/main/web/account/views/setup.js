import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { returnAddress } from '../../core/session.js';
import { button, formValues, html, problemNotice, textField } from '../../ui/index.js';
import { completeSetup, readSetup } from '../api.js';
import { newPassword } from './new-password.js';

/** The first administrator of a new service, by the link that the service printed at its first start. */
export class SetupPage extends Page {
  get title() {
    return t('account.setup.title');
  }

  load() {
    return readSetup(this.where.params.token);
  }

  view() {
    return html`<form class="stack" @submit=${this.#submit}>
      <h1>${this.title}</h1>
      <p class="soft">${t('account.setup.lead')}</p>
      ${problemNotice(this.problem)}
      ${textField({ name: 'name', label: t('account.name'), autocomplete: 'name', required: true, maxlength: 200, error: this.error('/name') })}
      ${textField({ name: 'email', label: t('account.email'), type: 'email', autocomplete: 'username', required: true, error: this.error('/email') })}
      ${newPassword(this.error('/password'))}
      ${button({ label: t('account.setup.create'), kind: 'primary', disabled: this.busy })}
    </form>`;
  }

  #submit = async (/** @type {SubmitEvent} */ event) => {
    const { name, email, password } = formValues(event);
    if (await this.run(() => completeSetup(this.where.params.token, { name, email, password }))) location.assign(returnAddress(null));
  };
}
