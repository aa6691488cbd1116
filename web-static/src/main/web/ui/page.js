/** What most pages are made of: heading, notices, figures in words, empty and waiting states. */
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { t } from '../core/i18n.js';
import { button } from './button.js';
import { icon } from './icon.js';

/** @typedef {import('../core/api.js').ApiError} ApiError */
/** @typedef {'' | 'good' | 'warn' | 'bad' | 'info'} Tone */

/**
 * @param {object} options
 * @param {string} options.title
 * @param {unknown} [options.lead] one sentence
 * @param {string} [options.eyebrow] what the page belongs to
 * @param {unknown} [options.actions] buttons
 */
export function pageHead({ title, lead, eyebrow, actions }) {
  return html`<div class="page-head"><div>
      ${eyebrow ? html`<p class="eyebrow">${eyebrow}</p>` : nothing}
      <h1>${title}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
    </div>${actions ? html`<div class="row no-print">${actions}</div>` : nothing}</div>`;
}

/** @param {unknown} content @param {Tone} [tone] */
export function notice(content, tone = 'info') {
  const shape = tone === 'good' ? 'check' : tone === 'bad' || tone === 'warn' ? 'warning' : 'info';
  return html`<div class="notice ${tone}">${icon(shape)}<div>${content}</div></div>`;
}

/** Why something was not done; nothing when it was. @param {ApiError | null} problem */
export function problemNotice(problem) {
  if (!problem) return nothing;
  return html`<div class="notice bad" role="alert">${icon('warning')}<div>
    <p class="strong">${problemWords(problem)}</p>
    ${problem.errors.length > 1 ? html`<ul>${problem.errors.map(error => html`<li>${error.message}</li>`)}</ul>` : nothing}
    ${problem.requestId && problem.status >= 500 ? html`<p class="small">${t('core.requestId', { id: problem.requestId })}</p>` : nothing}
  </div></div>`;
}

/** @param {ApiError} problem */
export function problemWords(problem) {
  if (problem.unreachable) return t('core.unreachable');
  if (problem.stale && !problem.message) return t('core.stale');
  return problem.message || t('core.failed');
}

/** @param {ApiError} problem @param {() => void} again */
export function failed(problem, again) {
  return html`<div class="stack narrow"><h1>${problem.status === 404 ? t('core.notFound') : t('core.cannotShow')}</h1>
    ${problemNotice(problem)}<div>${button({ label: t('core.tryAgain'), onclick: again })}</div></div>`;
}

export function loading() {
  return html`<p class="loading" role="status">${t('core.loading')}</p>`;
}

/**
 * @param {object} options
 * @param {string} options.title
 * @param {unknown} [options.text]
 * @param {unknown} [options.action]
 * @param {import('./icon.js').Icon} [options.icon]
 */
export function empty({ title, text, action, icon: shape = 'book' }) {
  return html`<div class="empty">${icon(shape)}<h2>${title}</h2>${text ? html`<p>${text}</p>` : nothing}${action ?? nothing}</div>`;
}

/** A word with a colour; the word alone must be enough. @param {string} label @param {Tone} [tone] */
export function badge(label, tone = '') {
  return html`<span class="badge ${tone}">${tone === 'good' ? icon('check') : tone === 'bad' || tone === 'warn' ? icon('warning') : nothing}${label}</span>`;
}

/** Key numbers. @param {{label: string, value: unknown, note?: unknown}[]} all */
export function stats(all) {
  return html`<div class="grid stats">${all.map(stat => html`<dl class="stat"><dt>${stat.label}</dt><dd>${stat.value}</dd>
    ${stat.note ? html`<dd class="note">${stat.note}</dd>` : nothing}</dl>`)}</div>`;
}

/** Something more for who wants to know: how a number came about, a method. @param {string} summary @param {unknown} content */
export function more(summary, content) {
  return html`<details class="more"><summary>${summary}</summary><div class="stack">${content}</div></details>`;
}
