import { date, number, t } from '../../core/i18n.js';
import { ask, bound, button, empty, filled, html, nothing, numberField, openDialog, table, textField } from '../../ui/index.js';
import { putPanelist, removePanelist } from './api.js';

/** @typedef {import('./api.js').Panelist} Panelist */

const TEXTS = ['credentials', 'role', 'employer', 'region'];

/** The register of subject-matter experts. */
export class PanelPart {
  /** @type {import('../../ui/table.js').Sort | null} */
  sort = null;

  /** @param {import('./study.js').StudyPage} page */
  constructor(page) {
    this.page = page;
  }

  view() {
    const { panel } = this.page.study;
    const add = this.page.mayWrite ? button({ label: t('study.panel.add'), icon: 'add', kind: 'primary', onclick: () => this.#edit() }) : nothing;
    if (!panel.length) return empty({ title: t('study.panel.none'), text: t('study.panel.lead'), icon: 'people', action: add });
    return html`<div class="stack"><p class="soft">${t('study.panel.lead')}</p>
      ${table({
        caption: t('study.panel.caption', { n: panel.length }),
        rows: panel,
        rowKey: row => row.id,
        sort: this.sort,
        onsort: sort => {
          this.sort = sort;
          this.page.change();
        },
        columns: [
          { key: 'name', label: t('study.panel.name'), head: true, cell: row => twoLines(row.name, row.credentials), sortBy: row => row.name },
          { key: 'role', label: t('study.panel.role'), cell: row => twoLines(row.role, row.employer), sortBy: row => row.role },
          { key: 'region', label: t('study.panel.region'), cell: row => row.region, sortBy: row => row.region },
          { key: 'years', label: t('study.panel.years'), numeric: true, cell: row => row.yearsOfExperience === undefined ? '' : number(row.yearsOfExperience), sortBy: row => row.yearsOfExperience },
          { key: 'conflict', label: t('study.panel.conflict'), cell: row => row.conflictStatementOn ? date(`${row.conflictStatementOn}T12:00`) : t('study.panel.notSigned') },
          ...(this.page.mayWrite ? [{ key: 'do', label: t('study.actions'), cell: (/** @type {Panelist} */ row) => this.#actions(row) }] : []),
        ],
      })}<div>${add}</div></div>`;
  }

  /** @param {Panelist} row */
  #actions(row) {
    return html`<div class="row">${button({ label: t('study.edit'), kind: 'quiet', onclick: () => this.#edit(row) })}
      ${button({ label: t('study.remove'), kind: 'quiet', onclick: () => this.#remove(row) })}</div>`;
  }

  /** @param {Panelist} [row] */
  async #edit(row) {
    const { page } = this;
    const { id = crypto.randomUUID(), version = 0, ...stored } = row ?? {};
    /** @type {Record<string, any>} */
    const draft = { ...stored };
    const done = await openDialog({
      title: row ? t('study.panel.edit') : t('study.panel.add'),
      confirm: t('study.save'),
      body: problem => html`
        ${textField({ ...bound(draft, 'name'), label: t('study.panel.name'), required: true, maxlength: 200, error: problem?.field('/name') })}
        ${TEXTS.map(name => textField({ ...bound(draft, name), label: t(`study.panel.${name}`), maxlength: 300, error: problem?.field(`/${name}`) }))}
        ${numberField({ ...bound(draft, 'yearsOfExperience'), label: t('study.panel.years'), min: 0, max: 70, step: 1, error: problem?.field('/yearsOfExperience') })}
        ${textField({ ...bound(draft, 'conflictStatementOn'), label: t('study.panel.conflict'), hint: t('study.panel.conflictHint'), type: 'date', error: problem?.field('/conflictStatementOn') })}`,
      onconfirm: () => putPanelist(page.id, id, filled(draft, ['yearsOfExperience']), version),
    });
    if (done) await page.stored(t('study.saved'));
  }

  /** @param {Panelist} row */
  async #remove(row) {
    const { page } = this;
    const done = await ask({
      title: t('study.panel.remove'),
      message: html`<p>${row.name}</p>`,
      confirm: t('study.remove'),
      danger: true,
      onconfirm: () => removePanelist(page.id, row.id),
    });
    if (done) await page.stored(t('study.removed'));
  }
}

/** @param {string} first @param {string} second */
function twoLines(first, second) {
  return html`${first}${second ? html`<div class="small soft">${second}</div>` : nothing}`;
}
