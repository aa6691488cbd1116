import { date, t } from '../../core/i18n.js';
import { badge, empty, FIRST_ROWS, html, linkButton, selectField, table, textField } from '../../ui/index.js';
import { listApplications } from './api.js';
import { CandidacyPage } from './part.js';

/** @typedef {import('./api.js').Summary} Summary */

const STATES = /** @type {const} */ (['submitted', 'more', 'accepted', 'refused', 'draft']);

/** Who has applied, filtered by state and name. */
export class ApplicationsPage extends CandidacyPage {
  /** @type {Summary[]} */
  applications = [];
  state = '';
  words = '';
  shown = FIRST_ROWS;
  /** @type {import('../../ui/table.js').Sort | null} */
  sort = null;

  get title() {
    return t('candidacy.title');
  }

  async load() {
    if (this.may) [this.applications] = await Promise.all([listApplications(this.study), this.watchSimulation()]);
  }

  view() {
    const { applications, base } = this;
    if (!applications.length) return this.frame('', empty({ title: t('candidacy.list.none'), text: t('candidacy.list.noneText'), action: linkButton({ label: t('candidacy.tab.page'), href: `${base}/page` }) }));
    const rows = applications.filter(one => (!this.state || one.state === this.state) && `${one.name} ${one.email}`.toLowerCase().includes(this.words.toLowerCase().trim()));
    return this.frame('', html`
      <div class="grid">${selectField({ name: 'state', label: t('candidacy.list.state'), required: true, value: this.state, options: [{ value: '', label: t('candidacy.list.all', { n: applications.length }) }, ...STATES.map(state => ({ value: state, label: `${t(`candidacy.state.${state}`)} (${applications.filter(one => one.state === state).length})` }))], onchange: state => this.change({ state }) })}
        ${textField({ name: 'words', label: t('candidacy.list.search'), type: 'search', required: true, value: this.words, oninput: words => this.change({ words }) })}</div>
      ${table({
        caption: t('candidacy.list.caption', { n: rows.length }),
        rows,
        rowKey: row => row.id,
        sort: this.sort,
        onsort: sort => this.change({ sort }),
        shown: this.shown,
        onmore: shown => this.change({ shown }),
        columns: [
          { key: 'name', label: t('candidacy.list.name'), head: true, sortBy: row => row.name.toLowerCase(), cell: row => html`<a href="${base}/applications/${row.id}">${row.name || t('candidacy.list.unnamed')}</a>` },
          { key: 'email', label: t('candidacy.list.email'), cell: row => html`<span class="break">${row.email}</span>` },
          { key: 'state', label: t('candidacy.list.state'), sortBy: row => STATES.indexOf(row.state), cell: row => stateBadge(row.state) },
          { key: 'submitted', label: t('candidacy.list.submitted'), sortBy: row => row.submittedAt ?? '', cell: row => (row.submittedAt ? date(row.submittedAt) : '–') },
          { key: 'until', label: t('candidacy.list.until'), sortBy: row => row.authorisedUntil ?? '', cell: row => (row.authorisedUntil ? date(row.authorisedUntil) : '–') },
        ],
      })}`);
  }
}

/** @param {import('./api.js').State} state */
export function stateBadge(state) {
  return badge(t(`candidacy.state.${state}`), /** @type {const} */ ({ draft: '', submitted: 'info', more: 'warn', accepted: 'good', refused: 'bad' })[state]);
}
