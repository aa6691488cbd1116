/** Numbers in plain words: what an estimate is, how sure it is, and how it came about. */
import { number, percent, t } from '../../core/i18n.js';
import { html, more, nothing } from '../../ui/index.js';

/** @typedef {import('./api.js').Estimate} Estimate */
/** @typedef {import('./api.js').Run} Run */

/** @param {number | null | undefined} value @param {number} [digits] */
export const plain = (value, digits = 2) => (value === undefined || value === null ? t('analysis.none') : number(value, digits));

/** @param {number | null | undefined} share @param {number} [digits] */
export const share = (share, digits = 1) => (share === undefined || share === null ? t('analysis.none') : percent(share, digits));

/** `3.11 (3.02–3.20)` @param {Estimate} estimate @param {(value: number | undefined) => string} [form] */
export function withInterval(estimate, form = plain) {
  if (estimate.value === undefined) return t('analysis.none');
  if (!estimate.interval) return form(estimate.value);
  return html`${form(estimate.value)} <span class="soft small">${t('analysis.interval', { lower: form(estimate.interval.lower), upper: form(estimate.interval.upper) })}</span>`;
}

/** The same on two lines, for narrow columns. @param {Estimate} estimate @param {(value: number | undefined) => string} [form] */
export function stacked(estimate, form = plain) {
  if (estimate.value === undefined) return t('analysis.none');
  return html`<div>${form(estimate.value)}</div>${estimate.interval ? html`<div class="soft small">${t('analysis.interval', { lower: form(estimate.interval.lower), upper: form(estimate.interval.upper) })}</div>` : nothing}`;
}

/** How much trust a reliability deserves. @param {number | undefined} value */
export function grade(value) {
  if (value === undefined) return 'unknown';
  return value >= 0.9 ? 'high' : value >= 0.7 ? 'good' : value >= 0.5 ? 'fair' : 'low';
}

/** @param {string} grade @returns {'good' | 'warn' | 'bad' | ''} */
export const tone = grade => (grade === 'high' || grade === 'good' ? 'good' : grade === 'fair' ? 'warn' : grade === 'low' ? 'bad' : '');

/** How a number came about. @param {string} method @param {{used: number, dropped: number}} counts */
export function cameAbout(method, { used, dropped }) {
  return more(t('analysis.how'), html`<p>${method}</p><p class="small soft">${t('analysis.rests', { n: used })} ${dropped > 0 ? t('analysis.dropped', { n: dropped }) : nothing}</p>`);
}

/** The inclusion rule of the run in words. @param {Run} run */
export function inclusionRule({ provenance: { options: { inclusion } } }) {
  return t(`analysis.rule.${inclusion.kind}`, {
    importance: number(inclusion.importanceCut),
    frequency: number(inclusion.frequencyCut),
    performing: percent(inclusion.performingCut / 100),
  });
}
