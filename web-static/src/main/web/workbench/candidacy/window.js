import { t } from '../../core/i18n.js';
import { ask, button, FIRST_ROWS, html, notice, nothing, openDialog, table } from '../../ui/index.js';
import { cancelWindow, listForms, readPublication, readWindow, renewCode } from './api.js';
import { ExamPart } from './exam.js';
import { lateList, lateSittings } from './late.js';
import { CandidacyPage } from './part.js';
import { planDialog } from './plan.js';
import { seatsPicture } from './seats.js';
import { span } from './when.js';
import { windowBadge } from './windows.js';

/** One exam window: when, where, who sits where; change, call off. */
export class WindowPage extends CandidacyPage {
  /** @type {import('./api.js').SeatedWindow} */
  seated = /** @type {any} */ (undefined);

  /** @type {ExamPart} */
  exam = /** @type {any} */ (undefined);

  /** @type {import('./api.js').LateSitting[]} */
  late = [];

  shown = FIRST_ROWS;

  get title() {
    return this.seated?.window.title ?? '';
  }

  get id() {
    return this.where.params.windowId;
  }

  async load() {
    if (!this.may) return;
    const [seated, standing, forms, late] = await Promise.all([readWindow(this.id), readPublication(this.id), listForms(this.study), lateSittings(this.id)]);
    this.late = late;
    this.seated = seated;
    this.exam = new ExamPart(this, standing, forms);
  }

  view() {
    if (!this.seated) return this.frame('/windows', nothing);
    const { window, taken } = this.seated;
    return this.frame('/windows', html`
      <dl class="pairs card">
        <dt>${t('candidacy.window.when')}</dt><dd>${span(window)}</dd>
        <dt>${t('candidacy.window.place')}</dt><dd>${window.place || t('candidacy.window.home')}${window.room ? `, ${window.room}` : ''}</dd>
        <dt>${t('candidacy.window.late')}</dt><dd>${t(`candidacy.late.${window.lateRule}`)}</dd>
        <dt>${t('candidacy.window.deadline')}</dt><dd>${t('candidacy.window.before', { n: window.deadlineHours })}</dd>
      </dl>
      ${window.state === 'draft' ? notice(t('candidacy.window.draft')) : nothing}
      ${this.exam.view()}
      ${lateList(this.late, window, this.base)}
      ${window.state === 'cancelled' ? nothing : html`<div class="row">${button({ label: t('candidacy.window.edit'), icon: 'edit', onclick: this.#edit })}
        ${button({ label: t('candidacy.window.cancel'), kind: 'danger', onclick: this.#cancel })}</div>`}
      <section class="stack"><h2>${t('candidacy.window.taken', { taken: taken.length, seats: window.seats })}</h2>${seatsPicture(window.seats, taken)}${taken.length ? this.#table() : nothing}</section>`, windowBadge(window));
  }

  #table() {
    return table({
      caption: t('candidacy.window.seated'),
      captionHidden: true,
      rows: this.seated.taken,
      rowKey: row => row.booking,
      shown: this.shown,
      onmore: shown => this.change({ shown }),
      columns: [
        { key: 'seat', label: t('candidacy.window.seat'), numeric: true, cell: row => row.seat },
        { key: 'name', label: t('candidacy.list.name'), head: true, cell: row => html`<a href="${this.base}/applications/${row.candidate}">${row.name}</a>` },
        { key: 'do', label: t('candidacy.actions'), cell: row => button({ label: t('candidacy.code.renew'), kind: 'quiet', describe: row.name, onclick: () => this.#renew(row) }) },
      ],
    });
  }

  #edit = async () => {
    if (await planDialog(this.study, this.exam.forms, this.seated.window)) this.change({ seated: await readWindow(this.id) });
  };

  #cancel = async () => {
    const done = await ask({ title: t('candidacy.window.cancel'), message: html`<p>${t('candidacy.window.cancelText', { n: this.seated.taken.length })}</p>`, confirm: t('candidacy.window.cancel'), danger: true, reason: t('candidacy.window.reason'), onconfirm: async reason => (this.seated = await cancelWindow(this.id, reason)) });
    if (done) this.change();
  };

  /** @param {import('./api.js').Taken} row */
  async #renew(row) {
    let code = '';
    const done = await ask({ title: t('candidacy.code.renew'), message: html`<p>${t('candidacy.code.text', { name: row.name })}</p>`, confirm: t('candidacy.code.renew'), onconfirm: async () => (code = await renewCode(row.booking)) });
    if (done) await openDialog({ title: row.name, confirm: t('core.close'), body: () => html`<p>${t('candidacy.code.fresh')}</p><p><code class="admission">${code}</code></p>`, onconfirm: async () => {} });
  }
}
