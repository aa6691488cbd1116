import { number, t } from '../../core/i18n.js';
import { progressed } from '../shell.js';
import { badge, button, csvInput, html, linkButton, notice, nothing, table, toast } from '../../ui/index.js';
import { checkImport, importRatings, importTemplate } from './api.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').Preview['lines'][number]} Line */

/** Ratings collected elsewhere: looked at first, then taken whole. */
export class ImportPart {
  #page;
  /** @type {{file: Blob, name: string, preview: import('./api.js').Preview} | null} */
  #checked = null;
  /** Name of the file that was refused as a whole. */
  #refused = '';

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
  }

  view() {
    return html`${this.#page.problem && this.#refused ? notice(t('survey.import.nothingStored', { name: this.#refused }), 'bad') : nothing}
      <p>${t('survey.import.lead')}</p>
      <div>${linkButton({ label: t('survey.import.template'), href: importTemplate(this.#page.id), icon: 'download', download: true })}</div>
      ${csvInput({ label: t('survey.import.file'), hint: t('survey.import.hint'), busy: this.#page.busy, onfile: (file, name) => this.#check(file, name) })}
      ${this.#checked ? this.#outcome(this.#checked.preview) : nothing}`;
  }

  /** @param {import('./api.js').Preview} preview */
  #outcome({ respondents, errors, lines }) {
    /** @param {'rated' | 'notPerformed' | 'background'} key */
    const column = key => ({ key, label: t(`survey.import.${key}`), numeric: true, cell: (/** @type {Line} */ line) => (line.message ? '' : number(line[key])) });
    return html`<section class="stack" aria-live="polite"><h2>${this.#checked?.name}</h2>
      ${errors ? notice(t('survey.import.refused', { n: errors }), 'bad') : notice(t('survey.import.fits', { n: respondents }), 'good')}
      ${errors ? nothing : html`<div>${button({ label: t('survey.import.take', { n: respondents }), kind: 'primary', disabled: this.#page.busy, onclick: () => this.#take() })}</div>`}
      ${table({
        caption: t('survey.import.caption', { n: lines.length, respondents }),
        rows: lines,
        rowKey: line => String(line.line),
        columns: [
          { key: 'line', label: t('core.import.line'), numeric: true, cell: line => number(line.line) },
          { key: 'respondent', label: t('survey.import.respondent'), head: true, cell: line => line.respondent || '–' },
          { key: 'state', label: t('survey.import.state'), cell: line => (line.message ? html`${badge(t('core.import.error'), 'bad')} <span class="small">${line.message}</span>` : badge(t('survey.import.usable'), 'good')) },
          column('rated'), column('notPerformed'), column('background'),
        ],
      })}
    </section>`;
  }

  /** @param {Blob} file @param {string} name */
  async #check(file, name) {
    this.#checked = null;
    this.#refused = name;
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
    progressed();
  }
}
