import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { keyed } from '../vendor/lit-html/directives/keyed.js';
import { live } from '../vendor/lit-html/directives/live.js';

/** The value of the cell that stands beside the scale, such as "I do not do this". */
export const ABSENT = 'absent';

/**
 * A rating scale: native radios drawn as one row of cells, its ends and the chosen word written below.
 * @param {object} options
 * @param {string} options.name unique on the page
 * @param {unknown} options.legend
 * @param {{value: number, label: string}[]} options.points from low to high
 * @param {number | typeof ABSENT | null} options.value
 * @param {string} [options.absent] label of the answer outside the scale
 * @param {boolean} [options.disabled]
 * @param {string} [options.error]
 * @param {(value: number | typeof ABSENT) => void} options.onchange
 */
export function scale(options) {
  const { name, legend, points, value, absent, error } = options;
  return keyed(name, html`<fieldset class="scale" aria-describedby=${error ? `${name}-error` : nothing}>
    <legend>${legend}</legend>
    <div class="scale-cells">${points.map(point => html`<label class="scale-cell">
      ${radio(options, point.value)}<span aria-hidden="true">${point.value}</span><span class="visually-hidden">${point.value}, ${point.label}</span></label>`)}
    </div>
    <div class="scale-words" aria-hidden="true">${words(points, value)}</div>
    ${absent ? html`<label class="scale-absent">${radio(options, ABSENT)}<span>${absent}</span></label>` : nothing}
    ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
  </fieldset>`);
}

/** @param {Parameters<typeof scale>[0]} options @param {number | typeof ABSENT} own */
function radio({ name, value, disabled = false, onchange }, own) {
  return html`<input type="radio" name=${name} value=${own} .checked=${live(value === own)} ?disabled=${disabled} @change=${() => onchange(own)}>`;
}

/**
 * Low end, chosen word, high end; an end that is chosen is not written twice.
 * @param {{value: number, label: string}[]} points @param {number | typeof ABSENT | null} value
 */
function words(points, value) {
  const low = points[0];
  const high = points[points.length - 1];
  const chosen = points.find(point => point.value === value);
  return html`<span>${chosen === low ? '' : low?.label}</span><span>${chosen?.label ?? ''}</span><span>${chosen === high ? '' : high?.label}</span>`;
}
