import { LANGUAGES, language, t, wordsIn } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { button, choice, html, linkButton, pageHead, problemNotice } from '../../ui/index.js';
import { question } from '../../ui/question.js';
import { assetFile, readCandidateView, readForm } from './api.js';
import { formAddress } from './words.js';

/** @typedef {import('./api.js').Language} Language */

/** The questions of a form as candidates see them, in the author's order; nothing is kept. */
export class PreviewPage extends Page {
  /** @type {import('./api.js').Form} */
  form = /** @type {any} */ (null);
  /** @type {import('./api.js').Placed[]} */
  items = [];
  /** @type {import('../../ui/question.js').CandidateItem} */
  item = /** @type {any} */ (null);
  /** @type {import('../../ui/question.js').Response} */
  response = null;
  /** @type {Language} */
  language = 'en';
  /** @type {typeof t} */
  words = t;
  at = 0;

  get title() {
    return t('form.preview.title', { code: this.form?.code ?? '' });
  }

  async load() {
    this.form = await readForm(this.where.params.formId);
    this.items = this.form.parts.flatMap(part => (part.kind === 'questions' ? part.items : []));
    const own = /** @type {Language} */ (language());
    await this.show(0, this.form.languages.includes(own) ? own : this.form.languages[0]);
  }

  /** @param {number} at @param {Language} shown */
  async show(at, shown) {
    const placed = this.items[at];
    const [view, words] = await Promise.all([readCandidateView(placed.versionId, shown), wordsIn(shown, 'question')]);
    this.change({ at, language: shown, words, response: null, item: { ...view.item, id: `${placed.itemId}-${shown}`, ...(view.stimulus ? { stimulus: view.stimulus } : {}) } });
  }

  view() {
    const { form, at, items } = this;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('form.title'), lead: t('form.preview.lead'), actions: linkButton({ label: t('form.preview.back'), href: formAddress(this.where.params.studyId, form.id) }) })}
      ${problemNotice(this.problem)}
      ${form.languages.length > 1 ? choice({ name: 'language', legend: t('form.preview.language'), inline: true, value: this.language, options: form.languages.map(value => ({ value, label: LANGUAGES[value] })), onchange: shown => this.run(() => this.show(at, /** @type {Language} */ (shown))) }) : ''}
      <section class="card stack"><h2 tabindex="-1" id="preview-place">${t('form.preview.place', { n: at + 1, all: items.length })}</h2>
        ${question({ item: this.item, response: this.response, language: this.language, words: this.words, asset: assetFile, onchange: response => this.change({ response }) })}</section>
      <div class="row">${button({ label: t('form.preview.previous'), disabled: this.busy || at === 0, onclick: () => this.go(at - 1) })}
        ${button({ label: t('form.preview.next'), kind: 'primary', disabled: this.busy || at === items.length - 1, onclick: () => this.go(at + 1) })}</div>
    </div>`;
  }

  /** @param {number} at */
  async go(at) {
    if (await this.run(() => this.show(at, this.language))) document.getElementById('preview-place')?.focus();
  }
}
