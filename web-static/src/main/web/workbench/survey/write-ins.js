import { t } from '../../core/i18n.js';
import { empty, html, selectField, table } from '../../ui/index.js';
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
    return html`<p class="soft">${t('survey.writeIns.lead')}</p>${table({
      caption: t('survey.writeIns.caption', { n: this.#writeIns.length }),
      rows: this.#writeIns,
      rowKey: row => row.id,
      columns: [
        { key: 'domain', label: t('survey.writeIns.domain'), cell: row => row.domain },
        { key: 'text', label: t('survey.writeIns.text'), head: true, cell: row => row.text },
        { key: 'coding', label: t('survey.writeIns.coding'), cell: row => this.#coding(row) },
      ],
    })}`;
  }

  /** @param {WriteIn} writeIn */
  #coding(writeIn) {
    if (!this.#page.mayLead) return t(`survey.coding.${writeIn.coding}`);
    return selectField({
      name: `coding-${writeIn.id}`,
      label: t('survey.writeIns.coding'),
      required: true,
      disabled: this.#page.busy,
      value: writeIn.coding,
      options: CODINGS.map(value => ({ value, label: t(`survey.coding.${value}`) })),
      onchange: value => this.#code(writeIn, /** @type {import('./api.js').Coding} */ (value)),
    });
  }

  /** @param {WriteIn} writeIn @param {import('./api.js').Coding} coding */
  #code(writeIn, coding) {
    return this.#page.run(async () => {
      await codeWriteIn(this.#page.id, writeIn.id, coding);
      writeIn.coding = coding;
    });
  }
}
