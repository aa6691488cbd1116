import { t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { linkButton } from '../ui/button.js';
import { badge } from '../ui/page.js';
import { saveState } from '../ui/progress.js';
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { applicantOf } from './applicant.js';

/** A page of somebody's application. */
export class ApplicationPage extends Page {
  get token() {
    return this.where.params.token;
  }

  get applicant() {
    return applicantOf(this.token);
  }

  get own() {
    return this.applicant.own;
  }

  async load() {
    this.applicant.addEventListener('change', () => this.change(), { signal: this.left.signal });
    await this.applicant.load();
  }

  /** What the page belongs to, with the way back to the overview. */
  get crumb() {
    return html`<p class="row apart"><a href=${this.applicant.base}>${t('candidate.overview')}</a>
      ${this.own.demonstration ? badge(t('candidate.demonstration'), 'warn') : nothing}</p>`;
  }
}

/** One page of the form: asks something, saves by itself, leads on. */
export class StepPage extends ApplicationPage {
  async load() {
    await super.load();
    if (!this.applicant.editable) location.replace(this.applicant.base);
  }

  /** @param {unknown} question */
  frame(question) {
    const { steps, outbox } = this.applicant;
    const at = steps.findIndex(step => step.href === location.hash);
    return html`<div class="stack loose">
      <div class="stack tight">${this.crumb}
        <div class="row apart"><span class="small soft">${t('candidate.step', { n: at + 1, all: steps.length })}</span>${saveState(outbox)}</div>
        <progress class="bar" max=${steps.length} value=${at + 1} aria-label=${t('candidate.step', { n: at + 1, all: steps.length })}></progress>
        ${outbox.refusals.map(entry => html`<p class="error" role="alert">${entry.refusal}</p>`)}</div>
      <div class="stack">${question}</div>
      <nav class="candidate-next row apart" aria-label=${t('candidate.steps')}>
        ${linkButton({ label: t('candidate.back'), href: steps[at - 1]?.href ?? this.applicant.base })}
        ${steps[at + 1] ? linkButton({ label: t('candidate.next'), href: steps[at + 1].href, kind: 'primary' }) : nothing}</nav>
    </div>`;
  }
}
