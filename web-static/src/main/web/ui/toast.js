import { html, render } from '../vendor/lit-html/lit-html.js';
import { repeat } from '../vendor/lit-html/directives/repeat.js';
import { announce } from '../core/announce.js';
import { t } from '../core/i18n.js';
import { icon } from './icon.js';

const SHOWN_MS = 6_000;

/** @type {{id: number, words: string}[]} */
let toasts = [];
let count = 0;
/** @type {HTMLElement | undefined} */
let place;

/** Says in passing that something was done. Never for errors: those stay where they happened. @param {string} words */
export function toast(words) {
  const id = ++count;
  toasts = [...toasts, { id, words }];
  announce(words);
  draw();
  setTimeout(() => close(id), SHOWN_MS);
}

/** @param {number} id */
function close(id) {
  toasts = toasts.filter(shown => shown.id !== id);
  draw();
}

function draw() {
  place ??= createPlace();
  place.ariaLabel = t('core.notices');
  render(repeat(toasts, shown => shown.id, shown => html`<div class="toast"><span>${shown.words}</span>
    <button type="button" class="button quiet icon" aria-label=${t('core.close')} @click=${() => close(shown.id)}>${icon('close')}</button></div>`), place);
}

function createPlace() {
  const element = document.createElement('section');
  element.className = 'toasts';
  document.body.append(element);
  return element;
}
