import { number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { html, linkButton, more, notice, nothing, pageHead, stats, table } from '../../ui/index.js';
import { listForms, readAssembly } from './api.js';
import { compareAddress, formAddress } from './words.js';

/** What a search found and proved, or why there are no forms. */
export class AssemblyPage extends Page {
  /** @type {import('./api.js').Assembly} */
  found = /** @type {any} */ (null);
  /** @type {import('./api.js').Summary[]} */
  forms = [];

  get title() {
    return t('form.search.title', { code: this.found?.wishes.code ?? '' });
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    const [found, forms] = await Promise.all([readAssembly(this.where.params.assemblyId), listForms(this.studyId)]);
    this.found = found;
    this.forms = forms.filter(form => found.forms.includes(form.id)).toSorted((a, b) => found.forms.indexOf(a.id) - found.forms.indexOf(b.id));
  }

  view() {
    const { found } = this;
    const made = this.forms.length > 0;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('form.title'), lead: t(`form.status.${found.status}.words`), actions: hasRole('certificationExpert') ? linkButton({ label: t('form.search.again'), href: `#/studies/${this.studyId}/form/assemble?from=${found.id}` }) : nothing })}
      ${found.reasons.length ? this.why() : nothing}
      ${made ? this.made() : nothing}
      ${found.held.length ? html`${this.quality()}${more(t('form.search.held'), this.held())}` : nothing}
    </div>`;
  }

  why() {
    const { reasons, cures } = this.found;
    return html`<section class="stack">
      ${notice(html`<p class="strong">${t('form.search.why')}</p><ul>${reasons.map(one => html`<li>${one}</li>`)}</ul>`, 'warn')}
      ${cures.length ? notice(html`<p class="strong">${t('form.search.instead')}</p><ul>${cures.map(one => html`<li>${one}</li>`)}</ul>`, 'info') : nothing}</section>`;
  }

  made() {
    return html`<section class="card stack tight"><h2>${t('form.search.forms')}</h2>
      <ul class="form-list">${this.forms.map(form => html`<li><a href=${formAddress(this.studyId, form.id)}>${form.code}</a> · ${t('form.itemsOf', { scored: form.scored, length: form.length, pilot: form.pilot })}</li>`)}</ul>
      ${this.forms.length > 1 ? html`<div class="row">${linkButton({ label: t('form.compareAll'), href: compareAddress(this.studyId, this.forms.map(form => form.id)), kind: 'primary' })}</div>` : nothing}</section>`;
  }

  quality() {
    const { found } = this;
    return html`<section class="stack"><h2>${t('form.search.quality')}</h2>
      ${stats([
        { label: t('form.search.objective'), value: number(found.objective, 0), note: t('form.search.objectiveNote') },
        { label: t('form.search.bound'), value: number(found.bound, 0), note: t('form.search.boundNote', { gap: number(found.gap, 0) }) },
        { label: t('form.search.pool'), value: number(found.pool), note: t('form.search.seconds', { n: number(found.seconds, 1) }) },
      ])}
      ${table({
        caption: t('form.search.reached'), rows: found.reached, rowKey: one => one.what,
        columns: [
          { key: 'what', label: t('form.search.goal'), head: true, cell: one => one.what },
          { key: 'value', label: t('form.search.value'), numeric: true, cell: one => number(one.value, 2) },
          ...this.perForm((/** @type {import('./api.js').Reached} */ one) => one.perForm),
        ],
      })}</section>`;
  }

  held() {
    return table({
      caption: t('form.search.held'), captionHidden: true, rows: this.found.held, rowKey: one => one.what,
      columns: [
        { key: 'what', label: t('form.search.wish'), head: true, cell: one => one.what },
        { key: 'limits', label: t('form.search.limits'), numeric: true, cell: one => (one.min === one.max ? number(one.min) : `${number(one.min, 0)}–${number(one.max, 0)}`) },
        ...this.perForm((/** @type {import('./api.js').Held} */ one) => one.counts),
      ],
    });
  }

  /** A column a form. @template Row @param {(row: Row) => number[]} of @returns {import('../../ui/table.js').Column<Row>[]} */
  perForm(of) {
    return Array.from({ length: this.found.wishes.forms }, (_, i) => ({
      key: `form-${i}`,
      label: this.forms[i]?.code ?? t('form.search.nth', { n: i + 1 }),
      numeric: true,
      cell: row => number(of(row)[i] ?? 0, Number.isInteger(of(row)[i]) ? 0 : 2),
    }));
  }
}
