import { date, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { ask, badge, button, choice, choices, empty, html, nothing, openDialog, problemNotice, repeat, textArea, textField } from '../../ui/index.js';
import { listItems, listItemSets, putItemSet, removeItemSet } from './api.js';
import { bankHead } from './frame.js';

/** @typedef {import('./api.js').ItemSet} ItemSet */

/** Items that must not meet in a form, and items that stay together. */
export class SetsPage extends Page {
  /** @type {ItemSet[]} */
  sets = [];
  /** @type {import('./api.js').ItemSummary[]} */
  items = [];
  mayWrite = false;

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.part.sets');
  }

  async load() {
    const [sets, { items, mayWrite }] = await Promise.all([listItemSets(this.study), listItems(this.study)]);
    Object.assign(this, { sets, items, mayWrite });
  }

  view() {
    const add = this.mayWrite ? button({ label: t('itembank.sets.add'), icon: 'add', kind: 'primary', disabled: this.items.length < 2, onclick: () => this.#edit() }) : nothing;
    return html`<div class="stack loose">${bankHead(this.study, 'sets', { lead: t('itembank.sets.lead'), actions: add })}
      ${problemNotice(this.problem)}
      ${this.sets.length ? repeat(this.sets, one => one.id, one => this.#card(one)) : empty({ title: t('itembank.sets.none'), text: t('itembank.sets.noneText') })}</div>`;
  }

  /** @param {ItemSet} one */
  #card(one) {
    const codes = one.items.map(item => this.#code(item)).join(', ');
    return html`<section class="card stack tight" aria-labelledby="set-${one.id}"><div class="row apart"><h2 id="set-${one.id}">${codes}</h2>${badge(t(`itembank.sets.${one.kind}`), one.kind === 'enemy' ? 'warn' : 'info')}</div>
      <p>${one.reason}</p><p class="soft small">${t('itembank.sets.by', { name: one.madeBy, date: date(one.madeAt) })}</p>
      <ul>${one.items.map(item => html`<li><a href="#/studies/${this.study}/itembank/items/${item}">${this.#code(item)}</a> <span class="soft">${this.#found(item)?.title ?? ''}</span></li>`)}</ul>
      ${this.mayWrite ? html`<div class="row">${button({ label: t('itembank.edit'), kind: 'quiet', describe: codes, onclick: () => this.#edit(one) })}${button({ label: t('itembank.remove'), kind: 'quiet', describe: codes, onclick: () => this.#remove(one, codes) })}</div>` : nothing}</section>`;
  }

  /** @param {string} item */
  #found(item) {
    return this.items.find(one => one.item === item);
  }

  /** @param {string} item */
  #code(item) {
    return this.#found(item)?.code ?? '';
  }

  /** @param {ItemSet} [set] */
  async #edit(set) {
    const id = set?.id ?? crypto.randomUUID();
    const draft = { kind: set?.kind ?? 'enemy', reason: set?.reason ?? '', items: set?.items ?? [], text: '' };
    const done = await openDialog({
      title: set ? t('itembank.sets.edit') : t('itembank.sets.add'),
      confirm: t('itembank.save'),
      wide: true,
      body: (problem, redraw) => html`
        ${choice({ name: 'kind', legend: t('itembank.sets.kind'), value: draft.kind, options: ['enemy', 'friend'].map(value => ({ value, label: t(`itembank.sets.${value}`), hint: t(`itembank.sets.hint.${value}`) })), onchange: kind => { draft.kind = /** @type {'enemy' | 'friend'} */ (kind); redraw(); } })}
        ${textArea({ name: 'reason', label: t('itembank.reason'), required: true, rows: 2, maxlength: 1000, value: draft.reason, error: problem?.field('/reason'), oninput: reason => (draft.reason = reason) })}
        ${textField({ name: 'find', label: t('itembank.filter.text'), type: 'search', value: draft.text, oninput: text => { draft.text = text; redraw(); } })}
        <div class="item-picks">${choices({ name: 'items', legend: t('itembank.sets.items', { n: draft.items.length }), values: draft.items, error: problem?.field('/items'), options: this.#options(draft.text, draft.items), onchange: items => { draft.items = items; redraw(); } })}</div>`,
      onconfirm: () => putItemSet(this.study, id, { kind: draft.kind, reason: draft.reason, items: draft.items }, set?.version ?? 0),
    });
    if (done) this.change({ sets: await listItemSets(this.study) });
  }

  /** Those chosen stay in sight. @param {string} text @param {string[]} chosen */
  #options(text, chosen) {
    const wanted = text.toLowerCase();
    return this.items.filter(one => chosen.includes(one.item) || `${one.code} ${one.title ?? ''}`.toLowerCase().includes(wanted))
      .map(one => ({ value: one.item, label: html`<b>${one.code}</b> ${one.title ?? ''}` }));
  }

  /** @param {ItemSet} one @param {string} codes */
  async #remove(one, codes) {
    const done = await ask({ title: t('itembank.sets.remove', { codes }), message: html`<p>${t('itembank.sets.removeText')}</p>`, confirm: t('itembank.remove'), danger: true, onconfirm: () => removeItemSet(this.study, one.id) });
    if (done) this.change({ sets: await listItemSets(this.study) });
  }
}
