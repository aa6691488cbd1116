import { html } from '../vendor/lit-html/lit-html.js';
import { keyed } from '../vendor/lit-html/directives/keyed.js';

/**
 * Parts of one page, one shown at a time. Arrow keys move between them.
 * @param {object} options
 * @param {string} options.label what the tabs are about
 * @param {{id: string, label: string, content: () => unknown}[]} options.tabs
 * @param {string} options.selected
 * @param {(id: string) => void} options.onselect
 */
export function tabs({ label, tabs: all, selected, onselect }) {
  const shown = all.find(tab => tab.id === selected) ?? all[0];
  return html`<div class="stack">
    <div class="tabs" role="tablist" aria-label=${label} @keydown=${moveByArrow}>${all.map(tab => html`<button type="button" role="tab" class="tab"
      id="tab-${tab.id}" aria-controls="panel-${shown.id}" aria-selected=${String(tab === shown)} tabindex=${tab === shown ? 0 : -1}
      @click=${() => onselect(tab.id)}>${tab.label}</button>`)}</div>
    <div role="tabpanel" id="panel-${shown.id}" aria-labelledby="tab-${shown.id}">${keyed(shown.id, shown.content())}</div>
  </div>`;
}

/** @param {KeyboardEvent} event */
function moveByArrow(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...(/** @type {HTMLElement} */ (event.currentTarget)).querySelectorAll('button')];
  const next = all.at((all.indexOf(/** @type {HTMLButtonElement} */ (event.target)) + step) % all.length);
  next?.focus();
  next?.click();
}

/**
 * Parts of one subject that are pages of their own.
 * @param {object} options
 * @param {string} options.label
 * @param {{href: string, label: string}[]} options.links
 * @param {string} options.current the `href` of the page shown
 */
export function linkTabs({ label, links, current }) {
  return html`<nav class="tabs" aria-label=${label}>${links.map(link => html`<a class="tab" href=${link.href}
    aria-current=${link.href === current ? 'page' : 'false'}>${link.label}</a>`)}</nav>`;
}
