import { html, keyed } from '../../ui/index.js';

/** A report that the service laid out, on its sheet. @param {HTMLElement | null} article */
export const paper = article => html`<div class="report-paper" @click=${follow}>${keyed(article, article)}</div>`;

/** Links within the report move on the page; the address stays that of the page. @param {Event} event */
function follow(event) {
  const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(/** @type {string} */ (link.getAttribute('href')).slice(1));
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
