/** How a form stands against its blueprint: what to mend first, then a picture, then the numbers. */
import { list, number, t } from '../../core/i18n.js';
import { html, more, notice, nothing, stats, table } from '../../ui/index.js';
import { minutes, proportion } from './words.js';

/** @typedef {import('./api.js').Meter} Meter */

/** @param {Meter} meter */
export function meterView(meter) {
  return html`<div class="stack">
    ${problems(meter)}
    ${figures(meter)}
    ${picture(meter)}
    ${more(t('form.meter.tasks'), taskTable(meter))}
    ${more(t('form.meter.mix'), mix(meter))}
  </div>`;
}

/** @param {Meter} meter */
function problems({ problems: all }) {
  const blocking = all.filter(one => one.blocking);
  const others = all.filter(one => !one.blocking);
  const lines = (/** @type {Meter['problems']} */ some) => html`<ul>${some.map(one => html`<li>${t(`form.problem.${one.kind}`, { what: list(one.subjects) })}</li>`)}</ul>`;
  return html`
    ${blocking.length ? notice(html`<p class="strong">${t('form.meter.blocking')}</p>${lines(blocking)}`, 'bad') : nothing}
    ${others.length ? notice(html`<p class="strong">${t('form.meter.doubts')}</p>${lines(others)}`, 'warn') : nothing}
    ${all.length === 0 ? notice(html`<p>${t('form.meter.clean')}</p>`, 'good') : nothing}`;
}

/** @param {Meter} meter */
function figures({ wanted, scored, pilot, difficulty, seconds, secondsAllowed }) {
  return stats([
    { label: t('form.meter.scored'), value: t('form.of', { n: scored, all: wanted }), note: pilot ? t('form.meter.pilot', { n: pilot }) : undefined },
    { label: t('form.meter.difficulty'), value: proportion(difficulty.mean), note: t('form.meter.known', { n: difficulty.known, deviation: proportion(difficulty.deviation) }) },
    { label: t('form.meter.time'), value: minutes(seconds), note: t('form.meter.allowed', { time: minutes(secondsAllowed) }) },
  ]);
}

/** @param {Meter} meter */
function picture({ domains }) {
  return html`<section class="stack tight"><h3>${t('form.meter.domains')}</h3>
    <ul class="form-list form-bars">${domains.map(domain => html`<li>
      <div class="row apart"><span>${domain.code} ${domain.title}</span>
        <span class="number ${domain.scored === domain.wanted ? '' : 'strong'}">${t('form.of', { n: domain.scored, all: domain.wanted })}${domain.scored === domain.wanted ? nothing : html` · ${off(domain)}`}</span></div>
      <progress class="bar" max=${Math.max(1, domain.wanted)} value=${Math.min(domain.scored, domain.wanted)} aria-label=${t('form.meter.bar', { domain: domain.title, n: domain.scored, all: domain.wanted })}></progress>
    </li>`)}</ul></section>`;
}

/** @param {{wanted: number, scored: number}} cell */
function off({ wanted, scored }) {
  return scored < wanted ? t('form.meter.short', { n: wanted - scored }) : t('form.meter.over', { n: scored - wanted });
}

/** @param {Meter} meter */
function taskTable({ domains }) {
  const titles = new Map(domains.flatMap(domain => domain.tasks.map(task => [task.task, `${domain.code} ${domain.title}`])));
  return table({
    caption: t('form.meter.tasks'), captionHidden: true,
    rows: domains.flatMap(domain => domain.tasks), rowKey: task => task.task, groupBy: task => titles.get(task.task) ?? '',
    columns: [
      { key: 'task', label: t('form.task'), head: true, cell: task => html`<span class="code">${task.code}</span> ${task.text}` },
      { key: 'wanted', label: t('form.wanted'), numeric: true, cell: task => number(task.wanted) },
      { key: 'scored', label: t('form.scored'), numeric: true, cell: task => (task.scored === task.wanted ? number(task.scored) : html`<strong>${number(task.scored)}</strong>`) },
      { key: 'pilot', label: t('form.pilot'), numeric: true, cell: task => number(task.pilot) },
      { key: 'available', label: t('form.available'), numeric: true, cell: task => number(task.available) },
    ],
  });
}

/** @param {Meter} meter */
function mix({ levels, types, keys }) {
  return html`<div class="stack">
    ${counts(t('form.meter.levels'), levels.map(one => ({ label: t(`form.level.${one.level}`), ...one })))}
    ${counts(t('form.meter.types'), types.filter(one => one.scored + one.pilot).map(one => ({ label: t(`form.type.${one.type}`), ...one })))}
    ${table({
      caption: t('form.meter.keys'), keep: true, rows: keys, rowKey: one => String(one.position),
      columns: [
        { key: 'place', label: t('form.place'), head: true, cell: one => String.fromCharCode(65 + one.position) },
        { key: 'count', label: t('form.items'), numeric: true, cell: one => number(one.count) },
      ],
    })}</div>`;
}

/** @param {string} caption @param {{label: string, scored: number, pilot: number}[]} rows */
function counts(caption, rows) {
  return table({
    caption, keep: true, rows, rowKey: one => one.label,
    columns: [
      { key: 'label', label: t('form.kind'), head: true, cell: one => one.label },
      { key: 'scored', label: t('form.scored'), numeric: true, cell: one => number(one.scored) },
      { key: 'pilot', label: t('form.pilot'), numeric: true, cell: one => number(one.pilot) },
    ],
  });
}
