import { dateTime, number, t } from '../core/i18n.js';
import { badge, html, icon, more, nothing } from '../ui/index.js';
import { personActions } from './acts.js';
import { incidents } from './incidents.js';
import { connection, saving, time } from './roster.js';

/**
 * @typedef {import('./room.js').RoomPage} RoomPage
 * @typedef {import('./api.js').Row} Row
 */

/** One candidate: how it stands, what can be done, what was said, what is on record. @param {RoomPage} room @param {Row} row */
export function personView(room, row) {
  return html`<aside class="card stack proctor-person" id="person" tabindex="-1" aria-label=${row.name}>
    <div class="row apart"><h2>${row.name}</h2><button type="button" class="button quiet icon" aria-label=${t('core.close')} @click=${() => room.show('')}>${icon('close')}</button></div>
    <dl class="pairs">
      <dt>${t('proctor.state')}</dt><dd>${badge(t(`proctor.state.${row.state}`))}${row.reason ? html` ${t(`proctor.ended.${row.reason}`)}` : nothing}</dd>
      <dt>${t('proctor.progress')}</dt><dd>${number(row.answered)} / ${number(row.items)}</dd>
      <dt>${t('proctor.saving')}</dt><dd>${saving(row)}</dd>
      <dt>${t('proctor.connection')}</dt><dd>${connection(room, row)}</dd>
      <dt>${t('proctor.time')}</dt><dd>${time(room, row)}</dd>
    </dl>
    ${personActions(room, row)}
    ${transcript(room)}
    ${record(room)}
  </aside>`;
}

/** @param {RoomPage} room */
function transcript({ transcript: messages }) {
  if (messages.length === 0) return nothing;
  return html`<section class="stack tight"><h3>${t('proctor.messages')}</h3><ol class="proctor-messages bare">${messages.map(one => html`<li class=${one.from}>
    <p class="small soft">${one.from === 'candidate' ? t('proctor.candidate') : one.name ?? t('proctor.proctor')}, ${dateTime(one.at)}</p><p>${one.text}</p></li>`)}</ol></section>`;
}

/** @param {RoomPage} room */
function record(room) {
  const { record: all } = room;
  if (!all) return nothing;
  return html`${all.incidents.length ? html`<section class="stack tight"><h3>${t('proctor.reports.title')}</h3>${incidents(room, all.incidents)}</section>` : nothing}
    ${more(t('proctor.record'), html`
      ${all.adjustments.length ? html`<ul>${all.adjustments.map(one => html`<li>${t(`proctor.adjustment.${one.kind}`, { n: Math.round(one.ms / 1000) })}, ${dateTime(one.from)}: ${one.reason}</li>`)}</ul>` : html`<p class="soft">${t('proctor.record.none')}</p>`}
      <ul>${all.devices.map(device => html`<li>${device.label || t('proctor.device')}, ${dateTime(device.firstAt)}</li>`)}</ul>`)}`;
}
