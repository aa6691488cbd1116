import { date, number, t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { checkbox } from '../../ui/choice.js';
import { badge, notice, problemNotice } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { isReady } from '../applicant.js';
import { submit } from '../api.js';
import { StepPage } from '../step.js';

/** Everything once more, and the attestation. */
export class HandInPage extends StepPage {
  attested = false;

  get title() {
    return t('candidate.handIn.title');
  }

  view() {
    const { own, applicant } = this;
    const { base, complete, outbox } = applicant;
    return this.frame(html`<h1>${this.title}</h1><p class="soft">${t('candidate.handIn.lead')}</p>
      <ul class="checks">
        ${check(applicant.personReady, t('candidate.person.title'), own.bornOn ? `${own.name}, ${date(`${own.bornOn}T12:00`)}` : own.name, `${base}/person`)}
        ${own.claims.map(claim => check(isReady(claim), claim.requirement.text, said(claim), `${base}/requirement/${claim.requirement.id}`))}
      </ul>
      <form class="card stack" @submit=${this.#submit}>
        <h2>${t('candidate.handIn.attest')}</h2><p class="as-written">${own.attestation}</p>
        ${checkbox({ name: 'attested', label: t('candidate.handIn.true'), checked: this.attested, required: true, onchange: attested => this.change({ attested }) })}
        ${complete ? nothing : notice(t('candidate.handIn.incomplete'), 'warn')}
        ${outbox.state === 'saved' ? nothing : notice(t('candidate.handIn.unsaved'), 'warn')}
        ${problemNotice(this.problem)}
        <div>${button({ label: t('candidate.handIn.do'), kind: 'primary', disabled: this.busy || !complete || outbox.state !== 'saved' })}</div>
      </form>`);
  }

  #submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (await this.run(() => submit(this.token))) location.assign(this.applicant.base);
  };
}

/** @param {import('../api.js').Claim} claim */
function said({ statement, hours, documents }) {
  return [statement, hours === undefined ? '' : t('candidate.handIn.hours', { n: hours, hours: number(hours) }), documents.map(one => one.name).join(', ')].filter(Boolean).join(' · ');
}

/** @param {boolean} ready @param {string} title @param {string} words @param {string} href */
export function check(ready, title, words, href) {
  return html`<li class="stack tight"><div class="row apart"><a href=${href}>${title}</a>${ready ? badge(t('candidate.ready'), 'good') : badge(t('candidate.notReady'))}</div>
    ${words ? html`<p class="small soft clip">${words}</p>` : nothing}</li>`;
}
