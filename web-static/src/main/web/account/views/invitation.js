import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { returnAddress } from '../../core/session.js';
import { button, formValues, html, problemNotice, textField } from '../../ui/index.js';
import { acceptInvitation, readInvitation } from '../api.js';
import { newPassword } from './new-password.js';

/** A colleague who was invited chooses a name and a password. */
export class InvitationPage extends Page {
  /** @type {{email: string, role: import('../api.js').Role} | null} */
  invitation = null;

  get title() {
    return t('account.invitation.title');
  }

  async load() {
    this.invitation = await readInvitation(this.where.params.token);
  }

  view() {
    const { email = '', role = 'sme' } = this.invitation ?? {};
    return html`<form class="stack" @submit=${this.#submit}>
      <h1>${this.title}</h1>
      <p>${t('account.invitation.lead', { email, role: t(`core.role.${role}`) })}</p>
      ${problemNotice(this.problem)}
      <input class="visually-hidden" type="email" name="username" autocomplete="username" .value=${email} tabindex="-1" aria-hidden="true" readonly>
      ${textField({ name: 'name', label: t('account.name'), autocomplete: 'name', required: true, maxlength: 200, error: this.error('/name') })}
      ${newPassword(this.error('/password'))}
      ${button({ label: t('account.invitation.accept'), kind: 'primary', disabled: this.busy })}
    </form>`;
  }

  #submit = async (/** @type {SubmitEvent} */ event) => {
    const { name, password } = formValues(event);
    if (await this.run(() => acceptInvitation(this.where.params.token, { name, password }))) location.assign(returnAddress(null));
  };
}
