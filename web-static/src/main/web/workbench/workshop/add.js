import { t } from '../../core/i18n.js';
import { announce } from '../../core/announce.js';
import { button, html, live } from '../../ui/index.js';
import { putStatement } from './api.js';

/** @typedef {import('./workshop.js').WorkshopPage} WorkshopPage */

/**
 * One line in which each Enter adds a statement and the next can be typed at once. What the service refuses
 * comes back into the line.
 * @param {WorkshopPage} page
 * @param {{key: string, kind: import('./api.js').Kind, domain?: string, label: string}} options
 */
export function addField(page, options) {
  const id = `add-${options.key}`;
  return html`<form class="add-line" @submit=${(/** @type {SubmitEvent} */ event) => add(page, options, event)}>
    <label class="visually-hidden" for=${id}>${options.label}</label>
    <input class="input" id=${id} name="text" autocomplete="off" maxlength="1000" placeholder=${t('workshop.enterAdds')} .value=${live(page.typed[options.key] ?? '')}
      @input=${(/** @type {InputEvent} */ event) => (page.typed[options.key] = /** @type {HTMLInputElement} */ (event.target).value)}>
    ${button({ label: t('workshop.add'), icon: 'add' })}</form>`;
}

/** Statements are sent one after the other, so that they stand in the order typed. */
let waiting = Promise.resolve();

/**
 * @param {WorkshopPage} page @param {{key: string, kind: import('./api.js').Kind, domain?: string}} options @param {SubmitEvent} event
 */
function add(page, { key, kind, domain }, event) {
  event.preventDefault();
  const text = (page.typed[key] ?? '').trim();
  if (!text) return;
  const id = crypto.randomUUID();
  page.typed[key] = '';
  page.change();
  waiting = waiting.then(async () => {
    if (await page.store(() => putStatement(page.id, id, { kind, text, domain }, 0))) announce(t('workshop.added', { text }));
    else if (!page.typed[key]) {
      page.typed[key] = text;
      page.change();
    }
  });
}
