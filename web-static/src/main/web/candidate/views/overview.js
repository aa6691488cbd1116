import { date, t } from '../../core/i18n.js';
import { button, linkButton } from '../../ui/button.js';
import { ask } from '../../ui/dialog.js';
import { badge, more, notice } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { isReady } from '../applicant.js';
import { erase, readAccommodation, readBackground, readBooking, readResults } from '../api.js';
import { ApplicationPage } from '../step.js';
import { place, times } from '../when.js';
import { check } from './hand-in.js';

/** How the application stands, in plain words, and what to do next. */
export class OverviewPage extends ApplicationPage {
  /** @type {import('../api.js').Booking | null} */
  booking = null;
  /** @type {import('../api.js').Accommodation | null} */
  accommodation = null;
  /** @type {import('../api.js').Result[]} */
  results = [];
  /** @type {import('../api.js').Background} */
  background = { open: false };
  erased = false;

  get title() {
    return t('candidate.overview');
  }

  async load() {
    [, this.booking, this.accommodation, this.results, this.background] = await Promise.all([
      super.load(), readBooking(this.token), readAccommodation(this.token), readResults(this.token), readBackground(this.token),
    ]);
  }

  view() {
    if (this.erased) return html`<div class="stack"><h1>${t('candidate.erase.done')}</h1><p>${t('candidate.erase.doneText')}</p></div>`;
    const { own } = this;
    return html`<div class="stack loose">
      <div class="stack tight">${own.demonstration ? html`<p>${badge(t('candidate.demonstration'), 'warn')}</p>` : nothing}
        <p class="eyebrow">${own.programme}</p><h1>${this.title}</h1></div>
      ${this.results.length ? html`<div>${linkButton({ label: t('candidate.result.go'), href: `${this.applicant.base}/results`, kind: 'primary' })}</div>` : nothing}
      ${this.#state()}
      ${this.applicant.editable ? this.#steps() : nothing}
      ${this.background.open ? this.#about() : nothing}
      ${this.#help()}
      ${this.#erasure()}
    </div>`;
  }

  #state() {
    const { own } = this;
    if (own.state === 'submitted') return notice(html`<p class="strong">${t('candidate.state.submitted')}</p><p>${t('candidate.state.submittedText', { date: date(own.submittedAt ?? ''), email: own.email })}</p>`);
    if (own.state === 'more') return notice(html`<p class="strong">${t('candidate.state.more')}</p>${this.#reason()}`, 'warn');
    if (own.state === 'refused') return html`${notice(html`<p class="strong">${t('candidate.state.refused')}</p>${this.#reason()}`, 'bad')}${this.#findings()}`;
    if (own.state === 'accepted') return this.#accepted();
    return html`<p class="lead">${t('candidate.state.draft')}</p>`;
  }

  #reason() {
    return html`<p class="as-written">${this.own.decision?.decision.reason ?? ''}</p>`;
  }

  #findings() {
    const { own } = this;
    return html`<ul class="checks">${own.decision?.decision.findings.map(finding => html`<li class="stack tight"><span>${own.claims.find(claim => claim.requirement.id === finding.requirement)?.requirement.text ?? ''}</span>
      <span>${badge(t(`candidate.verdict.${finding.verdict}`), finding.verdict === 'met' || finding.verdict === 'waived' ? 'good' : 'warn')}</span>${finding.note ? html`<p class="small as-written">${finding.note}</p>` : nothing}</li>`)}</ul>`;
  }

  #accepted() {
    const { own, booking } = this;
    const seat = booking?.booking;
    if (seat && this.results.some(result => result.passed && result.satOn >= seat.window.opensAt.slice(0, 10))) return nothing;
    return html`${notice(html`<p class="strong">${t('candidate.state.accepted')}</p><p>${t('candidate.state.acceptedText', { date: date(own.authorisedUntil ?? '') })}</p>`, 'good')}
      <section class="card stack"><h2>${seat ? t('candidate.exam.yours') : t('candidate.exam.book')}</h2>
        ${seat ? html`<p class="strong">${seat.window.title}</p><p>${times(seat.window)}</p><p>${place(seat.window)}</p>
          <p>${t('candidate.exam.code')} <code class="admission">${seat.code}</code></p>` : html`<p class="soft">${t('candidate.exam.bookText')}</p>`}
        <div>${linkButton({ label: seat ? t('candidate.exam.change') : t('candidate.exam.choose'), href: `${this.applicant.base}/exams`, kind: seat ? '' : 'primary' })}</div></section>`;
  }

  #steps() {
    const { own, applicant } = this;
    const { base, steps } = applicant;
    const next = steps.find(step => !step.ready) ?? steps[steps.length - 1];
    return html`<section class="stack"><h2>${t('candidate.steps')}</h2>
      <ul class="checks">${check(applicant.personReady, t('candidate.person.title'), own.name, `${base}/person`)}
        ${own.claims.map(claim => check(isReady(claim), claim.requirement.text, '', `${base}/requirement/${claim.requirement.id}`))}</ul>
      <div>${linkButton({ label: applicant.complete ? t('candidate.toHandIn') : t('candidate.continue'), href: own.state === 'more' ? this.#openStep() : next.href, kind: 'primary', icon: 'arrow' })}</div></section>`;
  }

  /** Where something was asked for. */
  #openStep() {
    const open = this.own.decision?.decision.findings.filter(finding => finding.verdict === 'open').map(finding => finding.requirement) ?? [];
    const first = this.own.claims.find(claim => open.includes(claim.requirement.id));
    return first ? `${this.applicant.base}/requirement/${first.requirement.id}` : `${this.applicant.base}/hand-in`;
  }

  #about() {
    return html`<section class="card flat stack"><h2>${t('candidate.background.title')}</h2><p class="soft">${t('candidate.background.lead')}</p>
      <div>${linkButton({ label: this.background.stated ? t('candidate.background.see') : t('candidate.background.go'), href: `${this.applicant.base}/background` })}</div></section>`;
  }

  #help() {
    const { own, accommodation } = this;
    const words = accommodation?.askedAt ? t('candidate.help.waits') : accommodation?.decision ? t('candidate.help.answered') : t('candidate.help.text');
    return html`<section class="card flat stack"><h2>${t('candidate.help.title')}</h2><p class="soft">${words}</p>
      <div>${linkButton({ label: accommodation?.decision || accommodation?.askedAt ? t('candidate.help.see') : t('candidate.help.ask'), href: `${this.applicant.base}/accommodation` })}</div></section>
      <p class="soft">${t('candidate.contact', { contact: own.contact })} <span class="block">${t('candidate.private')}</span></p>`;
  }

  #erasure() {
    return more(t('candidate.erase.title'), html`<p>${t('candidate.erase.text')}</p><div>${button({ label: t('candidate.erase.do'), kind: 'danger', onclick: this.#erase })}</div>`);
  }

  #erase = async () => {
    const done = await ask({ title: t('candidate.erase.title'), message: html`<p>${t('candidate.erase.sure')}</p>`, confirm: t('candidate.erase.do'), danger: true, onconfirm: () => erase(this.token) });
    if (done) this.change({ erased: true });
  };
}
