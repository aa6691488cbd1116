import { t } from '../../core/i18n.js';
import { bound, button, html, nothing, textArea, textField } from '../../ui/index.js';
import { putProgramme } from './api.js';

const TEXTS = /** @type {const} */ (['purpose', 'audience', 'level', 'scope', 'protectedPublic']);

/** The programme record. */
export class ProgrammePart {
  /** @param {import('./study.js').StudyPage} page */
  constructor(page) {
    this.page = page;
    this.draft = { ...page.study.programme };
  }

  view() {
    const { page, draft } = this;
    const disabled = !page.mayWrite;
    return html`<form class="stack card reading" @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event)}>
      <h2>${t('study.part.programme')}</h2>
      ${textField({ ...bound(draft, 'title'), label: t('study.field.title'), required: true, disabled, maxlength: 200, error: page.error('/title') })}${this.#stored('title')}
      ${TEXTS.map(name => html`${textArea({ ...bound(draft, name), label: t(`study.field.${name}`), hint: t(`study.hint.${name}`), rows: 3, disabled, maxlength: 5000, error: page.error(`/${name}`) })}${this.#stored(name)}`)}
      ${textField({ ...bound(draft, 'owner'), label: t('study.field.owner'), hint: t('study.hint.owner'), disabled, maxlength: 1000 })}${this.#stored('owner')}
      ${disabled ? nothing : html`<div>${button({ label: t('study.save'), kind: 'primary', disabled: page.busy })}</div>`}
    </form>`;
  }

  /** After a conflict: what somebody else stored, beside what was typed here. @param {keyof import('./api.js').Programme} name */
  #stored(name) {
    const stored = this.page.study.programme[name];
    return this.page.conflict && stored !== this.draft[name] ? html`<p class="small soft">${t('study.storedNow', { text: stored })}</p>` : nothing;
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const { page } = this;
    return page.store(() => putProgramme(page.id, this.draft, page.study.version), t('study.saved'));
  }
}
