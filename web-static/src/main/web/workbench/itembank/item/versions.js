import { date, dateTime, t } from '../../../core/i18n.js';
import { ask, button, html, nothing, selectField, table } from '../../../ui/index.js';
import { diffItem, listSavedTexts, renewItem } from '../api.js';
import { stateBadge } from '../frame.js';
import { differenceList } from './differences.js';
import { Reader } from './reader.js';

/** @typedef {import('../api.js').ItemVersion} ItemVersion */
/** @typedef {import('./page.js').ItemPage} ItemPage */

/** Every version there was, what changed from one to the next, and how to go on from an older one. */
export class VersionsPart {
  /** Numbers compared: from the older to the newer. @type {{from: string, to: string}} */
  compared = { from: '', to: '' };
  /** @type {import('../api.js').Difference[] | null} */
  differences = null;
  /** @type {Reader | null} an older version, opened */
  opened = null;
  /** @type {import('../api.js').SavedText[]} */
  texts = [];

  /** @param {ItemPage} page */
  constructor(page) {
    this.page = page;
  }

  get #versions() {
    return this.page.item?.versions ?? [];
  }

  async load() {
    const [newest, before] = this.#versions;
    this.texts = newest?.state === 'draft' ? await listSavedTexts(newest.id) : [];
    if (newest && before && !this.differences) await this.#compare(before.id, newest.id);
  }

  /** @param {string} from @param {string} to */
  async #compare(from, to) {
    this.compared = { from, to };
    this.differences = from === to ? [] : await diffItem(to, from);
  }

  view() {
    return html`${this.#list()}
      ${this.#versions.length > 1 ? this.#comparison() : nothing}
      ${this.opened ? html`<section class="stack" aria-labelledby="opened"><h2 id="opened" tabindex="-1">${t('itembank.version.opened')}</h2>${this.opened.view()}</section>` : nothing}
      ${this.texts.length ? this.#saved() : nothing}`;
  }

  #list() {
    return table({
      caption: t('itembank.versions'),
      rows: this.#versions,
      rowKey: one => one.id,
      columns: [
        { key: 'number', label: t('itembank.version'), head: true, cell: one => t('itembank.versionNumber', { n: one.number }) },
        { key: 'state', label: t('itembank.state'), cell: one => stateBadge(one.state) },
        { key: 'author', label: t('itembank.author'), cell: one => one.author.name },
        { key: 'date', label: t('itembank.changed'), cell: one => date(one.changedAt) },
        { key: 'reason', label: t('itembank.reason'), cell: one => one.reason },
        { key: 'used', label: t('itembank.used'), cell: one => (one.usedAt ? date(one.usedAt) : '') },
        { key: 'acts', label: t('itembank.acts'), cell: one => this.#acts(one) },
      ],
    });
  }

  /** @param {ItemVersion} one */
  #acts(one) {
    const mayRenew = this.page.item?.newest.state !== 'draft';
    const describe = t('itembank.versionNumber', { n: one.number });
    return html`<div class="row tools">${button({ label: t('itembank.version.open'), kind: 'quiet', describe, onclick: () => this.#open(one) })}
      ${mayRenew ? button({ label: t('itembank.version.renew'), kind: 'quiet', describe, onclick: () => this.#renew(one) }) : nothing}</div>`;
  }

  /** @param {ItemVersion} one */
  #open(one) {
    this.opened = new Reader(this.page, one);
    this.page.change();
    document.getElementById('opened')?.focus();
  }

  /** @param {ItemVersion} one */
  #renew(one) {
    const { page } = this;
    return ask({
      title: t('itembank.renew.title', { n: one.number }),
      message: html`<p>${t('itembank.renew.lead')}</p>`,
      reason: t('itembank.renew.reason'),
      confirm: t('itembank.renew.confirm'),
      onconfirm: async reason => {
        await renewItem(page.id, one.id, reason);
        await page.renew('text', t('itembank.renewed'));
      },
    });
  }

  #comparison() {
    const options = this.#versions.map(one => ({ value: one.id, label: t('itembank.versionNumber', { n: one.number }) }));
    /** @param {'from' | 'to'} name */
    const select = name => selectField({ name, label: t(`itembank.compare.${name}`), required: true, value: this.compared[name], options, onchange: value => this.page.run(() => this.#compare(name === 'from' ? value : this.compared.from, name === 'to' ? value : this.compared.to)) });
    return html`<section class="card stack" aria-labelledby="comparison"><h2 id="comparison">${t('itembank.compare')}</h2>
      <div class="grid two">${select('from')}${select('to')}</div>${this.differences ? differenceList(this.differences, this.page.naming) : nothing}</section>`;
  }

  /** Texts of the draft saved on the way; one of them can be taken back. */
  #saved() {
    return html`<section class="stack" aria-labelledby="saved-texts"><h2 id="saved-texts">${t('itembank.savedTexts')}</h2>
      ${table({
        caption: t('itembank.savedTexts'),
        captionHidden: true,
        rows: this.texts,
        rowKey: one => String(one.revision),
        columns: [
          { key: 'at', label: t('itembank.changed'), head: true, cell: one => dateTime(one.at) },
          { key: 'by', label: t('itembank.author'), cell: one => one.by },
          { key: 'acts', label: t('itembank.acts'), cell: one => (this.page.desk ? button({ label: t('itembank.takeBack'), kind: 'quiet', describe: dateTime(one.at), onclick: () => this.#takeBack(one) }) : nothing) },
        ],
      })}</section>`;
  }

  /** @param {import('../api.js').SavedText} one */
  #takeBack(one) {
    this.page.desk?.change(one.draft);
    this.page.show('text');
  }
}
