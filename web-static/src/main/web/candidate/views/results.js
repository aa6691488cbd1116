import { date, number, t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { ask } from '../../ui/dialog.js';
import { badge, empty, notice, problemNotice } from '../../ui/page.js';
import { table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { askAboutResult, listCertificates, printCertificate, printResult, readResults } from '../api.js';
import { ApplicationPage } from '../step.js';

/** @typedef {import('../api.js').Result} Result */

/** Results: passed or not; where somebody stood who did not pass; and what can be asked about them. */
export class ResultsPage extends ApplicationPage {
  /** @type {Result[]} */
  results = [];
  /** @type {import('../api.js').Certificate[]} */
  certificates = [];

  get title() {
    return t('candidate.result.title');
  }

  async load() {
    [, this.results, this.certificates] = await Promise.all([super.load(), readResults(this.token), listCertificates(this.token)]);
  }

  view() {
    return html`<div class="stack loose">
      <div class="stack tight">${this.crumb}<h1>${this.title}</h1></div>
      ${problemNotice(this.problem)}
      ${this.certificates.map(one => this.#certificate(one))}
      ${this.results.length ? this.results.map(one => this.#result(one)) : empty({ title: t('candidate.result.none'), text: t('candidate.result.noneText') })}
      <p class="soft">${t('candidate.contact', { contact: this.own.contact })}</p>
    </div>`;
  }

  /** @param {Result} result */
  #result(result) {
    return html`<article class="stack">
      <p class="soft">${t('candidate.result.sat', { date: date(result.satOn) })}</p>
      ${notice(html`<p class="strong">${result.passed ? t('candidate.result.passed') : t('candidate.result.failed')}</p>`, result.passed ? 'good' : 'info')}
      ${result.failed ? this.#diagnosis(result.failed) : nothing}
      <div>${button({ label: t('candidate.result.print'), disabled: this.busy, onclick: () => this.#print(result) })}</div>
      ${this.#asking(result)}
    </article>`;
  }

  /** @param {NonNullable<Result['failed']>} failed */
  #diagnosis(failed) {
    return html`<p>${t('candidate.result.score', { scaled: number(failed.scaled), passing: number(failed.passing), minimum: number(failed.minimum), maximum: number(failed.maximum) })}</p>
      <section class="stack"><h2>${t('candidate.result.domains')}</h2><p>${t('candidate.result.domainsText')}</p>
        ${table({
          caption: t('candidate.result.domains'),
          captionHidden: true,
          rows: failed.domains,
          rowKey: row => row.title,
          columns: [
            { key: 'title', label: t('candidate.result.part'), head: true, cell: row => row.title },
            { key: 'items', label: t('candidate.result.items'), numeric: true, cell: row => number(row.items) },
            { key: 'level', label: t('candidate.result.level'), cell: row => html`${badge(t(`candidate.result.level.${row.level}`), row.level === 'reached' ? 'good' : '')}${row.reliable ? nothing : html`<span class="block small soft">${t('candidate.result.caution')}</span>`}` },
          ],
        })}</section>`;
  }

  /** @param {Result} result */
  #asking(result) {
    const kinds = /** @type {const} */ (['verification', 'appeal']).filter(kind => !result.asked.some(one => one.kind === kind));
    return html`<section class="card stack"><h2>${t('candidate.result.ask')}</h2>
      ${result.asked.map(one => html`<div class="stack tight"><p class="strong">${t(`candidate.result.${one.kind}`)} · ${date(one.madeAt)}</p><p class="as-written">${one.reason}</p>
        ${one.answer ? html`<p>${badge(t(`candidate.result.outcome.${one.answer.outcome}`), 'good')}</p><p class="as-written">${one.answer.answer}</p>` : html`<p>${t('candidate.result.due', { date: date(one.answerDue) })}</p>`}</div>`)}
      ${result.mayAsk && kinds.length ? html`<p>${t('candidate.result.askText', { date: date(result.askUntil) })}</p>
        <div class="row">${kinds.map(kind => button({ label: t(`candidate.result.${kind}.do`), onclick: () => this.#ask(result, kind) }))}</div>` : nothing}
    </section>`;
  }

  /** @param {Result} result @param {import('../api.js').AskedKind} kind */
  #ask(result, kind) {
    ask({
      title: t(`candidate.result.${kind}.do`),
      message: html`<p>${t(`candidate.result.${kind}.text`)}</p>`,
      confirm: t('candidate.result.send'),
      reason: t('candidate.result.reason'),
      onconfirm: async reason => {
        this.change({ results: await askAboutResult(this.token, result.id, kind, reason) });
        toast(t('candidate.result.sent'));
      },
    });
  }

  /** @param {Result} result */
  #print(result) {
    return this.run(async () => keep(await printResult(this.token, result.id), 'score-report.pdf'));
  }

  /** What whoever checks it needs: number and code, or the link that holds both. @param {import('../api.js').Certificate} one */
  #certificate(one) {
    const link = new URL(`../verify/#/${one.number}/${one.code}`, location.href).href;
    const held = one.status === 'suspended' || one.status === 'revoked' ? one.status : null;
    return html`<article class="card stack"><h2>${t('candidate.certificate.title', { title: one.title })}</h2>
      <p>${badge(t(`candidate.certificate.${one.status}`), one.status === 'active' ? 'good' : 'bad')}
        ${held ? t(`candidate.certificate.held.${held}`) : t('candidate.certificate.valid', { from: date(`${one.issuedOn}T12:00`), until: date(`${one.expiresOn}T12:00`) })}</p>
      <p>${t('candidate.certificate.number')} <code class="admission">${one.number}</code></p>
      <p>${t('candidate.certificate.code')} <code class="admission">${one.code}</code></p>
      ${held ? nothing : html`<div>${button({ label: t('candidate.certificate.print'), kind: 'primary', disabled: this.busy, onclick: () => this.run(async () => keep(await printCertificate(this.token, one.id), 'certificate.pdf')) })}</div>`}
      ${held ? nothing : html`<p>${t('candidate.certificate.words')}</p>`}
      <p><a href=${link} target="_blank" rel="noreferrer">${t('candidate.certificate.check')}</a></p></article>`;
  }
}

/** Hands a file to the browser's downloads. @param {Blob} file @param {string} name */
function keep(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
