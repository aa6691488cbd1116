import { t } from '../../../core/i18n.js';
import { Page } from '../../../core/page.js';
import { hasRole, person } from '../../../core/session.js';
import { badge, html, linkButton, notice, nothing, pageHead, problemNotice, tabs, toast } from '../../../ui/index.js';
import { progressed } from '../../shell.js';
import { readItem } from '../api.js';
import { Desk, draftOf } from '../editing/desk.js';
import { editor } from '../editing/editor.js';
import { orNothing, stateBadge, taskWords } from '../frame.js';
import { listAssets, listStimuli, readStimulusVersion } from '../library/api.js';
import { submitItem } from '../review/api.js';
import { ReviewPart } from '../review/review.js';
import { listItemCells } from '../writing/api.js';
import { emptyContent } from './content.js';
import { Reader } from './reader.js';
import { StatisticsPart } from './statistics.js';
import { VersionsPart } from './versions.js';

/** @typedef {import('../api.js').Item} Item */
/** @typedef {import('../api.js').Draft} Draft */
/** @typedef {{load?: () => Promise<unknown>, view: () => unknown}} Part */

/** One item: its newest version to be written or read, its review, its versions, its figures. */
export class ItemPage extends Page {
  /** @type {Item | null} null while a new one is being written */
  item = null;
  /** @type {import('../writing/api.js').Cells} */
  cells = { blueprint: '', version: 0, domains: [] };
  /** @type {import('../library/api.js').Stimulus[]} */
  stimuli = [];
  /** @type {Set<string>} */
  newestStimuli = new Set();
  /** @type {import('../library/api.js').Asset[]} */
  assets = [];
  /** The domain chosen while no task is chosen yet. */
  domain = '';
  part = 'text';
  /** @type {Desk | null} where the newest version may be written on */
  desk = null;
  /** @type {Record<string, Part>} */
  parts = {};

  get study() {
    return this.where.params.studyId;
  }

  get id() {
    return this.where.params.itemId;
  }

  get title() {
    return this.item?.code ?? t('itembank.newItem');
  }

  /** A draft is written on by its author and by the experts. */
  get mayEdit() {
    const newest = this.item?.newest;
    return !newest || (newest.state === 'draft' && (hasRole('certificationExpert') || [newest.author.person, newest.changedBy.person].includes(person()?.id)));
  }

  async load() {
    const { study, id } = this;
    [this.item, this.cells, this.stimuli, this.assets] = await Promise.all([
      this.where.query.has('new') ? null : readItem(id),
      orNothing(listItemCells(study), this.cells),
      orNothing(listStimuli(study), []),
      orNothing(listAssets(study), []),
    ]);
    this.newestStimuli = new Set(this.stimuli.map(one => one.id));
    this.part = this.where.query.get('part') ?? 'text';
    await this.#arrange();
  }

  async #arrange() {
    const newest = this.item?.newest;
    await this.#fetchStimulus(newest?.stimulus);
    this.desk = this.mayEdit ? new Desk(this, newest ? draftOf(newest) : this.#firstDraft(), newest?.revision ?? 0) : null;
    const reader = newest && !this.desk ? new Reader(this, newest) : null;
    this.parts = {
      text: { view: () => (this.desk ? editor(this.desk) : reader?.view()) },
      ...(newest ? { review: new ReviewPart(this, newest), versions: new VersionsPart(this), statistics: new StatisticsPart(newest) } : {}),
    };
    await this.#loadPart();
  }

  /** @returns {Draft} */
  #firstDraft() {
    const task = this.where.query.get('task') ?? '';
    return { blueprint: this.cells.blueprint, task, level: 'application', ksas: [], content: emptyContent('single'), references: [] };
  }

  /** An item may hold an older version of a case than the list has. @param {string | undefined} id */
  async #fetchStimulus(id) {
    if (id && !this.stimuli.some(one => one.id === id)) this.stimuli = [...this.stimuli, await readStimulusVersion(id)];
  }

  async #loadPart() {
    await this.parts[this.part]?.load?.();
  }

  /** @param {string} part */
  async show(part) {
    this.part = part;
    this.problem = null;
    await this.run(() => this.#loadPart());
  }

  /** After something was stored: what the service has now. @param {import('../api.js').ItemVersion} version */
  async stored(version) {
    if (!this.item) history.replaceState(null, '', `#/studies/${this.study}/itembank/items/${this.id}`);
    const renewed = await readItem(this.id);
    const sameDraft = this.item?.newest.id === version.id;
    this.item = renewed;
    if (!sameDraft) await this.#arrange();
  }

  /** Fetches the item anew and shows a part of it. @param {string} part @param {string} [words] what was done */
  async renew(part, words) {
    this.item = await readItem(this.id);
    this.part = part;
    await this.#arrange();
    if (words) toast(words);
    progressed();
    this.change();
  }

  submit() {
    const newest = this.item?.newest;
    if (!newest) return;
    return this.run(async () => {
      await submitItem(newest);
      await this.renew('review', t('itembank.submitted'));
    });
  }

  /** Words for the identity of a task, a KSA or a case. @param {string} id */
  naming = id => {
    const tasks = this.cells.domains.flatMap(domain => domain.tasks);
    const found = [...tasks, ...tasks.flatMap(task => task.ksas)].find(one => one.id === id);
    const stimulus = this.stimuli.find(one => one.id === id);
    return found ? `${found.code} ${found.text}` : stimulus ? t('itembank.stimulus.option', { title: Object.values(stimulus.title)[0] ?? '', n: stimulus.number }) : id;
  };

  view() {
    const newest = this.item?.newest;
    const back = linkButton({ label: t('itembank.back'), href: `#/studies/${this.study}/itembank` });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('itembank.title'), lead: newest ? taskWords(this.cells, newest.task) : t('itembank.newLead'), actions: html`${newest ? html`${badge(t('itembank.versionNumber', { n: newest.number }))}${stateBadge(newest.state)}${linkButton({ label: t('itembank.lineage'), href: `#/studies/${this.study}/lineage/items/${this.id}` })}` : nothing}${back}` })}
      ${this.cells.blueprint ? nothing : notice(html`<p>${t('itembank.noBlueprint')}</p>`, 'warn')}
      ${this.item ? this.#tabs() : html`${problemNotice(this.problem)}${this.parts.text.view()}`}
    </div>`;
  }

  #tabs() {
    return tabs({
      label: t('itembank.item.parts'),
      selected: this.part,
      onselect: part => this.show(part),
      tabs: Object.entries(this.parts).map(([id, part]) => ({
        id,
        label: t(`itembank.item.part.${id}`),
        content: () => html`<div class="stack loose">${problemNotice(this.problem)}${part.view()}</div>`,
      })),
    });
  }
}
