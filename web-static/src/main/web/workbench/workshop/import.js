import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { button, csvInput, html, importPreview, linkButton, notice, nothing, pageHead, problemNotice, selectField, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { importStatements, previewImport, readWorkshop } from './api.js';

const COLUMNS = ['domain', 'task', 'source', 'type', 'ksa'];

/** Takes a file in: first shows line by line what it would change. */
export class ImportPage extends Page {
  /** @type {import('./api.js').Domain[]} */
  domains = [];
  domain = '';
  /** @type {{file: Blob, name: string} | null} */
  chosen = null;
  /** @type {import('./api.js').Preview | null} */
  preview = null;

  get id() {
    return this.where.params.studyId;
  }

  get title() {
    return t('workshop.import.title');
  }

  async load() {
    this.domains = (await readWorkshop(this.id)).domains;
  }

  view() {
    const back = linkButton({ label: t('workshop.import.back'), href: `#/studies/${this.id}/workshop` });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workshop.import.lead'), actions: back })}
      ${problemNotice(this.problem)}
      <div class="card stack">
        ${csvInput({ label: t('workshop.import.file'), hint: t('workshop.import.hint'), busy: this.busy, onfile: (file, name) => this.#look({ file, name }) })}
        ${selectField({ name: 'domain', label: t('workshop.import.domain'), hint: t('workshop.import.domainHint'), value: this.domain, options: [{ value: '', label: t('workshop.import.unsorted') }, ...this.domains.map(one => ({ value: one.id, label: `${one.code} ${one.title}` }))], onchange: domain => this.#sortInto(domain) })}
      </div>
      ${this.preview ? this.#outcome(this.preview) : nothing}
    </div>`;
  }

  /** @param {import('./api.js').Preview} preview */
  #outcome({ rows }) {
    const errors = rows.filter(row => row.change === 'error').length;
    const anything = rows.some(row => row.change !== 'same');
    const words = errors ? notice(t('workshop.import.errors', { n: errors }), 'bad') : notice(t(anything ? 'workshop.import.ready' : 'workshop.import.nothing'), 'good');
    return html`${words}
      ${errors || !anything ? nothing : html`<div>${button({ label: t('workshop.import.confirm'), kind: 'primary', disabled: this.busy, onclick: () => this.#take() })}</div>`}
      ${importPreview({ caption: this.chosen?.name ?? '', columns: COLUMNS.map(column => t(`workshop.import.column.${column}`)), rows })}`;
  }

  /** @param {{file: Blob, name: string}} chosen */
  async #look(chosen) {
    this.preview = null;
    await this.run(async () => {
      this.chosen = chosen;
      this.preview = await previewImport(this.id, chosen.file, this.domain || undefined);
    });
  }

  /** @param {string} domain */
  async #sortInto(domain) {
    this.domain = domain;
    if (this.chosen) await this.#look(this.chosen);
  }

  /** When the board changed since, the new preview is shown instead. */
  async #take() {
    const { chosen, preview } = this;
    if (!chosen || !preview) return;
    if (await this.run(() => importStatements(this.id, chosen.file, preview.hash, this.domain || undefined))) {
      toast(t('workshop.import.done'));
      progressed();
      navigate(`/studies/${this.id}/workshop`);
    } else if (this.problem?.stale) {
      await this.#look(chosen);
      this.change({ problem: null });
      toast(t('workshop.import.stale'));
    }
  }
}
