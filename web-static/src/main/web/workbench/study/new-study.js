import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { bound, button, html, pageHead, problemNotice, textField } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { createStudy } from './api.js';

/** Begins a study: only its title is needed. */
export class NewStudyPage extends Page {
  /** Made once, so that sending twice begins one study. */
  #id = crypto.randomUUID();
  draft = { title: '' };

  get title() {
    return t('study.list.new');
  }

  view() {
    return html`<div class="stack narrow">
      ${pageHead({ title: this.title, lead: t('study.new.lead') })}
      ${problemNotice(this.problem)}
      <form class="stack card" @submit=${(/** @type {SubmitEvent} */ event) => this.#create(event)}>
        ${textField({ ...bound(this.draft, 'title'), label: t('study.field.title'), hint: t('study.hint.title'), required: true, maxlength: 200, error: this.error('/title') })}
        <div>${button({ label: t('study.new.create'), kind: 'primary', disabled: this.busy })}</div>
      </form>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #create(event) {
    event.preventDefault();
    if (!(await this.run(() => createStudy(this.#id, this.draft.title)))) return;
    progressed();
    navigate(`/studies/${this.#id}/study`);
  }
}
