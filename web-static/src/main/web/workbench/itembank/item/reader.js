import { loadCatalogues, t, wordsIn } from '../../../core/i18n.js';
import { html, more } from '../../../ui/index.js';
import { draftOf } from '../editing/desk.js';
import { languagesOf } from './content.js';
import { preview } from './preview.js';
import { keyPart, referencePart } from './reading.js';

/** @typedef {import('../api.js').Language} Language */
/** @typedef {import('../api.js').ItemVersion} ItemVersion */

/** A version to be read by who may: as candidates see it, and what the key is. */
export class Reader {
  /** @param {import('../review/review.js').Host} page @param {ItemVersion} version */
  constructor(page, version) {
    this.page = page;
    this.draft = draftOf(version);
    const [first = 'en'] = languagesOf(version.content);
    this.seen = { language: first, phone: false, response: /** @type {import('../../../ui/question.js').Response} */ (null), words: t };
    this.see(first);
  }

  /** @param {Language} language */
  async see(language) {
    const [words] = await Promise.all([wordsIn(language, 'question'), loadCatalogues(['question'])]);
    this.seen = { ...this.seen, language, response: null, words };
    this.page.change();
  }

  view() {
    return html`<div class="item-desk">${preview(this)}
      <div class="stack">${this.#key()}</div></div>`;
  }

  /** For who judges it: first as a candidate, then with the key. */
  judged() {
    return html`<div class="stack">${preview(this)}${more(t('itembank.showKey'), this.#key())}</div>`;
  }

  #key() {
    return html`${keyPart(this.draft.content, this.seen.language)}${referencePart(this.draft.references)}`;
  }
}
