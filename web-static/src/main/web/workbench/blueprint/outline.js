import { number, percent, t } from '../../core/i18n.js';
import { badge, button, figure, html, more, nothing, table } from '../../ui/index.js';

/** @typedef {import('./api.js').Domain} Domain */
/** @typedef {import('./api.js').Task} Task */
/** @typedef {(kind: string, cell: import('./change.js').Cell) => void} Wish */

/** Derived against adopted weights. @param {SVGElement | null} svg @param {import('./api.js').FigureTable | null} words */
export function weightsFigure(svg, words) {
  if (!words) return nothing;
  const columns = words.data.headers.map((label, at) => ({
    key: String(at),
    label,
    head: at === 0,
    numeric: at >= words.data.textColumns,
    cell: (/** @type {string[]} */ row) => row[at],
  }));
  return figure({ caption: words.caption, svg, data: table({ caption: words.caption, captionHidden: true, columns, rows: words.data.rows, rowKey: row => row[0] }) });
}

/** Weights and items, domain by domain with its tasks. @param {import('./api.js').Outline} outline @param {Wish | null} wish null where nothing may be changed */
export function outlineTable(outline, wish) {
  return html`${domains(outline, wish)}
    ${outline.domains.map(domain => more(t('blueprint.tasksOf', { domain: `${domain.code} ${domain.title}` }), tasks(domain, wish)))}`;
}

/** @param {import('./api.js').Outline} outline @param {Wish | null} wish */
function domains(outline, wish) {
  return table({
    caption: t('blueprint.domains'),
    rows: outline.domains,
    rowKey: domain => domain.domain,
    columns: [
      { key: 'domain', label: t('blueprint.domain'), head: true, cell: domain => `${domain.code} ${domain.title}` },
      { key: 'derived', label: t('blueprint.derived'), numeric: true, cell: derived },
      { key: 'weight', label: t('blueprint.weight'), numeric: true, cell: domain => html`${percent(domain.weight, 1)} ${domain.weightSet ? badge(t('blueprint.weightSet'), 'warn') : nothing}` },
      { key: 'items', label: t('blueprint.items'), numeric: true, cell: items },
      { key: 'bounds', label: t('blueprint.bounds'), numeric: true, cell: bounds },
      ...(wish ? [{ key: 'change', label: t('blueprint.change'), cell: (/** @type {Domain} */ domain) => domainButtons(domain, wish) }] : []),
    ],
    foot: html`<tr role="row"><th role="rowheader" scope="row">${t('blueprint.total')}</th><td role="cell"></td><td role="cell" class="number" data-label=${t('blueprint.weight')}>${percent(1, 1)}</td>
      <td role="cell" class="number" data-label=${t('blueprint.items')}>${number(outline.testLength)}</td><td role="cell"></td>${wish ? html`<td role="cell"></td>` : nothing}</tr>`,
  });
}

/** @param {Domain} domain @param {Wish | null} wish */
function tasks(domain, wish) {
  return table({
    caption: t('blueprint.tasksOf', { domain: `${domain.code} ${domain.title}` }),
    captionHidden: true,
    rows: domain.tasks,
    rowKey: task => task.task,
    rowClass: task => (task.included ? '' : 'left-out'),
    columns: [
      { key: 'task', label: t('blueprint.task'), head: true, cell: task => html`${task.code} ${task.text} ${task.borderline ? badge(t('blueprint.borderline'), 'warn') : nothing} ${task.included ? nothing : badge(t('blueprint.out'))}` },
      { key: 'derived', label: t('blueprint.derived'), numeric: true, cell: derived },
      { key: 'weight', label: t('blueprint.weight'), numeric: true, cell: task => percent(task.weight, 1) },
      { key: 'items', label: t('blueprint.items'), numeric: true, cell: items },
      { key: 'bounds', label: t('blueprint.bounds'), numeric: true, cell: bounds },
      ...(wish ? [{ key: 'change', label: t('blueprint.change'), cell: (/** @type {Task} */ task) => taskButtons(task, wish) }] : []),
    ],
  });
}

/** @param {Domain | Task} cell */
function derived(cell) {
  if (cell.derived === undefined) return t('blueprint.none');
  return html`${percent(cell.derived, 1)}${cell.interval ? html` <span class="soft small">${t('blueprint.interval', { lower: percent(cell.interval.lower, 1), upper: percent(cell.interval.upper, 1) })}</span>` : nothing}`;
}

/** Whole items, and what rounding and bounds gave or took. @param {Domain | Task} cell */
function items(cell) {
  return html`${number(cell.items)} <span class="soft small">${t('blueprint.residueOf', { residue: signed(cell.residue) })}</span>`;
}

/** @param {number} value */
const signed = value => (Math.abs(value) < 0.005 ? number(0, 2) : `${value > 0 ? '+' : '−'}${number(Math.abs(value), 2)}`);

/** @param {Domain | Task} cell */
function bounds({ bounds: { min, max } }) {
  return min === undefined && max === undefined ? t('blueprint.free') : `${number(min ?? 0)} – ${max === undefined ? '∞' : number(max)}`;
}

/** @param {Domain} domain @param {Wish} wish */
function domainButtons(domain, wish) {
  const cell = { id: domain.domain, code: domain.code, name: domain.title, weight: domain.weight, items: domain.items, bounds: domain.bounds };
  return html`<div class="row tools">${button({ label: t('blueprint.change.weight'), kind: 'quiet', describe: domain.code, onclick: () => wish('DOMAIN_WEIGHT', cell) })}
    ${button({ label: t('blueprint.change.items'), kind: 'quiet', describe: domain.code, onclick: () => wish('DOMAIN_ITEMS', cell) })}</div>`;
}

/** @param {Task} task @param {Wish} wish */
function taskButtons(task, wish) {
  const cell = { id: task.task, code: task.code, name: task.text, weight: task.weight, items: task.items, bounds: task.bounds };
  const kind = task.included ? 'EXCLUDE_TASK' : 'INCLUDE_TASK';
  return html`<div class="row tools">${task.included ? button({ label: t('blueprint.change.items'), kind: 'quiet', describe: task.code, onclick: () => wish('TASK_ITEMS', cell) }) : nothing}
    ${button({ label: task.included ? t('blueprint.change.exclude') : t('blueprint.change.include'), kind: 'quiet', describe: task.code, onclick: () => wish(kind, cell) })}</div>`;
}
