import { cancelJob } from '../../core/api.js';
import { dateTime, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { followJob } from '../../core/sse.js';
import { button, empty, html, linkButton, notice, nothing, pageHead, problemNotice, progress, selectField, tabs } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { findRunning, listClosedSurveys, listRuns, readRun, startRun } from './api.js';
import { Figures } from './figures.js';
import { exportsView } from './exports.js';
import { inclusionView } from './inclusion.js';
import { overview } from './overview.js';
import { reliabilityView } from './reliability.js';
import { respondentsView } from './respondents.js';
import { tasksView } from './tasks.js';
import { weightsView } from './weights.js';

/** Analyses of a study's closed surveys: run one, and read what it says. */
export class AnalysisPage extends Page {
  /** @type {import('./api.js').Survey[]} */
  surveys = [];
  /** @type {import('./api.js').RunSummary[]} */
  runs = [];
  /** @type {import('./api.js').Run | null} */
  shown = null;
  /** @type {{id: string, progress: number, message: string} | null} */
  job = null;
  /** How the last job ended, when not well. */
  ended = '';
  survey = '';
  tab = 'overview';
  /** @type {import('../../ui/table.js').Sort | null} */
  sort = null;

  get title() {
    return t('analysis.title');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    [this.surveys, this.runs] = await Promise.all([listClosedSurveys(this.studyId), listRuns(this.studyId)]);
    this.survey = this.surveys[0]?.id ?? '';
    await this.show(this.where.query.get('run') ?? this.runs[0]?.id);
    for (const survey of this.surveys) {
      const running = await findRunning(survey.id);
      if (running && !this.job) this.follow(running.id);
    }
  }

  /** @param {string | undefined} runId */
  async show(runId) {
    this.shown = runId ? await readRun(runId) : null;
    this.figures = new Figures(runId ?? '', () => this.change());
  }

  start() {
    return this.run(async () => {
      this.ended = '';
      this.follow(await startRun(this.survey));
    });
  }

  /** @param {string} id */
  async follow(id) {
    this.change({ job: { id, progress: 0, message: '' } });
    const last = await followJob(id, state => this.change({ job: { id, ...state } }), this.left.signal);
    if (!last) return;
    this.change({ job: null, ended: last.state === 'done' ? '' : last.message });
    if (last.state === 'done') await this.run(() => this.renew(id));
  }

  /** @param {string} runId */
  async renew(runId) {
    this.runs = await listRuns(this.studyId);
    await this.show(runId);
    progressed();
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('analysis.lead'), actions: this.actions() })}
      ${problemNotice(this.problem)}
      ${this.ended ? notice(this.ended, 'warn') : nothing}
      ${this.job ? this.running(this.job) : nothing}
      ${this.shown ? this.results(this.shown) : this.nothingYet()}
    </div>`;
  }

  actions() {
    if (!hasRole('certificationExpert') || this.surveys.length === 0) return nothing;
    return html`${this.surveys.length > 1 ? this.chooser() : nothing}
      ${button({ label: this.runs.length ? t('analysis.again') : t('analysis.start'), kind: this.runs.length ? undefined : 'primary', disabled: this.busy || this.job !== null, onclick: () => this.start() })}`;
  }

  chooser() {
    return selectField({
      name: 'survey',
      label: t('analysis.survey'),
      required: true,
      value: this.survey,
      options: this.surveys.map(({ id, title }) => ({ value: id, label: title })),
      onchange: survey => this.change({ survey }),
    });
  }

  /** @param {{id: string, progress: number, message: string}} job */
  running(job) {
    return html`<div class="card">${progress({
      label: t('analysis.running'),
      share: job.progress,
      message: job.message,
      oncancel: hasRole('certificationExpert') ? () => cancelJob(job.id) : undefined,
    })}</div>`;
  }

  nothingYet() {
    if (this.job) return nothing;
    return this.surveys.length
      ? empty({ title: t('analysis.none.title'), text: t('analysis.none.text') })
      : empty({
          title: t('analysis.unclosed.title'),
          text: t('analysis.unclosed.text'),
          action: linkButton({ label: t('analysis.unclosed.go'), href: `#/studies/${this.studyId}/survey` }),
        });
  }

  /** @param {import('./api.js').Run} run */
  results(run) {
    const figures = /** @type {Figures} */ (this.figures);
    const sorting = { sort: this.sort, onsort: (/** @type {import('../../ui/table.js').Sort} */ sort) => this.change({ sort }) };
    return html`${this.runs.length > 1 ? this.history(run) : nothing}
      ${tabs({
        label: t('analysis.parts'),
        selected: this.tab,
        onselect: tab => this.change({ tab, sort: null }),
        tabs: [
          { id: 'overview', label: t('analysis.tab.overview'), content: () => overview(run, figures) },
          { id: 'respondents', label: t('analysis.tab.respondents'), content: () => respondentsView(run) },
          { id: 'reliability', label: t('analysis.tab.reliability'), content: () => reliabilityView(run) },
          { id: 'tasks', label: t('analysis.tab.tasks'), content: () => tasksView(run, figures, sorting) },
          { id: 'inclusion', label: t('analysis.tab.inclusion'), content: () => inclusionView(run, figures) },
          { id: 'weights', label: t('analysis.tab.weights'), content: () => weightsView(run, figures) },
          { id: 'exports', label: t('analysis.tab.exports'), content: () => exportsView(run) },
        ],
      })}`;
  }

  /** @param {import('./api.js').Run} run */
  history(run) {
    return selectField({
      name: 'run',
      label: t('analysis.run'),
      required: true,
      value: run.id,
      options: this.runs.map(one => ({ value: one.id, label: `${dateTime(one.ranAt)} · ${one.hash.slice(0, 8)}` })),
      onchange: id => this.run(() => this.show(id)),
    });
  }
}
