import { language, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { button } from '../../ui/button.js';
import { formValues, textField } from '../../ui/field.js';
import { badge, notice, problemNotice } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { readProgramme, requestLink } from '../api.js';
import { asked } from './asked.js';

/** What the programme asks, and the way in: a private link by mail. */
export class ProgrammePage extends Page {
  /** @type {import('../api.js').Programme} */
  programme = /** @type {any} */ (undefined);
  email = '';
  sentTo = '';

  get title() {
    return this.programme?.programme ?? '';
  }

  async load() {
    this.programme = await readProgramme(this.where.params.studyId);
  }

  view() {
    const { programme, demonstration, introduction, contact, minimumAge, requirements } = this.programme;
    return html`<div class="stack loose">
      <div class="stack tight">${demonstration ? html`<p>${badge(t('candidate.demonstration'), 'warn')}</p>` : nothing}
        <p class="eyebrow">${t('candidate.programme.eyebrow')}</p><h1>${programme}</h1>
        ${paragraphs(introduction)}</div>
      <section class="stack"><h2>${t('candidate.programme.asked')}</h2>
        <ul class="asked">${minimumAge ? html`<li>${t('candidate.programme.age', { age: minimumAge })}</li>` : nothing}
          ${requirements.map(requirement => html`<li>${requirement.text} ${asked(requirement)}</li>`)}</ul></section>
      ${this.sentTo ? this.#sent() : this.#form()}
      <p class="soft">${t('candidate.contact', { contact })}</p>
    </div>`;
  }

  #form() {
    const { open } = this.programme;
    return html`<section class="card stack"><h2>${open ? t('candidate.programme.apply') : t('candidate.programme.resume')}</h2>
      ${open ? nothing : notice(t('candidate.programme.closed'), 'warn')}
      <p class="soft">${t('candidate.programme.how')}</p>
      <form class="stack" @submit=${this.#send}>${problemNotice(this.problem)}
        ${textField({ name: 'email', label: t('candidate.email'), type: 'email', autocomplete: 'email', required: true, maxlength: 254, value: this.email, error: this.error('/email'), oninput: email => (this.email = email) })}
        <div>${button({ label: t('candidate.programme.send'), kind: 'primary', icon: 'mail', disabled: this.busy })}</div></form></section>`;
  }

  #sent() {
    return html`<section class="card stack" aria-live="polite"><h2 tabindex="-1">${t('candidate.programme.sent')}</h2>
      <p>${t('candidate.programme.sentText', { email: this.sentTo })}</p>
      <p class="soft">${t('candidate.programme.sentWhere')}</p>
      <div>${button({ label: t('candidate.programme.again'), onclick: () => this.change({ sentTo: '' }) })}</div></section>`;
  }

  #send = async (/** @type {SubmitEvent} */ event) => {
    const { email } = formValues(event);
    if (await this.run(() => requestLink(this.where.params.studyId, email.trim(), language()))) this.change({ sentTo: email.trim() });
  };
}

/** @param {string} words */
export function paragraphs(words) {
  return words.split(/\n\s*\n/).map(words => html`<p class="as-written">${words}</p>`);
}
