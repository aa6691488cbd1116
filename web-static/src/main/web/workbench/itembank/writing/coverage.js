import { number, t } from '../../../core/i18n.js';
import { Page } from '../../../core/page.js';
import { badge, button, empty, html, linkButton, nothing, numberField, problemNotice, svg, table } from '../../../ui/index.js';
import { listItems } from '../api.js';
import { bankHead, orNothing } from '../frame.js';
import { listItemCells, listWritingAssignments, readCoverage } from './api.js';
import { assignmentsPart, assignWriting } from './assignments.js';

/** @typedef {import('./api.js').CoverageCell} CoverageCell */

/** For each cell of the blueprint: what is live, in review, being written, and what the forms need. */
export class CoveragePage extends Page {
  /** @type {import('./api.js').Coverage | null} */
  coverage = null;
  /** @type {import('./api.js').WritingAssignment[]} */
  assignments = [];
  /** @type {import('./api.js').Cells} */
  cells = { blueprint: '', version: 0, domains: [] };
  forms = 2;
  mayLead = false;
  /** @type {import('../../../ui/table.js').Sort | null} */
  sort = null;

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.part.coverage');
  }

  async load() {
    const { study } = this;
    [this.cells, { mayLead: this.mayLead }] = await Promise.all([orNothing(listItemCells(study), this.cells), listItems(study)]);
    await this.renew();
  }

  async renew() {
    [this.coverage, this.assignments] = await Promise.all([orNothing(readCoverage(this.study, this.forms), null), orNothing(listWritingAssignments(this.study), [])]);
    this.change();
  }

  view() {
    const cells = this.coverage?.cells ?? [];
    return html`<div class="stack loose">${bankHead(this.study, 'coverage', { lead: t('itembank.coverage.lead') })}
      ${problemNotice(this.problem)}
      ${cells.length ? html`
        <div class="row apart bottom">${numberField({ name: 'forms', label: t('itembank.coverage.forms'), min: 1, max: 20, step: 1, required: true, value: this.forms, onchange: text => this.#need(Number(text)) })}${this.#sum(cells)}</div>
        ${this.#map(cells)}` : empty({ title: t('itembank.coverage.none'), text: t('itembank.noBlueprint'), action: linkButton({ label: t('itembank.toBlueprint'), href: `#/studies/${this.study}/blueprint` }) })}
      ${assignmentsPart(this)}</div>`;
  }

  /** @param {number} forms */
  #need(forms) {
    if (!Number.isInteger(forms) || forms < 1 || forms > 20) return;
    this.forms = forms;
    return this.run(() => this.renew());
  }

  /** @param {CoverageCell[]} cells */
  #sum(cells) {
    const gap = cells.reduce((sum, one) => sum + one.gap, 0);
    return gap ? badge(t('itembank.coverage.missing', { n: gap }), 'warn') : badge(t('itembank.coverage.enough'), 'good');
  }

  /** The picture and its figures in one: a bar per cell, the line where the need is met. @param {CoverageCell[]} cells */
  #map(cells) {
    const most = Math.max(1, ...cells.map(one => Math.max(one.needed, one.live + one.inReview + one.draft)));
    const domains = new Map(this.cells.domains.map(one => [one.id, `${one.code} ${one.title}`]));
    const count = (/** @type {'needed' | 'live' | 'inReview' | 'draft' | 'assigned'} */ key) => ({ key, label: t(`itembank.coverage.${key}`), numeric: true, sortBy: (/** @type {CoverageCell} */ one) => one[key], cell: (/** @type {CoverageCell} */ one) => number(one[key]) });
    return html`<p class="coverage-key" aria-hidden="true"><span class="live">${t('itembank.coverage.live')}</span><span class="review">${t('itembank.coverage.inReview')}</span><span class="draft">${t('itembank.coverage.draft')}</span><span class="needed">${t('itembank.coverage.needed')}</span></p>
      <div class="item-table">${table({
        caption: t('itembank.coverage.caption', { n: this.forms }),
        rows: cells,
        rowKey: one => one.task,
        groupBy: this.sort ? undefined : one => domains.get(one.domain) ?? '',
        sort: this.sort,
        onsort: sort => this.change({ sort }),
        columns: [
          { key: 'task', label: t('itembank.task'), head: true, sortBy: one => one.code, cell: one => html`<a href="#/studies/${this.study}/itembank?task=${one.task}">${one.code}</a> <span class="small soft">${one.text}</span>${bar(one, most)}` },
          count('needed'), count('live'), count('inReview'), count('draft'), count('assigned'),
          { key: 'gap', label: t('itembank.coverage.gap'), numeric: true, sortBy: one => one.gap, cell: one => (one.gap ? badge(number(one.gap), 'warn') : badge(t('itembank.coverage.met'), 'good')) },
          ...(this.mayLead ? [{ key: 'assign', label: t('itembank.acts'), cell: (/** @type {CoverageCell} */ one) => button({ label: t('itembank.coverage.assign'), kind: /** @type {const} */ ('quiet'), describe: one.code, onclick: () => assignWriting(this, one) }) }] : []),
        ],
      })}</div>`;
  }
}

/** @param {CoverageCell} one @param {number} most */
function bar(one, most) {
  const share = (/** @type {number} */ n) => (n / most) * 198;
  return html`<svg class="coverage-bar" viewBox="0 0 200 14" width="200" height="14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="live" x="0" y="2" width=${share(one.live)} height="10"></rect>
    <rect class="review" x=${share(one.live)} y="2" width=${share(one.inReview)} height="10"></rect>
    <rect class="draft" x=${share(one.live + one.inReview)} y="2" width=${share(one.draft)} height="10"></rect>
    ${one.needed ? svg`<line class="needed" x1=${share(one.needed)} x2=${share(one.needed)} y1="0" y2="14"></line>` : nothing}</svg>`;
}
