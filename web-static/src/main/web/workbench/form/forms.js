import { date, LANGUAGES, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { hasRole } from '../../core/session.js';
import { badge, button, checkbox, empty, html, linkButton, nothing, openDialog, pageHead, problemNotice, selectField, table, textField } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { createForm, listAssemblies, listForms } from './api.js';
import { compareAddress, formAddress, stateBadge } from './words.js';

/** @typedef {import('./api.js').Summary} Summary */

const MOST_COMPARED = 6;

/** The forms of a study, and the searches that made some of them. */
export class FormsPage extends Page {
  /** @type {Summary[]} */
  forms = [];
  /** @type {import('./api.js').Assembly[]} */
  assemblies = [];
  /** @type {string[]} */
  chosen = [];

  get title() {
    return t('form.title');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    const mayRead = hasRole('administrator', 'certificationExpert', 'auditor');
    [this.forms, this.assemblies] = await Promise.all([listForms(this.studyId), mayRead ? listAssemblies(this.studyId) : []]);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('form.lead'), actions: hasRole('certificationExpert') ? this.actions() : nothing })}
      ${problemNotice(this.problem)}
      ${this.forms.length ? this.list() : empty({ title: t('form.none'), text: t('form.none.text') })}
      ${this.assemblies.length ? this.searches() : nothing}
    </div>`;
  }

  actions() {
    return html`${linkButton({ label: t('form.assemble'), href: `#/studies/${this.studyId}/form/assemble`, kind: 'primary' })}
      ${button({ label: t('form.byHand'), onclick: () => this.begin() })}`;
  }

  list() {
    const enough = this.chosen.length > 1 && this.chosen.length <= MOST_COMPARED;
    return html`<section class="stack">
      ${table({ caption: t('form.list'), captionHidden: true, rows: this.forms, rowKey: form => form.id, columns: this.columns() })}
      ${this.forms.length > 1 ? html`<div class="row">${button({ label: t('form.compareChosen', { n: this.chosen.length }), disabled: !enough, onclick: () => navigate(compareAddress(this.studyId, this.chosen).slice(1)) })}
        <span class="small soft">${t('form.compareHint')}</span></div>` : nothing}
    </section>`;
  }

  /** @returns {import('../../ui/table.js').Column<Summary>[]} */
  columns() {
    return [
      { key: 'code', label: t('form.code'), head: true, cell: form => html`<a href=${formAddress(this.studyId, form.id)}>${form.code}</a>` },
      { key: 'number', label: t('form.number'), numeric: true, cell: form => number(form.number) },
      { key: 'state', label: t('form.state'), cell: form => stateBadge(form) },
      { key: 'items', label: t('form.items'), cell: form => t('form.itemsOf', { scored: form.scored, length: form.length, pilot: form.pilot }) },
      { key: 'changed', label: t('form.changed'), cell: form => date(form.publishedAt ?? form.changedAt) },
      { key: 'compare', label: t('form.compare'), cell: form => checkbox({ name: `compare-${form.id}`, label: html`<span class="visually-hidden">${t('form.compareOne', { code: form.code })}</span>`, checked: this.chosen.includes(form.id), onchange: checked => this.choose(form.id, checked) }) },
    ];
  }

  /** @param {string} id @param {boolean} checked */
  choose(id, checked) {
    const others = this.chosen.filter(one => one !== id);
    this.change({ chosen: checked ? [...others, id] : others });
  }

  searches() {
    return html`<section class="stack"><h2>${t('form.searches')}</h2>
      ${table({
        caption: t('form.searches'), captionHidden: true, rows: this.assemblies, rowKey: one => one.id,
        columns: [
          { key: 'made', label: t('form.search.made'), head: true, cell: one => html`<a href="#/studies/${this.studyId}/form/assemblies/${one.id}">${date(one.madeAt)} · ${one.wishes.code}</a>` },
          { key: 'wished', label: t('form.search.wished'), cell: one => t('form.search.of', { forms: one.wishes.forms, length: one.wishes.length }) },
          { key: 'status', label: t('form.search.status'), cell: one => badge(t(`form.status.${one.status}`), one.forms.length ? 'good' : 'warn') },
        ],
      })}</section>`;
  }

  begin() {
    const id = crypto.randomUUID();
    return openDialog({
      title: t('form.byHand'),
      confirm: t('form.begin'),
      numbers: ['length'],
      body: problem => html`<div class="stack"><p>${t('form.byHand.words')}</p>
        ${textField({ name: 'code', label: t('form.code'), required: true, hint: t('form.code.hint'), maxlength: 40, error: problem?.field('/code') })}
        ${textField({ name: 'length', label: t('form.length'), hint: t('form.length.hint'), error: problem?.field('/length') })}
        ${selectField({ name: 'languages', label: t('form.languages'), required: true, value: 'en,es', options: [{ value: 'en,es', label: t('form.bothLanguages') }, ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))] })}</div>`,
      onconfirm: async ({ languages, ...wish }) => {
        const form = await createForm(this.studyId, id, /** @type {any} */ ({ ...wish, languages: languages.split(',') }));
        progressed();
        navigate(formAddress(this.studyId, form.id).slice(1));
      },
    });
  }
}
