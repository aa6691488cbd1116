import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { returnAddress } from '../../core/session.js';
import { button, formValues, html, passwordField, problemNotice, textField } from '../../ui/index.js';
import { signIn } from '../api.js';

export class SignInPage extends Page {
  email = '';

  get title() {
    return t('account.signIn');
  }

  view() {
    return html`<form class="stack" @submit=${this.#submit}>
      <h1>${this.title}</h1>
      ${problemNotice(this.problem)}
      ${textField({ name: 'email', label: t('account.email'), type: 'email', autocomplete: 'username', required: true, value: this.email, oninput: email => (this.email = email), error: this.error('/email') })}
      ${passwordField({ name: 'password', label: t('account.password'), autocomplete: 'current-password', required: true, error: this.error('/password') })}
      ${button({ label: t('account.signIn'), kind: 'primary', disabled: this.busy })}
    </form>`;
  }

  #submit = async (/** @type {SubmitEvent} */ event) => {
    const { email, password } = formValues(event);
    if (await this.run(() => signIn({ email, password }))) location.assign(returnAddress(this.where.query.get('return')));
  };
}
