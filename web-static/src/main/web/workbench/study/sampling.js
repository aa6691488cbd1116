import { number, percent, t } from '../../core/i18n.js';
import { asApiError } from '../../core/page.js';
import { button, html, more, notice, nothing, numberField, stats } from '../../ui/index.js';
import { planSample, putSamplingPlan } from './api.js';

/** @typedef {import('./api.js').SamplingPlan} SamplingPlan */

const FIELDS = /** @type {const} */ ({
  incumbents: { min: 1, max: 100_000_000, step: 1 },
  confidencePercent: { min: 50, max: 99.9, unit: '%' },
  proportionMarginPercent: { min: 0.5, max: 50, unit: '%' },
  meanMargin: { min: 0.01, max: 4 },
  meanSd: { min: 0.01, max: 5 },
  responseRatePercent: { min: 0.1, max: 100, unit: '%' },
});
const COMMON = { incumbents: 5000, confidencePercent: 95, proportionMarginPercent: 5, meanMargin: 0.2, meanSd: 1, responseRatePercent: 25 };
const PAUSE_MS = 250;

/** How many peers to ask; computed by the service while one types. */
export class SamplingPart {
  /** @type {SamplingPlan | null} */
  plan;
  #pause = 0;

  /** @param {import('./study.js').StudyPage} page */
  constructor(page) {
    this.page = page;
    this.plan = page.study.sampling?.plan ?? null;
    /** @type {Record<string, number | ''>} */
    this.draft = { ...(this.plan?.input ?? COMMON) };
    if (!this.plan) this.#compute();
  }

  view() {
    const { page } = this;
    return html`<div class="grid two">
      <form class="card stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event)}>
        <h2>${t('study.sampling.assumptions')}</h2>
        ${Object.entries(FIELDS).map(([name, limits]) => numberField({ ...limits, name, label: t(`study.sampling.${name}`), hint: t(`study.sampling.${name}Hint`), required: true, disabled: !page.mayWrite, value: this.draft[name], error: page.error(`/${name}`), oninput: value => this.#type(name, value) }))}
        ${page.mayWrite ? html`<div>${button({ label: t('study.sampling.save'), kind: 'primary', disabled: page.busy })}</div>` : nothing}
        ${page.conflict ? html`<p class="small soft">${t('study.sampling.conflict')}</p>` : nothing}
      </form>
      <div class="stack" aria-live="polite">${this.plan ? result(this.plan) : html`<p class="soft">${t('study.sampling.waiting')}</p>`}</div>
    </div>`;
  }

  /** @param {string} name @param {string} value */
  #type(name, value) {
    this.draft[name] = value === '' ? '' : Number(value);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#compute(), PAUSE_MS);
  }

  async #compute() {
    if (Object.values(this.draft).includes('')) return;
    try {
      this.plan = await planSample(/** @type {any} */ (this.draft), this.page.left.signal);
      this.page.change({ problem: null });
    } catch (cause) {
      if (!this.page.left.signal.aborted) this.page.change({ problem: asApiError(cause) });
    }
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const { page } = this;
    await page.store(() => putSamplingPlan(page.id, /** @type {any} */ (this.draft), page.study.sampling?.version ?? 0), t('study.saved'));
  }
}

/** @param {SamplingPlan} plan */
function result(plan) {
  const { input, proportion, mean, required, invitations } = plan;
  const shared = { N: input.incumbents, confidence: share(input.confidencePercent), z: number(proportion.z, 3) };
  return html`
    ${stats([
      { label: t('study.sampling.required'), value: number(required), note: t('study.sampling.requiredNote') },
      { label: t('study.sampling.invitations'), value: number(invitations.invitations), note: t('study.sampling.invitationsNote', { rate: share(input.responseRatePercent) }) },
    ])}
    ${invitations.feasible ? nothing : notice(t('study.sampling.notFeasible', { uncapped: invitations.uncapped, N: input.incumbents, answers: invitations.expectedAnswers }), 'warn')}
    <div class="card stack"><h3>${t('study.sampling.proportion', { n: proportion.required })}</h3>
      <p>${t('study.sampling.proportionWords', { ...shared, margin: share(input.proportionMarginPercent), n: proportion.required })}</p>
      ${more(t('study.sampling.how'), html`<p>${t('study.sampling.proportionHow', { ...shared, margin: number(input.proportionMarginPercent / 100), n0: number(proportion.unlimited, 2), exact: number(proportion.exact, 2), n: proportion.required })}</p>`)}</div>
    <div class="card stack"><h3>${t('study.sampling.mean', { n: mean.required })}</h3>
      <p>${t('study.sampling.meanWords', { ...shared, margin: input.meanMargin, sd: input.meanSd, n: mean.required })}</p>
      ${more(t('study.sampling.how'), html`<p>${t('study.sampling.meanHow', { ...shared, margin: input.meanMargin, sd: input.meanSd, n0: number(mean.unlimited, 2), exact: number(mean.exact, 2), n: mean.required })}</p>`)}</div>
    <p class="small soft">${t('study.sampling.source')}</p>`;
}

/** @param {number} points 5 is 5 % */
function share(points) {
  return percent(points / 100, Number.isInteger(points) ? 0 : 1);
}
