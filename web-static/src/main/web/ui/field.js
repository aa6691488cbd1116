/** One input with its label, hint and error, tied together for a screen reader. */
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { ifDefined } from '../vendor/lit-html/directives/if-defined.js';
import { live } from '../vendor/lit-html/directives/live.js';
import { t } from '../core/i18n.js';

/**
 * @typedef {object} FieldOptions
 * @property {string} name also the name in the form and the default id `f-name`
 * @property {string} label
 * @property {string} [id]
 * @property {string} [hint]
 * @property {string} [error] the service's words, usually `page.error('/name')`
 * @property {string | number | null} [value]
 * @property {boolean} [required] other fields are marked as optional
 * @property {string} [neededTo] may stay empty for now: the words that say so instead of “optional”, such as “needed to send”
 * @property {boolean} [disabled]
 * @property {(value: string) => void} [oninput]
 * @property {(value: string) => void} [onchange]
 *
 * @typedef {FieldOptions & {type?: 'text' | 'email' | 'date' | 'url' | 'search', autocomplete?: AutoFill | 'bday', maxlength?: number}} TextOptions
 * @typedef {FieldOptions & {min?: number, max?: number, step?: number | 'any', unit?: string}} NumberOptions
 * @typedef {FieldOptions & {rows?: number, maxlength?: number}} AreaOptions
 * @typedef {FieldOptions & {options: {value: string, label: string}[]}} SelectOptions
 */

/** @param {TextOptions} options */
export function textField(options) {
  return field(options, attributes => html`<input class="input" id=${attributes.id} name=${options.name} type=${options.type ?? 'text'}
    .value=${live(text(options.value))} ?required=${options.required ?? false} ?disabled=${options.disabled ?? false}
    autocomplete=${ifDefined(options.autocomplete)} maxlength=${ifDefined(options.maxlength)}
    aria-describedby=${ifDefined(attributes.describedBy)} aria-invalid=${options.error ? 'true' : 'false'}
    @input=${heard(options.oninput)} @change=${heard(options.onchange)}>`);
}

/** @param {NumberOptions} options */
export function numberField(options) {
  return field(options, attributes => html`<div class="with-unit"><input class="input" id=${attributes.id} name=${options.name} type="number" inputmode="decimal"
    .value=${live(text(options.value))} ?required=${options.required ?? false} ?disabled=${options.disabled ?? false}
    min=${ifDefined(options.min)} max=${ifDefined(options.max)} step=${options.step ?? 'any'}
    aria-describedby=${ifDefined(attributes.describedBy)} aria-invalid=${options.error ? 'true' : 'false'}
    @input=${heard(options.oninput)} @change=${heard(options.onchange)}>${options.unit ? html`<span class="soft">${options.unit}</span>` : nothing}</div>`, 'number');
}

/** @param {AreaOptions} options */
export function textArea(options) {
  return field(options, attributes => html`<textarea id=${attributes.id} name=${options.name} rows=${options.rows ?? 4}
    .value=${live(text(options.value))} ?required=${options.required ?? false} ?disabled=${options.disabled ?? false} maxlength=${ifDefined(options.maxlength)}
    aria-describedby=${ifDefined(attributes.describedBy)} aria-invalid=${options.error ? 'true' : 'false'}
    @input=${heard(options.oninput)} @change=${heard(options.onchange)}></textarea>`);
}

/** @param {SelectOptions} options */
export function selectField(options) {
  return field(options, attributes => html`<select id=${attributes.id} name=${options.name} ?required=${options.required ?? false} ?disabled=${options.disabled ?? false}
    aria-describedby=${ifDefined(attributes.describedBy)} aria-invalid=${options.error ? 'true' : 'false'} @change=${heard(options.onchange)}>
    ${options.options.map(({ value, label }) => html`<option value=${value} .selected=${live(value === text(options.value))}>${label}</option>`)}
  </select>`);
}

/** With a button that shows what was typed. @param {FieldOptions & {autocomplete: 'current-password' | 'new-password'}} options */
export function passwordField(options) {
  return field(options, attributes => html`<div class="with-button"><input class="input" id=${attributes.id} name=${options.name} type="password"
    ?required=${options.required ?? false} autocomplete=${options.autocomplete} maxlength="200" autocapitalize="none" spellcheck="false"
    aria-describedby=${ifDefined(attributes.describedBy)} aria-invalid=${options.error ? 'true' : 'false'} @input=${heard(options.oninput)}>
    <button type="button" class="button" aria-pressed="false" aria-controls=${attributes.id} @click=${toggleShown}>${t('core.show')}</button></div>`);
}

/** @param {Event} event */
function toggleShown(event) {
  const pressed = /** @type {HTMLButtonElement} */ (event.currentTarget);
  const input = /** @type {HTMLInputElement} */ (pressed.previousElementSibling);
  const shown = input.type === 'text';
  input.type = shown ? 'password' : 'text';
  pressed.setAttribute('aria-pressed', String(!shown));
}

/**
 * The frame around any control.
 * @param {FieldOptions} options
 * @param {(attributes: {id: string, describedBy: string | undefined}) => unknown} control
 * @param {string} [kind]
 */
export function field(options, control, kind = '') {
  const id = options.id ?? `f-${options.name}`;
  const described = [options.hint && `${id}-hint`, options.error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field ${kind}">
    <label for=${id}>${options.label}${options.required ? nothing : html` <span class="optional">${options.neededTo ?? t('core.optional')}</span>`}</label>
    ${options.hint ? html`<span class="hint" id="${id}-hint">${options.hint}</span>` : nothing}
    ${control({ id, describedBy: described || undefined })}
    ${options.error ? html`<span class="error" id="${id}-error">${options.error}</span>` : nothing}
  </div>`;
}

/**
 * What a form holds. Empty texts are left out; fields named in `numbers` become numbers.
 * @param {SubmitEvent | Event} event @param {{numbers?: string[]}} [kinds] @returns {Record<string, any>}
 */
export function formValues(event, { numbers = [] } = {}) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]));
}

/** @param {string | number | null | undefined} value */
function text(value) {
  return value === null || value === undefined ? '' : String(value);
}

/** @param {((value: string) => void) | undefined} listener */
function heard(listener) {
  return listener ? (/** @type {Event} */ event) => listener(/** @type {HTMLInputElement} */ (event.target).value) : nothing;
}
