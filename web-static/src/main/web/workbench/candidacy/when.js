import { language } from '../../core/i18n.js';

/** From when to when, in the zone of the window. @param {import('./api.js').ExamWindow} window */
export function span({ opensAt, closesAt, timeZone }) {
  const format = new Intl.DateTimeFormat(language(), { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone });
  return `${format.formatRange(new Date(opensAt), new Date(closesAt))} (${timeZone.replaceAll('_', ' ')})`;
}

/** A moment as clocks of the window show it. @param {string} moment @param {{timeZone: string}} window */
export function clock(moment, { timeZone }) {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(moment));
}

/** To the second. @param {string} moment @param {{timeZone: string}} window */
export function second(moment, { timeZone }) {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone }).format(new Date(moment));
}

/** What clocks of a zone show, as an input takes it. @param {string} moment @param {string} timeZone */
export function reading(moment, timeZone) {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(new Date(moment)).replace(' ', 'T');
}

export function timeZones() {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes('UTC') ? known : [...known, 'UTC'];
}
