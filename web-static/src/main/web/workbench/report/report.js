import { cancelJob } from '../../core/api.js';
import { dateTime, language, LANGUAGES, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { followJob } from '../../core/sse.js';
import { ask, button, empty, html, linkButton, notice, nothing, pageHead, problemNotice, progress, selectField, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { draftFile, findPrinting, issueReport, loadDraft, printDraft, readDesk } from './api.js';
import { editions } from './editions.js';
import { paper } from './paper.js';

/** The report of a study: what it says now, and the editions that went out. */
export class ReportPage extends Page {
  /** @type {import('./api.js').Desk} */
  desk = { readable: false, issuable: false, editions: [], drafts: [] };
  /** The printing under way. @type {{id: string, own: boolean, progress: number, message: string} | null} */
  job = null;
  /** How the last one ended, when not well. */
  ended = '';
  /** @type {HTMLElement | null} */
  article = null;
  shown = language();

  get id() {
    return this.where.params.studyId;
  }

  get title() {
    return t('report.title');
  }

  async load() {
    this.desk = await readDesk(this.id);
    if (!this.desk.readable) return;
    this.article = await loadDraft(this.id, this.shown);
    const printing = await findPrinting(this.id);
    if (printing) this.#follow({ id: printing.id, own: false }, printing.kind === 'report.edition');
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('report.lead'), actions: this.desk.readable ? this.#actions() : nothing })}
      ${problemNotice(this.problem)}
      ${this.ended ? notice(this.ended, 'warn') : nothing}
      ${this.job ? this.#printing(this.job) : nothing}
      ${this.desk.readable ? this.#report() : empty({ title: t('report.none'), text: t('report.noneText'), action: linkButton({ label: t('report.toAnalysis'), href: `#/studies/${this.id}/analysis` }) })}
    </div>`;
  }

  #actions() {
    const mayIssue = hasRole('certificationExpert') && this.desk.issuable;
    return html`${linkButton({ label: t('report.lineage'), href: `#/studies/${this.id}/lineage` })}
      ${button({ label: t('report.print'), icon: 'download', disabled: this.busy || this.job !== null, onclick: () => this.#print() })}
      ${mayIssue ? button({ label: t('report.issue'), kind: 'primary', icon: 'lock', disabled: this.busy || this.job !== null, onclick: () => this.#issue() }) : nothing}`;
  }

  /** @param {{id: string, own: boolean, progress: number, message: string}} job */
  #printing(job) {
    const mayStop = job.own || hasRole('certificationExpert');
    return html`<div class="card">${progress({ label: t('report.printing'), share: job.progress, message: job.message, oncancel: mayStop ? () => cancelJob(job.id) : undefined })}</div>`;
  }

  #report() {
    return html`${this.desk.issuable ? nothing : notice(t('report.notIssuable'))}
      ${this.desk.editions.length ? editions(this.desk.editions) : nothing}
      <section class="stack" aria-labelledby="draft-title">
        <div class="row apart"><h2 id="draft-title">${t('report.draft')}</h2>
          ${selectField({ name: 'language', label: t('report.language'), required: true, value: this.shown, options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), onchange: value => this.#show(value) })}</div>
        ${this.#draftLink()}
        ${paper(this.article)}
      </section>`;
  }

  /** @param {string} wanted */
  async #show(wanted) {
    this.shown = /** @type {import('../../core/i18n.js').Language} */ (wanted);
    await this.run(async () => {
      this.article = await loadDraft(this.id, wanted);
    });
  }

  async #issue() {
    const later = this.desk.editions.length > 0;
    let job = '';
    const done = await ask({
      title: t('report.issueTitle', { n: this.desk.editions.length + 1 }),
      message: html`<p>${t('report.issueMessage')}</p>${later ? html`<p>${t('report.issueLater')}</p>` : nothing}`,
      confirm: t('report.issue'),
      reason: later ? t('report.reason') : undefined,
      onconfirm: async reason => (job = await issueReport(this.id, reason)),
    });
    if (done) await this.#follow({ id: job, own: true }, true);
  }

  #print() {
    return this.run(async () => void this.#follow({ id: await printDraft(this.id, this.shown), own: true }, false));
  }

  /** The printed draft in the language shown. */
  #draftLink() {
    const draft = this.desk.drafts.find(one => one.language === this.shown);
    return draft ? html`<div>${linkButton({ label: t('report.draftPdf', { when: dateTime(draft.printedAt) }), href: draftFile(draft.id), icon: 'download' })}</div>` : nothing;
  }

  /** @param {{id: string, own: boolean}} job @param {boolean} edition */
  async #follow(job, edition) {
    this.change({ job: { ...job, progress: 0, message: '' }, ended: '' });
    const last = await followJob(job.id, state => this.change({ job: { ...job, ...state } }), this.left.signal);
    if (!last) return;
    this.change({ job: null, ended: last.state === 'done' ? '' : last.message });
    if (last.state !== 'done') return;
    await this.run(async () => this.change({ desk: await readDesk(this.id) }));
    toast(t(edition ? 'report.issued' : 'report.printed'));
    if (edition) progressed();
  }
}
