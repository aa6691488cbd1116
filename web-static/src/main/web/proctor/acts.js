import { t } from '../core/i18n.js';
import { button, html, nothing, numberField, openDialog, textArea, toast } from '../ui/index.js';
import { checkIn, command } from './api.js';
import { report } from './incidents.js';
import { underWay } from './roster.js';

/**
 * @typedef {import('./room.js').RoomPage} RoomPage
 * @typedef {import('./api.js').Row} Row
 * @typedef {import('./api.js').Act} Act
 */

/** For whom each act does something. @type {Record<Act, (row: Row) => boolean>} */
const FITS = {
  pause: row => row.state === 'open',
  resume: row => row.state === 'paused',
  extraTime: underWay,
  release: underWay,
  end: underWay,
  message: row => row.sittingId !== undefined && row.state !== 'closed',
};

/** What can be done for the chosen, or for the whole room. @param {RoomPage} room */
export function actions(room) {
  const chosen = room.roster.rows.filter(row => row.sittingId && room.chosen.has(row.sittingId));
  const rows = chosen.length ? chosen : room.roster.rows;
  const who = chosen.length ? t('proctor.forChosen', { n: chosen.length }) : t('proctor.forRoom');
  const one = (/** @type {Act} */ act) => button({ label: t(`proctor.act.${act}`), disabled: !rows.some(FITS[act]), onclick: () => act_(room, act, rows, chosen.length > 0), describe: who });
  return html`<section class="card flat stack tight" aria-label=${who}><div class="row apart"><p class="strong">${who}</p>
      ${chosen.length ? button({ label: t('proctor.chooseNone'), kind: 'quiet', onclick: () => room.change({ chosen: new Set() }) }) : nothing}</div>
    <div class="row">${one('pause')}${one('resume')}${one('extraTime')}${one('message')}
      ${button({ label: t('proctor.report'), onclick: () => report(room, undefined) })}</div></section>`;
}

/** What can be done for one. @param {RoomPage} room @param {Row} row */
export function personActions(room, row) {
  const one = (/** @type {Act} */ act) => (FITS[act](row) ? button({ label: t(`proctor.act.${act}`), kind: act === 'end' ? 'danger' : '', onclick: () => act_(room, act, [row], true) }) : nothing);
  return html`<div class="row">${row.checkedIn ? nothing : button({ label: row.state === 'arrived' ? t('proctor.admit') : t('proctor.checkIn'), kind: 'primary', onclick: () => admit(room, row) })}
    ${one('pause')}${one('resume')}${one('extraTime')}${one('message')}${one('release')}
    ${button({ label: t('proctor.report'), onclick: () => report(room, row) })}${one('end')}</div>`;
}

/**
 * Says what will happen and to how many, asks why, and does it; sent twice it is done once.
 * @param {RoomPage} room @param {Act} act @param {Row[]} rows @param {boolean} chosen else the whole room, whoever comes in meanwhile
 */
function act_(room, act, rows, chosen) {
  const fitting = rows.filter(FITS[act]);
  const id = crypto.randomUUID();
  return openDialog({
    title: t(`proctor.act.${act}`),
    body: problem => html`<p>${t(`proctor.ask.${act}`, { n: fitting.length, name: fitting[0]?.name ?? '' })}</p>
      ${act === 'extraTime' ? numberField({ name: 'minutes', label: t('proctor.minutes'), min: 1, max: 240, step: 1, required: true, error: problem?.field('/seconds') }) : nothing}
      ${act === 'message'
        ? textArea({ name: 'text', label: t('proctor.message'), required: true, rows: 3, maxlength: 2000, error: problem?.field('/text') })
        : textArea({ name: 'reason', label: t('proctor.reason'), required: true, rows: 2, maxlength: 500, error: problem?.field('/reason') })}`,
    confirm: t(`proctor.act.${act}`),
    danger: act === 'end',
    numbers: ['minutes'],
    onconfirm: async ({ minutes, text, reason }) => {
      const wanted = { act, reason: reason ?? text.slice(0, 500), text, seconds: minutes === undefined ? undefined : minutes * 60 };
      const sittings = chosen ? fitting.flatMap(row => row.sittingId ?? []) : undefined;
      const { done } = await command(room.windowId, id, { ...wanted, sittings });
      toast(t('proctor.done', { n: done }));
      room.chosen = new Set();
      await room.refresh();
    },
  });
}

/** Whose identity was seen may begin. @param {RoomPage} room @param {Row} row */
function admit(room, row) {
  return openDialog({
    title: t('proctor.admitTitle', { name: row.name }),
    body: problem => html`<p>${t('proctor.admitAsk')}</p>
      ${textArea({ name: 'document', label: t('proctor.document'), hint: t('proctor.documentHint'), required: true, rows: 1, maxlength: 100, error: problem?.field('/document') })}
      ${textArea({ name: 'note', label: t('proctor.note'), rows: 2, maxlength: 500, error: problem?.field('/note') })}`,
    confirm: row.state === 'arrived' ? t('proctor.admit') : t('proctor.checkIn'),
    onconfirm: async ({ document, note }) => {
      await checkIn(room.windowId, row.admissionId, { document, note });
      await room.refresh();
    },
  });
}
