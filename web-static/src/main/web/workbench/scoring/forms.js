import { dateTime, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { hasRole } from '../../core/session.js';
import { followJob } from '../../core/sse.js';
import { badge, bound, button, empty, html, linkButton, notice, nothing, numberField, openDialog, pageHead, problemNotice, progress, table, textField } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { listForms, startScoring } from './api.js';
import { shareOf, standing, tone } from './words.js';

/** @typedef {import('./api.js').ScoredForm} ScoredForm */
/** @typedef {import('./api.js').Run} Run */

/** Published forms, who sat them, and the runs that scored them. */
export class FormsPage extends Page {
  /** @type {ScoredForm[]} */
  forms = [];
  /** @type {{id: string, progress: number, message: string} | null} */
  job = null;
  ended = '';

  get title() {
    return t('scoring.title');
  }

  get base() {
    return `#/studies/${this.where.params.studyId}/scoring`;
  }

  async load() {
    this.forms = await listForms(this.where.params.studyId);
  }

  /** @param {ScoredForm} form */
  start(form) {
    const last = form.runs[0];
    const draft = { ...(last?.scale ?? { minimum: 200, passing: 500, maximum: 800 }), reason: last ? '' : t('scoring.start.first') };
    openDialog({
      title: t('scoring.start.title', { code: form.code }),
      confirm: t('scoring.start'),
      body: problem => html`<p>${t('scoring.start.words')}</p>
        ${form.cut ? nothing : notice(t('scoring.start.noCut'), 'warn')}
        ${numberField({ ...bound(draft, 'minimum'), label: t('scoring.scale.minimum'), min: 0, max: 10000, required: true, error: problem?.field('/scale/minimum') })}
        ${numberField({ ...bound(draft, 'passing'), label: t('scoring.scale.passing'), min: 1, max: 10000, required: true, error: problem?.field('/scale/passing') })}
        ${numberField({ ...bound(draft, 'maximum'), label: t('scoring.scale.maximum'), min: 2, max: 10000, required: true, error: problem?.field('/scale/maximum') })}
        ${textField({ ...bound(draft, 'reason'), label: t('scoring.reason'), required: true, maxlength: 500, error: problem?.field('/reason') })}`,
      onconfirm: async () => {
        const scale = { minimum: Number(draft.minimum), passing: Number(draft.passing), maximum: Number(draft.maximum) };
        this.follow(await startScoring(form.id, scale, draft.reason));
      },
    });
  }

  /** @param {string} id */
  async follow(id) {
    this.change({ job: { id, progress: 0, message: '' }, ended: '' });
    const last = await followJob(id, state => this.change({ job: { id, ...state } }), this.left.signal);
    if (!last) return;
    this.change({ job: null, ended: last.state === 'done' ? '' : last.message });
    if (last.state !== 'done') return;
    progressed();
    navigate(`${this.base.slice(1)}/runs/${id}`);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('scoring.lead'), actions: html`${hasRole('certificationExpert') ? linkButton({ label: t('scoring.requests.title'), href: `${this.base}/requests` }) : nothing}${linkButton({ label: t('scoring.years.title'), href: `${this.base}/years` })}${linkButton({ label: t('scoring.fairness'), href: `#/studies/${this.where.params.studyId}/fairness` })}` })}
      ${problemNotice(this.problem)}
      ${this.ended ? notice(this.ended, 'warn') : nothing}
      ${this.job ? html`<div class="card">${progress({ label: t('scoring.running'), share: this.job.progress, message: this.job.message })}</div>` : nothing}
      ${this.forms.length ? this.forms.map(form => this.form(form)) : empty({ title: t('scoring.none.title'), text: t('scoring.none.text') })}
    </div>`;
  }

  /** @param {ScoredForm} form */
  form(form) {
    return html`<section class="card stack" aria-labelledby=${`form-${form.id}`}>
      <div class="row apart"><h2 id=${`form-${form.id}`}>${t('scoring.form', { code: form.code })}</h2>
        ${form.cut ? badge(t('scoring.cut.adopted'), 'good') : badge(t('scoring.cut.none'), 'warn')}</div>
      <p>${t('scoring.sittings', { n: form.sittings })}</p>
      ${form.runs.length ? this.runs(form) : nothing}
      <div class="row">${form.runs.some(run => run.state === 'released') ? linkButton({ label: t('scoring.report'), describe: form.code, href: `#/studies/${this.where.params.studyId}/report/forms/${form.id}` }) : nothing}
      ${form.sittings && hasRole('certificationExpert')
        ? button({ label: form.runs.length ? t('scoring.again') : t('scoring.start'), kind: form.runs.length ? '' : 'primary', describe: form.code, disabled: this.job !== null, onclick: () => this.start(form) })
        : nothing}</div>
    </section>`;
  }

  /** @param {ScoredForm} form */
  runs(form) {
    return table({
      caption: t('scoring.runs', { code: form.code }),
      captionHidden: true,
      rows: form.runs,
      rowKey: run => run.id,
      columns: [
        { key: 'number', label: t('scoring.run'), head: true, cell: run => html`<a href="${this.base}/runs/${run.id}">${t('scoring.run.number', { number: run.number })}</a>` },
        { key: 'state', label: t('scoring.state'), cell: run => badge(standing(run), tone(run)) },
        { key: 'made', label: t('scoring.made'), cell: run => dateTime(run.made.at) },
        { key: 'reason', label: t('scoring.reason'), cell: run => run.reason },
        { key: 'n', label: t('scoring.candidates'), numeric: true, cell: run => number(run.figures.sittings) },
        { key: 'passed', label: t('scoring.passRate'), numeric: true, cell: run => shareOf(run.figures.decisions?.passRate) },
      ],
    });
  }
}
