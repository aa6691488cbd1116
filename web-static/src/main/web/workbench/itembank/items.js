import { LANGUAGES, date, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { badge, button, empty, html, linkButton, notice, nothing, problemNotice, selectField, stats, table, textField } from '../../ui/index.js';
import { listItems } from './api.js';
import { bankHead, orNothing, STATES, stateBadge } from './frame.js';
import { LEVELS } from './editing/cell.js';
import { TYPES } from './item/content.js';
import { itemsFile, listItemCells } from './writing/api.js';

/** @typedef {import('./api.js').ItemSummary} ItemSummary */

const FILTERS = /** @type {const} */ (['domain', 'task', 'state', 'level', 'type', 'language']);

/** All items of a study, with what narrows the list down. */
export class ItemsPage extends Page {
  /** @type {ItemSummary[]} */
  items = [];
  /** @type {import('./writing/api.js').Cells} */
  cells = { blueprint: '', version: 0, domains: [] };
  mayWrite = false;
  mayLead = false;
  /** @type {Partial<Record<typeof FILTERS[number], string>>} */
  filter = {};
  text = '';
  /** @type {import('../../ui/table.js').Sort} */
  sort = { key: 'code', direction: 'ascending' };

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.title');
  }

  async load() {
    for (const name of FILTERS) this.filter[name] = this.where.query.get(name) ?? '';
    const { study } = this;
    [{ items: this.items, mayWrite: this.mayWrite, mayLead: this.mayLead }, this.cells] = await Promise.all([listItems(study), orNothing(listItemCells(study), this.cells)]);
  }

  view() {
    const shown = this.items.filter(one => this.#fits(one));
    const acts = html`${this.mayWrite ? button({ label: t('itembank.newItem'), icon: 'add', kind: 'primary', disabled: !this.cells.blueprint, onclick: () => navigate(`/studies/${this.study}/itembank/items/${crypto.randomUUID()}?new=1&task=${this.filter.task ?? ''}`) }) : nothing}
      ${this.mayLead ? linkButton({ label: t('itembank.import'), icon: 'upload', href: `#/studies/${this.study}/itembank/import` }) : nothing}
      ${this.mayLead && this.items.length ? linkButton({ label: t('itembank.export'), icon: 'download', href: itemsFile(this.study), download: true }) : nothing}`;
    return html`<div class="stack loose">
      ${bankHead(this.study, '', { lead: t('itembank.lead'), actions: acts })}
      ${problemNotice(this.problem)}
      ${this.cells.blueprint ? nothing : notice(html`<p>${t('itembank.noBlueprint')}</p><p><a href="#/studies/${this.study}/blueprint">${t('itembank.toBlueprint')}</a></p>`, 'warn')}
      ${this.#earlier()}
      ${this.items.length ? html`${this.#counts()}${this.#filters()}${this.#table(shown)}` : empty({ title: t('itembank.none'), text: t('itembank.noneText') })}
    </div>`;
  }

  /** After a blueprint was adopted, items of the one before are to be carried. */
  #earlier() {
    const n = this.items.filter(one => one.state !== 'retired' && one.blueprint !== this.cells.blueprint).length;
    if (!this.mayLead || !this.cells.blueprint || !n) return nothing;
    return notice(html`<p>${t('itembank.earlier', { n, version: this.cells.version })}</p><p><a href="#/studies/${this.study}/itembank/carry">${t('itembank.toCarry')}</a></p>`, 'info');
  }

  #counts() {
    const count = (/** @type {(state: string) => boolean} */ test) => this.items.filter(one => test(one.state)).length;
    return stats([
      { label: t('itembank.count.live'), value: number(this.items.filter(one => ['approved', 'pilot', 'operational'].includes(one.live?.state ?? one.state)).length) },
      { label: t('itembank.count.review'), value: number(count(state => ['content_review', 'editorial', 'fairness_review'].includes(state))) },
      { label: t('itembank.count.draft'), value: number(count(state => state === 'draft')) },
    ]);
  }

  #filters() {
    const { domains } = this.cells;
    const tasks = domains.filter(one => !this.filter.domain || one.id === this.filter.domain).flatMap(one => one.tasks);
    return html`<form class="card flat item-filters" role="search" aria-label=${t('itembank.filter')} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      ${textField({ name: 'text', label: t('itembank.filter.text'), type: 'search', required: true, value: this.text, maxlength: 200, oninput: text => this.change({ text }) })}
      ${this.#select('domain', domains.map(one => ({ value: one.id, label: `${one.code} ${one.title}` })))}
      ${this.#select('task', tasks.map(one => ({ value: one.id, label: `${one.code} ${one.text}` })))}
      ${this.#select('state', STATES.map(value => ({ value, label: t(`itembank.state.${value}`) })))}
      ${this.#select('level', LEVELS.map(value => ({ value, label: t(`itembank.level.${value}`) })))}
      ${this.#select('type', TYPES.map(value => ({ value, label: t(`itembank.type.${value}`) })))}
      ${this.#select('language', Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })))}
    </form>`;
  }

  /** @param {typeof FILTERS[number]} name @param {{value: string, label: string}[]} options */
  #select(name, options) {
    return selectField({ name, label: t(`itembank.filter.${name}`), required: true, value: this.filter[name] ?? '', options: [{ value: '', label: t('itembank.filter.all') }, ...options], onchange: value => this.#narrow(name, value) });
  }

  /** The address keeps the choice, so that it can be sent on and come back to. @param {typeof FILTERS[number]} name @param {string} value */
  #narrow(name, value) {
    this.filter = { ...this.filter, [name]: value, ...(name === 'domain' ? { task: '' } : {}) };
    const chosen = Object.entries(this.filter).filter(([, one]) => one);
    history.replaceState(null, '', `#/studies/${this.study}/itembank${chosen.length ? `?${new URLSearchParams(chosen)}` : ''}`);
    this.change();
  }

  /** @param {ItemSummary} one */
  #fits(one) {
    const { domain, task, state, level, type, language } = this.filter;
    return `${one.code} ${one.title ?? ''}`.toLowerCase().includes(this.text.toLowerCase())
      && (!domain || one.domain === domain) && (!task || one.task === task) && (!state || one.state === state) && (!level || one.level === level)
      && (!type || one.type === type) && (!language || one.languages.some(each => each === language));
  }

  /** @param {ItemSummary[]} rows */
  #table(rows) {
    const task = (/** @type {ItemSummary} */ one) => this.cells.domains.flatMap(domain => domain.tasks).find(each => each.id === one.task)?.code ?? '';
    return html`<p role="status" class="soft">${t('itembank.shown', { n: rows.length, all: this.items.length })}</p><div class="item-table">${table({
      caption: t('itembank.items'),
      captionHidden: true,
      rows,
      rowKey: one => one.item,
      sort: this.sort,
      onsort: sort => this.change({ sort }),
      columns: [
        { key: 'code', label: t('itembank.item'), head: true, sortBy: one => one.code, cell: one => html`<a href="#/studies/${this.study}/itembank/items/${one.item}">${one.code}</a>${one.title ? html`<span class="small soft item-title">${one.title}</span>` : nothing}` },
        { key: 'task', label: t('itembank.task'), sortBy: task, cell: task },
        { key: 'type', label: t('itembank.type'), sortBy: one => t(`itembank.type.${one.type}`), cell: one => html`${t(`itembank.type.${one.type}`)} <span class="small soft">${one.languages.join(', ')}</span>` },
        { key: 'level', label: t('itembank.level'), sortBy: one => LEVELS.indexOf(one.level), cell: one => t(`itembank.level.${one.level}`) },
        { key: 'state', label: t('itembank.state'), sortBy: one => STATES.indexOf(one.state), cell: one => html`${stateBadge(one.state)}${one.live ? html` <span class="small soft">${t('itembank.liveVersion', { n: one.live.number })}</span>` : nothing}${one.warnings.map(code => badge(t(`itembank.warning.${code}`), 'warn'))}` },
        { key: 'evidence', label: t('itembank.stats.p'), numeric: true, sortBy: one => one.evidence?.p, cell: one => (one.evidence ? number(one.evidence.p, 2) : '') },
        { key: 'changed', label: t('itembank.changed'), sortBy: one => one.changedAt, cell: one => html`${date(one.changedAt)} <span class="small soft">${one.author.name}</span>` },
      ],
    })}</div>`;
  }
}
