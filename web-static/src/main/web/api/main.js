/** The contract of the service for people who write programs against it. */
import { loadCatalogues, t } from '../core/i18n.js';
import { Page, PageHost } from '../core/page.js';
import { badge, failed, html, languageSwitch, loading, nothing, pageHead, table, textField, themeSwitch } from '../ui/index.js';
import { render } from '../vendor/lit-html/lit-html.js';
import { readContract } from './api.js';
import { fields, operationsByStage, typeWords } from './contract.js';

/** @typedef {import('./contract.js').Contract} Contract */
/** @typedef {import('./contract.js').Operation} Operation */
/** @typedef {import('./contract.js').Schema} Schema */

class ContractPage extends Page {
  /** @type {Contract} */
  contract = { info: { title: '', version: '' }, paths: {} };
  /** @type {Map<string, Operation[]>} */
  stages = new Map();
  wanted = '';
  /** Operations whose particulars are shown: together they are too many for one page. @type {Set<string>} */
  opened = new Set();

  get title() {
    return t('api.title');
  }

  async load() {
    this.contract = await readContract();
    this.stages = operationsByStage(this.contract);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: this.contract.info.description, actions: html`<a class="button" href="../api/v1/openapi.json">openapi.json</a>` })}
      ${textField({ name: 'wanted', label: t('api.search'), type: 'search', required: true, value: this.wanted, oninput: wanted => this.change({ wanted }) })}
      ${[...this.stages].map(([stage, operations]) => this.#stage(stage, operations.filter(operation => this.#isWanted(operation))))}
    </div>`;
  }

  /** @param {Operation} operation */
  #isWanted({ id, path, summary }) {
    return `${id} ${path} ${summary}`.toLowerCase().includes(this.wanted.toLowerCase());
  }

  /** @param {string} stage @param {Operation[]} operations */
  #stage(stage, operations) {
    if (operations.length === 0) return nothing;
    return html`<section class="stack tight" aria-labelledby="stage-${stage}"><h2 id="stage-${stage}">${stage}</h2>
      ${operations.map(operation => this.#operation(operation))}</section>`;
  }

  /** @param {Operation} operation */
  #operation(operation) {
    return html`<details class="operation" id=${operation.id} .open=${this.opened.has(operation.id)} @toggle=${(/** @type {ToggleEvent} */ { newState }) => this.#toggle(operation.id, newState === 'open')}>
      <summary><span class="method ${operation.method.toLowerCase()}">${operation.method}</span><code class="break">${operation.path}</code><span class="soft">${operation.summary}</span></summary>
      ${this.opened.has(operation.id) ? particulars(this.contract, operation) : nothing}
    </details>`;
  }

  /** @param {string} id @param {boolean} open */
  #toggle(id, open) {
    const opened = new Set(this.opened);
    if (open) opened.add(id);
    else opened.delete(id);
    this.change({ opened });
  }
}

/** @param {Contract} contract @param {Operation} operation */
function particulars(contract, operation) {
  return html`<div class="stack">
    <p>${operation.description} ${badge(operation.open ? t('api.open') : t('api.signedIn'), operation.open ? 'info' : '')} <code>${operation.id}</code></p>
    ${operation.parameters.length ? parameterTable(operation) : nothing}
    ${operation.body ? html`<h3>${t('api.body')} <span class="soft small">${operation.body.type}</span></h3>${fieldTable(contract, operation.body.schema, t('api.bodyOf', { operation: operation.id }))}` : nothing}
    <h3>${t('api.answers')}</h3>
    ${operation.answers.map(answer => html`<p><strong>${answer.status}</strong> ${answer.description} <span class="soft small">${answer.type}</span></p>
      ${answer.status === 'default' ? nothing : fieldTable(contract, answer.schema, t('api.answerOf', { operation: operation.id, status: answer.status }))}`)}
  </div>`;
}

/** @param {Operation} operation */
function parameterTable(operation) {
  return table({
    caption: t('api.parameters'),
    rows: operation.parameters,
    rowKey: parameter => parameter.name,
    columns: [
      { key: 'name', label: t('api.name'), head: true, cell: parameter => html`<code>${parameter.name}</code>` },
      { key: 'in', label: t('api.in'), cell: parameter => parameter.in },
      { key: 'type', label: t('api.type'), cell: parameter => html`<code>${typeWords(parameter.schema)}</code>` },
      { key: 'required', label: t('api.required'), cell: parameter => (parameter.required ? t('api.yes') : t('api.no')) },
    ],
  });
}

/** @param {Contract} contract @param {Schema | undefined} schema @param {string} caption */
function fieldTable(contract, schema, caption) {
  const rows = fields(contract, schema);
  if (rows.length === 0) return schema ? html`<p><code>${typeWords(schema)}</code></p>` : nothing;
  return html`<p class="small"><code>${typeWords(schema)}</code></p>${table({
    caption,
    captionHidden: true,
    rows: rows.map((field, i) => ({ ...field, i })),
    rowKey: field => String(field.i),
    columns: [
      { key: 'name', label: t('api.name'), head: true, cell: field => html`<code class="depth-${field.depth}">${field.name}</code>` },
      { key: 'type', label: t('api.type'), cell: field => html`<code class="break">${field.type}</code>` },
      { key: 'required', label: t('api.required'), cell: field => (field.required ? t('api.yes') : t('api.no')) },
      { key: 'description', label: t('api.meaning'), cell: field => field.description },
    ],
  })}`;
}

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
await loadCatalogues(['core', 'api']);
render(html`<header class="api-top"><a href="../workbench/"><img src="../ui/mark.svg" alt="" width="32" height="32"><span>Rolewright</span></a>
  <div class="row push">${languageSwitch()}${themeSwitch()}</div></header><main class="api-main"></main>`, app);
new PageHost(/** @type {HTMLElement} */ (app.querySelector('main')), { loading, failed }).show(new ContractPage());
