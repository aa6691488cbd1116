import { dateTime, number, t } from '../../core/i18n.js';
import { ask, bound, button, checkbox, choice, html, notice, nothing, numberField, selectField, textArea } from '../../ui/index.js';
import { freezeProtocol, putProtocol } from './api.js';
import { calendarEditor } from './calendar.js';
import { scaleEditor } from './scale-editor.js';

const INCLUSION = ['ALL', 'IMPORTANCE', 'IMPORTANCE_LOWER_LIMIT', 'PERFORMING', 'IMPORTANCE_AND_PERFORMING', 'IMPORTANCE_AND_FREQUENCY'];
const RATERS = /** @type {const} */ (['PEERS', 'PANEL']);
const COMBINATION = ['PRODUCT_OF_MEANS', 'MEAN_OF_PRODUCTS', 'ADDITIVE', 'IMPORTANCE_WEIGHTED'];
const DOMAIN = ['SUM', 'MEAN'];

/** The plan that decides the result: a draft until it is frozen. */
export class ProtocolPart {
  /** What the preview shows as chosen. @type {Record<string, number | 'absent' | null>} */
  tried = {};

  /** @param {import('./study.js').StudyPage} page */
  constructor(page) {
    this.page = page;
    this.draft = structuredClone(page.study.protocol.protocol);
  }

  get state() {
    return this.page.study.protocol;
  }

  get writable() {
    return this.page.mayWrite && !this.state.frozen;
  }

  get changed() {
    return JSON.stringify(this.draft) !== JSON.stringify(this.state.protocol);
  }

  view() {
    const redraw = () => this.page.change();
    return html`<form class="stack loose" @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event)}>
      ${this.#standing()}
      <div class="card reading stack"><h2>${t('study.protocol.why')}</h2>
        ${this.draft.raters || this.writable ? choice({ name: 'raters', legend: t('study.protocol.raters'), required: true, inline: true, options: RATERS.map(value => ({ value, label: t(`study.raters.${value}`), disabled: !this.writable })), value: this.draft.raters ?? null, onchange: raters => ((this.draft.raters = /** @type {typeof RATERS[number]} */ (raters)), redraw()) }) : nothing}
        ${textArea({ ...bound(this.draft, 'rationale', redraw), label: t('study.protocol.rationale'), hint: t(this.draft.raters === 'PANEL' ? 'study.protocol.panelHint' : 'study.protocol.rationaleHint'), required: true, rows: 4, disabled: !this.writable, maxlength: 10000 })}</div>
      ${this.#calendar(redraw)}
      ${this.draft.scales.map(scale => scaleEditor({
        scale,
        warnings: this.changed ? [] : this.state.warnings.filter(warning => warning.scale === scale.kind),
        writable: this.writable,
        tried: this.tried[scale.kind] ?? null,
        ontry: value => ((this.tried[scale.kind] = value), redraw()),
        onchange: redraw,
      }))}
      ${this.#rules(redraw)}
      ${this.writable ? this.#actions() : nothing}
    </form>`;
  }

  /** @param {() => void} redraw */
  #calendar(redraw) {
    if (!this.draft.calendar && !this.writable) return nothing;
    const { stages } = (this.draft.calendar ??= { stages: [] });
    return calendarEditor({ stages, overlaps: this.changed ? [] : this.state.overlaps, writable: this.writable, onchange: redraw });
  }

  #standing() {
    const { frozen } = this.state;
    if (frozen) return notice(html`<p class="strong">${t('study.protocol.frozenBy', { by: frozen.by, when: dateTime(frozen.at) })}</p><p>${t('study.protocol.frozenLead')}</p><p class="small break"><code>${frozen.hash}</code></p>`, 'good');
    return notice(this.page.conflict ? t('study.protocol.conflict') : t('study.protocol.draftLead'));
  }

  /** @param {() => void} redraw */
  #rules(redraw) {
    const { inclusion, exclusion, weighting } = this.draft;
    const disabled = !this.writable;
    const top = this.draft.scales[0].anchors.length;
    /** @param {Record<string, any>} rule @param {string} name @param {string[]} values */
    const select = (rule, name, values) => selectField({ name, label: t(`study.protocol.${name}`), required: true, disabled, value: rule[name] ?? rule.kind, options: values.map(value => ({ value, label: t(`study.protocol.${name}.${value}`) })), onchange: value => ((rule[name] = value), redraw()) });
    return html`<div class="grid two">
      <div class="card stack"><h2>${t('study.protocol.inclusion')}</h2>
        ${selectField({ name: 'inclusion', label: t('study.protocol.rule'), required: true, disabled, value: inclusion.kind, options: INCLUSION.map(value => ({ value, label: t(`study.inclusion.${value}`) })), onchange: value => ((inclusion.kind = value), redraw()) })}
        ${/IMPORTANCE/.test(inclusion.kind) ? this.#number(inclusion, 'importanceCut', { min: 1, max: top }) : nothing}
        ${/FREQUENCY/.test(inclusion.kind) ? this.#number(inclusion, 'frequencyCut', { min: 1, max: this.draft.scales[1].anchors.length }) : nothing}
        ${/PERFORMING/.test(inclusion.kind) ? this.#number(inclusion, 'performingCut', { min: 0, max: 100, unit: '%' }) : nothing}
      </div>
      <div class="card stack"><h2>${t('study.protocol.exclusion')}</h2>
        ${this.#number(exclusion, 'leastAnsweredPercent', { min: 0, max: 100, unit: '%' })}
        ${checkbox({ name: 'dropStraightLines', label: t('study.protocol.dropStraightLines'), hint: t('study.protocol.dropStraightLinesHint'), checked: exclusion.dropStraightLines, disabled, onchange: checked => ((exclusion.dropStraightLines = checked), redraw()) })}
      </div>
      <div class="card stack"><h2>${t('study.protocol.weighting')}</h2>
        ${select(weighting, 'combination', COMBINATION)}
        ${weighting.combination === 'IMPORTANCE_WEIGHTED' ? this.#number(weighting, 'importanceShare', { min: 0, max: 1, step: 0.05 }) : nothing}
        ${select(weighting, 'domain', DOMAIN)}
      </div>
      <div class="card stack"><h2>${t('study.protocol.chance')}</h2>
        ${this.#number(this.draft, 'seed', { min: 1, max: 1_000_000_000, step: 1 })}
        ${this.#number(this.draft, 'replicates', { min: 200, max: 10_000, step: 1 })}
      </div></div>`;
  }

  /** @param {Record<string, any>} rule @param {string} name @param {{min: number, max: number, step?: number, unit?: string}} limits */
  #number(rule, name, limits) {
    return numberField({ ...limits, name, label: t(`study.protocol.${name}`), hint: t(`study.protocol.${name}Hint`, { min: limits.min, max: number(limits.max) }), required: true, disabled: !this.writable, value: rule[name],
      oninput: value => {
        rule[name] = value === '' ? '' : Number(value);
        this.page.change();
      } });
  }

  #actions() {
    return html`<div class="row">
      ${button({ label: t('study.protocol.save'), kind: 'primary', disabled: this.page.busy || !this.changed })}
      ${button({ label: t('study.protocol.freeze'), icon: 'lock', disabled: this.page.busy || this.changed, onclick: () => this.#freeze() })}
      <span class="soft small">${this.changed ? t('study.protocol.saveFirst') : t('study.protocol.freezeWhen')}</span></div>`;
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const { page } = this;
    if (await page.store(() => putProtocol(page.id, this.draft, this.state.version), t('study.saved'))) this.draft = structuredClone(this.state.protocol);
    page.change();
  }

  async #freeze() {
    const { page } = this;
    const done = await ask({
      title: t('study.protocol.freezeTitle'),
      message: html`<p>${t('study.protocol.freezeMessage')}</p>`,
      confirm: t('study.protocol.freeze'),
      onconfirm: () => freezeProtocol(page.id, this.state.version),
    });
    if (done) await page.stored(t('study.protocol.isFrozen'));
  }
}
