import { LANGUAGES, t } from '../../core/i18n.js';
import { navigate } from '../../core/router.js';
import { badge, button, empty, html, openDialog, table, textArea, toast } from '../../ui/index.js';
import { listForms, listWindows, readAgreement, wordAgreement } from './api.js';
import { written } from './opening.js';
import { CandidacyPage } from './part.js';
import { planDialog } from './plan.js';
import { span } from './when.js';

/** @typedef {import('./api.js').ExamWindow} ExamWindow */

/** The exam windows of the programme, and what candidates agree to when they book. */
export class WindowsPage extends CandidacyPage {
  /** @type {{window: ExamWindow, taken: number}[]} */
  windows = [];
  /** @type {import('./api.js').Agreement} */
  agreement = { version: 0 };

  get title() {
    return t('candidacy.title');
  }

  async load() {
    if (this.may) [this.windows, this.agreement] = await Promise.all([listWindows(this.study), readAgreement(this.study), this.watchSimulation()]);
  }

  view() {
    const add = button({ label: t('candidacy.window.new'), kind: 'primary', icon: 'add', onclick: this.#plan });
    return this.frame('/windows', html`${this.windows.length ? this.#table() : empty({ title: t('candidacy.window.none'), text: t('candidacy.window.noneText') })}${this.#agreement()}`, this.may ? add : undefined);
  }

  #table() {
    return table({
      caption: t('candidacy.window.caption', { n: this.windows.length }),
      rows: this.windows,
      rowKey: ({ window }) => window.id,
      columns: [
        { key: 'title', label: t('candidacy.window.title'), head: true, cell: ({ window }) => html`<a href="${this.base}/windows/${window.id}">${window.title}</a>` },
        { key: 'when', label: t('candidacy.window.when'), cell: ({ window }) => span(window) },
        { key: 'place', label: t('candidacy.window.place'), cell: ({ window }) => window.place || t('candidacy.window.home') },
        { key: 'seats', label: t('candidacy.window.seats'), numeric: true, cell: ({ window, taken }) => t('candidacy.window.taken', { taken, seats: window.seats }) },
        { key: 'state', label: t('candidacy.list.state'), cell: ({ window }) => windowBadge(window) },
      ],
    });
  }

  #agreement() {
    const { version, words = {} } = this.agreement;
    return html`<section class="card stack"><h2>${t('candidacy.agreement.title')}</h2><p class="soft">${t('candidacy.agreement.lead')}</p>
      ${version ? html`<p class="small soft">${t('candidacy.agreement.version', { version })}</p>${Object.entries(words).map(([code, text]) => html`<div><h3>${LANGUAGES[/** @type {'en'} */ (code)]}</h3><p class="as-written" lang=${code}>${text}</p></div>`)}` : html`<p>${t('candidacy.agreement.none')}</p>`}
      <div>${button({ label: version ? t('candidacy.agreement.edit') : t('candidacy.agreement.write'), icon: 'edit', onclick: this.#word })}</div></section>`;
  }

  #plan = async () => {
    const id = await planDialog(this.study, await listForms(this.study));
    if (id) navigate(`/studies/${this.study}/candidacy/windows/${id}`);
  };

  #word = async () => {
    const words = /** @type {Record<string, string>} */ ({ ...this.agreement.words });
    const done = await openDialog({
      title: t('candidacy.agreement.title'),
      confirm: t('candidacy.save'),
      wide: true,
      body: problem => html`<p class="soft">${t('candidacy.agreement.hint')}</p>
        ${Object.entries(LANGUAGES).map(([code, name]) => textArea({ name: code, label: name, rows: 8, maxlength: 8000, value: words[code] ?? '', error: problem?.field('/words'), oninput: text => (words[code] = text) }))}`,
      onconfirm: async () => (this.agreement = await wordAgreement(this.study, written(words), this.agreement.version)),
    });
    if (done) toast(t('candidacy.saved'));
    this.change();
  };
}

/** @param {ExamWindow} window */
export function windowBadge({ state }) {
  return badge(t(`candidacy.windowState.${state}`), /** @type {const} */ ({ draft: '', published: 'good', cancelled: 'bad' })[state]);
}
