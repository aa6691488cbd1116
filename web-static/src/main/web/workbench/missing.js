import { t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { html, linkButton, pageHead } from '../ui/index.js';

/** An address that leads nowhere. */
export class MissingPage extends Page {
  get title() {
    return t('core.notFound');
  }

  view() {
    return html`<div class="stack">${pageHead({ title: this.title, lead: t('workbench.missing') })}
      <div>${linkButton({ label: t('workbench.studies'), href: '#/studies', kind: 'primary' })}</div></div>`;
  }
}
