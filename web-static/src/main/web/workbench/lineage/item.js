import { date, t } from '../../core/i18n.js';
import { navigate } from '../../core/router.js';
import { Page } from '../../core/page.js';
import { badge, button, html, linkButton, nothing, pageHead, selectField } from '../../ui/index.js';
import { readItemLineage } from './api.js';
import { chain, domainLink, itemAddress, kind, ksaWords, link, ratingsLink, state, taskLink, wordingLink } from './chain.js';

/** Why an item is on the exam: from it back to the words of the panel. */
export class ItemLineagePage extends Page {
  /** @type {import('./api.js').ItemLineage | null} */
  lineage = null;

  get studyId() {
    return this.where.params.studyId;
  }

  get title() {
    return t('lineage.itemTitle', { code: this.lineage?.shown.code ?? '' });
  }

  async load() {
    this.lineage = await readItemLineage(this.studyId, this.where.params.itemId, this.where.query.get('version') ?? undefined);
  }

  view() {
    const { lineage, studyId } = this;
    if (!lineage) return nothing;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('lineage.itemLead'), actions: html`${linkButton({ label: t('lineage.all'), href: `#/studies/${studyId}/lineage` })}${button({ label: t('lineage.print'), onclick: () => print() })}` })}
      ${lineage.versions.length > 1 ? this.#chooser(lineage) : nothing}
      ${chain([
        link(t('lineage.item'), html`<div class="row"><p class="strong">${t('lineage.itemVersion', { code: lineage.shown.code, n: lineage.shown.number })}</p>${state(lineage.shown)}
          ${lineage.shown.number < lineage.versions[0].number ? badge(t('lineage.older')) : nothing}</div>
          <p>${kind(lineage.shown)}</p>
          <p class="small soft">${t('lineage.writtenBy', { name: lineage.shown.writtenBy, date: date(lineage.shown.writtenAt) })}</p>`),
        link(t('lineage.ksas'), html`<ul class="bare stack tight">${lineage.ksas.map(ksa => html`<li>${ksaWords(ksa)}</li>`)}</ul>`),
        taskLink(studyId, lineage.origin, true),
        domainLink(studyId, lineage.origin),
        ratingsLink(studyId, lineage.origin),
        wordingLink(studyId, lineage.origin),
      ])}
    </div>`;
  }

  /** @param {import('./api.js').ItemLineage} lineage */
  #chooser({ versions, shown }) {
    return selectField({
      name: 'version',
      label: t('lineage.version'),
      required: true,
      value: String(shown.number),
      options: versions.map(one => ({ value: String(one.number), label: `${one.number} · ${t(`lineage.state.${one.state}`)} · ${date(one.writtenAt)}` })),
      onchange: number => navigate(itemAddress(this.studyId, { ...shown, number: Number(number) }).slice(1)),
    });
  }
}
