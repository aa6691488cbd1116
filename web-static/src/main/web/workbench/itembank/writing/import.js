import { t } from '../../../core/i18n.js';
import { Page } from '../../../core/page.js';
import { navigate } from '../../../core/router.js';
import { button, csvInput, html, importPreview, linkButton, more, notice, nothing, pageHead, problemNotice, toast } from '../../../ui/index.js';
import { progressed } from '../../shell.js';
import { importItems, itemsFile, previewItemImport } from './api.js';

/** Takes items in from a file: first shows line by line what it would add. */
export class ImportPage extends Page {
  /** @type {{file: Blob, name: string} | null} */
  chosen = null;
  /** @type {import('./api.js').ImportPreview | null} */
  preview = null;

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.import.title');
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('itembank.title'), lead: t('itembank.import.lead'), actions: linkButton({ label: t('itembank.back'), href: `#/studies/${this.study}/itembank` }) })}
      ${problemNotice(this.problem)}
      <div class="card stack">${csvInput({ label: t('itembank.import.file'), hint: t('itembank.import.hint'), busy: this.busy, onfile: (file, name) => this.#look({ file, name }) })}
        ${more(t('itembank.import.how'), html`<p>${t('itembank.import.howText')}</p><p><a href=${itemsFile(this.study)} download>${t('itembank.import.example')}</a></p>`)}</div>
      ${this.preview ? this.#outcome(this.preview) : nothing}</div>`;
  }

  /** @param {import('./api.js').ImportPreview} preview */
  #outcome({ rows }) {
    const errors = rows.filter(row => row.change === 'error').length;
    const fresh = rows.filter(row => row.change === 'new').length;
    return html`${errors ? notice(t('itembank.import.errors', { n: errors }), 'bad') : notice(t('itembank.import.ready', { n: fresh }), 'good')}
      ${errors || !fresh ? nothing : html`<div>${button({ label: t('itembank.import.confirm'), kind: 'primary', disabled: this.busy, onclick: () => this.#take() })}</div>`}
      ${importPreview({ caption: this.chosen?.name ?? '', columns: [t('itembank.item')], rows: rows.map(({ code, ...row }) => ({ ...row, cells: [code] })) })}`;
  }

  /** @param {{file: Blob, name: string}} chosen */
  async #look(chosen) {
    this.preview = null;
    await this.run(async () => {
      this.chosen = chosen;
      this.preview = await previewItemImport(this.study, chosen.file);
    });
  }

  async #take() {
    const { chosen, preview } = this;
    if (!chosen || !preview) return;
    if (await this.run(() => importItems(this.study, chosen.file, preview.hash))) {
      toast(t('itembank.import.done'));
      progressed();
      navigate(`/studies/${this.study}/itembank`);
    } else if (this.problem?.stale) {
      await this.#look(chosen);
      toast(t('itembank.import.stale'));
    }
  }
}
