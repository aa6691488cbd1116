import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { badge, html, notice, nothing, pageHead, problemNotice, tabs, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { readStudy } from './api.js';
import { CandidatePart } from './candidate.js';
import { PanelPart } from './panel.js';
import { ProgrammePart } from './programme.js';
import { ProtocolPart } from './protocol.js';
import { RequirementsPart } from './requirements.js';
import { SamplingPart } from './sampling.js';

/** @typedef {import('./api.js').Study} Study */

/** Sets one study up: six parts of one page, each with a draft of its own. */
export class StudyPage extends Page {
  /** @type {Study} */
  // @ts-expect-error set by load, before anything is drawn
  study;
  part = 'programme';
  conflict = false;

  get id() {
    return this.where.params.studyId;
  }

  get title() {
    return this.study?.programme.title ?? '';
  }

  /** Whether this person may change it. */
  get mayWrite() {
    return hasRole('certificationExpert');
  }

  async load() {
    this.study = await readStudy(this.id);
    this.part = this.where.query.get('part') ?? 'programme';
    this.parts = {
      programme: new ProgrammePart(this),
      requirements: new RequirementsPart(this),
      candidate: new CandidatePart(this),
      protocol: new ProtocolPart(this),
      panel: new PanelPart(this),
      sampling: new SamplingPart(this),
    };
  }

  view() {
    const frozen = this.study.protocol.frozen;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('study.eyebrow'), actions: frozen ? badge(t('study.frozen'), 'good') : badge(t('study.draft')) })}
      ${tabs({
        label: t('study.parts'),
        selected: this.part,
        onselect: part => this.change({ part, problem: null, conflict: false }),
        tabs: Object.entries(this.parts ?? {}).map(([id, part]) => ({ id, label: t(`study.part.${id}`), content: () => this.#content(part) })),
      })}
    </div>`;
  }

  /** @param {{view: () => unknown}} part */
  #content(part) {
    return html`<div class="stack">
      ${this.conflict ? notice(t('study.conflict'), 'warn') : problemNotice(this.problem)}
      ${this.mayWrite ? nothing : notice(t('study.readOnly'))}
      ${part.view()}
    </div>`;
  }

  /**
   * Stores something and reads the study again. When somebody else was faster, what was typed stays and
   * what is stored now is shown beside it.
   * @param {() => Promise<unknown>} action @param {string} said
   */
  async store(action, said) {
    this.conflict = false;
    const done = await this.run(action);
    if (!done && !this.problem?.stale) return false;
    const study = await readStudy(this.id);
    this.change({ study, conflict: !done });
    if (done) {
      toast(said);
      progressed();
    }
    return done;
  }

  /** Reads the study again after a dialog stored something. @param {string} said */
  async stored(said) {
    this.change({ study: await readStudy(this.id) });
    toast(said);
  }
}
