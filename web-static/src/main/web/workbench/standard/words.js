/** What several pages of standard setting say alike. */
import { number, t } from '../../core/i18n.js';
import { badge, html, nothing, table } from '../../ui/index.js';
import { letter } from '../../ui/arrange.js';

/** @param {import('./api.js').State} state */
export const stateBadge = state => badge(t(`standard.state.${state}`), state === 'locked' ? 'good' : state === 'judging' ? 'info' : '');

/** Raw points with as many digits as a decision needs. @param {number | undefined} value */
export const points = value => (value === undefined ? '–' : number(value, 2));

/** @param {{low?: number, high?: number}} interval */
export const between = ({ low, high }) => (low === undefined || high === undefined ? '–' : t('standard.between', { low: points(low), high: points(high) }));

/** A rating as it was asked for. @param {import('./api.js').Method} method @param {number} percent */
export function rated(method, percent) {
  if (method === 'modified_angoff') return `${number(percent)} %`;
  return percent === 100 ? t('standard.yes') : t('standard.no');
}

/** @param {import('./api.js').FigureTable} words */
export function dataTable({ caption, data }) {
  return table({
    caption, captionHidden: true, keep: true, rows: data.rows, rowKey: row => row[0],
    columns: data.headers.map((label, i) => ({ key: String(i), label, head: i === 0, numeric: i > 0, cell: (/** @type {string[]} */ row) => row[i] })),
  });
}

/** The key of an item in the letters that its options have. @param {import('./api.js').Judged} judged @param {string} language */
export function keyWords({ item, key = {} }, language) {
  const name = (/** @type {string} */ id) => letter((item.options ?? []).findIndex(one => one.id === id));
  if (key.options) return key.options.map(name).join(', ');
  if (key.order) return key.order.map(name).join(' – ');
  if (key.pairs) return Object.keys(key.pairs).length ? (item.prompts ?? []).map((one, i) => `${i + 1} → ${name(key.pairs?.[one.id] ?? '')}`).join(', ') : nothing;
  if (key.accepted) return (key.accepted[language] ?? Object.values(key.accepted).flat()).join(', ');
  return html`${key.value} ± ${key.tolerance ?? '0'}`;
}
