import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { button, empty, html, linkButton, notice, nothing, pageHead, problemNotice, table, textField, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { carryItems, previewCarrying } from './api.js';
import { stateBadge } from './frame.js';

/** Brings items to a newly adopted blueprint: first shows which come along and which need a person. */
export class CarryPage extends Page {
  /** @type {import('./api.js').Carrying} */
  carrying = { blueprint: '', version: 0, ready: [], left: [] };
  reason = '';

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.carry.title', { n: this.carrying.version });
  }

  async load() {
    this.carrying = await previewCarrying(this.study);
    this.reason = t('itembank.carry.reasonText', { n: this.carrying.version });
  }

  view() {
    const { ready, left } = this.carrying;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('itembank.title'), lead: t('itembank.carry.lead'), actions: linkButton({ label: t('itembank.back'), href: `#/studies/${this.study}/itembank` }) })}
      ${problemNotice(this.problem)}
      ${ready.length ? this.#form(ready.length) : nothing}
      ${left.length ? this.#left(left) : nothing}
      ${ready.length || left.length ? nothing : empty({ title: t('itembank.carry.none'), icon: 'check' })}</div>`;
  }

  /** @param {number} n */
  #form(n) {
    return html`<form class="card stack" @submit=${(/** @type {Event} */ event) => this.#carry(event)}>
      ${notice(t('itembank.carry.ready', { n }), 'good')}
      <p>${t('itembank.carry.how')}</p>
      ${textField({ name: 'reason', label: t('itembank.carry.reason'), hint: t('itembank.carry.reasonHint'), value: this.reason, required: true, maxlength: 2000, error: this.error('/reason'), oninput: reason => this.change({ reason }) })}
      <div>${button({ label: t('itembank.carry.confirm', { n }), kind: 'primary', disabled: this.busy })}</div></form>`;
  }

  /** @param {import('./api.js').Carrying['left']} rows */
  #left(rows) {
    return html`<section class="stack" aria-labelledby="left"><h2 id="left">${t('itembank.carry.left')}</h2><p class="soft">${t('itembank.carry.leftLead')}</p>${table({
      caption: t('itembank.carry.left'),
      captionHidden: true,
      rows,
      rowKey: one => one.item,
      columns: [
        { key: 'code', label: t('itembank.item'), head: true, cell: one => html`<a href="#/studies/${this.study}/itembank/items/${one.item}">${one.code}</a>` },
        { key: 'state', label: t('itembank.state'), cell: one => stateBadge(one.state) },
        { key: 'why', label: t('itembank.carry.why'), cell: one => t(`itembank.carry.why.${one.why}`) },
      ],
    })}</section>`;
  }

  /** @param {Event} event */
  async #carry(event) {
    event.preventDefault();
    const n = this.carrying.ready.length;
    const carried = await this.run(async () => {
      this.carrying = await carryItems(this.study, this.carrying.blueprint, this.reason);
    });
    if (!carried) return;
    toast(t('itembank.carry.done', { n }));
    progressed();
  }
}
