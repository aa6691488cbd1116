import { remember, setting } from './settings.js';

/** @typedef {'system' | 'light' | 'dark'} Theme */

/** @returns {Theme} */
export function theme() {
  const chosen = setting('theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** @param {Theme} chosen */
export function setTheme(chosen) {
  remember('theme', chosen === 'system' ? null : chosen);
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
