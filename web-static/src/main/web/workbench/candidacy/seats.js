import { t } from '../../core/i18n.js';
import { html } from '../../ui/index.js';

/** More would be a carpet. */
const MOST_DRAWN = 300;

/** Seats at a glance; who sits where stands in the table below. @param {number} seats @param {import('./api.js').Taken[]} taken */
export function seatsPicture(seats, taken) {
  const words = t('candidacy.window.taken', { taken: taken.length, seats });
  if (seats > MOST_DRAWN) return html`<progress class="bar seats-bar" max=${seats} value=${taken.length} aria-label=${words}></progress>`;
  const booked = new Set(taken.map(one => one.seat));
  const numbers = Array.from({ length: seats }, (_, at) => at + 1);
  return html`<div class="seats" role="img" aria-label=${words}>${numbers.map(number => html`<span class=${booked.has(number) ? 'taken' : ''}>${number}</span>`)}</div>
    <p class="small soft row"><span class="seats"><span class="taken"></span></span>${t('candidacy.window.isTaken')} <span class="seats"><span></span></span>${t('candidacy.window.isFree')}</p>`;
}
