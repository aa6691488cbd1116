import { clockFace } from '../core/clock.js';
import { date, number, t } from '../core/i18n.js';
import { badge, html, nothing, table } from '../ui/index.js';

/**
 * @typedef {import('./room.js').RoomPage} RoomPage
 * @typedef {import('./api.js').Row} Row
 */

/** @type {Record<Row['state'], '' | 'good' | 'warn' | 'bad' | 'info'>} */
const TONES = { expected: '', arrived: 'warn', admitted: 'info', open: 'good', paused: 'warn', onBreak: 'info', closed: '' };

/** Who needs somebody comes first. @param {Row} row */
export function need(row) {
  if (row.unread > 0) return 5;
  if (row.state === 'arrived') return 4;
  if (row.connection === 'away' && underWay(row)) return 3;
  if ((row.waiting ?? 0) > 0 || row.state === 'paused') return 2;
  return underWay(row) ? 1 : 0;
}

/** @param {Row} row */
export function underWay(row) {
  return row.state === 'open' || row.state === 'paused' || row.state === 'onBreak';
}

/** What is left of the time now; null before the start and after the end. @param {RoomPage} room @param {Row} row */
export function left(room, row) {
  if (!underWay(row) && row.state !== 'admitted') return null;
  if (row.running && row.deadline) return Math.max(0, Date.parse(row.deadline) - room.clock.now());
  return row.remainingMs ?? null;
}

/** @param {RoomPage} room */
export function rosterTable(room) {
  return table({
    caption: t('proctor.roster'),
    captionHidden: true,
    rows: room.roster.rows,
    rowKey: row => row.admissionId,
    rowClass: row => (row.admissionId === room.openId ? 'proctor-open' : ''),
    sort: room.sort,
    onsort: sort => room.change({ sort }),
    columns: [
      { key: 'choose', label: t('proctor.choose'), cell: row => chooser(room, row) },
      { key: 'name', label: t('proctor.name'), head: true, cell: row => name(room, row), sortBy: row => row.name },
      { key: 'need', label: t('proctor.state'), cell: state, sortBy: need },
      { key: 'progress', label: t('proctor.progress'), numeric: true, cell: row => `${number(row.answered)} / ${number(row.items)}`, sortBy: row => row.answered },
      { key: 'saving', label: t('proctor.saving'), cell: saving, sortBy: row => row.waiting ?? 0 },
      { key: 'connection', label: t('proctor.connection'), cell: row => connection(room, row), sortBy: row => row.connection },
      { key: 'time', label: t('proctor.time'), numeric: true, cell: row => time(room, row), sortBy: row => left(room, row) },
    ],
  });
}

/** @param {RoomPage} room @param {Row} row */
function chooser(room, row) {
  const { sittingId } = row;
  if (!sittingId) return nothing;
  const toggle = () => {
    const chosen = new Set(room.chosen);
    if (!chosen.delete(sittingId)) chosen.add(sittingId);
    room.change({ chosen });
  };
  return html`<label class="proctor-check"><input type="checkbox" .checked=${room.chosen.has(sittingId)} @change=${toggle}><span class="visually-hidden">${t('proctor.chooseOne', { name: row.name })}</span></label>`;
}

/** @param {RoomPage} room @param {Row} row */
function name(room, row) {
  return html`<button type="button" class="proctor-name" @click=${() => room.show(row.admissionId)}>${row.name}</button>${row.seat === undefined ? nothing : html` <span class="soft small">${t('proctor.seat', { n: row.seat })}</span>`}`;
}

/** @param {Row} row */
function state(row) {
  return html`<span class="row proctor-badges">${badge(t(`proctor.state.${row.state}`), TONES[row.state])}
    ${row.checkedIn || row.state === 'closed' ? nothing : badge(t('proctor.notCheckedIn'), 'warn')}
    ${row.unread ? badge(t('proctor.unread', { n: row.unread }), 'bad') : nothing}
    ${row.incidents ? badge(t('proctor.reports', { n: row.incidents })) : nothing}
    ${row.devices > 1 ? badge(t('proctor.devices', { n: row.devices })) : nothing}</span>`;
}

/** @param {Row} row */
export function saving(row) {
  if (row.connection === 'never') return '–';
  if (row.waiting) return html`<span class="save-state ${row.connection === 'away' ? 'offline' : 'sending'}">${t('proctor.waiting', { n: row.waiting })}</span>`;
  return html`<span class="save-state">${t('proctor.saved')}</span>`;
}

/** @param {RoomPage} room @param {Row} row */
export function connection(room, row) {
  if (row.connection === 'never') return t('proctor.connection.never');
  if (row.connection === 'online' || row.state === 'closed') return t(`proctor.connection.${row.state === 'closed' ? 'over' : 'online'}`);
  return html`<span class="strong">${t('proctor.connection.away', { time: away(room, row) })}</span>`;
}

/** @param {RoomPage} room @param {Row} row */
function away(room, row) {
  if (!row.lastContactAt) return '';
  const ms = room.clock.now() - Date.parse(row.lastContactAt);
  return ms < 86_400_000 ? clockFace(Math.max(0, ms)) : date(row.lastContactAt);
}

/** @param {RoomPage} room @param {Row} row */
export function time(room, row) {
  const ms = left(room, row);
  if (ms === null) return '–';
  return html`${clockFace(ms)}${row.running ? nothing : html` <span class="soft small">${t('proctor.stopped')}</span>`}${row.extraMs ? html` <span class="soft small">${t('proctor.extra', { n: Math.round(row.extraMs / 60_000) })}</span>` : nothing}`;
}
