/** Asks for a change and its reason, and shows at once what would follow. */
import { asApiError } from '../../core/page.js';
import { number, percent, t } from '../../core/i18n.js';
import { html, notice, nothing, numberField, openDialog, problemWords, textArea } from '../../ui/index.js';
import { makeChange, tryChange } from './api.js';

/** @typedef {import('./api.js').Blueprint} Blueprint */
/** @typedef {import('./api.js').Change} Change */
/** @typedef {{id: string, code: string, name: string, weight: number, items: number, bounds: import('./api.js').Bounds}} Cell */

/**
 * @param {Blueprint} blueprint @param {string} kind @param {Cell | undefined} cell
 * @param {(changed: Blueprint) => Promise<unknown>} changed
 */
export function askForChange(blueprint, kind, cell, changed) {
  const trial = new Trial(blueprint, kind, cell);
  const asked = openDialog({
    title: cell ? t(`blueprint.ask.${kind}`, { cell: cell.code }) : t(`blueprint.ask.${kind}`),
    confirm: t('blueprint.change.confirm'),
    body: (problem, redraw) => {
      trial.redraw = redraw;
      return html`<div class="stack">
        ${cell ? html`<p class="strong">${cell.code} ${cell.name}</p>` : nothing}
        ${trial.fields()}
        <div aria-live="polite">${trial.outcome()}</div>
        ${textArea({ name: 'reason', label: t('blueprint.reason'), hint: t('blueprint.reason.hint'), required: true, rows: 3, maxlength: 2000, value: trial.reason, error: problem?.field('/reason'), oninput: reason => (trial.reason = reason) })}
      </div>`;
    },
    onconfirm: async () => changed(await makeChange(blueprint, trial.change, trial.reason)),
  });
  trial.try();
  return asked;
}

/** A change in the making, tried with the service after each keystroke. */
class Trial {
  redraw = () => {};
  reason = '';
  /** @type {unknown} */
  #outcome = nothing;
  #turn = 0;

  /** @param {Blueprint} blueprint @param {string} kind @param {Cell | undefined} cell */
  constructor(blueprint, kind, cell) {
    this.blueprint = blueprint;
    this.cell = cell;
    /** @type {Change} */
    this.change = { kind, ...(cell ? { subject: cell.id } : {}), ...firstValues(blueprint, kind, cell) };
  }

  fields() {
    const { change } = this;
    switch (change.kind) {
      case 'TEST_LENGTH':
        return this.#field('min', t('blueprint.testLength'), 1, 1000, 1);
      case 'DOMAIN_WEIGHT':
        return html`${this.#field('percent', t('blueprint.ask.percent'), 0, 100, 'any', '%')}<p class="small soft">${t('blueprint.ask.percentHint')}</p>`;
      case 'DOMAIN_ITEMS':
      case 'TASK_ITEMS':
        return html`<div class="grid two">${this.#field('min', t('blueprint.ask.min'), 0, 1000, 1)}${this.#field('max', t('blueprint.ask.max'), 0, 1000, 1)}</div><p class="small soft">${t('blueprint.ask.boundsHint')}</p>`;
      default:
        return nothing;
    }
  }

  /** @param {'min' | 'max' | 'percent'} name @param {string} label @param {number} min @param {number} max @param {number | 'any'} step @param {string} [unit] */
  #field(name, label, min, max, step, unit) {
    return numberField({ name, label, min, max, step, unit, value: this.change[name] ?? '', required: name === 'min' && this.change.kind === 'TEST_LENGTH', oninput: value => this.#set(name, value) });
  }

  /** @param {'min' | 'max' | 'percent'} name @param {string} text */
  #set(name, text) {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) delete this.change[name];
    else this.change[name] = value;
    this.try();
  }

  outcome() {
    return this.#outcome;
  }

  async try() {
    const turn = ++this.#turn;
    const outcome = await this.#tried();
    if (turn !== this.#turn) return;
    this.#outcome = outcome;
    this.redraw();
  }

  async #tried() {
    if (this.change.kind === 'TEST_LENGTH' && this.change.min === undefined) return nothing;
    try {
      return differences(this.blueprint.outline, await tryChange(this.blueprint.id, this.change));
    } catch (cause) {
      return notice(problemWords(asApiError(cause)), 'warn');
    }
  }
}

/** @param {Blueprint} blueprint @param {string} kind @param {Cell | undefined} cell @returns {Partial<Change>} */
function firstValues(blueprint, kind, cell) {
  if (kind === 'TEST_LENGTH') return { min: blueprint.outline.testLength };
  if (kind === 'DOMAIN_WEIGHT' && cell) return { percent: Math.round(cell.weight * 1000) / 10 };
  if (kind.endsWith('_ITEMS') && cell) return { ...cell.bounds };
  return {};
}

/** Which domains would change. @param {import('./api.js').Outline} before @param {import('./api.js').Outline} after */
function differences(before, after) {
  const changed = after.domains.flatMap((domain, at) => {
    const old = before.domains[at];
    const same = old.items === domain.items && Math.abs(old.weight - domain.weight) < 0.0005;
    return same ? [] : [{ code: domain.code, was: old, is: domain }];
  });
  const inside = after.domains.flatMap((domain, at) => domain.tasks.filter((task, i) => task.items !== before.domains[at].tasks[i].items));
  if (changed.length === 0 && inside.length === 0) return html`<p class="soft">${t('blueprint.trial.nothing')}</p>`;
  return html`<div class="notice info"><div><p class="strong">${t('blueprint.trial.title')}</p><ul>
    ${changed.map(({ code, was, is }) => html`<li>${t('blueprint.trial.items', { code, before: number(was.items), after: number(is.items) })}${Math.abs(was.weight - is.weight) < 0.0005 ? nothing : html`; ${t('blueprint.trial.weight', { before: percent(was.weight, 1), after: percent(is.weight, 1) })}`}</li>`)}
    ${inside.length ? html`<li>${t('blueprint.trial.tasks', { n: inside.length })}</li>` : nothing}</ul></div></div>`;
}
