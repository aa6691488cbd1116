import { t } from '../../core/i18n.js';
import { ask, badge, bound, button, empty, filled, html, nothing, openDialog, selectField, table, textArea, textField } from '../../ui/index.js';
import { putRequirement, removeRequirement } from './api.js';

/** @typedef {import('./api.js').Requirement} Requirement */

const KINDS = ['ELIGIBILITY', 'EXPERIENCE', 'EDUCATION', 'PREREQUISITE'];

/** What the target audience must bring, each with its evidence. */
export class RequirementsPart {
  /** @param {import('./study.js').StudyPage} page */
  constructor(page) {
    this.page = page;
  }

  view() {
    const { requirements } = this.page.study;
    const add = this.page.mayWrite ? button({ label: t('study.requirement.add'), icon: 'add', kind: 'primary', onclick: () => this.#edit() }) : nothing;
    if (!requirements.length) return empty({ title: t('study.requirement.none'), text: t('study.requirement.lead'), action: add });
    return html`<div class="stack"><p class="soft">${t('study.requirement.lead')}</p>
      ${table({
        caption: t('study.part.requirements'),
        captionHidden: true,
        rows: requirements,
        rowKey: row => row.id,
        columns: [
          { key: 'text', label: t('study.requirement.text'), head: true, cell: row => row.text },
          { key: 'kind', label: t('study.requirement.kind'), cell: row => badge(t(`study.requirement.is.${row.kind}`)) },
          { key: 'evidence', label: t('study.requirement.evidence'), cell: evidence },
          ...(this.page.mayWrite ? [{ key: 'do', label: t('study.actions'), cell: (/** @type {Requirement} */ row) => this.#actions(row) }] : []),
        ],
      })}<div>${add}</div></div>`;
  }

  /** @param {Requirement} row */
  #actions(row) {
    return html`<div class="row">${button({ label: t('study.edit'), kind: 'quiet', onclick: () => this.#edit(row) })}
      ${button({ label: t('study.remove'), kind: 'quiet', onclick: () => this.#remove(row) })}</div>`;
  }

  /** @param {Requirement} [row] */
  async #edit(row) {
    const { page } = this;
    const id = row?.id ?? crypto.randomUUID();
    const draft = { kind: row?.kind ?? KINDS[0], text: row?.text ?? '', evidence: row?.evidence ?? '', evidenceUrl: row?.evidenceUrl ?? '' };
    const done = await openDialog({
      title: row ? t('study.requirement.edit') : t('study.requirement.add'),
      confirm: t('study.save'),
      body: problem => html`
        ${selectField({ name: 'kind', label: t('study.requirement.kind'), required: true, value: draft.kind, options: KINDS.map(value => ({ value, label: t(`study.requirement.is.${value}`) })), onchange: kind => (draft.kind = kind) })}
        ${textArea({ ...bound(draft, 'text'), label: t('study.requirement.text'), required: true, rows: 3, maxlength: 2000, error: problem?.field('/text') })}
        ${textArea({ ...bound(draft, 'evidence'), label: t('study.requirement.evidence'), hint: t('study.requirement.evidenceHint'), required: true, rows: 2, maxlength: 2000, error: problem?.field('/evidence') })}
        ${textField({ ...bound(draft, 'evidenceUrl'), label: t('study.requirement.url'), type: 'url', maxlength: 2000, error: problem?.field('/evidenceUrl') })}`,
      onconfirm: () => putRequirement(page.id, id, filled(draft), row?.version ?? 0),
    });
    if (done) await page.stored(t('study.saved'));
  }

  /** @param {Requirement} row */
  async #remove(row) {
    const { page } = this;
    const done = await ask({
      title: t('study.requirement.remove'),
      message: html`<p>${row.text}</p>`,
      confirm: t('study.remove'),
      danger: true,
      onconfirm: () => removeRequirement(page.id, row.id),
    });
    if (done) await page.stored(t('study.removed'));
  }
}

/** @param {Requirement} row */
function evidence(row) {
  return row.evidenceUrl ? html`<a href=${row.evidenceUrl} rel="noreferrer" target="_blank">${row.evidence}</a>` : row.evidence;
}
