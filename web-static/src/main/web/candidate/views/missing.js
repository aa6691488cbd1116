import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { html } from '../../vendor/lit-html/lit-html.js';

export class MissingPage extends Page {
  get title() {
    return t('core.notFound');
  }

  view() {
    return html`<div class="stack"><h1>${this.title}</h1><p>${t('candidate.missing')}</p></div>`;
  }
}
