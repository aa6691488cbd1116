import { date, number, percent, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { hasRole } from '../../core/session.js';
import { badge, button, empty, html, linkButton, notice, nothing, pageHead, stats, table, textField } from '../../ui/index.js';
import { readStudyLineage } from './api.js';
import { itemAddress, ksaWords, state, taskAddress } from './chain.js';

/** Every task of the adopted blueprint with the items behind it, and what is connected to nothing. */
export class StudyLineagePage extends Page {
  /** @type {import('./api.js').StudyLineage | null} */
  lineage = null;

  get studyId() {
    return this.where.params.studyId;
  }

  get title() {
    return t('lineage.title');
  }

  async load() {
    this.lineage = await readStudyLineage(this.studyId);
  }

  view() {
    const { lineage } = this;
    if (!lineage) return nothing;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('lineage.lead'), actions: lineage.blueprint ? button({ label: t('lineage.print'), onclick: () => print() }) : nothing })}
      ${hasRole('administrator', 'certificationExpert', 'auditor') ? this.#certificate() : nothing}
      ${lineage.blueprint ? this.#whole(lineage, lineage.blueprint) : empty({ title: t('lineage.unadopted'), text: t('lineage.unadoptedText'), action: linkButton({ label: t('lineage.toBlueprint'), href: `#/studies/${this.studyId}/blueprint` }) })}
    </div>`;
  }

  #certificate() {
    const follow = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const wanted = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('certificate')).trim();
      if (wanted) navigate(`/studies/${this.studyId}/lineage/certificates/${encodeURIComponent(wanted)}`);
    };
    return html`<form class="card stack" @submit=${follow}>${textField({ name: 'certificate', label: t('lineage.certificateNumber'), required: true, maxlength: 40 })}
      <div>${button({ label: t('lineage.follow') })}</div></form>`;
  }

  /** @param {import('./api.js').StudyLineage} lineage @param {import('./api.js').Blueprint} blueprint */
  #whole({ cells, orphans }, blueprint) {
    const ready = cells.reduce((sum, cell) => sum + cell.ready, 0);
    const lost = orphans.tasks.length + orphans.ksas.length + orphans.items.length;
    return html`<p class="soft">${t('lineage.blueprint', { n: blueprint.version })} ${t('lineage.adopted', { name: blueprint.adoptedBy, date: date(blueprint.adoptedAt) })}</p>
      ${stats([
        { label: t('lineage.tasks'), value: number(cells.length) },
        { label: t('lineage.ready'), value: number(ready) },
        { label: t('lineage.orphans'), value: number(lost) },
      ])}
      ${this.#orphans(orphans, lost)}
      ${this.#cells(cells)}`;
  }

  /** @param {import('./api.js').StudyLineage['orphans']} orphans @param {number} lost */
  #orphans({ tasks, ksas, items }, lost) {
    if (lost === 0) return notice(t('lineage.noOrphans'), 'good');
    return html`<section class="stack" aria-labelledby="orphans"><h2 id="orphans">${t('lineage.orphans')}</h2>
      ${tasks.length ? html`<h3>${t('lineage.lostTasks', { n: tasks.length })}</h3><ul class="bare stack tight">${tasks.map(task => html`<li><span class="code">${task.code}</span> <a href=${taskAddress(this.studyId, task)}>${task.text}</a></li>`)}</ul>` : nothing}
      ${ksas.length ? html`<h3>${t('lineage.lostKsas', { n: ksas.length })}</h3><ul class="bare stack tight">${ksas.map(ksa => html`<li>${ksaWords(ksa)}</li>`)}</ul>` : nothing}
      ${items.length ? html`<h3>${t('lineage.lostItems', { n: items.length })}</h3>${this.#strays(items)}` : nothing}</section>`;
  }

  /** @param {import('./api.js').StudyLineage['orphans']['items']} items */
  #strays(items) {
    return table({
      caption: t('lineage.lostItems', { n: items.length }),
      captionHidden: true,
      rows: items,
      rowKey: one => one.item.version,
      columns: [
        { key: 'item', label: t('lineage.item'), head: true, cell: one => html`<a href=${itemAddress(this.studyId, one.item)}>${t('lineage.itemVersion', { code: one.item.code, n: one.item.number })}</a>` },
        { key: 'state', label: t('lineage.stateHead'), cell: one => state(one.item) },
        { key: 'blueprint', label: t('lineage.blueprintHead'), numeric: true, cell: one => number(one.blueprint.version) },
        { key: 'task', label: t('lineage.task'), cell: one => html`<span class="code">${one.task.code}</span> ${one.task.text}` },
      ],
    });
  }

  /** @param {import('./api.js').Cell[]} cells */
  #cells(cells) {
    return table({
      caption: t('lineage.cells'),
      rows: cells,
      rowKey: cell => cell.task.id,
      groupBy: cell => `${cell.domain.code} ${cell.domain.title} · ${percent(cell.domain.share, 1)}`,
      columns: [
        { key: 'task', label: t('lineage.task'), head: true, cell: cell => html`<span class="code">${cell.task.code}</span> <a href=${taskAddress(this.studyId, cell.task)}>${cell.task.text}</a>` },
        { key: 'weight', label: t('lineage.weightHead'), numeric: true, cell: cell => percent(cell.task.share, 1) },
        { key: 'needed', label: t('lineage.needed'), numeric: true, cell: cell => number(cell.task.items) },
        { key: 'ready', label: t('lineage.ready'), numeric: true, cell: cell => html`${number(cell.ready)} ${cell.ready < cell.task.items ? badge(t('lineage.short'), 'warn') : nothing}` },
        { key: 'inWork', label: t('lineage.inWork'), numeric: true, cell: cell => number(cell.inWork) },
      ],
    });
  }
}
