import { t } from '../../core/i18n.js';
import { button, checkbox, formValues, html, more, notice, nothing, textArea, textField, toast } from '../../ui/index.js';
import { editSurvey, listStandardQuestions, readSurvey } from './api.js';
import { preview } from './preview.js';
import { QuestionsEditor } from './questions.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').Contents} Contents */

const TEXTS = /** @type {const} */ (['title', 'consent', 'screener', 'coverageQuestion', 'thanks']);

/** What was typed and not saved outlives a walk to another page. @type {Map<string, Contents>} */
const unsaved = new Map();

/** What the survey says, and how it looks on a phone. */
export class ContentsPart {
  #page;
  /** What is typed and not stored yet. @type {Contents} */
  #draft;
  /** @type {QuestionsEditor} */
  #questions;
  #shown = 'consent';
  /** Somebody else was faster. */
  #conflict = false;

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
    this.#draft = (this.#editable && unsaved.get(page.id)) || structuredClone(page.survey.contents);
    this.#questions = new QuestionsEditor(this.#draft, () => this.#redraw('background'));
    addEventListener('beforeunload', event => this.dirty && event.preventDefault(), { signal: page.left.signal });
  }

  async load() {
    if (this.#editable) this.#questions.standard = await listStandardQuestions(this.#draft.language);
  }

  get #editable() {
    return this.#page.survey.state === 'draft' && this.#page.mayLead;
  }

  /** Whether something typed is not stored yet. */
  get dirty() {
    return this.#editable && JSON.stringify(this.#draft) !== JSON.stringify(this.#page.survey.contents);
  }

  view() {
    const shown = { ...this.#page.survey.questionnaire, ...this.#draft };
    return html`<div class="survey-contents">
      ${this.#editable ? this.#form() : html`<div>${notice(this.#page.survey.state === 'draft' ? t('survey.contents.readOnly') : t('survey.contents.fixed'))}</div>`}
      ${preview(shown, this.#shown, page => this.#redraw(page))}
    </div>`;
  }

  #form() {
    return html`<form class="stack" @submit=${this.#save}>
      ${this.#conflict ? notice(t('survey.contents.conflict'), 'warn') : nothing}
      ${textField({ ...this.#text('title', 'consent'), required: true, maxlength: 200 })}
      ${textArea({ ...this.#text('consent', 'consent'), hint: t('survey.contents.consentHint'), required: true, rows: 12, maxlength: 8000 })}
      ${textArea({ ...this.#text('screener', 'screener'), hint: t('survey.contents.screenerHint'), rows: 2, maxlength: 500 })}
      ${this.#questions.view()}
      ${textArea({ ...this.#text('coverageQuestion', 'coverage'), required: true, rows: 2, maxlength: 500 })}
      ${textArea({ ...this.#text('thanks', 'coverage'), required: true, rows: 2, maxlength: 2000 })}
      ${checkbox({ name: 'openLink', label: t('survey.contents.openLink'), hint: t('survey.contents.openLinkHint'), checked: this.#draft.openLink, onchange: openLink => this.#set({ openLink }) })}
      ${more(t('survey.contents.fromElsewhere'), html`<p>${t('survey.contents.fromElsewhereText')}</p>`)}
      <div class="row card survey-save">${button({ label: t('survey.contents.save'), kind: 'primary', disabled: this.#page.busy || !this.dirty })}${this.#saveState()}</div>
    </form>`;
  }

  #saveState() {
    if (this.#page.busy) return html`<span class="save-state sending" role="status">${t('survey.contents.saving')}</span>`;
    return this.dirty ? html`<span class="save-state offline" role="status">${t('survey.contents.unsaved')}</span>` : html`<span class="save-state" role="status">${t('survey.contents.allSaved')}</span>`;
  }

  /** @param {typeof TEXTS[number]} name @param {string} page where it is seen */
  #text(name, page) {
    return {
      name,
      label: t(`survey.contents.${name}`),
      value: this.#draft[name],
      error: this.#page.error(`/${name}`),
      oninput: (/** @type {string} */ words) => {
        this.#draft[name] = words;
        this.#redraw(page);
      },
    };
  }

  /** @param {Partial<Contents>} fields */
  #set(fields) {
    Object.assign(this.#draft, fields);
    this.#redraw(this.#shown);
  }

  /** @param {string} page the preview shows */
  #redraw(page) {
    this.#shown = page;
    if (this.dirty) unsaved.set(this.#page.id, this.#draft);
    else unsaved.delete(this.#page.id);
    this.#page.change();
  }

  #save = async (/** @type {SubmitEvent} */ event) => {
    formValues(event);
    const { id, survey } = this.#page;
    const sent = structuredClone(this.#draft);
    const done = await this.#page.run(async () => (this.#page.survey = await editSurvey(id, sent, survey.version)));
    this.#conflict = this.#page.problem?.stale === true;
    if (this.#conflict) await this.#page.run(async () => (this.#page.survey = await readSurvey(id)));
    this.#redraw(this.#shown);
    if (done) toast(t('survey.contents.saved'));
  };
}
