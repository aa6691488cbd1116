import { language, t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { checkbox } from '../../ui/choice.js';
import { ask, openDialog } from '../../ui/dialog.js';
import { badge, empty, notice } from '../../ui/page.js';
import { toast } from '../../ui/toast.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { book, cancelBooking, readBooking } from '../api.js';
import { ApplicationPage } from '../step.js';
import { moment, month, place, times } from '../when.js';
import { paragraphs } from './programme.js';

/** @typedef {import('../api.js').Window_} Window_ */

/** The seat that is booked, and the windows that can be. */
export class ExamsPage extends ApplicationPage {
  /** @type {import('../api.js').Booking} */
  exams = { attemptsLeft: 0, windows: [] };

  get title() {
    return t('candidate.exam.title');
  }

  async load() {
    await super.load();
    this.exams = await readBooking(this.token);
  }

  view() {
    const { booking, windows, authorisedUntil } = this.exams;
    const others = windows.filter(one => one.id !== booking?.window.id);
    return html`<div class="stack loose">
      <div class="stack tight">${this.crumb}<h1>${this.title}</h1></div>
      ${booking ? this.#seat(booking) : nothing}
      ${authorisedUntil ? this.#choose(others) : notice(t('candidate.exam.notAuthorised'), 'warn')}
    </div>`;
  }

  /** @param {NonNullable<import('../api.js').Booking['booking']>} booking */
  #seat({ window, seat, code }) {
    const still = new Date(window.until) > new Date();
    return html`<section class="card stack" aria-labelledby="seat"><h2 id="seat">${t('candidate.exam.yours')}</h2>
      <div class="stack tight"><p class="strong">${window.title}</p><p>${times(window)}</p><p>${place(window)}</p>
        <p>${t('candidate.exam.seat', { seat })}</p><p class="small soft">${t(`candidate.late.${window.lateRule}`)}</p></div>
      <p class="code-box"><span class="small soft">${t('candidate.exam.code')}</span><code class="admission">${code}</code></p>
      <p class="small soft">${t('candidate.exam.bring')}</p>
      ${still ? html`<p class="small">${t('candidate.exam.until', { moment: moment(window.until, window.timeZone) })}</p>
        <div>${button({ label: t('candidate.exam.cancel'), kind: 'danger', onclick: this.#cancel })}</div>` : notice(t('candidate.exam.fixed'))}</section>`;
  }

  /** @param {Window_[]} windows */
  #choose(windows) {
    const { booking, attemptsLeft } = this.exams;
    if (!booking && attemptsLeft < 1) return notice(t('candidate.exam.noAttempts'), 'warn');
    const fixed = booking && new Date(booking.window.until) <= new Date();
    if (fixed) return nothing;
    if (!windows.length) return booking ? nothing : empty({ title: t('candidate.exam.none'), text: t('candidate.exam.noneText', { contact: this.own.contact }) });
    const months = [...new Set(windows.map(one => month(one.opensAt, one.timeZone)))];
    return html`<section class="stack"><h2>${booking ? t('candidate.exam.move') : t('candidate.exam.choose')}</h2>
      ${months.map(name => html`<h3 class="month">${name}</h3><ul class="windows">${windows.filter(one => month(one.opensAt, one.timeZone) === name).map(one => this.#window(one))}</ul>`)}</section>`;
  }

  /** @param {Window_} window */
  #window(window) {
    return html`<li class="window">${tile(window)}
      <div class="stack tight"><h4>${window.title}</h4><p>${times(window)}</p><p class="soft">${place(window)}</p>
        <p class="small soft">${t('candidate.exam.until', { moment: moment(window.until, window.timeZone) })}</p>
        <div class="row">${window.freeSeats ? badge(t('candidate.exam.free', { n: window.freeSeats }), 'good') : badge(t('candidate.exam.full'), 'warn')}
          ${window.freeSeats ? button({ label: this.exams.booking ? t('candidate.exam.moveHere') : t('candidate.exam.bookThis'), kind: 'primary', describe: window.title, onclick: () => this.#book(window) }) : nothing}</div></div></li>`;
  }

  /** @param {Window_} window */
  async #book(window) {
    const { agreement } = this.exams;
    const done = await openDialog({
      title: this.exams.booking ? t('candidate.exam.moveHere') : t('candidate.exam.bookThis'),
      confirm: this.exams.booking ? t('candidate.exam.moveHere') : t('candidate.exam.bookThis'),
      body: () => html`<p class="strong">${window.title}</p><p>${times(window)}</p><p>${place(window)}</p><p class="small soft">${t(`candidate.late.${window.lateRule}`)}</p>
        ${agreement ? html`<div class="agreement" tabindex="0" role="region" aria-label=${t('candidate.exam.agreement')}>${paragraphs(agreement.text)}</div>
          ${checkbox({ name: 'agreed', label: t('candidate.exam.agree'), checked: false, required: true })}` : nothing}`,
      onconfirm: async () => (this.exams = await book(this.token, window.id, agreement?.version)),
    });
    if (done) toast(t('candidate.exam.booked'));
    else this.exams = await readBooking(this.token);
    this.change();
  }

  #cancel = async () => {
    const done = await ask({ title: t('candidate.exam.cancel'), message: html`<p>${t('candidate.exam.cancelText')}</p>`, confirm: t('candidate.exam.cancel'), danger: true, onconfirm: async () => (this.exams = await cancelBooking(this.token)) });
    if (done) this.change();
  };
}

/** Day and weekday at a glance; the words beside it say the same. @param {Window_} window */
function tile({ opensAt, timeZone }) {
  const at = new Date(opensAt);
  const part = (/** @type {Intl.DateTimeFormatOptions} */ options) => new Intl.DateTimeFormat(language(), { ...options, timeZone }).format(at);
  return html`<div class="tile" aria-hidden="true"><span>${part({ weekday: 'short' })}</span><b>${part({ day: 'numeric' })}</b></div>`;
}
