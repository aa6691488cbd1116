import { html } from '../vendor/lit-html/lit-html.js';
import { t } from '../core/i18n.js';

/**
 * A figure drawn by the service, with the same data as a table behind a switch. The page fetches the drawing
 * through its api file (`loadSvg`), asking for the width it has (`figureWidth`).
 * @param {object} options
 * @param {string} options.caption
 * @param {SVGElement | null} options.svg null while it is on its way
 * @param {unknown} options.data a `table(...)` of what the figure shows
 * @param {unknown} [options.note]
 */
export function figure({ caption, svg, data, note }) {
  return html`<figure class="figure">
    <figcaption>${caption}</figcaption>
    <div class="figure-paper">${svg ?? t('core.loading')}</div>
    ${note ? html`<p class="small soft">${note}</p>` : ''}
    <details class="more no-print"><summary>${t('core.showData')}</summary>${data}</details>
  </figure>`;
}

/** Pixels a figure may have in the main column: phones ask for a narrow drawing, not a shrunken one. */
export function figureWidth() {
  return Math.min(960, Math.max(300, document.documentElement.clientWidth - 64));
}
