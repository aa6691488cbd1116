import { html } from '../vendor/lit-html/lit-html.js';
import { language, LANGUAGES, setLanguage, t } from '../core/i18n.js';
import { setTheme, theme } from '../core/theme.js';

/** @typedef {import('../core/i18n.js').Language} Language */
/** @typedef {import('../core/theme.js').Theme} Theme */

/** Language by its own name, so that it is found by who cannot read the one shown. */
export function languageSwitch() {
  return html`<label class="switch"><span class="visually-hidden">${t('core.language')}</span>
    <select class="input" @change=${(/** @type {Event} */ event) => setLanguage(/** @type {Language} */ (/** @type {HTMLSelectElement} */ (event.target).value))}>
      ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} .selected=${code === language()}>${name}</option>`)}
    </select></label>`;
}

export function themeSwitch() {
  const names = { system: t('core.theme.system'), light: t('core.theme.light'), dark: t('core.theme.dark') };
  return html`<label class="switch"><span class="visually-hidden">${t('core.theme')}</span>
    <select class="input" @change=${(/** @type {Event} */ event) => setTheme(/** @type {Theme} */ (/** @type {HTMLSelectElement} */ (event.target).value))}>
      ${Object.entries(names).map(([value, name]) => html`<option value=${value} .selected=${value === theme()}>${name}</option>`)}
    </select></label>`;
}
