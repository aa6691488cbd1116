import { t } from '../../core/i18n.js';
import { asApiError } from '../../core/page.js';
import { empty, html, linkButton, nothing, selectField, table, toast } from '../../ui/index.js';
import { codeWriteIn, listWriteIns } from './api.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').WriteIn} WriteIn */

const CODINGS = /** @type {const} */ (['open', 'newTask', 'duplicate', 'notATask']);

/** Tasks that peers missed, to be coded one by one. */
export class WriteInsPart {
  #page;
  /** @type {WriteIn[]} */
  #writeIns = [];

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
  }

  async load() {
    this.#writeIns = await listWriteIns(this.#page.id);
  }

  view() {
    if (this.#writeIns.length === 0) return empty({ title: t('survey.writeIns.none') });
    const left = this.#writeIns.filter(one => one.coding === 'open').length;
    const found = this.#writeIns.filter(one => one.coding === 'newTask').length;
    return html`<p class="soft">${t('survey.writeIns.lead')}</p>
      <p class="strong" aria-live="polite">${left ? t('survey.writeIns.left', { n: left }) : t('survey.writeIns.done')}</p>${table({
      caption: t('survey.writeIns.caption', { n: this.#writeIns.length }),
      rows: this.#writeIns,
      rowKey: row => row.id,
      columns: [
        { key: 'domain', label: t('survey.writeIns.domain'), cell: row => this.#domain(row) },
        { key: 'text', label: t('survey.writeIns.text'), head: true, cell: row => row.text },
        { key: 'coding', label: t('survey.writeIns.coding'), cell: row => this.#coding(row) },
      ],
    })}
      ${found ? html`<div class="row"><span>${t('survey.writeIns.found', { n: found })}</span>${linkButton({ label: t('survey.writeIns.workshop'), href: `#/studies/${this.#page.survey.study}/workshop` })}</div>` : nothing}`;
  }

  /** @param {WriteIn} writeIn */
  #domain(writeIn) {
    return this.#page.survey.questionnaire.domains.find(domain => domain.code === writeIn.domain)?.title ?? writeIn.domain;
  }

  /** @param {WriteIn} writeIn */
  #coding(writeIn) {
    if (!this.#page.mayLead) return t(`survey.coding.${writeIn.coding}`);
    return selectField({
      name: `coding-${writeIn.id}`,
      label: t('survey.writeIns.coding'),
      required: true,
      value: writeIn.coding,
      options: CODINGS.map(value => ({ value, label: t(`survey.coding.${value}`) })),
      onchange: value => this.#code(writeIn, /** @type {import('./api.js').Coding} */ (value)),
    });
  }

  /** It counts once the service has it. @param {WriteIn} writeIn @param {import('./api.js').Coding} coding */
  async #code(writeIn, coding) {
    try {
      await codeWriteIn(this.#page.id, writeIn.id, coding);
      writeIn.coding = coding;
      this.#page.change({ problem: null });
      toast(t('survey.writeIns.saved'));
    } catch (cause) {
      this.#page.change({ problem: asApiError(cause) });
    }
  }
}
