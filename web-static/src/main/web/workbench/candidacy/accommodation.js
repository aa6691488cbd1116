import { date, dateTime, list, number, t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { button, choice, html, notice, nothing, numberField, problemNotice, selectField, textArea, textField, toast } from '../../ui/index.js';
import { decideAccommodation, evidenceAddress, readAccommodation } from './api.js';
import { CandidacyPage } from './part.js';

const THEMES = ['usual', 'light', 'dark', 'contrast'];
const SIZES = [1, 1.25, 1.5, 2, 3, 4];

/** One request with its reason, read only here, and the decision that deletes the reason. */
export class AccommodationPage extends CandidacyPage {
  /** @type {import('./api.js').Request_} */
  request = /** @type {any} */ (undefined);
  outcome = '';
  draft = blank();

  get title() {
    return this.request?.name || t('candidacy.list.unnamed');
  }

  get may() {
    return hasRole('administrator');
  }

  async load() {
    if (this.may) this.request = await readAccommodation(this.where.params.candidateId);
  }

  view() {
    if (!this.request) return this.frame('/accommodations', nothing);
    const { wish, decisions, mark } = this.request;
    return this.frame('/accommodations', html`${notice(t('candidacy.help.privacy'), 'warn')}
      ${wish ? html`${this.#wish(wish)}${this.#form()}` : notice(t('candidacy.help.nothingWaits'))}
      ${decisions.length ? this.#decisions() : nothing}
      <p class="small soft break">${t('candidacy.help.mark')} <code>${mark}</code></p>`);
  }

  /** @param {{reason: string, need: string}} wish */
  #wish({ reason, need }) {
    const { askedAt, evidence, candidate } = this.request;
    return html`<section class="card stack"><h2>${t('candidacy.help.asked')}</h2>
      <dl class="pairs"><dt>${t('candidacy.help.on')}</dt><dd>${dateTime(askedAt ?? '')}</dd><dt>${t('candidacy.help.reason')}</dt><dd>${t(`candidacy.reason.${reason}`)}</dd>
        <dt>${t('candidacy.help.need')}</dt><dd class="as-written">${need}</dd>
        <dt>${t('candidacy.help.evidence')}</dt><dd>${evidence.length ? html`<ul class="files">${evidence.map(one => html`<li><a class="break" href=${evidenceAddress(candidate, one.id)} download>${one.name}</a></li>`)}</ul>` : '–'}</dd></dl></section>`;
  }

  #form() {
    const { draft, outcome } = this;
    return html`<form class="card stack" @submit=${this.#decide}><h2>${t('candidacy.help.decide')}</h2>
      ${choice({ name: 'outcome', legend: t('candidacy.decide.outcome'), required: true, inline: true, value: outcome, options: ['grant', 'refuse'].map(value => ({ value, label: t(`candidacy.help.${value}`) })), onchange: chosen => this.change({ outcome: chosen }) })}
      ${outcome === 'grant' ? html`<div class="grid">
        ${numberField({ name: 'timeFactor', label: t('candidacy.help.factor'), hint: t('candidacy.help.factorHint'), required: true, min: 1, max: 4, step: 0.01, value: draft.timeFactor, oninput: typed => (draft.timeFactor = Number(typed)) })}
        ${numberField({ name: 'extraMinutes', label: t('candidacy.help.minutes'), required: true, min: 0, max: 480, step: 1, value: draft.extraMinutes, oninput: typed => (draft.extraMinutes = Number(typed)) })}
        ${numberField({ name: 'breaks', label: t('candidacy.help.breaks'), hint: t('candidacy.help.breaksHint'), required: true, min: 0, max: 12, step: 1, value: draft.breaks, oninput: typed => (draft.breaks = Number(typed)) })}
        ${numberField({ name: 'breakMinutes', label: t('candidacy.help.breakMinutes'), required: true, min: 1, max: 120, step: 1, value: draft.breakMinutes, oninput: typed => (draft.breakMinutes = Number(typed)) })}
        ${selectField({ name: 'textScale', label: t('candidacy.help.text'), required: true, value: draft.textScale, options: SIZES.map(size => ({ value: String(size), label: size === 1 ? t('candidacy.help.usual') : `× ${number(size)}` })), onchange: size => (draft.textScale = Number(size)) })}
        ${selectField({ name: 'theme', label: t('candidacy.help.theme'), required: true, value: draft.theme, options: THEMES.map(value => ({ value, label: value === 'usual' ? t('candidacy.help.usual') : t(`candidacy.theme.${value}`) })), onchange: theme => (draft.theme = theme) })}
        ${textField({ name: 'validUntil', label: t('candidacy.help.until'), type: 'date', required: true, value: draft.validUntil, error: this.error('/validUntil'), onchange: validUntil => (draft.validUntil = validUntil) })}</div>` : nothing}
      ${textArea({ name: 'answer', label: t('candidacy.help.answer'), hint: t('candidacy.help.answerHint'), required: true, rows: 3, maxlength: 4000, value: draft.answer, error: this.error('/answer'), oninput: answer => (draft.answer = answer) })}
      ${notice(t('candidacy.help.deletes'))}${problemNotice(this.problem)}
      <div>${button({ label: t('candidacy.help.do'), kind: 'primary', disabled: this.busy })}</div></form>`;
  }

  #decisions() {
    return html`<section class="stack"><h2>${t('candidacy.decisions')}</h2>${this.request.decisions.map(({ decision, by, at }) => html`<article class="card flat stack tight">
      <p class="strong">${decision.granted ? list(grantedWords(decision.granted)) : t('candidacy.help.refused')}</p>
      ${decision.validUntil ? html`<p>${t('candidacy.help.granted', { date: date(`${decision.validUntil}T12:00`) })}</p>` : nothing}
      <p class="as-written">${decision.answer}</p><p class="small soft">${t('candidacy.decidedBy', { name: by, when: dateTime(at) })}</p></article>`)}</section>`;
  }

  #decide = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { answer, validUntil } = this.draft;
    const decision = this.outcome === 'grant' ? { granted: granted(this.draft), answer, validUntil } : { answer };
    const done = await this.run(async () => (this.request = await decideAccommodation(this.request.candidate, decision)));
    if (!done) return;
    toast(t('candidacy.decide.done'));
    this.change({ outcome: '', draft: blank() });
  };
}

/** What to grant until told otherwise: half as much time again, for a year. */
function blank() {
  const inAYear = new Date();
  inAYear.setFullYear(inAYear.getFullYear() + 1);
  return { timeFactor: 1.5, extraMinutes: 0, breaks: 0, breakMinutes: 10, textScale: 1, theme: 'usual', validUntil: inAYear.toISOString().slice(0, 10), answer: '' };
}

/** @param {ReturnType<typeof blank>} draft @returns {import('./api.js').Granted} */
function granted({ timeFactor, extraMinutes, breaks, breakMinutes, textScale, theme }) {
  const display = { ...(textScale > 1 ? { textScale } : {}), ...(theme === 'usual' ? {} : { theme }) };
  return { timeFactor, extraMinutes, extraBreakSeconds: Array(breaks).fill(breakMinutes * 60), display };
}

/** @param {import('./api.js').Granted} granted */
function grantedWords({ timeFactor, extraMinutes, extraBreakSeconds, display }) {
  return [
    timeFactor > 1 ? t('candidacy.granted.factor', { factor: number(timeFactor) }) : '',
    extraMinutes ? t('candidacy.granted.minutes', { n: extraMinutes }) : '',
    extraBreakSeconds.length ? t('candidacy.granted.breaks', { n: extraBreakSeconds.length, minutes: list(extraBreakSeconds.map(one => number(one / 60))) }) : '',
    display.textScale ? t('candidacy.granted.text', { factor: number(display.textScale) }) : '',
    display.theme ? t(`candidacy.theme.${display.theme}`) : '',
  ].filter(Boolean);
}
