import { language, LANGUAGES, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { html, linkButton, pageHead, problemNotice, selectField } from '../../ui/index.js';
import { formReportFile, loadFormReport } from './api.js';
import { paper } from './paper.js';

/** The technical report of an exam form, as things stand. */
export class FormReportPage extends Page {
  /** @type {HTMLElement | null} */
  article = null;
  shown = language();

  get form() {
    return this.where.params.formId;
  }

  get title() {
    return t('report.form.title');
  }

  async load() {
    this.article = await loadFormReport(this.form, this.shown);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('report.form.lead'), actions: linkButton({ label: t('report.form.print'), href: formReportFile(this.form, this.shown), icon: 'download' }) })}
      ${problemNotice(this.problem)}
      ${selectField({ name: 'language', label: t('report.language'), required: true, value: this.shown, options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), onchange: value => this.#show(value) })}
      ${paper(this.article)}
    </div>`;
  }

  /** @param {string} wanted */
  async #show(wanted) {
    this.shown = /** @type {import('../../core/i18n.js').Language} */ (wanted);
    await this.run(async () => this.change({ article: await loadFormReport(this.form, this.shown) }));
  }
}
