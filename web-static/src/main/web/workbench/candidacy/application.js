import { date, dateTime, number, t } from '../../core/i18n.js';
import { badge, button, choice, html, keyed, more, notice, nothing, problemNotice, selectField, textArea, toast } from '../../ui/index.js';
import { decideApplication, documentAddress, readApplication } from './api.js';
import { stateBadge } from './applications.js';
import { CandidacyPage } from './part.js';

/** @typedef {import('./api.js').Claim} Claim */

const VERDICTS = ['met', 'open', 'waived', 'notMet'];
const OUTCOMES = /** @type {const} */ (['accept', 'more', 'refuse']);

/** One application: each requirement beside what the candidate says and shows, and the decision. */
export class ApplicationPage extends CandidacyPage {
  /** @type {import('./api.js').Application} */
  application = /** @type {any} */ (undefined);
  /** By requirement. @type {Record<string, {verdict: string, note: string}>} */
  findings = {};
  outcome = '';
  reason = '';

  get title() {
    return this.application?.name || t('candidacy.list.unnamed');
  }

  get decidable() {
    return this.application.state !== 'draft' && this.application.state !== 'more';
  }

  async load() {
    if (this.may) this.application = await readApplication(this.where.params.candidateId);
  }

  view() {
    if (!this.application) return this.frame('', nothing);
    const { claims, own } = this.application;
    return this.frame('', html`${this.#person()}
      ${own ? notice(t('candidacy.decide.own'), 'warn') : nothing}
      <form class="stack loose" @submit=${this.#decide}>
        <section class="stack"><h2>${t('candidacy.claims')}</h2>${claims.map(claim => keyed(claim.requirement.id, this.#claim(claim)))}</section>
        ${this.decidable && !own ? this.#form() : this.decidable ? nothing : notice(t('candidacy.decide.notYet'))}
      </form>
      ${this.#decisions()}`, stateBadge(this.application.state));
  }

  #person() {
    const { email, language, bornOn, age, minimumAge, submittedAt, attested } = this.application;
    return html`<dl class="pairs card">
      <dt>${t('candidacy.list.email')}</dt><dd class="break">${email}</dd>
      <dt>${t('candidacy.person.bornOn')}</dt><dd>${bornOn ? date(`${bornOn}T12:00`) : '–'} ${age === undefined ? nothing : html`<span class="block">${t('candidacy.person.age', { age, minimumAge })} ${badge(age >= minimumAge ? t('candidacy.verdict.met') : t('candidacy.verdict.notMet'), age >= minimumAge ? 'good' : 'warn')}</span>`}</dd>
      <dt>${t('candidacy.person.language')}</dt><dd>${t(`candidacy.language.${language}`)}</dd>
      <dt>${t('candidacy.list.submitted')}</dt><dd>${submittedAt ? dateTime(submittedAt) : '–'}</dd>
      ${attested ? html`<dt>${t('candidacy.person.attested')}</dt><dd class="as-written">${attested}</dd>` : nothing}</dl>`;
  }

  /** @param {Claim} claim */
  #claim({ requirement, statement, hours, documents }) {
    return html`<article class="card claim">
      <div class="stack tight"><h3>${requirement.text}</h3>
        ${requirement.leastHours ? badge(t('candidacy.claim.hours', { hours: number(hours ?? 0), least: number(requirement.leastHours) }), (hours ?? 0) >= requirement.leastHours ? 'good' : 'warn') : nothing}
        ${requirement.documentNeeded && !documents.length ? badge(t('candidacy.claim.noDocument'), 'warn') : nothing}</div>
      <div class="stack tight"><p class="as-written">${statement || html`<span class="soft">${t('candidacy.claim.nothing')}</span>`}</p>
        ${documents.length ? html`<ul class="files">${documents.map(one => html`<li><a class="break" href=${documentAddress(this.application.id, one.id)} download>${one.name}</a>
          <span class="small soft">${t('candidacy.claim.size', { size: number(Math.max(one.size / 1024, 1), 0) })}</span></li>`)}</ul>` : nothing}</div>
      ${this.decidable && !this.application.own ? this.#verdict(requirement.id, requirement.text) : nothing}
    </article>`;
  }

  /** @param {string} id @param {string} text */
  #verdict(id, text) {
    const finding = (this.findings[id] ??= { verdict: '', note: '' });
    return html`<div class="stack tight" role="group" aria-label=${text}>
      ${selectField({ name: `verdict-${id}`, label: t('candidacy.decide.verdict'), required: true, value: finding.verdict, options: [{ value: '', label: t('candidacy.decide.pick') }, ...VERDICTS.map(value => ({ value, label: t(`candidacy.verdict.${value}`) }))], onchange: verdict => ((finding.verdict = verdict), this.change()) })}
      ${finding.verdict && finding.verdict !== 'met' ? textArea({ name: `note-${id}`, label: t('candidacy.decide.note'), required: true, rows: 2, maxlength: 2000, value: finding.note, oninput: note => (finding.note = note) }) : nothing}</div>`;
  }

  #form() {
    return html`<section class="card stack"><h2>${this.application.decisions.length ? t('candidacy.decide.again') : t('candidacy.decide.title')}</h2>
      ${choice({ name: 'outcome', legend: t('candidacy.decide.outcome'), required: true, inline: true, value: this.outcome, options: OUTCOMES.map(value => ({ value, label: t(`candidacy.outcome.${value}`), hint: t(`candidacy.outcomeHint.${value}`) })), onchange: outcome => this.change({ outcome }) })}
      ${textArea({ name: 'reason', label: t('candidacy.decide.reason'), hint: t('candidacy.decide.reasonHint'), required: true, rows: 4, maxlength: 4000, value: this.reason, error: this.error('/reason'), oninput: reason => (this.reason = reason) })}
      ${problemNotice(this.problem)}
      <div>${button({ label: t('candidacy.decide.do'), kind: 'primary', disabled: this.busy })}</div></section>`;
  }

  #decisions() {
    const { decisions, claims } = this.application;
    if (!decisions.length) return nothing;
    return html`<section class="stack"><h2>${t('candidacy.decisions')}</h2>${decisions.map(({ decision, by, at }) => html`<article class="card flat stack tight">
      <div class="row">${badge(t(`candidacy.outcome.${decision.outcome}`), decision.outcome === 'accept' ? 'good' : decision.outcome === 'more' ? 'warn' : 'bad')}<span class="small soft">${t('candidacy.decidedBy', { name: by ?? '', when: dateTime(at) })}</span></div>
      <p class="as-written">${decision.reason}</p>
      ${more(t('candidacy.decide.verdict'), html`<ul>${decision.findings.map(finding => html`<li>${claims.find(claim => claim.requirement.id === finding.requirement)?.requirement.text ?? ''}: <b>${t(`candidacy.verdict.${finding.verdict}`)}</b>${finding.note ? ` – ${finding.note}` : ''}</li>`)}</ul>`)}</article>`)}</section>`;
  }

  #decide = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { id, version, claims } = this.application;
    const findings = claims.map(({ requirement }) => ({ requirement: requirement.id, ...this.findings[requirement.id] }));
    const decision = /** @type {import('./api.js').Decision} */ ({ outcome: this.outcome, reason: this.reason, findings });
    const done = await this.run(async () => (this.application = await decideApplication(id, decision, version)));
    if (!done) return;
    toast(t('candidacy.decide.done'));
    this.change({ findings: {}, outcome: '', reason: '' });
  };
}
