import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { button, html, linkButton, nothing, pageHead, table } from '../../ui/index.js';
import { readTaskLineage } from './api.js';
import { chain, domainLink, itemAddress, kind, ksaWords, link, ratingsLink, state, taskLink, wordingLink } from './chain.js';

/** From a task statement to the items that measure it. */
export class TaskLineagePage extends Page {
  /** @type {import('./api.js').TaskLineage | null} */
  lineage = null;

  get studyId() {
    return this.where.params.studyId;
  }

  get title() {
    return t('lineage.taskTitle', { code: this.lineage?.origin.task.code ?? '' });
  }

  async load() {
    this.lineage = await readTaskLineage(this.studyId, this.where.params.taskId);
  }

  view() {
    const { lineage, studyId } = this;
    if (!lineage) return nothing;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('lineage.taskLead'), actions: html`${linkButton({ label: t('lineage.all'), href: `#/studies/${studyId}/lineage` })}${button({ label: t('lineage.print'), onclick: () => print() })}` })}
      ${chain([
        wordingLink(studyId, lineage.origin),
        ratingsLink(studyId, lineage.origin),
        domainLink(studyId, lineage.origin),
        taskLink(studyId, lineage.origin, false),
        link(t('lineage.items'), this.#measured(lineage)),
      ])}
    </div>`;
  }

  /** @param {import('./api.js').TaskLineage} lineage */
  #measured({ ksas }) {
    if (ksas.length === 0) return html`<p>${t('lineage.noKsas')}</p>`;
    return ksas.map(({ ksa, items }) => html`<div class="stack tight"><h3>${ksaWords(ksa)}</h3>
      ${items.length ? this.#items(ksa, items) : html`<p class="soft">${t('lineage.noItems')}</p>`}</div>`);
  }

  /** @param {import('./api.js').Ksa} ksa @param {import('./api.js').Item[]} items */
  #items(ksa, items) {
    return table({
      caption: t('lineage.itemsOf', { code: ksa.code }),
      captionHidden: true,
      rows: items,
      rowKey: item => item.version,
      columns: [
        { key: 'item', label: t('lineage.item'), head: true, cell: item => html`<a href=${itemAddress(this.studyId, item)}>${t('lineage.itemVersion', { code: item.code, n: item.number })}</a>` },
        { key: 'state', label: t('lineage.stateHead'), cell: state },
        { key: 'kind', label: t('lineage.kind'), cell: kind },
        { key: 'by', label: t('lineage.author'), cell: item => item.writtenBy },
      ],
    });
  }
}
