import { loadCatalogues, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { html, notice, nothing, pageHead, problemNotice, tabs } from '../../ui/index.js';
import { readSurvey } from './api.js';
import { ContentsPart } from './contents.js';
import { ImportPart } from './import.js';
import { LinksPart } from './links.js';
import { ProgressPart } from './progress.js';
import { stateBadge } from './surveys.js';
import { WriteInsPart } from './write-ins.js';

/** @typedef {import('./api.js').Survey} Survey */
/** @typedef {{view: () => unknown, load?: () => Promise<unknown>, dirty?: boolean}} Part */

/** One survey, from its draft to its closing: parts of one page. */
export class SurveyPage extends Page {
  /** @type {Survey} */
  // @ts-expect-error set by load, before anything is drawn
  survey;
  part = 'progress';
  /** @type {Record<string, Part>} */
  parts = {};

  get title() {
    return this.survey?.contents.title ?? '';
  }

  get id() {
    return this.where.params.surveyId;
  }

  get mayLead() {
    return hasRole('certificationExpert');
  }

  /** Whether texts were typed that are not stored yet. */
  get unsaved() {
    return this.parts.contents?.dirty === true;
  }

  async load() {
    [this.survey] = await Promise.all([readSurvey(this.id), loadCatalogues(['peer'])]);
    await this.#arrange(this.survey.state === 'draft' ? 'contents' : 'progress');
  }

  /** Takes what the service answered; a survey in another state has other parts. @param {Survey} survey */
  async take(survey) {
    this.survey = survey;
    await this.#arrange(survey.state === 'draft' ? 'contents' : 'progress');
    this.change();
  }

  /** @param {string} part the one to show first */
  async #arrange(part) {
    const { state } = this.survey;
    this.parts = {
      progress: new ProgressPart(this),
      contents: new ContentsPart(this),
      ...(state === 'open' && this.mayLead ? { links: new LinksPart(this), import: new ImportPart(this) } : {}),
      ...(state === 'closed' ? { writeIns: new WriteInsPart(this) } : {}),
    };
    this.part = part;
    await Promise.all(Object.values(this.parts).map(one => one.load?.()));
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('survey.eyebrow', { version: this.survey.taskListVersion }), actions: stateBadge(this.survey.state) })}
      ${this.survey.newerTaskList && this.survey.state === 'draft' ? notice(t('survey.newerTaskList'), 'warn') : nothing}
      ${tabs({
        label: t('survey.parts'),
        selected: this.part,
        onselect: part => this.change({ part, problem: null }),
        tabs: Object.entries(this.parts).map(([id, part]) => ({
          id,
          label: t(`survey.part.${id}`),
          content: () => html`<div class="stack loose">${problemNotice(this.problem)}${part.view()}</div>`,
        })),
      })}
    </div>`;
  }
}
