import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { choice } from '../../ui/choice.js';
import { ask } from '../../ui/dialog.js';
import { notice, problemNotice } from '../../ui/page.js';
import { toast } from '../../ui/toast.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { putBackground, readBackground, withdrawBackground } from '../api.js';
import { ApplicationPage } from '../step.js';

/** @typedef {'gender' | 'ethnicity' | 'age'} Trait */

/** @type {Record<Trait, string[]>} */
const TRAITS = {
  gender: ['woman', 'man', 'another'],
  ethnicity: ['american_indian', 'asian', 'black', 'hispanic', 'middle_eastern', 'pacific_islander', 'white', 'several'],
  age: ['under_40', 'from_40'],
};

/** What a candidate may state about themselves after the exam, seen by nobody else. */
export class BackgroundPage extends ApplicationPage {
  /** @type {import('../api.js').Background} */
  background = { open: false };
  /** Chosen and not sent yet. @type {Partial<Record<Trait, string>>} */
  chosen = {};

  get title() {
    return t('candidate.background.title');
  }

  async load() {
    await super.load();
    await this.#renew();
  }

  async #renew() {
    const background = await readBackground(this.token);
    this.change({ background, chosen: { ...background.stated } });
  }

  view() {
    const { open, stated } = this.background;
    return html`<div class="stack loose">
      <div class="stack tight">${this.crumb}<h1>${this.title}</h1><p class="lead">${t('candidate.background.lead')}</p></div>
      ${open ? html`${notice(html`<p>${t('candidate.background.consent')}</p><p>${t('candidate.background.kept')}</p>`, 'info')}${this.#form()}` : notice(t('candidate.background.closed'))}
      ${stated ? html`<div>${button({ label: t('candidate.background.withdraw'), kind: 'danger', disabled: this.busy, onclick: this.#withdraw })}</div>` : nothing}
    </div>`;
  }

  #form() {
    return html`<form class="card stack loose" @submit=${this.#send}>${problemNotice(this.problem)}
      ${/** @type {Trait[]} */ (Object.keys(TRAITS)).map(trait => choice({
        name: trait,
        legend: t(`candidate.background.${trait}`),
        value: this.chosen[trait] ?? '',
        options: [...TRAITS[trait].map(value => ({ value, label: t(`candidate.background.${trait}.${value}`) })), { value: '', label: t('candidate.background.silent') }],
        onchange: value => this.change({ chosen: { ...this.chosen, [trait]: value || undefined } }),
      }))}
      <div>${button({ label: t('candidate.background.send'), kind: 'primary', disabled: this.busy || !Object.values(this.chosen).some(Boolean) })}</div></form>`;
  }

  #send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!(await this.run(() => putBackground(this.token, this.chosen)))) return;
    await this.#renew();
    toast(t('candidate.background.sent'));
  };

  #withdraw = async () => {
    const done = await ask({ title: t('candidate.background.withdraw'), message: html`<p>${t('candidate.background.withdrawText')}</p>`, confirm: t('candidate.background.withdraw'), danger: true, onconfirm: () => withdrawBackground(this.token) });
    if (done) await this.#renew();
  };
}
