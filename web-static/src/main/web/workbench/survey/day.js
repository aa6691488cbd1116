import { date } from '../../core/i18n.js';

/** A day that has no time: taken at noon, so that no time zone moves it. @param {string} iso such as `2026-11-22` */
export const day = iso => date(`${iso}T12:00`);
