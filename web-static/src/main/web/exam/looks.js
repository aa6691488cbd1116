/** How the exam looks to this candidate: colours and the size of text. Kept on the device, and in the attributes of the page. */
import { remember, setting } from '../core/settings.js';

export const COLOURS = /** @type {const} */ (['system', 'light', 'dark', 'contrast']);
export const SIZES = /** @type {const} */ ([100, 125, 150, 200]);

/** @typedef {typeof COLOURS[number]} Colours */

/** @returns {Colours} */
export function colours() {
  return COLOURS.find(one => one === setting('theme')) ?? 'system';
}

export function textSize() {
  return SIZES.find(one => String(one) === setting('text')) ?? 100;
}

/** @param {Colours} chosen */
export function setColours(chosen) {
  remember('theme', chosen === 'system' ? null : chosen);
  show();
}

/** @param {number} percent */
export function setTextSize(percent) {
  remember('text', percent === 100 ? null : String(percent));
  show();
}

/** What was granted to this candidate, unless another was chosen here. @param {import('./api.js').View['display']} display */
export function grant({ theme, textScale }) {
  if (theme && setting('theme') === null && COLOURS.some(one => one === theme)) setColours(/** @type {Colours} */ (theme));
  const size = SIZES.findLast(one => one <= (textScale ?? 1) * 100);
  if (size && setting('text') === null) setTextSize(size);
}

/** What was chosen for one candidate is not there for the next. */
export function forget() {
  remember('theme', null);
  remember('text', null);
  show();
}

export function show() {
  const { dataset } = document.documentElement;
  if (colours() === 'system') delete dataset.theme;
  else dataset.theme = colours();
  if (textSize() === 100) delete dataset.text;
  else dataset.text = String(textSize());
}
