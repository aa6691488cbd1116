import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { repeat } from '../vendor/lit-html/directives/repeat.js';
import { language, t } from '../core/i18n.js';
import { button } from './button.js';

/** Rows of a long table that are drawn at first, and as many more each time. */
export const FIRST_ROWS = 50;

/** @typedef {string | number | boolean | null | undefined} SortValue */
/** @typedef {{key: string, direction: 'ascending' | 'descending'}} Sort */

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} key
 * @property {string} label
 * @property {(row: Row) => unknown} cell
 * @property {boolean} [numeric] aligned at the end, digits of equal width
 * @property {boolean} [head] names the row; at most one column
 * @property {(row: Row) => SortValue} [sortBy] makes the column sortable
 */

/**
 * A table that turns each row into a card where it has no room.
 * @template Row
 * @param {object} options
 * @param {string} options.caption
 * @param {boolean} [options.captionHidden]
 * @param {Column<Row>[]} options.columns
 * @param {Row[]} options.rows
 * @param {(row: Row) => string} options.rowKey
 * @param {(row: Row) => string} [options.rowClass]
 * @param {Sort | null} [options.sort]
 * @param {(sort: Sort) => void} [options.onsort] the page keeps the sort and draws again
 * @param {(row: Row) => string} [options.groupBy] rows that follow each other in the same group get one heading
 * @param {boolean} [options.keep] stays a table on phones too: for few short columns
 * @param {number} [options.shown] of a long table: how many rows are drawn, `FIRST_ROWS` to begin with
 * @param {(shown: number) => void} [options.onmore] the page keeps how many are shown and draws again
 * @param {unknown} [options.foot] rows of the foot, with `role` as below
 */
export function table(options) {
  const { columns, rows, sort = null, keep = false } = options;
  const ordered = (sort ? sorted(rows, columns, sort) : rows).slice(0, options.shown);
  return html`<div class="table-box"><table class="table ${keep ? 'keep' : ''}" role="table">
    <caption class=${options.captionHidden ? 'visually-hidden' : ''}>${options.caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(column => head(column, options))}</tr></thead>
    <tbody role="rowgroup">${repeat(ordered, options.rowKey, (row, i) => html`${groupHead(options, ordered, i)}
      <tr role="row" class=${options.rowClass?.(row) ?? ''}>${columns.map(column => cell(column, row))}</tr>`)}</tbody>
    ${options.foot ? html`<tfoot role="rowgroup">${options.foot}</tfoot>` : nothing}
  </table></div>${rest(options)}`;
}

/** The way to the rows that are not drawn yet; who takes it goes on at the first of them. @param {{rows: unknown[], shown?: number, onmore?: (shown: number) => void}} options */
function rest({ rows, shown = rows.length, onmore }) {
  if (shown >= rows.length || !onmore) return nothing;
  return html`<div class="row table-more no-print"><span class="soft">${t('core.rowsShown', { shown, n: rows.length })}</span>
    ${button({ label: t('core.moreRows', { n: Math.min(FIRST_ROWS, rows.length - shown) }), onclick: event => {
      const box = /** @type {HTMLElement} */ (event.currentTarget).closest('.table-more')?.previousElementSibling;
      onmore(shown + FIRST_ROWS);
      /** @type {HTMLElement | null | undefined} */ (box?.querySelectorAll('tbody > tr')[shown]?.querySelector('a, button, input, summary'))?.focus();
    } })}</div>`;
}

/**
 * @template Row
 * @param {Column<Row>} column @param {{sort?: Sort | null, onsort?: (sort: Sort) => void}} options
 */
function head(column, { sort, onsort }) {
  const own = sort?.key === column.key ? sort.direction : null;
  const numeric = column.numeric ? 'number' : '';
  if (!column.sortBy || !onsort) return html`<th role="columnheader" scope="col" class=${numeric}>${column.label}</th>`;
  const next = own === 'ascending' ? 'descending' : 'ascending';
  return html`<th role="columnheader" scope="col" class=${numeric} data-sortable aria-sort=${own ?? 'none'}>
    <button type="button" class="sort" @click=${() => onsort({ key: column.key, direction: next })}>${column.label}</button></th>`;
}

/** @template Row @param {Column<Row>} column @param {Row} row */
function cell(column, row) {
  const content = column.cell(row);
  return column.head
    ? html`<th role="rowheader" scope="row">${content}</th>`
    : html`<td role="cell" class=${column.numeric ? 'number' : ''} data-label=${column.label}><div class="cell">${content}</div></td>`;
}

/**
 * @template Row
 * @param {{columns: Column<Row>[], groupBy?: (row: Row) => string}} options @param {Row[]} rows @param {number} i
 */
function groupHead({ columns, groupBy }, rows, i) {
  if (!groupBy || (i > 0 && groupBy(rows[i]) === groupBy(rows[i - 1]))) return nothing;
  return html`<tr role="row" class="group"><th role="rowheader" scope="colgroup" colspan=${columns.length}>${groupBy(rows[i])}</th></tr>`;
}

/**
 * Rows in the order of a column; rows without a value come last in either direction.
 * @template Row
 * @param {Row[]} rows @param {Column<Row>[]} columns @param {Sort} sort
 */
export function sorted(rows, columns, sort) {
  const by = columns.find(column => column.key === sort.key)?.sortBy;
  if (!by) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const words = new Intl.Collator(language(), { numeric: true });
  return rows.toSorted((a, b) => compared(by(a), by(b), sign, words));
}

/** @param {SortValue} a @param {SortValue} b @param {number} sign @param {Intl.Collator} words */
function compared(a, b, sign, words) {
  const missing = Number(a === null || a === undefined) - Number(b === null || b === undefined);
  if (missing || a === null || a === undefined) return missing;
  return sign * (typeof a === 'string' ? words.compare(a, String(b)) : Number(a) - Number(b));
}
