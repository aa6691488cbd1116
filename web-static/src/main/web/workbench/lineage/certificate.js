import { date, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { badge, button, html, linkButton, nothing, pageHead, table } from '../../ui/index.js';
import { readCertificateLineage } from './api.js';
import { chain, itemAddress, link, mean, taskAddress } from './chain.js';

/** @typedef {import('./api.js').CertificateLineage} Lineage */

/** From a certificate back to its score, cut and form, and from each item of the form to the words of the panel. */
export class CertificateLineagePage extends Page {
  /** @type {Lineage | null} */
  lineage = null;

  get studyId() {
    return this.where.params.studyId;
  }

  get title() {
    return t('lineage.certificateTitle', { number: this.where.params.number });
  }

  async load() {
    this.lineage = await readCertificateLineage(this.studyId, this.where.params.number);
  }

  view() {
    const { lineage } = this;
    if (!lineage) return nothing;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('lineage.certificateLead'), actions: html`${linkButton({ label: t('lineage.all'), href: `#/studies/${this.studyId}/lineage` })}${button({ label: t('lineage.print'), onclick: () => print() })}` })}
      ${chain([certificate(lineage), score(lineage), this.#cut(lineage), this.#form(lineage)])}
      ${this.#items(lineage)}
    </div>`;
  }

  /** @param {Lineage} lineage */
  #cut({ cut }) {
    return link(t('lineage.cut'), html`<p class="strong">${t('lineage.cutPoints', { raw: number(cut.raw), maximum: number(cut.maximum) })}</p>
      <p>${t(`lineage.method.${cut.method}`)}: ${t('lineage.recommended', { cut: number(cut.recommended, 2), error: number(cut.standardError, 2) })}</p>
      <p class="small soft"><a href="#/studies/${this.studyId}/standard">${t('lineage.toStandard')}</a> ${t('lineage.cutBy', { first: cut.proposedBy, second: cut.adoptedBy, date: date(cut.adoptedAt) })}</p>`);
  }

  /** @param {Lineage} lineage */
  #form({ form, items }) {
    const scored = items.filter(one => one.scored).length;
    return link(t('lineage.form'), html`<p><a class="strong" href="#/studies/${this.studyId}/form/forms/${form.id}">${form.code}</a></p>
      <p>${t('lineage.formItems', { n: items.length, scored: number(scored) })}</p>
      <p class="small soft break">${t('lineage.checksum')} <code>${form.checksum}</code></p>`);
  }

  /** @param {Lineage} lineage */
  #items({ items }) {
    return table({
      caption: t('lineage.formItemsHead'),
      rows: items,
      rowKey: one => one.item.version,
      columns: [
        { key: 'position', label: t('lineage.position'), numeric: true, cell: one => number(one.position) },
        { key: 'item', label: t('lineage.item'), head: true, cell: one => html`<a href=${itemAddress(this.studyId, one.item)}>${t('lineage.itemVersion', { code: one.item.code, n: one.item.number })}</a> ${one.scored ? nothing : badge(t('lineage.unscored'))}` },
        { key: 'task', label: t('lineage.task'), cell: ({ origin }) => html`<span class="code">${origin.task.code}</span> <a href=${taskAddress(this.studyId, origin.task)}>${origin.task.text}</a>` },
        { key: 'importance', label: t('lineage.importance'), cell: ({ origin }) => mean(origin.ratings.importance) },
        { key: 'frequency', label: t('lineage.frequency'), cell: ({ origin }) => mean(origin.ratings.frequency) },
        { key: 'by', label: t('lineage.worded'), cell: ({ origin }) => origin.task.wordedBy ?? t('lineage.none') },
      ],
    });
  }
}

/** @param {Lineage} lineage */
function certificate({ certificate: one }) {
  return link(t('lineage.certificate'), html`<div class="row"><p><span class="strong">${one.holder}</span>, ${one.title}</p>
      ${badge(t(`lineage.status.${one.status}`), one.status === 'active' ? 'good' : 'bad')}</div>
    <p>${t('lineage.validity', { from: date(`${one.issuedOn}T12:00`), until: date(`${one.expiresOn}T12:00`) })}</p>
    <p class="small soft">${t('lineage.issuedBy', { first: one.proposedBy, second: one.issuedBy })}</p>`);
}

/** @param {Lineage} lineage */
function score({ score: one }) {
  return link(t('lineage.score'), html`<p class="strong">${t('lineage.points', { raw: number(one.raw), maximum: number(one.maximum), needed: number(one.needed), scaled: number(one.scaled) })}</p>
    ${one.inForce ? nothing : html`<p>${badge(t('lineage.rescored'), 'warn')}</p>`}
    <p>${t('lineage.sat', { date: date(`${one.satOn}T12:00`), sitting: one.sitting })}</p>
    <p class="small soft">${t('lineage.releasedBy', { run: number(one.run), first: one.signedBy, second: one.releasedBy, date: date(one.releasedAt) })}</p>
    <p class="small soft break">SHA-256 <code>${one.hash}</code></p>`);
}
