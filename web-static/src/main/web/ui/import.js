/** CSV files: drop, choose or paste one, see what it would change, then say yes. */
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { number, t } from '../core/i18n.js';
import { badge } from './page.js';
import { table } from './table.js';

/**
 * @typedef {'new' | 'changed' | 'same' | 'error'} Change
 *
 * @typedef {object} ImportRow
 * @property {number} line line of the file
 * @property {Change} change
 * @property {string[]} cells in the order of the columns
 * @property {string[]} [before] the stored values of a changed line
 * @property {string} [message] why a line is refused
 */

/** @type {Record<Change, import('./page.js').Tone>} */
const TONES = { new: 'good', changed: 'warn', same: '', error: 'bad' };

/**
 * @param {object} options
 * @param {string} options.label
 * @param {string} [options.hint] the columns expected
 * @param {string} [options.error]
 * @param {boolean} [options.busy]
 * @param {(file: Blob, name: string) => void} options.onfile
 */
export function csvInput({ label, hint, error, busy = false, onfile }) {
  return html`<div class="drop" @dragover=${over} @dragleave=${out} @drop=${(/** @type {DragEvent} */ event) => dropped(event, onfile)}>
    <div class="field"><label for="csv-file">${label}</label>
      ${hint ? html`<span class="hint" id="csv-hint">${hint}</span>` : nothing}
      <input class="input" id="csv-file" type="file" accept=".csv,.tsv,.txt,text/csv" aria-describedby=${hint ? 'csv-hint' : nothing} ?disabled=${busy}
        @change=${(/** @type {Event} */ event) => chosen(event, onfile)}>
      ${error ? html`<span class="error" role="alert">${error}</span>` : nothing}
    </div>
    <details class="more"><summary>${t('core.import.paste')}</summary>
      <form class="stack" @submit=${(/** @type {SubmitEvent} */ event) => pasted(event, onfile)}>
        <div class="field"><label for="csv-text">${t('core.import.text')}</label><textarea id="csv-text" name="text" rows="6" spellcheck="false"></textarea></div>
        <div><button class="button" ?disabled=${busy}>${t('core.import.check')}</button></div>
      </form></details>
  </div>`;
}

/**
 * What an import would do, line by line. Errors come first.
 * @param {object} options
 * @param {string} options.caption
 * @param {string[]} options.columns
 * @param {ImportRow[]} options.rows
 */
export function importPreview({ caption, columns, rows }) {
  const shown = [...rows.filter(row => row.change === 'error'), ...rows.filter(row => row.change !== 'error')];
  return html`<div class="stack import-preview">
    <div class="row">${countBadges(rows)}</div>
    ${table({
      caption,
      rows: shown,
      rowKey: row => String(row.line),
      rowClass: row => `line-${row.change}`,
      columns: [
        { key: 'line', label: t('core.import.line'), numeric: true, cell: row => number(row.line) },
        { key: 'change', label: t('core.import.change'), cell: row => html`${badge(t(`core.import.${row.change}`), TONES[row.change])}${row.message ? html`<div class="small">${row.message}</div>` : nothing}` },
        ...columns.map((label, i) => ({ key: `c${i}`, label, cell: (/** @type {ImportRow} */ row) => changedCell(row, i) })),
      ],
    })}
  </div>`;
}

/** @param {ImportRow[]} rows */
function countBadges(rows) {
  const kinds = /** @type {Change[]} */ (Object.keys(TONES));
  return kinds.map(kind => {
    const n = rows.filter(row => row.change === kind).length;
    return n ? badge(`${number(n)} ${t(`core.import.${kind}`)}`, TONES[kind]) : nothing;
  });
}

/** @param {ImportRow} row @param {number} i */
function changedCell({ cells, before }, i) {
  const now = cells[i] ?? '';
  if (!before || before[i] === now) return now;
  return html`<del>${before[i]}</del> <ins>${now}</ins>`;
}

/** @param {DragEvent} event */
function over(event) {
  event.preventDefault();
  /** @type {HTMLElement} */ (event.currentTarget).classList.add('over');
}

/** @param {DragEvent} event */
function out(event) {
  /** @type {HTMLElement} */ (event.currentTarget).classList.remove('over');
}

/** @param {DragEvent} event @param {(file: Blob, name: string) => void} onfile */
function dropped(event, onfile) {
  event.preventDefault();
  out(event);
  const file = event.dataTransfer?.files[0];
  if (file) onfile(file, file.name);
}

/** @param {Event} event @param {(file: Blob, name: string) => void} onfile */
function chosen(event, onfile) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  if (file) onfile(file, file.name);
  input.value = '';
}

/** @param {SubmitEvent} event @param {(file: Blob, name: string) => void} onfile */
function pasted(event, onfile) {
  event.preventDefault();
  const text = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('text') ?? '');
  if (text.trim()) onfile(new Blob([text], { type: 'text/csv' }), t('core.import.pasted'));
}
