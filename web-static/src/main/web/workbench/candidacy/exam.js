/** How the exam of a window is given: its form, its rehearsal in words and as a picture, its publication. */
import { number, t } from '../../core/i18n.js';
import { progressed } from '../shell.js';
import { badge, button, choice, html, linkButton, notice, nothing, numberField, problemNotice, table, toast } from '../../ui/index.js';
import { publishExam, readPublication, readWindow, rehearseExam } from './api.js';
import { clock } from './when.js';

/** @typedef {import('./window.js').WindowPage} WindowPage */
/** @typedef {import('./api.js').Rehearsal} Rehearsal */
/** @typedef {import('./api.js').Loss} Loss */

/** So many are named; the others would say the same. */
const MOST_NAMED = 20;

/** The part of a window's page that leads to its publication. */
export class ExamPart {
  proctored = true;
  lateStartMinutes = 15;

  /** @param {WindowPage} page @param {import('./api.js').Standing} standing @param {import('./api.js').FormSummary[]} forms */
  constructor(page, standing, forms) {
    this.page = page;
    this.standing = standing;
    this.forms = forms;
    this.lateStartMinutes = standing.publication?.lateStartMinutes ?? standing.rehearsal?.lateStartMinutes ?? this.lateStartMinutes;
  }

  view() {
    const { window } = this.page.seated;
    return html`<section class="card stack" aria-labelledby="exam"><h2 id="exam">${t('candidacy.exam')}</h2>
      <dl class="pairs">${this.#form()}${this.standing.publication ? given(this.standing.publication) : nothing}</dl>
      ${window.state === 'cancelled' ? nothing : window.form ? this.#rehearsing() : notice(t(this.#published.length ? 'candidacy.exam.chooseForm' : 'candidacy.exam.noForms'), 'warn')}</section>`;
  }

  get #published() {
    return this.forms.filter(one => one.state === 'published');
  }

  #form() {
    const form = this.forms.find(one => one.id === this.page.seated.window.form);
    return html`<dt>${t('candidacy.exam.form')}</dt><dd>${form ? html`<a href="#/studies/${this.page.study}/form/forms/${form.id}">${form.code}</a>` : t('candidacy.exam.none')}</dd>`;
  }

  #rehearsing() {
    const { page, standing } = this;
    const { rehearsal, publication } = standing;
    const clean = rehearsal?.findings.length === 0 && rehearsal.lateStartMinutes === this.lateStartMinutes;
    return html`
      ${publication ? nothing : this.#wishes()}
      ${problemNotice(page.problem)}
      <div class="row">${button({ label: t(rehearsal ? 'candidacy.exam.again' : 'candidacy.exam.rehearse'), kind: clean || publication ? undefined : 'primary', disabled: page.busy, onclick: () => this.#rehearse() })}
        ${publication ? nothing : button({ label: t('candidacy.exam.publish'), kind: clean ? 'primary' : undefined, disabled: page.busy || !clean, onclick: () => this.#publish() })}
        ${publication ? linkButton({ label: t('candidacy.exam.proctor'), href: '../proctor/' }) : nothing}</div>
      <div role="status" class="stack">${page.busy ? html`<div class="progress"><span>${t('candidacy.exam.busy')}</span><progress class="bar"></progress></div>` : rehearsal ? found(rehearsal, page.seated.window) : html`<p class="soft">${t('candidacy.exam.why')}</p>`}</div>`;
  }

  #wishes() {
    return html`<div class="grid two">
      ${numberField({ name: 'lateStartMinutes', label: t('candidacy.exam.late'), hint: t('candidacy.exam.lateHint'), required: true, min: 0, max: 1440, step: 1, unit: t('candidacy.exam.minutes'), value: this.lateStartMinutes, onchange: minutes => this.#late(Number(minutes)) })}
      ${choice({ name: 'proctored', legend: t('candidacy.exam.door'), value: String(this.proctored), options: ['true', 'false'].map(value => ({ value, label: t(`candidacy.exam.proctored.${value}`) })), onchange: value => (this.proctored = value === 'true') })}</div>`;
  }

  /** @param {number} minutes */
  #late(minutes) {
    this.lateStartMinutes = minutes;
    this.page.change();
  }

  #rehearse() {
    return this.page.run(async () => {
      const rehearsal = await rehearseExam(this.page.id, this.lateStartMinutes);
      this.standing = { ...this.standing, rehearsal };
    });
  }

  /** Rehearses once more; what was found then is shown, also where nothing was published. */
  async #publish() {
    const { page } = this;
    const done = await page.run(() => publishExam(page.id, { proctored: this.proctored, lateStartMinutes: this.lateStartMinutes }));
    [this.standing, page.seated] = await Promise.all([readPublication(page.id), readWindow(page.id)]);
    page.change();
    if (!done) return;
    toast(t('candidacy.exam.published'));
    progressed();
  }
}

/** @param {import('./api.js').Publication} publication */
function given({ proctored, lateStartMinutes }) {
  return html`<dt>${t('candidacy.exam.door')}</dt><dd>${t(`candidacy.exam.proctored.${proctored}`)}</dd>
    <dt>${t('candidacy.exam.late')}</dt><dd>${t('candidacy.exam.lateFor', { n: lateStartMinutes })}</dd>`;
}

/** @param {Rehearsal} rehearsal @param {import('./api.js').ExamWindow} window */
function found({ candidates, schedules, findings, at }, window) {
  const when = html`<p class="small soft">${t('candidacy.exam.at', { date: clock(at, window) })}</p>`;
  if (candidates === 0) return html`${notice(t('candidacy.exam.nobody'), 'warn')}${when}`;
  const tried = t('candidacy.exam.tried', { n: candidates, courses: number(schedules) });
  if (findings.length === 0) return html`${notice(html`<p>${tried} ${t('candidacy.exam.clean')}</p>`, 'good')}${when}`;
  const worst = worstOfEach(findings);
  return html`${notice(html`<p>${tried} ${t('candidacy.exam.lost', { n: worst.length })}</p><p>${t('candidacy.exam.cure')}</p>`, 'bad')}
    ${picture(worst.slice(0, MOST_NAMED), window)}
    ${worst.length > MOST_NAMED ? html`<p class="soft">${t('candidacy.exam.more', { n: worst.length - MOST_NAMED })}</p>` : nothing}${when}`;
}

/** Of each person the course that loses most; of equal ones the one without a pause, which ends earlier. @param {Loss[]} findings */
function worstOfEach(findings) {
  /** @type {Map<string, Loss>} */
  const worst = new Map();
  for (const one of findings) {
    const before = worst.get(one.name);
    if (!before || lost(one) > lost(before) || (lost(one) === lost(before) && one.cutOff < before.cutOff)) worst.set(one.name, one);
  }
  return [...worst.values()].toSorted((a, b) => lost(b) - lost(a));
}

/** Minutes between the end that is due and the end that would come. @param {Loss} finding */
const lost = ({ deadline, cutOff }) => Math.ceil((Date.parse(deadline) - Date.parse(cutOff)) / 60_000);

/** Everybody's time against the window: bar and words in one row. @param {Loss[]} findings @param {import('./api.js').ExamWindow} window */
function picture(findings, window) {
  const from = Date.parse(window.opensAt);
  const to = Math.max(Date.parse(window.closesAt), ...findings.map(one => Date.parse(one.deadline)));
  const share = (/** @type {string} */ moment) => Math.max(0, ((Date.parse(moment) - from) / (to - from)) * 200);
  return html`<p class="exam-key" aria-hidden="true"><span class="kept">${t('candidacy.exam.kept')}</span><span class="lost">${t('candidacy.exam.missing')}</span><span class="close">${t('candidacy.exam.closes')}</span></p>
    ${table({
      caption: t('candidacy.exam.caption'),
      rows: findings,
      rowKey: one => one.name,
      columns: [
        { key: 'name', label: t('candidacy.list.name'), head: true, cell: one => html`${one.name}${bar(one, share, window)}` },
        { key: 'starts', label: t('candidacy.exam.starts'), cell: one => clock(one.startsAt, window) },
        { key: 'due', label: t('candidacy.exam.due'), cell: one => clock(one.deadline, window) },
        { key: 'ends', label: t('candidacy.exam.ends'), cell: one => (one.kind === 'door' ? t('candidacy.exam.doorClosed', { date: clock(one.cutOff, window) }) : clock(one.cutOff, window)) },
        { key: 'lost', label: t('candidacy.exam.lostHead'), numeric: true, cell: one => badge(t('candidacy.exam.lostMinutes', { n: lost(one) }), 'bad') },
      ],
    })}`;
}

/** @param {Loss} one @param {(moment: string) => number} share @param {import('./api.js').ExamWindow} window */
function bar({ startsAt, deadline, cutOff }, share, window) {
  const end = Math.max(share(startsAt), share(cutOff));
  return html`<svg class="exam-bar" viewBox="0 0 200 14" width="200" height="14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="kept" x=${share(startsAt)} y="2" width=${end - share(startsAt)} height="10"></rect>
    <rect class="lost" x=${end} y="2" width=${share(deadline) - end} height="10"></rect>
    <line class="close" x1=${share(window.closesAt)} x2=${share(window.closesAt)} y1="0" y2="14"></line></svg>`;
}
