import { dateTime, t } from '../../core/i18n.js';
import { bound, button, html, more, nothing, textArea } from '../../ui/index.js';
import { listCandidateWordings, wordCandidate } from './api.js';

/** The minimally competent candidate, every wording kept. */
export class CandidatePart {
  /** @type {import('./api.js').CandidateWording[] | null} */
  wordings = null;

  /** @param {import('./study.js').StudyPage} page */
  constructor(page) {
    this.page = page;
    this.draft = { text: page.study.candidate?.text ?? '' };
  }

  view() {
    const { page } = this;
    const stored = page.study.candidate;
    const unchanged = this.draft.text === (stored?.text ?? '');
    return html`<form class="stack card reading" @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event)}>
      <h2>${t('study.part.candidate')}</h2>
      ${textArea({ ...bound(this.draft, 'text', () => page.change()), label: t('study.candidate.text'), hint: t('study.candidate.hint'), required: true, rows: 8, disabled: !page.mayWrite, maxlength: 10000, error: page.error('/text') })}
      ${page.conflict && stored ? html`<p class="small soft">${t('study.storedNow', { text: stored.text })}</p>` : nothing}
      ${stored ? html`<p class="small soft">${t('study.candidate.version', { version: stored.version, author: stored.author, when: dateTime(stored.writtenAt) })}</p>` : nothing}
      ${page.mayWrite ? html`<div>${button({ label: t('study.candidate.save'), kind: 'primary', disabled: page.busy || unchanged })}</div>` : nothing}
      ${stored && stored.version > 1 ? this.#history() : nothing}
    </form>`;
  }

  #history() {
    if (!this.wordings) return html`<div>${button({ label: t('study.candidate.history'), onclick: () => this.#readHistory() })}</div>`;
    return html`<div class="stack tight">${this.wordings.map(wording => more(
      t('study.candidate.version', { version: wording.version, author: wording.author, when: dateTime(wording.writtenAt) }),
      html`<p>${wording.text}</p>`,
    ))}</div>`;
  }

  async #readHistory() {
    this.wordings = await listCandidateWordings(this.page.id);
    this.page.change();
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const { page } = this;
    await page.store(() => wordCandidate(page.id, this.draft.text, page.study.candidate?.version ?? 0), t('study.saved'));
    this.wordings = null;
    page.change();
  }
}
