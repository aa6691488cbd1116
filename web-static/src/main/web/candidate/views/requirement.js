import { number, t } from '../../core/i18n.js';
import { asApiError } from '../../core/page.js';
import { numberField, textArea } from '../../ui/field.js';
import { notice, problemWords } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { keyed } from '../../vendor/lit-html/directives/keyed.js';
import { addDocument, readDocument, removeDocument } from '../api.js';
import { fault, fileInput, fileList, keep } from '../files.js';
import { StepPage } from '../step.js';

/** @typedef {import('../api.js').Document_} Document_ */

/** How the candidate meets one requirement. */
export class RequirementPage extends StepPage {
  sending = '';
  refused = '';

  get title() {
    return t('candidate.requirement.title');
  }

  get claim() {
    return this.applicant.claim(this.where.params.requirementId);
  }

  view() {
    const { claim, applicant } = this;
    if (!claim) return this.frame(html`<h1>${t('core.notFound')}</h1>`);
    const { requirement } = claim;
    return this.frame(keyed(requirement.id, html`<p class="eyebrow">${t(`candidate.kind.${requirement.kind}`)}</p><h1>${requirement.text}</h1>
      ${this.#note()}
      ${textArea({ name: 'statement', label: t('candidate.requirement.statement'), hint: t(`candidate.hint.${requirement.kind}`), required: true, rows: 5, maxlength: 4000, value: claim.statement, oninput: statement => applicant.writeClaim(claim, { statement }) })}
      ${requirement.leastHours ? numberField({ name: 'hours', label: t('candidate.requirement.hours'), hint: t('candidate.requirement.hoursHint', { hours: number(requirement.leastHours) }), required: true, min: 0, max: 100000, step: 1, value: claim.hours, oninput: hours => applicant.writeClaim(claim, { hours: wholeNumber(hours) }) }) : nothing}
      <section class="stack" aria-labelledby="papers"><h2 id="papers">${t('candidate.requirement.documents')}</h2>
        <p class="soft">${requirement.documentNeeded ? t('candidate.requirement.needed') : t('candidate.requirement.helpful')}</p>
        ${fileList(claim.documents, { onread: this.#read, onremove: this.#remove })}
        ${fileInput({ label: claim.documents.length ? t('candidate.file.addMore') : t('candidate.file.add'), sending: this.sending, error: this.refused, onfile: this.#add })}</section>`));
  }

  /** What those who decide said about this requirement. */
  #note() {
    const { own } = this;
    const finding = own.state === 'more' && own.decision?.decision.findings.find(one => one.requirement === this.where.params.requirementId);
    return finding && finding.verdict === 'open' ? notice(html`<p class="strong">${t('candidate.requirement.open')}</p><p class="as-written">${finding.note}</p>`, 'warn') : nothing;
  }

  #add = async (/** @type {File} */ file) => {
    const wrong = fault(file);
    if (wrong) return this.change({ refused: wrong });
    await this.#sent(file.name, () => addDocument(this.token, this.where.params.requirementId, crypto.randomUUID(), file));
  };

  #remove = (/** @type {Document_} */ one) => this.#sent('', () => removeDocument(this.token, one.id));

  #read = (/** @type {Document_} */ one) => this.#sent('', async () => keep(await readDocument(this.token, one.id), one.name));

  /** @param {string} sending @param {() => Promise<unknown>} act */
  async #sent(sending, act) {
    this.change({ sending, refused: '' });
    try {
      await act();
      await this.applicant.load();
    } catch (cause) {
      this.refused = problemWords(asApiError(cause));
    } finally {
      this.change({ sending: '' });
    }
  }
}

/** @param {string} typed */
function wholeNumber(typed) {
  const hours = Math.round(Number(typed));
  return typed.trim() === '' || !Number.isFinite(hours) ? undefined : Math.min(Math.max(hours, 0), 100_000);
}
