/** The items of a form: taken away, exchanged for one of the same cell, added, marked as pilot. */
import { number, t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { badge, button, choice, empty, html, notice, nothing, openDialog, selectField, table } from '../../ui/index.js';
import { proportion } from './words.js';

/** @typedef {import('./form.js').FormPage} FormPage */
/** @typedef {import('./api.js').PoolItem} PoolItem */
/** @typedef {import('./api.js').Placed} Placed */
/** @typedef {import('./api.js').Section} Section */
/** @typedef {{placed: Placed, section: Section, item: PoolItem | undefined}} Row */

/** @param {FormPage} page */
export function itemsPart(page) {
  if (!hasRole('certificationExpert')) return notice(t('form.items.closed'), 'info');
  const sections = sectionsOf(page);
  return html`<div class="stack">${sections.map(section => html`<section class="stack">
    <div class="row apart"><h2>${t('form.section', { n: section.number })}</h2>${page.open ? button({ label: t('form.add'), disabled: page.busy, onclick: () => add(page, section) }) : nothing}</div>
    ${section.items.length ? list(page, section) : empty({ title: t('form.section.empty'), text: t('form.section.emptyText') })}
  </section>`)}</div>`;
}

/** @param {FormPage} page @returns {Section[]} */
const sectionsOf = page => page.form.parts.filter(part => part.kind === 'questions');

/** @param {FormPage} page @param {Section} section */
function list(page, section) {
  const byItem = new Map(page.pool.map(item => [item.item, item]));
  const tasks = new Map(page.meter.domains.flatMap(domain => domain.tasks).map(task => [task.task, task.code]));
  /** @type {import('../../ui/table.js').Column<Row>[]} */
  const columns = [
    { key: 'position', label: t('form.position'), numeric: true, cell: row => number(row.placed.position) },
    { key: 'code', label: t('form.item'), head: true, cell: row => row.item?.code ?? t('form.item.gone') },
    { key: 'task', label: t('form.task'), cell: row => html`<span class="code">${row.item ? tasks.get(row.item.task) : '–'}</span>` },
    { key: 'level', label: t('form.level'), cell: row => (row.item ? t(`form.level.${row.item.level}`) : '–') },
    { key: 'use', label: t('form.use'), cell: row => uses(row.placed) },
    { key: 'p', label: t('form.p'), numeric: true, cell: row => proportion(row.item?.p) },
    { key: 'act', label: t('form.act'), cell: row => (page.open ? acts(page, row) : nothing) },
  ];
  return table({
    caption: t('form.section', { n: section.number }), captionHidden: true, columns,
    rows: section.items.map(placed => ({ placed, section, item: byItem.get(placed.itemId) })), rowKey: row => row.placed.itemId,
  });
}

/** @param {Placed} placed */
function uses(placed) {
  return html`<span class="form-acts">${placed.scored ? badge(t('form.scored')) : badge(t('form.pilot'), 'info')}${placed.common ? badge(t('form.anchor'), 'info') : nothing}</span>`;
}

/** @param {FormPage} page @param {Row} row */
function acts(page, row) {
  const describe = row.item?.code ?? '';
  const { placed } = row;
  return html`<span class="form-acts">
    ${button({ label: t('form.exchange'), describe, kind: 'quiet', disabled: page.busy || !row.item, onclick: () => exchange(page, row) })}
    ${button({ label: placed.scored ? t('form.makePilot') : t('form.makeScored'), describe, kind: 'quiet', disabled: page.busy, onclick: () => page.run(() => replace(page, row, [{ ...placed, scored: !placed.scored }])) })}
    ${button({ label: t('form.takeAway'), describe, kind: 'quiet', disabled: page.busy, onclick: () => page.run(() => replace(page, row, [])) })}</span>`;
}

/** @param {FormPage} page @param {Row} row @param {Placed[]} by */
const replace = (page, { section, placed }, by) => put(page, section, section.items.flatMap(one => (one.itemId === placed.itemId ? by : [one])));

/** @param {FormPage} page @param {Section} section @param {Placed[]} items */
const put = (page, section, items) => page.store({ parts: page.form.parts.map(part => (part === section ? { ...section, items } : part)) });

/** What may come in the place of an item: its own cell and level first. @param {FormPage} page @param {Row} row */
function exchange(page, row) {
  const wanted = /** @type {PoolItem} */ (row.item);
  const rank = (/** @type {PoolItem} */ one) => Number(one.level !== wanted.level) + Number(one.rests.length > 0);
  const found = free(page, row.placed.itemId).filter(one => one.task === wanted.task).toSorted((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code));
  return choose(page, t('form.exchange.title', { code: wanted.code }), () => found, one => replace(page, row, [{ ...row.placed, versionId: one.version, common: false }]));
}

/** @param {FormPage} page @param {Section} section */
function add(page, section) {
  const short = page.meter.domains.flatMap(domain => domain.tasks).find(task => task.scored < task.wanted && task.available > 0);
  let task = short?.task ?? page.meter.domains[0].tasks[0].task;
  const tasks = page.meter.domains.flatMap(domain => domain.tasks).map(one => ({ value: one.task, label: t('form.add.task', { code: one.code, scored: one.scored, wanted: one.wanted, available: one.available }) }));
  return choose(
    page,
    t('form.add'),
    () => free(page).filter(one => one.task === task).toSorted((a, b) => a.rests.length - b.rests.length || a.code.localeCompare(b.code)),
    one => put(page, section, [...section.items, { ...fresh, versionId: one.version, scored: one.state === 'operational' || one.state === 'approved' }]),
    redraw => selectField({ name: 'task', label: t('form.task'), required: true, value: task, options: tasks, onchange: value => { task = value; redraw(); } }),
  );
}

const fresh = { position: 0, itemId: '', hash: '', common: false };

/** Items that are not on the form. @param {FormPage} page @param {string} [leaving] one that will not be any more */
function free(page, leaving) {
  const there = new Set(sectionsOf(page).flatMap(section => section.items.map(one => one.itemId)));
  const enemies = new Set(page.pool.filter(one => there.has(one.item) && one.item !== leaving).flatMap(one => one.enemies));
  return page.pool.filter(one => !there.has(one.item) && !enemies.has(one.item));
}

/**
 * @param {FormPage} page @param {string} title @param {() => PoolItem[]} found @param {(item: PoolItem) => Promise<unknown>} take
 * @param {(redraw: () => void) => unknown} [above]
 */
function choose(page, title, found, take, above) {
  return openDialog({
    title,
    confirm: t('form.take'),
    wide: true,
    body: (_, redraw) => {
      const items = found();
      return html`<div class="stack">${above?.(redraw) ?? nothing}
        ${items.length ? choice({ name: 'item', legend: t('form.candidates'), required: true, options: items.map(one => ({ value: one.item, label: one.code, hint: told(one) })) }) : notice(t('form.candidates.none'), 'warn')}</div>`;
    },
    onconfirm: async values => {
      const item = page.pool.find(one => one.item === values.item);
      if (item) await take(item);
    },
  });
}

/** @param {PoolItem} item */
function told(item) {
  return [
    t(`form.level.${item.level}`),
    t(`form.type.${item.type}`),
    item.p === undefined ? t('form.untried') : t('form.tried', { p: number(item.p, 2), n: item.candidates }),
    ...(item.forms.length ? [t('form.onForms', { forms: item.forms.join(', ') })] : []),
    ...item.rests.map(why => t(`form.rests.${why}`)),
  ].join(' · ');
}
