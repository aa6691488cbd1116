import { language, LANGUAGES, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { ask, button, empty, html, keyed, linkButton, notice, nothing, pageHead, selectField, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { draftFile, issueReport, loadDraft, readDesk } from './api.js';
import { editions } from './editions.js';

/** The report of a study: what it says now, and the editions that went out. */
export class ReportPage extends Page {
  /** @type {import('./api.js').Desk} */
  desk = { readable: false, issuable: false, editions: [] };
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
    if (this.desk.readable) this.article = await loadDraft(this.id, this.shown);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('report.lead'), actions: this.desk.readable ? this.#actions() : nothing })}
      ${this.desk.readable ? this.#report() : empty({ title: t('report.none'), text: t('report.noneText'), action: linkButton({ label: t('report.toAnalysis'), href: `#/studies/${this.id}/analysis` }) })}
    </div>`;
  }

  #actions() {
    const mayIssue = hasRole('certificationExpert') && this.desk.issuable;
    return html`${linkButton({ label: t('report.lineage'), href: `#/studies/${this.id}/lineage` })}${linkButton({ label: t('report.draftPdf'), href: draftFile(this.id, this.shown), icon: 'download' })}
      ${mayIssue ? button({ label: t('report.issue'), kind: 'primary', icon: 'lock', disabled: this.busy, onclick: () => this.#issue() }) : nothing}`;
  }

  #report() {
    return html`${this.desk.issuable ? nothing : notice(t('report.notIssuable'))}
      ${this.desk.editions.length ? editions(this.desk.editions) : nothing}
      <section class="stack" aria-labelledby="draft-title">
        <div class="row apart"><h2 id="draft-title">${t('report.draft')}</h2>
          ${selectField({ name: 'language', label: t('report.language'), required: true, value: this.shown, options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), onchange: value => this.#show(value) })}</div>
        <div class="report-paper" @click=${follow}>${keyed(this.article, this.article)}</div>
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
    const done = await ask({
      title: t('report.issueTitle', { n: this.desk.editions.length + 1 }),
      message: html`<p>${t('report.issueMessage')}</p>${later ? html`<p>${t('report.issueLater')}</p>` : nothing}`,
      confirm: t('report.issue'),
      reason: later ? t('report.reason') : undefined,
      onconfirm: reason => issueReport(this.id, reason),
    });
    if (!done) return;
    this.change({ desk: await readDesk(this.id) });
    toast(t('report.issued'));
    progressed();
  }
}

/** Links within the report move on the page; the address stays that of the page. @param {Event} event */
function follow(event) {
  const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(/** @type {string} */ (link.getAttribute('href')).slice(1));
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
