import { number, t } from '../../core/i18n.js';
import { button, csvInput, html, importPreview, linkButton, notice, nothing, toast } from '../../ui/index.js';
import { checkImport, importRatings, importTemplate } from './api.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */

/** Ratings collected elsewhere: looked at first, then taken whole. */
export class ImportPart {
  #page;
  /** @type {{file: Blob, name: string, preview: import('./api.js').Preview} | null} */
  #checked = null;

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
  }

  view() {
    return html`<p>${t('survey.import.lead')}</p>
      <div>${linkButton({ label: t('survey.import.template'), href: importTemplate(this.#page.id), icon: 'download', download: true })}</div>
      ${csvInput({ label: t('survey.import.file'), hint: t('survey.import.hint'), busy: this.#page.busy, onfile: (file, name) => this.#check(file, name) })}
      ${this.#checked ? this.#outcome(this.#checked.preview) : nothing}`;
  }

  /** @param {import('./api.js').Preview} preview */
  #outcome({ respondents, errors, lines }) {
    const rows = lines.map(({ line, respondent, rated, notPerformed, background, message }) => ({
      line,
      change: message ? /** @type {const} */ ('error') : /** @type {const} */ ('new'),
      message,
      cells: [respondent, number(rated), number(notPerformed), number(background)],
    }));
    return html`<section class="stack"><h2>${this.#checked?.name}</h2>
      ${errors ? notice(t('survey.import.refused', { n: errors }), 'bad') : notice(t('survey.import.fits', { n: respondents }), 'good')}
      ${errors ? nothing : html`<div>${button({ label: t('survey.import.take', { n: respondents }), kind: 'primary', disabled: this.#page.busy, onclick: () => this.#take() })}</div>`}
      ${importPreview({ caption: t('survey.import.caption', { n: rows.length }), columns: [t('survey.import.respondent'), t('survey.import.rated'), t('survey.import.notPerformed'), t('survey.import.background')], rows })}
    </section>`;
  }

  /** @param {Blob} file @param {string} name */
  async #check(file, name) {
    this.#checked = null;
    await this.#page.run(async () => (this.#checked = { file, name, preview: await checkImport(this.#page.id, file) }));
  }

  async #take() {
    const checked = this.#checked;
    if (!checked) return;
    const done = await this.#page.run(() => importRatings(this.#page.id, checked.file));
    if (!done) return;
    this.#checked = null;
    this.#page.change();
    toast(t('survey.import.taken', { n: checked.preview.respondents }));
  }
}
