import { t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { badge, button, checkbox, choice, html, notice, nothing, problemNotice, table, textArea, toast } from '../../ui/index.js';
import { decideLateAnswers, listLateSittings, readLateAnswers, readWindow } from './api.js';
import { CandidacyPage } from './part.js';
import { clock, second } from './when.js';

/**
 * @typedef {import('./api.js').LateAnswer} LateAnswer
 * @typedef {import('./api.js').LateSitting} LateSitting
 * @typedef {import('./api.js').ExamWindow} ExamWindow
 */

/** Sittings of a window with late answers; nobody else is asked for who may not judge them. @param {string} window @returns {Promise<LateSitting[]>} */
export const lateSittings = async window => (hasRole('certificationExpert') ? listLateSittings(window) : []);

/** Where somebody has something to decide. @param {LateSitting[]} sittings @param {ExamWindow} window @param {string} base */
export function lateList(sittings, window, base) {
  if (sittings.length === 0) return nothing;
  return html`<section class="stack"><h2>${t('candidacy.tooLate')}</h2><p class="soft">${t('candidacy.tooLate.lead')}</p>${table({
    caption: t('candidacy.tooLate'),
    captionHidden: true,
    rows: sittings,
    rowKey: row => row.sittingId,
    columns: [
      { key: 'name', label: t('candidacy.list.name'), head: true, cell: row => html`<a href="${base}/windows/${window.id}/late/${row.sittingId}">${row.name}</a>` },
      { key: 'ended', label: t('candidacy.tooLate.ended'), cell: row => clock(row.closedAt, window) },
      { key: 'late', label: t('candidacy.tooLate.count'), numeric: true, cell: row => row.late },
      { key: 'open', label: t('candidacy.tooLate.decision'), cell: row => (row.open ? badge(t('candidacy.tooLate.open', { n: row.open }), 'warn') : t('candidacy.tooLate.admitted', { n: row.admitted, all: row.late })) },
    ],
  })}</section>`;
}

/** The answers of one sitting that came too late: how they came, not what they say; and whether they count. */
export class LatePage extends CandidacyPage {
  /** @type {import('./api.js').LateAnswers} */
  late = /** @type {any} */ (undefined);
  /** @type {ExamWindow} */
  window = /** @type {any} */ (undefined);
  /** Those the decision is for. @type {Set<string>} */
  chosen = new Set();
  admit = '';
  reason = '';

  get title() {
    return this.late?.name ?? t('candidacy.tooLate');
  }

  get may() {
    return hasRole('certificationExpert');
  }

  get sitting() {
    return this.where.params.sittingId;
  }

  async load() {
    if (!this.may) return;
    const [late, { window }] = await Promise.all([readLateAnswers(this.sitting), readWindow(this.where.params.windowId)]);
    this.window = window;
    this.late = late;
    this.#chooseAll();
  }

  get #open() {
    return this.late.answers.filter(one => !one.verdict);
  }

  #chooseAll() {
    this.chosen = new Set(this.#open.map(keyOf));
  }

  view() {
    if (!this.late) return this.frame('/windows', nothing);
    const { startedAt, closedAt, reason, mayDecide } = this.late;
    return this.frame('/windows', html`
      <dl class="pairs card"><dt>${t('candidacy.tooLate.window')}</dt><dd><a href="${this.base}/windows/${this.window.id}">${this.window.title}</a></dd>
        <dt>${t('candidacy.tooLate.begun')}</dt><dd>${second(startedAt, this.window)}</dd>
        <dt>${t('candidacy.tooLate.ended')}</dt><dd>${second(closedAt, this.window)}, ${t(`candidacy.ended.${reason}`)}</dd></dl>
      ${notice(t('candidacy.tooLate.blind'))}
      ${this.#table(mayDecide)}
      ${mayDecide ? this.#open.length ? this.#form() : nothing : notice(t('candidacy.tooLate.proctored'), 'warn')}`);
  }

  /** @param {boolean} mayDecide */
  #table(mayDecide) {
    return table({
      caption: t('candidacy.tooLate.caption', { n: this.late.answers.length }),
      rows: this.late.answers,
      rowKey: keyOf,
      columns: [
        { key: 'item', label: t('candidacy.tooLate.question'), head: true, cell: one => (mayDecide && !one.verdict ? this.#box(one) : t('candidacy.tooLate.item', { n: one.item })) },
        { key: 'typed', label: t('candidacy.tooLate.typed'), cell: one => second(one.typedAt, this.window) },
        { key: 'received', label: t('candidacy.tooLate.received'), cell: one => second(one.receivedAt, this.window) },
        { key: 'standing', label: t('candidacy.tooLate.why'), cell: one => t(`candidacy.standing.${one.standing}`) },
        { key: 'effect', label: t('candidacy.tooLate.effect'), cell: one => t(`candidacy.effect.${one.effect}`) },
        { key: 'verdict', label: t('candidacy.tooLate.decision'), cell: one => verdict(one, this.window) },
      ],
    });
  }

  /** @param {LateAnswer} one */
  #box(one) {
    const key = keyOf(one);
    const toggle = (/** @type {boolean} */ checked) => {
      if (checked) this.chosen.add(key);
      else this.chosen.delete(key);
      this.change();
    };
    return checkbox({ name: `late-${key}`, label: html`<span class="nowrap">${t('candidacy.tooLate.item', { n: one.item })}</span>`, checked: this.chosen.has(key), onchange: toggle });
  }

  #form() {
    const n = this.chosen.size;
    return html`<form class="card stack" @submit=${this.#decide}><h2>${t('candidacy.decide.title')}</h2>
      ${choice({ name: 'admit', legend: t('candidacy.tooLate.chosen', { n }), required: true, value: this.admit, options: ['yes', 'no'].map(value => ({ value, label: t(`candidacy.tooLate.${value}`), hint: t(`candidacy.tooLate.${value}Hint`) })), onchange: admit => (this.admit = admit) })}
      ${textArea({ name: 'reason', label: t('candidacy.decide.reason'), hint: t('candidacy.tooLate.reasonHint'), required: true, rows: 3, maxlength: 2000, value: this.reason, error: this.error('/reason'), oninput: reason => (this.reason = reason) })}
      ${notice(t('candidacy.tooLate.once'))}${problemNotice(this.problem)}
      <div>${button({ label: t('candidacy.tooLate.do'), kind: 'primary', disabled: this.busy || n === 0 })}</div></form>`;
  }

  #decide = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const answers = this.#open.filter(one => this.chosen.has(keyOf(one))).map(({ clientId, seq }) => ({ clientId, seq }));
    const done = await this.run(async () => (this.late = await decideLateAnswers(this.sitting, { admit: this.admit === 'yes', reason: this.reason, answers })));
    if (!done) return;
    toast(t('candidacy.decide.done'));
    this.#chooseAll();
    this.change({ admit: '', reason: '' });
  };
}

/** @param {LateAnswer} one */
const keyOf = ({ clientId, seq }) => `${clientId}-${seq}`;

/** @param {LateAnswer} one @param {ExamWindow} window */
function verdict({ verdict: known }, window) {
  if (!known) return badge(t('candidacy.tooLate.waits'), 'warn');
  return html`<div class="stack tight">${known.admitted ? badge(t('candidacy.tooLate.counts'), 'good') : badge(t('candidacy.tooLate.countsNot'))}
    <span>${known.reason}</span><span class="small soft">${t('candidacy.decidedBy', { name: known.by, when: clock(known.at, window) })}</span></div>`;
}
