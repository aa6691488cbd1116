import { date, t } from '../../core/i18n.js';
import { button, html, keyed, notice, nothing, table, textField } from '../../ui/index.js';

/** @typedef {import('./api.js').CalendarStage} CalendarStage */

/**
 * When each stage is to happen and who answers for it; a table once it is fixed.
 * @param {object} options
 * @param {CalendarStage[]} options.stages changed in place
 * @param {{stage: string, earlier: string}[]} options.overlaps
 * @param {boolean} options.writable
 * @param {() => void} options.onchange
 */
export function calendarEditor({ stages, overlaps, writable, onchange }) {
  return html`<section class="card stack" aria-labelledby="calendar">
    <div class="stack tight"><h2 id="calendar">${t('study.calendar.title')}</h2>${writable ? html`<p class="soft">${t('study.calendar.lead')}</p>` : nothing}</div>
    ${overlaps.length ? notice(html`<ul>${overlaps.map(({ stage, earlier }) => html`<li>${t('study.calendar.overlap', { stage: t(`study.stage.${stage}`), earlier: t(`study.stage.${earlier}`) })}</li>`)}</ul>`, 'warn') : nothing}
    ${writable ? editor(stages, onchange) : fixed(stages)}
  </section>`;
}

/** @param {CalendarStage[]} stages @param {() => void} onchange */
function editor(stages, onchange) {
  const add = () => (stages.push({ kind: 'OTHER', name: '', responsible: '' }), onchange());
  return html`<div class="stack">${stages.map((stage, at) => keyed(stage, row(stage, at, onchange, () => (stages.splice(at, 1), onchange()))))}</div>
    <div>${button({ label: t('study.calendar.add'), icon: 'add', disabled: stages.length >= 40, onclick: add })}</div>`;
}

/** @param {CalendarStage} stage @param {number} at @param {() => void} onchange @param {() => void} remove */
function row(stage, at, onchange, remove) {
  const other = stage.kind === 'OTHER';
  /** @param {'starts' | 'ends' | 'name' | 'responsible'} name @param {string} label @param {object} [more] */
  const part = (name, label, more) => textField({ id: `stage-${at}-${name}`, name: `stage-${at}-${name}`, label, value: stage[name], ...more, oninput: value => (keep(stage, name, value), onchange()) });
  return html`<fieldset class="calendar-stage"><legend class="field-label">${other ? stage.name || t('study.stage.OTHER') : t(`study.stage.${stage.kind}`)}</legend>
    ${other ? part('name', t('study.calendar.name'), { required: true, maxlength: 200 }) : nothing}
    ${part('starts', t('study.calendar.starts'), { type: 'date' })}
    ${part('ends', t('study.calendar.ends'), { type: 'date' })}
    ${part('responsible', t('study.calendar.responsible'), { maxlength: 200 })}
    ${other ? button({ label: t('study.remove'), kind: 'quiet', onclick: remove }) : nothing}</fieldset>`;
}

/** A day that is taken away is absent, a text is empty. @param {CalendarStage} stage @param {'starts' | 'ends' | 'name' | 'responsible'} name @param {string} value */
function keep(stage, name, value) {
  if (value === '' && (name === 'starts' || name === 'ends')) delete stage[name];
  else stage[name] = value;
}

/** @param {CalendarStage[]} stages */
function fixed(stages) {
  return table({
    caption: t('study.calendar.title'),
    captionHidden: true,
    rows: stages,
    rowKey: row => row.kind + row.name,
    columns: [
      { key: 'stage', label: t('study.calendar.stage'), head: true, cell: row => (row.kind === 'OTHER' ? row.name : t(`study.stage.${row.kind}`)) },
      { key: 'starts', label: t('study.calendar.starts'), cell: row => day(row.starts) },
      { key: 'ends', label: t('study.calendar.ends'), cell: row => day(row.ends) },
      { key: 'responsible', label: t('study.calendar.responsible'), cell: row => row.responsible || '–' },
    ],
  });
}

/** @param {string | undefined} value */
function day(value) {
  return value ? date(`${value}T12:00`) : '–';
}
