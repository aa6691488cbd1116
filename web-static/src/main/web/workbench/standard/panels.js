import { date, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { hasRole } from '../../core/session.js';
import { button, choice, checkbox, empty, html, nothing, openDialog, pageHead, selectField, table } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { createSetting, listForms, listMine, listSettings } from './api.js';
import { stateBadge } from './words.js';

/** @typedef {import('./api.js').Summary} Summary */

/** The panels of a study: those to lead or watch, and those on which one sits. */
export class PanelsPage extends Page {
  /** @type {Summary[]} */
  settings = [];
  /** @type {Summary[]} */
  mine = [];

  get title() {
    return t('standard.title');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    [this.settings, this.mine] = await Promise.all([
      hasRole('administrator', 'certificationExpert', 'auditor') ? listSettings(this.studyId) : [],
      hasRole('sme') ? listMine(this.studyId) : [],
    ]);
  }

  view() {
    const leads = hasRole('certificationExpert');
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('standard.lead'), actions: leads ? button({ label: t('standard.begin'), kind: 'primary', onclick: () => this.begin() }) : nothing })}
      ${this.mine.length ? html`<section class="stack"><h2>${t('standard.mine')}</h2>${this.list(this.mine, 'mine', t('standard.mine'))}</section>` : nothing}
      ${this.settings.length ? html`<section class="stack">${this.mine.length ? html`<h2>${t('standard.panels')}</h2>` : nothing}${this.list(this.settings, 'panels', t('standard.panels'))}</section>` : nothing}
      ${this.settings.length + this.mine.length ? nothing : empty({ title: t('standard.none'), text: leads ? t('standard.none.lead') : t('standard.none.text') })}
    </div>`;
  }

  /** @param {Summary[]} rows @param {'mine' | 'panels'} where @param {string} caption */
  list(rows, where, caption) {
    return table({
      caption, captionHidden: true, rows, rowKey: one => one.id,
      columns: [
        { key: 'form', label: t('standard.form'), head: true, cell: one => html`<a href="#/studies/${this.studyId}/standard/${where}/${one.id}">${t('standard.panelOf', { code: one.formCode })}</a>` },
        { key: 'method', label: t('standard.method'), cell: one => t(`standard.method.${one.method}`) },
        { key: 'state', label: t('standard.state'), cell: one => stateBadge(one.state) },
        { key: 'panelists', label: t('standard.panelists'), numeric: true, cell: one => one.panelists },
        { key: 'rounds', label: t('standard.rounds'), cell: one => t('standard.roundsOf', { held: one.held, all: one.rounds }) },
        { key: 'created', label: t('standard.begun'), cell: one => date(one.createdAt) },
      ],
    });
  }

  async begin() {
    const forms = (await listForms(this.studyId)).filter(one => one.state === 'published');
    const id = crypto.randomUUID();
    if (forms.length === 0) return this.run(async () => navigate(`/studies/${this.studyId}/form`));
    const wish = { method: 'modified_angoff', showsDifficulty: false };
    return openDialog({
      title: t('standard.begin'),
      confirm: t('standard.beginIt'),
      numbers: ['rounds'],
      body: (problem, redraw) => html`<div class="stack"><p>${t('standard.begin.words')}</p>
        ${selectField({ name: 'form', label: t('standard.form'), required: true, error: problem?.field('/form'), options: forms.map(one => ({ value: one.id, label: one.code })) })}
        ${choice({ name: 'method', legend: t('standard.method'), required: true, value: wish.method, onchange: method => { wish.method = method; redraw(); }, options: ['modified_angoff', 'yes_no_angoff'].map(value => ({ value, label: t(`standard.method.${value}`), hint: t(`standard.method.${value}.hint`) })) })}
        ${selectField({ name: 'rounds', label: t('standard.rounds'), required: true, options: ['2', '3', '4', '5'].map(value => ({ value, label: value })) })}
        ${checkbox({ name: 'shows', label: t('standard.shows'), hint: t('standard.shows.hint'), checked: wish.showsDifficulty, onchange: showsDifficulty => { wish.showsDifficulty = showsDifficulty; redraw(); } })}</div>`,
      onconfirm: async ({ form, rounds }) => {
        const made = await createSetting(this.studyId, id, { form, rounds: Number(rounds), ...wish });
        progressed();
        navigate(`/studies/${this.studyId}/standard/panels/${made.id}`);
      },
    });
  }
}
