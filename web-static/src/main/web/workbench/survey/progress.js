import { number, t } from '../../core/i18n.js';
import { pause } from '../../core/retry.js';
import { ApiError } from '../../core/api.js';
import { button, html, linkButton, more, notice, nothing, progress, stats, table, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { readCounts, readGround } from './api.js';
import { day } from './day.js';
import { askToClose, askToOpen } from './steps.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').Counts} Counts */

const POLL_MS = 5_000;

/** How far the survey is, and the two steps that cannot be undone. */
export class ProgressPart {
  #page;
  /** @type {Counts} */
  // @ts-expect-error set by load, before anything is drawn
  counts;
  /** Answers that the sampling plan asks for. @type {number | undefined} */
  #required;
  /** False while the service does not answer. */
  #fresh = true;

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
  }

  async load() {
    const { id, survey } = this.#page;
    [this.counts, { required: this.#required }] = await Promise.all([readCounts(id), readGround(survey.study)]);
    if (this.#page.survey.state === 'open') this.#follow();
  }

  /** Counts again and again while the page is open; a lost connection only delays them. */
  async #follow() {
    const { left, survey } = this.#page;
    while (!left.signal.aborted && this.#page.survey === survey) {
      await pause(POLL_MS, left.signal);
      if (left.signal.aborted || document.hidden) continue;
      try {
        this.counts = await readCounts(this.#page.id);
        this.#fresh = true;
      } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        this.#fresh = false;
      }
      this.#page.change();
    }
  }

  view() {
    const { survey, mayLead } = this.#page;
    if (survey.state === 'draft') return this.#draft(mayLead);
    const { invited, personal, open, imported, partial } = this.counts;
    return html`
      ${stats([
        { label: t('survey.count.complete'), value: number(personal.complete + open.complete + imported), note: rate(personal.complete, invited) },
        ...(survey.state === 'open' ? [{ label: t('survey.count.started'), value: number(personal.started + open.started), note: t('survey.count.startedNote') }] : []),
        { label: t('survey.count.screenedOut'), value: number(personal.screenedOut + open.screenedOut) },
        ...(survey.state === 'closed' ? [{ label: t('survey.count.partial'), value: number(partial), note: t('survey.count.partialNote') }] : []),
      ])}
      ${this.#target(personal.complete + open.complete + imported)}
      ${this.#byLink()}
      ${survey.state === 'open' ? this.#open(mayLead) : this.#closed()}
      ${more(t('survey.anonymous.title'), html`<p>${t('survey.anonymous.how')}</p><p>${t('survey.anonymous.limits')}</p>`)}`;
  }

  /** @param {number} n complete answers */
  #target(n) {
    const required = this.#required;
    if (!required) return nothing;
    return html`<div class="card">${progress({ label: t('survey.count.target', { n, required }), share: Math.min(1, n / required), message: t('survey.count.targetNote') })}</div>`;
  }

  #byLink() {
    const { invited, personal, open, imported } = this.counts;
    const rows = [
      { key: 'personal', invited, ...personal },
      { key: 'open', invited: null, ...open },
      { key: 'imported', invited: null, started: null, screenedOut: null, complete: imported },
    ];
    /** @param {'invited' | 'started' | 'screenedOut' | 'complete'} key */
    const column = key => ({ key, label: t(`survey.count.${key}`), numeric: true, cell: (/** @type {any} */ row) => (row[key] === null ? '–' : number(row[key])) });
    return table({
      caption: t('survey.count.caption'),
      rows,
      rowKey: row => row.key,
      columns: [{ key: 'link', label: t('survey.count.link'), head: true, cell: row => t(`survey.channel.${row.key}`) }, column('invited'), column('started'), column('screenedOut'), column('complete')],
    });
  }

  /** @param {boolean} mayLead */
  #draft(mayLead) {
    const unsaved = this.#page.unsaved;
    return html`${notice(t('survey.open.before'))}
      ${mayLead ? html`<div>${button({ label: t('survey.open.action'), kind: 'primary', disabled: this.#page.busy || unsaved, onclick: () => askToOpen(this.#page, this.#moved) })}</div>` : nothing}
      ${unsaved ? html`<p class="small soft">${t('survey.open.saveFirst')}</p>` : nothing}`;
  }

  /** @param {boolean} mayLead */
  #open(mayLead) {
    const started = this.counts.personal.started + this.counts.open.started;
    const nobody = mayLead && !this.counts.invited && !this.#page.survey.openLink;
    return html`${nobody ? notice(t('survey.open.nobody'), 'warn') : nothing}${this.#fresh ? nothing : notice(t('survey.open.old'), 'warn')}
      ${notice(t('survey.open.noMeans'))}
      <p class="soft">${t('survey.open.since', { date: day(this.#page.survey.openedOn ?? '') })}</p>
      ${mayLead ? html`<div>${button({ label: t('survey.close.action'), kind: 'danger', icon: 'lock', onclick: () => askToClose(this.#page, started, this.#moved) })}</div>` : nothing}`;
  }

  #closed() {
    const { survey } = this.#page;
    return html`${notice(html`<p class="strong">${t('survey.close.done', { date: day(survey.closedOn ?? '') })}</p>
        <p class="small break">${t('survey.close.hash')} <code>${survey.hash}</code></p>`, 'good')}
      <div>${linkButton({ label: t('survey.close.analysis'), href: `#/studies/${survey.study}/analysis`, kind: 'primary', icon: 'arrow' })}</div>`;
  }

  #moved = async (/** @type {import('./api.js').Survey} */ survey, /** @type {string} */ said) => {
    await this.#page.take(survey);
    progressed();
    toast(said);
  };
}

/** @param {number} complete @param {number} invited */
function rate(complete, invited) {
  return invited ? t('survey.count.rate', { complete, invited }) : '';
}
