import { announce } from '../core/announce.js';
import { ServerClock } from '../core/clock.js';
import { dateTime, t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { ask, html, notice, nothing, stats } from '../ui/index.js';
import { actions } from './acts.js';
import { confirmClock, listIncidents, listWindows, readRecord, readRoster, readTranscript } from './api.js';
import { incidentList } from './incidents.js';
import { follow } from './live.js';
import { personView } from './person.js';
import { rosterTable } from './roster.js';

/** @typedef {import('./api.js').Row} Row */

/** One exam window, live. */
export class RoomPage extends Page {
  clock = new ServerClock();
  /** @type {import('./api.js').ExamWindow | undefined} */
  window = undefined;
  /** @type {import('./api.js').Roster} */
  roster = { windowId: '', serverNow: '', clockTrusted: true, rows: [] };
  /** @type {import('./api.js').Incident[]} */
  incidents = [];
  alive = true;
  /** Sittings that an act is meant for; none: the whole room. @type {Set<string>} */
  chosen = new Set();
  /** @type {import('../ui/table.js').Sort} */
  sort = { key: 'need', direction: 'descending' };
  /** Whose page is open, by admission. */
  openId = '';
  /** @type {import('./api.js').Message[]} */
  transcript = [];
  /** @type {import('./api.js').SittingRecord | null} */
  record = null;

  get windowId() {
    return this.where.params.windowId;
  }

  get title() {
    return this.window?.title ?? t('proctor.title');
  }

  async load() {
    const [windows, roster, incidents] = await Promise.all([listWindows(), readRoster(this.windowId), listIncidents(this.windowId)]);
    this.window = windows.find(one => one.windowId === this.windowId);
    this.incidents = incidents;
    this.#take(roster);
    follow(this.windowId, this.left.signal, one => this.#take(one), alive => this.#setAlive(alive));
    const ticking = setInterval(() => this.change(), 1_000);
    this.left.signal.addEventListener('abort', () => clearInterval(ticking));
  }

  /** @param {import('./api.js').Roster} roster */
  #take(roster) {
    const heardAt = performance.now();
    this.clock.heard(heardAt, Date.parse(roster.serverNow), heardAt);
    const unread = this.#unread(roster) > this.#unread(this.roster);
    if (unread && this.roster.windowId) announce(t('proctor.messageCame'));
    this.roster = roster;
    if (unread && this.open?.unread) this.#readOpen();
    this.change();
  }

  /** @param {import('./api.js').Roster} roster */
  #unread(roster) {
    return roster.rows.reduce((sum, row) => sum + row.unread, 0);
  }

  /** @param {boolean} alive */
  #setAlive(alive) {
    if (alive !== this.alive) announce(alive ? t('proctor.live.back') : t('proctor.live.lost'));
    this.change({ alive });
  }

  /** The row whose page is open. */
  get open() {
    return this.roster.rows.find(row => row.admissionId === this.openId);
  }

  /** @param {string} admissionId empty closes */
  async show(admissionId) {
    this.change({ openId: admissionId, transcript: [], record: null });
    await this.#readOpen();
    document.getElementById('person')?.focus();
  }

  async #readOpen() {
    const id = this.open?.sittingId;
    if (!id) return;
    const [transcript, record] = await Promise.all([readTranscript(id), readRecord(id)]);
    if (this.open?.sittingId === id) this.change({ transcript, record });
  }

  /** After an act: what is on record has changed. */
  async refresh() {
    this.incidents = await listIncidents(this.windowId);
    this.#take(await readRoster(this.windowId));
    await this.#readOpen();
  }

  view() {
    return html`<div class="stack proctor-room ${this.open ? 'with-person' : ''}">
      <div class="stack proctor-head">
        ${this.#head()}
        ${this.alive ? nothing : notice(t('proctor.live.lost'), 'warn')}
        ${this.roster.clockTrusted ? nothing : this.#clockDoubt()}
      </div>
      <div class="stack proctor-list">
        ${this.#counts()}
        ${actions(this)}
        ${rosterTable(this)}
        ${incidentList(this)}
      </div>
      ${this.open ? personView(this, this.open) : nothing}
    </div>`;
  }

  #head() {
    return html`<div class="stack tight"><h1>${this.title}</h1>
        ${this.window ? html`<p class="soft">${[this.window.place, this.window.room].filter(Boolean).join(', ')} · ${dateTime(this.window.opensAt)} – ${dateTime(this.window.closesAt)}</p>` : nothing}</div>`;
  }

  #counts() {
    const { rows } = this.roster;
    const count = (/** @type {Row['state'][]} */ ...states) => rows.filter(row => states.includes(row.state)).length;
    return stats([
        { label: t('proctor.count.expected'), value: count('expected') },
        { label: t('proctor.count.waiting'), value: count('arrived') },
        { label: t('proctor.count.sitting'), value: count('admitted', 'open', 'paused', 'onBreak') },
        { label: t('proctor.count.away'), value: rows.filter(row => row.connection === 'away' && row.state !== 'closed').length },
        { label: t('proctor.count.closed'), value: count('closed') },
      ]);
  }

  #clockDoubt() {
    return notice(html`<p class="strong">${t('proctor.clock.doubt')}</p><p>${t('proctor.clock.why')}</p>
      <div><button type="button" class="button" @click=${() => this.#confirmClock()}>${t('proctor.clock.confirm')}</button></div>`, 'bad');
  }

  #confirmClock() {
    return ask({
      title: t('proctor.clock.confirm'),
      message: html`<p>${t('proctor.clock.ask')}</p>`,
      confirm: t('proctor.clock.confirm'),
      reason: t('proctor.reason'),
      onconfirm: async reason => {
        await confirmClock(reason);
        await this.refresh();
      },
    });
  }
}
