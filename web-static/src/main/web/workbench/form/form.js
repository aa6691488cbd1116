import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { html, linkButton, pageHead, problemNotice, tabs } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { inputOf, listPool, readForm, readMeter, saveForm } from './api.js';
import { itemsPart } from './items.js';
import { meterView } from './meter.js';
import { partsPart } from './parts.js';
import { signing } from './signing.js';
import { formAddress, stateBadge } from './words.js';

/** One form: how it stands, its items, what else a candidate meets, and its signatures. */
export class FormPage extends Page {
  /** @type {import('./api.js').Form} */
  form = /** @type {any} */ (null);
  /** @type {import('./api.js').Meter} */
  meter = /** @type {any} */ (null);
  /** @type {import('./api.js').PoolItem[]} */
  pool = [];
  part = 'meter';

  get title() {
    return this.form ? t('form.named', { code: this.form.code }) : t('form.title');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  /** Whether this person may change it now. */
  get open() {
    return this.form.state === 'draft' && hasRole('certificationExpert');
  }

  async load() {
    const id = this.where.params.formId;
    [this.form, this.meter, this.pool] = await Promise.all([readForm(id), readMeter(id), hasRole('certificationExpert') ? listPool(id) : []]);
  }

  /** After anything that changed the form. @param {import('./api.js').Form} form */
  async renew(form) {
    this.form = form;
    this.change({ meter: await readMeter(form.id) });
    progressed();
  }

  /** Every change is saved at once; a refusal is thrown. @param {Partial<import('./api.js').Form>} change */
  async store(change) {
    await this.renew(await saveForm(this.form, inputOf(this.form, change)));
  }

  /** As `store`; a refusal is shown on the page. @param {Partial<import('./api.js').Form>} change */
  save(change) {
    return this.run(() => this.store(change));
  }

  view() {
    const parts = [
      { id: 'meter', label: t('form.part.meter'), content: () => meterView(this.meter) },
      { id: 'items', label: t('form.part.items'), content: () => itemsPart(this) },
      { id: 'parts', label: t('form.part.parts'), content: () => partsPart(this) },
    ];
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('form.title'), lead: html`${stateBadge(this.form)} ${t('form.numbered', { n: this.form.number })}`, actions: this.actions() })}
      ${problemNotice(this.problem)}
      ${signing(this)}
      ${tabs({ label: t('form.parts'), tabs: parts, selected: this.part, onselect: part => this.change({ part }) })}
    </div>`;
  }

  actions() {
    if (!hasRole('certificationExpert') || this.form.parts.every(part => part.kind !== 'questions' || part.items.length === 0)) return null;
    return linkButton({ label: t('form.preview'), href: `${formAddress(this.studyId, this.form.id)}/preview` });
  }
}
