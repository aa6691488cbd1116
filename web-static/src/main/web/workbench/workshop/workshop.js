import { date, language, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { badge, button, html, linkButton, notice, nothing, pageHead, problemNotice, tabs, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { readWorkshop, scopeOfService } from './api.js';
import { boardPart } from './board.js';
import { KsaPart } from './ksas.js';
import { publish, publishedPart } from './publish.js';
import { warningsPart } from './warnings.js';

/** Writes what people in the role do, until it is published as a list. */
export class WorkshopPage extends Page {
  /** @type {import('./api.js').Workshop} */
  // @ts-expect-error set by load, before anything is drawn
  board;
  part = 'tasks';
  /** What is typed into each "add" field, by domain or KSA type. @type {Record<string, string>} */
  typed = {};
  /** The statement being worded, with what is typed. @type {{id: string, text: string, version: number} | null} */
  editing = null;
  /** What somebody else stored meanwhile. */
  theirs = '';

  get id() {
    return this.where.params.studyId;
  }

  get title() {
    return t('workshop.title');
  }

  get mayWrite() {
    return hasRole('certificationExpert', 'sme');
  }

  async load() {
    this.board = await readWorkshop(this.id);
    this.ksas = new KsaPart(this);
  }

  view() {
    const { board } = this;
    const count = board.orphans.length + all(board).reduce((sum, statement) => sum + statement.warnings.length, 0);
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workshop.lead'), actions: this.#actions() })}
      ${this.#standing()}
      ${problemNotice(this.problem)}
      ${this.mayWrite ? nothing : notice(t('workshop.readOnly'))}
      ${tabs({
        label: t('workshop.parts'),
        selected: this.part,
        onselect: part => this.change({ part, problem: null, editing: null }),
        tabs: [
          { id: 'tasks', label: t('workshop.part.tasks'), content: () => boardPart(this) },
          { id: 'ksas', label: t('workshop.part.ksas'), content: () => this.ksas?.view() },
          { id: 'warnings', label: t('workshop.part.warnings', { n: count }), content: () => warningsPart(this) },
          { id: 'published', label: t('workshop.part.published'), content: () => publishedPart(this) },
        ],
      })}
    </div>`;
  }

  #actions() {
    return html`
      ${this.mayWrite ? linkButton({ label: t('workshop.import.open'), icon: 'upload', href: `#/studies/${this.id}/workshop/import` }) : nothing}
      ${linkButton({ label: t('workshop.scope'), icon: 'download', href: scopeOfService(this.id, 'pdf', language()) })}
      ${hasRole('certificationExpert') ? button({ label: t('workshop.publish.open'), kind: 'primary', onclick: () => publish(this) }) : nothing}`;
  }

  #standing() {
    const { latest, changes } = this.board;
    if (!latest) return html`<div>${badge(t('workshop.unpublished'))}</div>`;
    return html`<div class="row">${badge(t('workshop.latest', { version: latest.version, when: date(latest.publishedAt) }), 'good')}
      ${changes.length ? badge(t('workshop.changes', { n: changes.length }), 'warn') : nothing}</div>`;
  }

  /**
   * Stores one change and reads the board again.
   * @param {() => Promise<unknown>} action @param {string} [said]
   */
  async store(action, said) {
    const done = await this.run(action);
    if (done || this.problem?.stale) await this.refresh();
    if (done && said) toast(said);
    return done;
  }

  async refresh() {
    const board = await readWorkshop(this.id);
    this.change({ board });
    progressed();
  }
}

/** @param {import('./api.js').Workshop} board */
export function all(board) {
  return [...board.domains.flatMap(domain => domain.tasks), ...board.ksas.map(ksa => ksa.statement)];
}
