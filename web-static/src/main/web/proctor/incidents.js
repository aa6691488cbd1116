import { dateTime, t } from '../core/i18n.js';
import { button, html, nothing, openDialog, selectField, textArea } from '../ui/index.js';
import { CATEGORIES, reportIncident, SEVERITIES } from './api.js';

/**
 * @typedef {import('./room.js').RoomPage} RoomPage
 * @typedef {import('./api.js').Row} Row
 * @typedef {import('./api.js').Incident} Incident
 */

/** The irregularity reports of the room. @param {RoomPage} room */
export function incidentList(room) {
  if (room.incidents.length === 0) return nothing;
  return html`<section class="stack tight"><h2>${t('proctor.reports.title')}</h2>${incidents(room, room.incidents)}</section>`;
}

/** @param {RoomPage} room @param {Incident[]} all */
export function incidents(room, all) {
  return html`<ul class="stack tight bare">${all.map(one => html`<li class="card flat stack tight">
    <p><b>${t(`proctor.category.${one.category}`)}</b> · ${t(`proctor.severity.${one.severity}`)}${about(room, one)}</p>
    <p>${one.text}</p>
    ${one.statement ? html`<p><span class="soft">${t('proctor.statement')}:</span> ${one.statement}</p>` : nothing}
    ${one.outcome ? html`<p><span class="soft">${t('proctor.outcome')}:</span> ${one.outcome}</p>` : nothing}
    <div class="row apart"><p class="small soft">${t('proctor.reportedBy', { name: one.reportedBy, time: dateTime(one.at), version: one.version })}</p>
      ${button({ label: t('proctor.reports.change'), kind: 'quiet', onclick: () => report(room, rowOf(room, one), one), describe: one.text })}</div></li>`)}</ul>`;
}

/** @param {RoomPage} room @param {Incident} one */
function rowOf(room, one) {
  return room.roster.rows.find(row => row.sittingId && row.sittingId === one.sittingId);
}

/** @param {RoomPage} room @param {Incident} one */
function about(room, one) {
  const row = rowOf(room, one);
  return row ? ` · ${row.name}` : '';
}

/** A report, or the next version of one. @param {RoomPage} room @param {Row | undefined} row the whole room when absent @param {Incident} [old] */
export function report(room, row, old) {
  const id = old?.id ?? crypto.randomUUID();
  const words = (/** @type {string} */ family, /** @type {string[]} */ all) => all.map(value => ({ value, label: t(`proctor.${family}.${value}`) }));
  return openDialog({
    title: row ? t('proctor.report.about', { name: row.name }) : t('proctor.report'),
    wide: true,
    body: problem => html`<div class="grid">${selectField({ name: 'category', label: t('proctor.category'), required: true, value: old?.category, options: words('category', CATEGORIES) })}
      ${selectField({ name: 'severity', label: t('proctor.severity'), required: true, value: old?.severity, options: words('severity', SEVERITIES) })}</div>
      ${textArea({ name: 'text', label: t('proctor.report.text'), required: true, rows: 4, maxlength: 4000, value: old?.text, error: problem?.field('/text') })}
      ${textArea({ name: 'statement', label: t('proctor.statement'), rows: 2, maxlength: 4000, value: old?.statement })}
      ${textArea({ name: 'outcome', label: t('proctor.outcome'), rows: 2, maxlength: 4000, value: old?.outcome })}`,
    confirm: t('proctor.report.keep'),
    onconfirm: async values => {
      await reportIncident(room.windowId, id, { ...values, sittingId: row?.sittingId });
      await room.refresh();
    },
  });
}
