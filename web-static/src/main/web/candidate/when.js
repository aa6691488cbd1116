/** Times of an exam, in the zone of the place and in the reader's own. */
import { language, t } from '../core/i18n.js';
import { html, nothing } from '../vendor/lit-html/lit-html.js';

/** @typedef {import('./api.js').Window_} Window_ */

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day. @param {string} moment @param {string} zone */
export function day(moment, zone) {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'full', timeZone: zone }).format(new Date(moment));
}

/** The month, as a heading. @param {string} moment @param {string} zone */
export function month(moment, zone) {
  return new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: zone }).format(new Date(moment));
}

/** A moment with day, time and the name of the zone. @param {string} moment @param {string} zone */
export function moment(moment, zone) {
  return new Intl.DateTimeFormat(language(), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone: zone }).format(new Date(moment));
}

/** From when to when, once for each zone that matters. @param {Window_} window @param {string} [here] */
export function times(window, here = HERE) {
  const same = offset(window.opensAt, here) === offset(window.opensAt, window.timeZone) && offset(window.closesAt, here) === offset(window.closesAt, window.timeZone);
  const planned = html`<span class="block">${span(window, window.timeZone)}</span>`;
  if (same) return planned;
  return html`${planned}<span class="block small soft">${t('candidate.yourTime', { time: span(window, here) })}</span>`;
}

/** @param {Window_} window @param {string} zone */
function span({ opensAt, closesAt }, zone) {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `${format.formatRange(new Date(opensAt), new Date(closesAt))} (${zoneName(opensAt, zone)})`;
}

/** @param {string} at @param {string} zone */
function zoneName(at, zone) {
  return zone === 'UTC' ? zone : `${zone.replaceAll('_', ' ')}, ${offset(at, zone)}`;
}

/** Such as GMT+1. @param {string} at @param {string} zone */
export function offset(at, zone) {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(at));
  return parts.find(part => part.type === 'timeZoneName')?.value ?? zone;
}

/** Where, in words. @param {Window_} window */
export function place({ place: where, room }) {
  return html`${where || t('candidate.atHome')}${room ? html`<span class="block">${t('candidate.room', { room })}</span>` : nothing}`;
}
