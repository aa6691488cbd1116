import { t } from '../../core/i18n.js';
import { choices, html, more, nothing, repeat, selectField } from '../../ui/index.js';
import { linkKsa, unlinkKsa } from './api.js';
import { addField } from './add.js';
import { statementRow } from './statement.js';

/** @typedef {import('./api.js').Ksa} Ksa */

const TYPES = /** @type {const} */ (['KNOWLEDGE', 'SKILL', 'ABILITY']);

/** Knowledge, skills and abilities, and which task needs which. */
export class KsaPart {
  /** Domain whose tasks the matrix shows. */
  domain = '';

  /** @param {import('./workshop.js').WorkshopPage} page */
  constructor(page) {
    this.page = page;
  }

  view() {
    return html`<div class="stack loose">${TYPES.map(type => this.#list(type))}${this.#matrix()}</div>`;
  }

  /** @param {Ksa['type']} type */
  #list(type) {
    const { page } = this;
    const ksas = page.board.ksas.filter(ksa => ksa.type === type);
    return html`<section class="card stack" aria-labelledby="k-${type}"><h2 id="k-${type}">${t(`workshop.ksa.${type}`)}</h2>
      ${ksas.length ? nothing : html`<p class="soft">${t(`workshop.ksa.lead.${type}`)}</p>`}
      <ol class="statements">${repeat(ksas, ksa => ksa.statement.id, (ksa, at) => statementRow(page, { statement: ksa.statement, kind: type, at, count: ksas.length, extra: this.#links(ksa) }))}</ol>
      ${page.mayWrite ? addField(page, { key: type, kind: type, label: t('workshop.ksa.add', { type: t(`workshop.ksa.one.${type}`) }) }) : nothing}
    </section>`;
  }

  /** The tasks that need a KSA, to be ticked. @param {Ksa} ksa */
  #links(ksa) {
    const options = this.page.board.domains.flatMap(domain => domain.tasks.map(task => ({ value: task.id, label: `${task.code} ${task.text}`, disabled: !this.page.mayWrite })));
    return more(t('workshop.ksa.neededBy', { n: ksa.tasks.length }), choices({
      name: `tasks-${ksa.statement.id}`,
      legend: t('workshop.ksa.which'),
      options,
      values: ksa.tasks,
      onchange: values => this.#change(ksa, values),
    }));
  }

  #matrix() {
    const { domains, ksas } = this.page.board;
    if (!ksas.length || !domains.length) return nothing;
    const shown = domains.find(domain => domain.id === this.domain) ?? domains[0];
    return html`<section class="card stack" aria-labelledby="matrix"><h2 id="matrix">${t('workshop.matrix.title')}</h2>
      <p class="soft">${t('workshop.matrix.lead')}</p>
      ${selectField({ name: 'domain', label: t('workshop.domain.title'), required: true, value: shown.id, options: domains.map(domain => ({ value: domain.id, label: `${domain.code} ${domain.title}` })), onchange: domain => ((this.domain = domain), this.page.change()) })}
      <div class="table-scroll" tabindex="0"><table class="table keep matrix">
        <caption class="visually-hidden">${t('workshop.matrix.title')}</caption>
        <thead><tr><th scope="col">${t('workshop.matrix.task')}</th>${ksas.map(ksa => html`<th scope="col"><abbr title=${ksa.statement.text}>${ksa.statement.code}</abbr></th>`)}</tr></thead>
        <tbody>${repeat(shown.tasks, task => task.id, task => html`<tr><th scope="row"><span class="code">${task.code}</span> ${task.text}</th>${ksas.map(ksa => this.#cell(task, ksa))}</tr>`)}</tbody>
      </table></div></section>`;
  }

  /** @param {import('./api.js').Statement} task @param {Ksa} ksa */
  #cell(task, ksa) {
    const linked = ksa.tasks.includes(task.id);
    return html`<td><label class="matrix-cell"><span class="visually-hidden">${t('workshop.matrix.cell', { task: task.code, ksa: ksa.statement.code })}</span>
      <input type="checkbox" .checked=${linked} ?disabled=${!this.page.mayWrite} @change=${() => this.#link(task.id, ksa.statement.id, !linked)}></label></td>`;
  }

  /** @param {Ksa} ksa @param {string[]} values */
  #change(ksa, values) {
    const added = values.find(task => !ksa.tasks.includes(task));
    const removed = ksa.tasks.find(task => !values.includes(task));
    return this.#link(/** @type {string} */ (added ?? removed), ksa.statement.id, added !== undefined);
  }

  /** @param {string} task @param {string} ksa @param {boolean} wanted */
  #link(task, ksa, wanted) {
    return this.page.store(() => (wanted ? linkKsa : unlinkKsa)(this.page.id, task, ksa));
  }
}
