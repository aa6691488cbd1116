import { language, LANGUAGES, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { hasRole } from '../../core/session.js';
import { badge, button, choice, empty, html, notice, nothing, openDialog, pageHead, textField } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { createSurvey, listSurveys, readCounts, readGround } from './api.js';
import { day } from './day.js';

/** @typedef {import('./api.js').Summary} Summary */

/** The surveys of a study, and the way to begin one. */
export class SurveysPage extends Page {
  /** @type {Summary[]} */
  surveys = [];
  /** In the order of the surveys. @type {import('./api.js').Counts[]} */
  counts = [];
  ground = { frozen: false, taskLists: 0 };

  get title() {
    return t('survey.list.title');
  }

  get study() {
    return this.where.params.studyId;
  }

  get ready() {
    return this.ground.frozen && this.ground.taskLists > 0;
  }

  async load() {
    [this.surveys, this.ground] = await Promise.all([listSurveys(this.study), readGround(this.study)]);
    this.counts = await Promise.all(this.surveys.map(survey => readCounts(survey.id)));
  }

  view() {
    const may = hasRole('certificationExpert');
    const begin = may ? button({ label: t('survey.list.new'), kind: 'primary', icon: 'add', disabled: !this.ready, onclick: () => this.#begin() }) : nothing;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('survey.list.lead'), actions: begin })}
      ${this.ready ? nothing : this.#checks()}
      ${this.surveys.length ? html`<div class="grid two">${this.surveys.map((survey, i) => this.#card(survey, this.counts[i]))}</div>` : empty({ title: t('survey.list.none'), text: t('survey.list.noneText') })}
    </div>`;
  }

  #checks() {
    const checks = [
      { done: this.ground.frozen, words: t('survey.check.protocol'), why: t('survey.check.protocolWhy'), href: `#/studies/${this.study}/study?part=protocol` },
      { done: this.ground.taskLists > 0, words: t('survey.check.taskList'), why: t('survey.check.taskListWhy'), href: `#/studies/${this.study}/workshop` },
    ];
    return notice(html`<p class="strong">${t('survey.check.before')}</p>
      <ul>${checks.map(check => html`<li>${check.done ? html`${check.words}: ${t('survey.check.done')}` : html`${check.why} <a href=${check.href}>${check.words}</a>`}</li>`)}</ul>`, 'warn');
  }

  /** @param {Summary} survey @param {import('./api.js').Counts} counts */
  #card(survey, { invited, personal, open, imported }) {
    return html`<a class="card stack tight" href="#/studies/${this.study}/survey/${survey.id}"><h2>${survey.title}</h2>
      <div class="row">${stateBadge(survey.state)}<span class="small soft">${t('survey.list.version', { version: survey.taskListVersion })}</span></div>
      ${survey.openedOn ? html`<p class="small soft">${t('survey.list.opened', { date: day(survey.openedOn) })}${survey.closedOn ? html`, ${t('survey.list.closed', { date: day(survey.closedOn) })}` : nothing}</p>
        <p>${t('survey.list.counts', { n: personal.complete + open.complete + imported, started: personal.started + open.started, invited })}</p>` : nothing}</a>`;
  }

  async #begin() {
    const id = crypto.randomUUID();
    const done = await openDialog({
      title: t('survey.list.new'),
      confirm: t('survey.list.create'),
      body: problem => html`
        ${textField({ name: 'title', label: t('survey.title'), hint: t('survey.titleHint'), required: true, maxlength: 200, error: problem?.field('/title') })}
        ${choice({ name: 'language', legend: t('survey.language'), required: true, inline: true, value: language(), options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })) })}`,
      onconfirm: values => createSurvey(this.study, id, { title: values.title, language: values.language }),
    });
    if (!done) return;
    progressed();
    navigate(`/studies/${this.study}/survey/${id}`);
  }
}

/** @param {import('./api.js').State} state */
export function stateBadge(state) {
  return badge(t(`survey.state.${state}`), /** @type {const} */ ({ draft: '', open: 'info', closed: 'good' })[state]);
}
