import { date, list, number, t } from '../../core/i18n.js';
import { asApiError } from '../../core/page.js';
import { button } from '../../ui/button.js';
import { choice } from '../../ui/choice.js';
import { ask } from '../../ui/dialog.js';
import { textArea } from '../../ui/field.js';
import { notice, problemNotice, problemWords } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { addEvidence, askAccommodation, readAccommodation, withdrawAccommodation } from '../api.js';
import { fault, fileInput } from '../files.js';
import { ApplicationPage } from '../step.js';

const REASONS = ['sight', 'hearing', 'movement', 'learning', 'attention', 'mental_health', 'illness', 'injury', 'pregnancy', 'other'];

/** Asks in confidence for more time, breaks or another display, and tells the answer. */
export class AccommodationPage extends ApplicationPage {
  /** @type {import('../api.js').Accommodation} */
  state = { evidence: 0 };
  reason = '';
  need = '';
  sending = '';
  refused = '';
  /** Whether to ask although there is an answer. */
  again = false;

  get title() {
    return t('candidate.help.title');
  }

  async load() {
    await super.load();
    this.state = await readAccommodation(this.token);
  }

  view() {
    const { askedAt, decision } = this.state;
    return html`<div class="stack loose">
      <div class="stack tight">${this.crumb}<h1>${this.title}</h1><p class="lead">${t('candidate.help.lead')}</p></div>
      ${decision ? this.#answer(decision) : nothing}
      ${askedAt ? this.#waiting(askedAt) : decision && !this.again ? html`<div>${button({ label: t('candidate.help.askAgain'), onclick: () => this.change({ again: true }) })}</div>` : this.#form()}
      ${notice(t('candidate.help.privacy'), 'info')}
    </div>`;
  }

  #form() {
    return html`<form class="card stack" @submit=${this.#ask}><h2>${t('candidate.help.ask')}</h2>${problemNotice(this.problem)}
      ${choice({ name: 'reason', legend: t('candidate.help.reason'), required: true, inline: true, value: this.reason, options: REASONS.map(value => ({ value, label: t(`candidate.reason.${value}`) })), onchange: reason => this.change({ reason }) })}
      ${textArea({ name: 'need', label: t('candidate.help.need'), hint: t('candidate.help.needHint'), required: true, rows: 5, maxlength: 4000, value: this.need, error: this.error('/need'), oninput: need => (this.need = need) })}
      <div>${button({ label: t('candidate.help.send'), kind: 'primary', disabled: this.busy })}</div></form>`;
  }

  /** @param {string} askedAt */
  #waiting(askedAt) {
    const { evidence } = this.state;
    return html`<section class="card stack">${notice(html`<p class="strong">${t('candidate.help.waiting')}</p><p>${t('candidate.help.since', { date: date(askedAt) })}</p>`)}
      <h2>${t('candidate.help.evidence')}</h2><p class="soft">${t('candidate.help.evidenceHint')}</p>
      <p>${t('candidate.help.evidenceCount', { n: evidence })}</p>
      ${fileInput({ label: t('candidate.file.add'), sending: this.sending, error: this.refused, onfile: this.#add })}
      <div>${button({ label: t('candidate.help.withdraw'), kind: 'danger', onclick: this.#withdraw })}</div></section>`;
  }

  /** @param {NonNullable<import('../api.js').Accommodation['decision']>} decision */
  #answer({ granted, answer, validUntil, decidedAt }) {
    return html`<section class="stack" aria-labelledby="answer"><h2 id="answer">${t('candidate.help.answer', { date: date(decidedAt) })}</h2>
      ${granted ? html`<ul class="asked">${grantedWords(granted).map(words => html`<li>${words}</li>`)}</ul>
        <p>${t('candidate.help.until', { date: date(`${validUntil}T12:00`) })}</p>` : html`<p>${t('candidate.help.none')}</p>`}
      <p class="as-written">${answer}</p></section>`;
  }

  #ask = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!(await this.run(() => askAccommodation(this.token, { reason: this.reason, need: this.need })))) return;
    this.change({ need: '', reason: '', again: false, state: await readAccommodation(this.token) });
  };

  #add = async (/** @type {File} */ file) => {
    const wrong = fault(file);
    if (wrong) return this.change({ refused: wrong });
    this.change({ sending: file.name, refused: '' });
    try {
      await addEvidence(this.token, crypto.randomUUID(), file);
      this.state = await readAccommodation(this.token);
    } catch (cause) {
      this.refused = problemWords(asApiError(cause));
    } finally {
      this.change({ sending: '' });
    }
  };

  #withdraw = async () => {
    const done = await ask({ title: t('candidate.help.withdraw'), message: html`<p>${t('candidate.help.withdrawText')}</p>`, confirm: t('candidate.help.withdraw'), danger: true, onconfirm: () => withdrawAccommodation(this.token) });
    if (done) this.change({ state: await readAccommodation(this.token) });
  };
}

/** @param {import('../api.js').Granted} granted */
export function grantedWords({ timeFactor, extraMinutes, extraBreakSeconds, display }) {
  return [
    timeFactor > 1 ? t('candidate.granted.factor', { factor: number(timeFactor) }) : '',
    extraMinutes ? t('candidate.granted.minutes', { n: extraMinutes }) : '',
    extraBreakSeconds.length ? t('candidate.granted.breaks', { n: extraBreakSeconds.length, lengths: list(extraBreakSeconds.map(one => t('candidate.granted.break', { n: Math.round(one / 60) }))) }) : '',
    display.textScale ? t('candidate.granted.text', { factor: number(display.textScale) }) : '',
    display.theme ? t(`candidate.granted.theme.${display.theme}`) : '',
  ].filter(Boolean);
}
