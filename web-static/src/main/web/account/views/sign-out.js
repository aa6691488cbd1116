import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { html, linkButton } from '../../ui/index.js';
import { signOut } from '../api.js';

export class SignOutPage extends Page {
  get title() {
    return t('account.signedOut');
  }

  load() {
    return signOut();
  }

  view() {
    return html`<div class="stack"><h1>${this.title}</h1>${linkButton({ label: t('account.signIn'), href: '#/sign-in', kind: 'primary' })}</div>`;
  }
}
