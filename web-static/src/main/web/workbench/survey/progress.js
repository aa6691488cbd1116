import { date, number, t } from '../../core/i18n.js';
import { pause } from '../../core/retry.js';
import { ApiError } from '../../core/api.js';
import { ask, button, html, linkButton, more, notice, nothing, stats, table, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { closeSurvey, openSurvey, readCounts } from './api.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').Counts} Counts */

const POLL_MS = 5_000;

/** How far the survey is, and the two steps that cannot be undone. */
export class ProgressPart {
  #page;
  /** @type {Counts} */
  // @ts-expect-error set by load, before anything is drawn
  counts;

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
  }

  async load() {
    this.counts = await readCounts(this.#page.id);
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
        this.#page.change();
      } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
      }
    }
  }

  view() {
    const { survey, mayLead } = this.#page;
    if (survey.state === 'draft') return this.#draft(mayLead);
    const { invited, personal, open, imported, partial } = this.counts;
    return html`
      ${stats([
        { label: t('survey.count.complete'), value: number(personal.complete + open.complete + imported), note: rate(personal.complete, invited) },
        { label: t('survey.count.started'), value: number(personal.started + open.started), note: t('survey.count.startedNote') },
        { label: t('survey.count.screenedOut'), value: number(personal.screenedOut + open.screenedOut) },
        ...(survey.state === 'closed' ? [{ label: t('survey.count.partial'), value: number(partial), note: t('survey.count.partialNote') }] : []),
      ])}
      ${this.#byLink()}
      ${survey.state === 'open' ? this.#open(mayLead) : this.#closed()}
      ${more(t('survey.anonymous.title'), html`<p>${t('survey.anonymous.how')}</p><p>${t('survey.anonymous.limits')}</p>`)}`;
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
    return html`${notice(t('survey.open.before'))}
      ${mayLead ? html`<div>${button({ label: t('survey.open.action'), kind: 'primary', disabled: this.#page.busy, onclick: () => this.#openIt() })}</div>` : nothing}`;
  }

  /** @param {boolean} mayLead */
  #open(mayLead) {
    return html`<p class="soft">${t('survey.open.since', { date: date(this.#page.survey.openedOn ?? '') })}</p>
      ${mayLead ? html`<div>${button({ label: t('survey.close.action'), kind: 'danger', icon: 'lock', onclick: () => this.#closeIt() })}</div>` : nothing}`;
  }

  #closed() {
    const { survey } = this.#page;
    return html`${notice(html`<p class="strong">${t('survey.close.done', { date: date(survey.closedOn ?? '') })}</p>
        <p class="small break">${t('survey.close.hash')} <code>${survey.hash}</code></p>`, 'good')}
      <div>${linkButton({ label: t('survey.close.analysis'), href: `#/studies/${survey.study}/analysis`, kind: 'primary', icon: 'arrow' })}</div>`;
  }

  #openIt() {
    return ask({
      title: t('survey.open.action'),
      message: html`<p>${t('survey.open.confirm')}</p>`,
      confirm: t('survey.open.yes'),
      onconfirm: async () => this.#moved(await openSurvey(this.#page.id), t('survey.open.said')),
    });
  }

  #closeIt() {
    const { personal, open } = this.counts;
    return ask({
      title: t('survey.close.action'),
      message: html`<p>${t('survey.close.confirm')}</p>
        ${personal.started + open.started ? html`<p>${t('survey.close.started', { n: personal.started + open.started })}</p>` : nothing}`,
      confirm: t('survey.close.yes'),
      danger: true,
      onconfirm: async () => this.#moved(await closeSurvey(this.#page.id), t('survey.close.said')),
    });
  }

  /** @param {import('./api.js').Survey} survey @param {string} said */
  async #moved(survey, said) {
    await this.#page.take(survey);
    progressed();
    toast(said);
  }
}

/** @param {number} complete @param {number} invited */
function rate(complete, invited) {
  return invited ? t('survey.count.rate', { complete, invited }) : '';
}
