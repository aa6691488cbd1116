import { ApiError } from '../core/api.js';
import { date, dateTime, t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { badge, button, html, notice, nothing, problemNotice, textField } from '../ui/index.js';
import { verify } from './api.js';

/** @typedef {import('./api.js').Verified} Verified */

/**
 * Whoever holds number and code of a certificate sees how it stands. What could not be checked is never shown as
 * valid: an answer is gone as soon as anything else is asked, and without an answer the page says so.
 */
export class VerifyPage extends Page {
  number = this.where.params.number ?? '';
  code = this.where.params.code ?? '';
  /** @type {Verified | null} */
  found = null;
  unknown = false;
  unchecked = false;

  get title() {
    return t('verify.title');
  }

  async load() {
    if (this.number && this.code) await this.check();
  }

  view() {
    return html`<div class="stack">
      <h1>${t('verify.title')}</h1>
      <p>${t('verify.lead')}</p>
      <form class="stack" @submit=${this.#asked}>
        ${textField({ name: 'number', label: t('verify.number'), required: true, maxlength: 40, value: this.number, oninput: number => this.#typed({ number }) })}
        ${textField({ name: 'code', label: t('verify.code'), required: true, maxlength: 40, value: this.code, oninput: code => this.#typed({ code }) })}
        <div>${button({ label: t('verify.check'), kind: 'primary', disabled: this.busy })}</div>
      </form>
      <div role="status" class="stack">${this.busy ? html`<p>${t('verify.checking')}</p>` : this.#answer()}</div>
    </div>`;
  }

  #answer() {
    if (this.found) return standing(this.found);
    if (this.unknown) return notice(html`<p class="strong">${t('verify.unknown')}</p><p>${t('verify.unknown.words')}</p>`, 'bad');
    if (this.unchecked) return html`${notice(html`<p class="strong">${t('verify.unchecked')}</p><p>${t('verify.unchecked.words')}</p>`, 'warn')}${problemNotice(this.problem)}`;
    return nothing;
  }

  /** @param {{number?: string, code?: string}} change */
  #typed(change) {
    Object.assign(this, change);
    if (this.found || this.unknown || this.unchecked) this.change({ found: null, unknown: false, unchecked: false });
  }

  #asked = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    return this.check();
  };

  async check() {
    this.busy = true;
    this.change({ found: null, unknown: false, unchecked: false, problem: null });
    try {
      this.found = await verify(this.number.trim(), this.code.trim());
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      this.unknown = cause.status === 404;
      this.unchecked = !this.unknown;
      this.problem = this.unchecked && !cause.unreachable ? cause : null;
    } finally {
      this.busy = false;
      this.change();
    }
  }
}

/** @param {Verified} found */
function standing(found) {
  const good = found.status === 'active';
  return html`<section class="card stack tight" data-status=${found.status}><h2>${badge(t(`verify.status.${found.status}`), good ? 'good' : 'bad')}</h2>
    <p>${t(`verify.status.${found.status}.words`)}${found.since ? html` ${t('verify.since', { date: date(found.since) })}` : nothing}</p>
    <dl class="pairs"><dt>${t('verify.holder')}</dt><dd class="strong">${found.holder}</dd>
      <dt>${t('verify.credential')}</dt><dd>${found.title}</dd>
      <dt>${t('verify.number')}</dt><dd>${found.number}</dd>
      <dt>${t('verify.issued')}</dt><dd>${date(`${found.issuedOn}T12:00`)}</dd>
      <dt>${t('verify.expires')}</dt><dd>${date(`${found.expiresOn}T12:00`)}</dd></dl>
    <p class="small soft">${t('verify.checked', { time: dateTime(found.checkedAt) })}</p></section>`;
}
