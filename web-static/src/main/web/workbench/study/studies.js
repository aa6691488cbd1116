import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { badge, empty, html, linkButton, nothing, pageHead } from '../../ui/index.js';
import { listStudies } from './api.js';

/** All studies this person may see. */
export class StudiesPage extends Page {
  /** @type {import('../api.js').StudySummary[]} */
  studies = [];

  get title() {
    return t('study.list.title');
  }

  async load() {
    this.studies = await listStudies();
  }

  view() {
    const create = linkButton({ label: t('study.list.new'), href: '#/studies/new', kind: 'primary', icon: 'add' });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('study.list.lead'), actions: hasRole('certificationExpert') ? create : nothing })}
      ${this.studies.length ? html`<div class="grid two">${this.studies.map(studyCard)}</div>` : empty({ title: t('study.list.none'), text: t('study.list.lead') })}
    </div>`;
  }
}

/** @param {import('../api.js').StudySummary} study */
function studyCard(study) {
  return html`<a class="card stack tight" href="#/studies/${study.id}/study"><h2>${study.title}</h2>
    ${study.demonstration ? html`<div>${badge(t('study.demonstration'), 'info')}</div>` : nothing}</a>`;
}
