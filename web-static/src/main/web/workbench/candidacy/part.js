import { cancelJob } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { followJob } from '../../core/sse.js';
import { html, linkTabs, nothing, notice, pageHead, progress } from '../../ui/index.js';
import { findSimulation } from './api.js';

/** A page about candidates: the parts as tabs, and nothing for who may not see candidates. */
export class CandidacyPage extends Page {
  get study() {
    return this.where.params.studyId;
  }

  get base() {
    return `#/studies/${this.study}/candidacy`;
  }

  /** Whether to ask the service at all. */
  get may() {
    return hasRole('administrator', 'certificationExpert');
  }

  /** What the made-up candidates of the demonstration are at. @type {{id: string, progress: number, message: string} | null} */
  simulation = null;
  /** Why they do not go on, where somebody stopped them or something went wrong. */
  halted = '';

  /** Shows how far they are, and the page anew when they stop. */
  async watchSimulation() {
    const job = await findSimulation(this.study);
    const runs = job?.state === 'queued' || job?.state === 'running';
    this.simulation = job && runs ? job : null;
    this.halted = job && !runs && job.state !== 'done' ? job.message : '';
    if (this.simulation) this.#follow(this.simulation.id);
  }

  /** @param {string} id */
  async #follow(id) {
    const last = await followJob(id, state => this.change({ simulation: { ...state, id } }), this.left.signal);
    if (!last) return;
    await this.load();
    this.change();
  }

  #simulated() {
    const { id, progress: share, message } = this.simulation ?? { id: '', progress: 0, message: '' };
    return html`<div class="card">${progress({ label: t('candidacy.simulation'), share, message, oncancel: hasRole('certificationExpert') ? () => cancelJob(id) : undefined })}</div>`;
  }

  /** @param {'' | '/page' | '/windows' | '/accommodations'} part @param {unknown} content @param {unknown} [actions] */
  frame(part, content, actions) {
    const links = [
      { href: this.base, label: t('candidacy.tab.applications') },
      { href: `${this.base}/page`, label: t('candidacy.tab.page') },
      { href: `${this.base}/windows`, label: t('candidacy.tab.windows') },
      ...(hasRole('administrator') ? [{ href: `${this.base}/accommodations`, label: t('candidacy.tab.accommodations') }] : []),
    ];
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('candidacy.lead'), actions })}
      ${this.simulation ? this.#simulated() : nothing}${this.halted ? notice(this.halted, 'warn') : nothing}
      ${this.may ? html`${linkTabs({ label: t('candidacy.title'), links, current: this.base + part })}${content}` : notice(t('candidacy.notForYou'))}
    </div>`;
  }
}
