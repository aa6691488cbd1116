import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { live } from '../vendor/lit-html/directives/live.js';

/** @typedef {{value: string, label: unknown, hint?: string, disabled?: boolean}} Option */

/**
 * One of several (radios).
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.legend
 * @param {Option[]} options.options
 * @param {string | null} [options.value]
 * @param {string} [options.hint]
 * @param {string} [options.error]
 * @param {boolean} [options.inline] side by side where there is room
 * @param {boolean} [options.required]
 * @param {(value: string) => void} [options.onchange]
 */
export function choice(options) {
  return group(options, option => html`<label class="choice">
    <input type="radio" name=${options.name} value=${option.value} .checked=${live(option.value === options.value)} ?disabled=${option.disabled ?? false}
      ?required=${options.required ?? false} @change=${() => options.onchange?.(option.value)}>
    <span>${option.label}</span>${hint(option.hint)}</label>`);
}

/**
 * Any of several (checkboxes).
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.legend
 * @param {Option[]} options.options
 * @param {string[]} options.values
 * @param {string} [options.hint]
 * @param {string} [options.error]
 * @param {boolean} [options.inline]
 * @param {(values: string[]) => void} [options.onchange]
 */
export function choices(options) {
  /** @param {string} value */
  const toggled = value => (options.values.includes(value) ? options.values.filter(other => other !== value) : [...options.values, value]);
  return group(options, option => html`<label class="choice">
    <input type="checkbox" name=${options.name} value=${option.value} .checked=${live(options.values.includes(option.value))}
      ?disabled=${option.disabled ?? false} @change=${() => options.onchange?.(toggled(option.value))}>
    <span>${option.label}</span>${hint(option.hint)}</label>`);
}

/**
 * Yes or no.
 * @param {object} options
 * @param {string} options.name
 * @param {unknown} options.label
 * @param {boolean} options.checked
 * @param {string} [options.hint]
 * @param {boolean} [options.required]
 * @param {boolean} [options.disabled]
 * @param {(checked: boolean) => void} [options.onchange]
 */
export function checkbox(options) {
  return html`<label class="choice plain">
    <input type="checkbox" name=${options.name} .checked=${live(options.checked)} ?required=${options.required ?? false} ?disabled=${options.disabled ?? false}
      @change=${(/** @type {Event} */ event) => options.onchange?.(/** @type {HTMLInputElement} */ (event.target).checked)}>
    <span>${options.label}</span>${hint(options.hint)}</label>`;
}

/**
 * @param {{name: string, legend: string, options: Option[], hint?: string, error?: string, inline?: boolean}} options
 * @param {(option: Option) => unknown} each
 */
function group({ name, legend, options, hint: words, error, inline = false }, each) {
  const described = [words && `c-${name}-hint`, error && `c-${name}-error`].filter(Boolean).join(' ');
  return html`<fieldset class="field" aria-describedby=${described || nothing}>
    <legend>${legend}</legend>
    ${words ? html`<span class="hint" id="c-${name}-hint">${words}</span>` : nothing}
    <div class="choices ${inline ? 'inline' : ''}">${options.map(each)}</div>
    ${error ? html`<span class="error" id="c-${name}-error">${error}</span>` : nothing}
  </fieldset>`;
}

/** @param {string | undefined} words */
function hint(words) {
  return words ? html`<span class="hint">${words}</span>` : nothing;
}
