import { date, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole, person } from '../../core/session.js';
import { ask, badge, button, empty, figureWidth, html, linkButton, notice, nothing, numberField, openDialog, pageHead, problemNotice, selectField, stats } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { adopt, listBlueprints, listRuns, loadFigure, outlinePage, outlinePdf, propose, readBlueprint, readFigure, withdraw } from './api.js';
import { adjustments } from './adjustments.js';
import { askForChange } from './change.js';
import { outlineTable, weightsFigure } from './outline.js';

/** @typedef {import('./api.js').Blueprint} Blueprint */

/** The blueprint of a study: proposed from an analysis, changed with reasons, adopted by a second person. */
export class BlueprintPage extends Page {
  /** @type {import('./api.js').Summary[]} */
  versions = [];
  /** @type {import('./api.js').Run[]} */
  runs = [];
  /** @type {Blueprint | null} */
  shown = null;
  /** @type {SVGElement | null} */
  svg = null;
  /** @type {import('./api.js').FigureTable | null} */
  words = null;

  get title() {
    return t('blueprint.title');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    [this.versions, this.runs] = await Promise.all([listBlueprints(this.studyId), listRuns(this.studyId)]);
    const first = this.versions.find(one => one.state !== 'withdrawn') ?? this.versions[0];
    if (first) await this.show(await readBlueprint(first.id));
  }

  /** @param {Blueprint} blueprint */
  async show(blueprint) {
    const [svg, words] = await Promise.all([loadFigure(blueprint, figureWidth()), readFigure(blueprint)]);
    this.change({ shown: blueprint, svg, words });
  }

  /** After anything that changed a version. @param {Blueprint} blueprint */
  async renew(blueprint) {
    this.versions = await listBlueprints(this.studyId);
    await this.show(blueprint);
    progressed();
  }

  view() {
    const { shown } = this;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('blueprint.lead'), actions: this.actions() })}
      ${problemNotice(this.problem)}
      ${shown ? this.version(shown) : this.nothingYet()}
    </div>`;
  }

  actions() {
    const draft = this.versions.some(one => one.state === 'draft');
    if (!hasRole('certificationExpert') || this.runs.length === 0 || draft) return nothing;
    return button({ label: this.versions.length ? t('blueprint.newVersion') : t('blueprint.propose'), kind: this.versions.length ? undefined : 'primary', disabled: this.busy, onclick: () => this.proposeOne() });
  }

  nothingYet() {
    if (this.runs.length) return empty({ title: t('blueprint.none.title'), text: t('blueprint.none.text') });
    return empty({
      title: t('blueprint.unanalysed.title'),
      text: t('blueprint.unanalysed.text'),
      action: linkButton({ label: t('blueprint.unanalysed.go'), href: `#/studies/${this.studyId}/analysis` }),
    });
  }

  proposeOne() {
    const wanted = this.where.query.get('run') ?? this.runs[0].id;
    return openDialog({
      title: t('blueprint.propose'),
      confirm: t('blueprint.propose.confirm'),
      numbers: ['testLength'],
      body: problem => html`<div class="stack"><p>${t('blueprint.propose.words')}</p>
        ${this.runs.length > 1 ? selectField({ name: 'run', label: t('blueprint.run'), required: true, value: wanted, options: this.runs.map(run => ({ value: run.id, label: t('blueprint.run.label', { date: date(run.ranAt), n: run.respondents }) })) }) : nothing}
        ${numberField({ name: 'testLength', label: t('blueprint.testLength'), required: true, value: 120, min: 1, max: 1000, step: 1, error: problem?.field('/testLength') })}</div>`,
      onconfirm: async values => this.renew(await propose(values.run ?? wanted, values.testLength)),
    });
  }

  /** @param {Blueprint} blueprint */
  version(blueprint) {
    const mayChange = blueprint.state === 'draft' && hasRole('certificationExpert');
    return html`
      ${this.versions.length > 1 ? this.chooser(blueprint) : nothing}
      ${this.standing(blueprint)}
      ${summary(blueprint)}
      ${mayChange ? html`<div class="row">${button({ label: t('blueprint.change.testLength'), onclick: () => this.wish(blueprint, 'TEST_LENGTH') })}</div>` : nothing}
      ${weightsFigure(this.svg, this.words)}
      ${outlineTable(blueprint.outline, mayChange ? (kind, cell) => this.wish(blueprint, kind, cell) : null)}
      <p class="small soft">${t('blueprint.method')}</p>
      ${adjustments(blueprint)}`;
  }

  /** @param {Blueprint} blueprint @param {string} kind @param {import('./change.js').Cell} [cell] */
  wish(blueprint, kind, cell) {
    return askForChange(blueprint, kind, cell, changed => this.renew(changed));
  }

  /** @param {Blueprint} blueprint */
  chooser(blueprint) {
    return selectField({
      name: 'version',
      label: t('blueprint.version'),
      required: true,
      value: blueprint.id,
      options: this.versions.map(one => ({ value: one.id, label: `${one.version} · ${t(`blueprint.state.${one.state}`)} · ${date(one.adoptedAt ?? one.proposedAt)}` })),
      onchange: id => this.run(async () => this.show(await readBlueprint(id))),
    });
  }

  /** Where the version stands, and what can be done next. @param {Blueprint} blueprint */
  standing(blueprint) {
    const head = html`<div class="row"><h2>${t('blueprint.versionNumber', { n: blueprint.version })}</h2>${badge(t(`blueprint.state.${blueprint.state}`), blueprint.state === 'adopted' ? 'good' : blueprint.state === 'draft' ? 'info' : '')}</div>
      <p>${t('blueprint.proposedBy', { name: blueprint.proposed.name, date: date(blueprint.proposed.at) })}
        ${blueprint.adopted ? t('blueprint.adoptedBy', { name: blueprint.adopted.name, date: date(blueprint.adopted.at) }) : nothing}</p>`;
    return html`<section class="card stack tight">${head}
      ${blueprint.state === 'adopted' ? this.published() : nothing}
      ${blueprint.state === 'draft' && hasRole('certificationExpert') ? this.decision(blueprint) : nothing}</section>`;
  }

  published() {
    return html`<p>${t('blueprint.public')}</p>
      <div class="row"><a class="button" href=${outlinePage(this.studyId)}>${t('blueprint.outline.page')}</a>
      <a class="button" href=${outlinePdf(this.studyId)}>${t('blueprint.outline.pdf')}</a>
      <a class="button" href="#/studies/${this.studyId}/lineage">${t('blueprint.lineage')}</a></div>`;
  }

  /** @param {Blueprint} blueprint */
  decision(blueprint) {
    const own = person()?.id === blueprint.proposed.person;
    return html`${own ? notice(t('blueprint.second'), 'info') : html`<p>${t('blueprint.yourTurn', { name: blueprint.proposed.name })}</p>`}
      <div class="row">${button({ label: t('blueprint.adopt'), kind: 'primary', disabled: own || this.busy, onclick: () => this.adoptOne(blueprint) })}
      ${button({ label: t('blueprint.withdraw'), kind: 'danger', disabled: this.busy, onclick: () => this.withdrawOne(blueprint) })}</div>`;
  }

  /** @param {Blueprint} blueprint */
  adoptOne(blueprint) {
    return ask({
      title: t('blueprint.adopt.title'),
      message: html`<p>${t('blueprint.adopt.words', { n: blueprint.version, items: blueprint.outline.testLength })}</p>`,
      confirm: t('blueprint.adopt'),
      onconfirm: async () => this.renew(await adopt(blueprint)),
    });
  }

  /** @param {Blueprint} blueprint */
  withdrawOne(blueprint) {
    return ask({
      title: t('blueprint.withdraw.title'),
      message: html`<p>${t('blueprint.withdraw.words')}</p>`,
      confirm: t('blueprint.withdraw'),
      danger: true,
      onconfirm: async () => {
        await withdraw(blueprint);
        await this.renew(await readBlueprint(blueprint.id));
      },
    });
  }
}

/** @param {Blueprint} blueprint */
function summary({ outline, adjustments: made }) {
  const tasks = outline.domains.flatMap(domain => domain.tasks);
  const residue = Math.max(...outline.domains.map(domain => Math.abs(domain.residue)));
  return stats([
    { label: t('blueprint.testLength'), value: number(outline.testLength) },
    { label: t('blueprint.tasksIn'), value: t('blueprint.of', { n: tasks.filter(task => task.included).length, all: tasks.length }) },
    { label: t('blueprint.residue'), value: number(residue, 2), note: t('blueprint.residueNote') },
    { label: t('blueprint.changes'), value: number(made.length) },
  ]);
}
