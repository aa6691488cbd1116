/**
 * Words on screen. A key is `area.name`; its area is the file `i18n/<language>/<area>.json`.
 * A message is a text with `{placeholders}`, or an object of plural forms chosen by the parameter `n`.
 */
import { remember, setting } from './settings.js';

export const LANGUAGES = /** @type {const} */ ({ en: 'English', es: 'Español' });

/** @typedef {keyof typeof LANGUAGES} Language */
/** @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Message */
/** @typedef {Record<string, Message>} Catalogue */
/** @typedef {Record<string, string | number>} Parameters_ */

/** Fires `change` when another language is shown. */
export const i18n = new EventTarget();

/** @type {Map<string, Catalogue>} */
let catalogues = new Map();
/** @type {Language} */
let current = 'en';

/** The language shown. */
export function language() {
  return current;
}

/**
 * Loads the areas a page needs, in the language this person chose or prefers.
 * @param {string[]} areas @param {Language} [fitting] the language of what is read here, for who has chosen none
 */
export async function loadCatalogues(areas, fitting) {
  const wanted = chooseLanguage([setting('language'), fitting ?? null, ...navigator.languages]);
  await show(wanted, new Set([...catalogues.keys(), ...areas]));
}

/** @param {Language} chosen */
export async function setLanguage(chosen) {
  remember('language', chosen);
  await show(chosen, catalogues.keys());
  i18n.dispatchEvent(new Event('change'));
}

/** @param {Language} wanted @param {Iterable<string>} areas */
async function show(wanted, areas) {
  const loaded = await Promise.all([...areas].map(async area => /** @type {const} */ ([area, await fetchArea(wanted, area)])));
  useCatalogues(wanted, new Map(loaded));
  document.documentElement.lang = wanted;
}

/** @param {Language} wanted @param {string} area @returns {Promise<Catalogue>} */
async function fetchArea(wanted, area) {
  if (wanted === current && catalogues.has(area)) return catalogues.get(area) ?? {};
  const answer = await fetch(new URL(`../i18n/${wanted}/${area}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`No catalogue ${wanted}/${area}`);
  return answer.json();
}

/** @param {Language} shown @param {Map<string, Catalogue>} loaded */
export function useCatalogues(shown, loaded) {
  current = shown;
  catalogues = loaded;
}

/**
 * The first language of the list that we speak, else English.
 * @param {readonly (string | null)[]} wishes @returns {Language}
 */
export function chooseLanguage(wishes) {
  for (const wish of wishes) {
    const primary = wish?.split('-')[0];
    if (primary && primary in LANGUAGES) return /** @type {Language} */ (primary);
  }
  return 'en';
}

/**
 * The words for a key. Numbers are written the way the language writes them.
 * @param {string} key @param {Parameters_} [parameters]
 */
export function t(key, parameters = {}) {
  const dot = key.indexOf('.');
  return said(catalogues.get(key.slice(0, dot))?.[key.slice(dot + 1)] ?? key, parameters, current);
}

/**
 * `t` for one area in another language than the one shown: for a preview.
 * @param {Language} other @param {string} area @returns {Promise<typeof t>}
 */
export async function wordsIn(other, area) {
  const catalogue = await fetchArea(other, area);
  return (key, parameters = {}) => said(catalogue[key.slice(area.length + 1)] ?? key, parameters, other);
}

/** @param {Message} message @param {Parameters_} parameters @param {Language} spoken */
function said(message, parameters, spoken) {
  return pluralForm(message, parameters.n, spoken).replace(/\{(\w+)\}/g, (whole, name) => written(parameters[name]) ?? whole);
}

/** @param {Message} message @param {unknown} n @param {Language} spoken */
function pluralForm(message, n, spoken) {
  if (typeof message === 'string') return message;
  const rule = new Intl.PluralRules(spoken).select(Number(n));
  return message[rule] ?? message.other ?? '';
}

/** @param {string | number | undefined} value */
function written(value) {
  return typeof value === 'number' ? number(value) : value;
}

/** @param {number} value @param {number} [digits] digits after the decimal sign; without it as many as there are, at most 3 */
export function number(value, digits) {
  return new Intl.NumberFormat(current, { minimumFractionDigits: digits, maximumFractionDigits: digits ?? 3 }).format(value);
}

/** @param {number} share 0.25 is 25 % @param {number} [digits] */
export function percent(share, digits = 0) {
  return new Intl.NumberFormat(current, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/** @param {string | Date} moment */
export function date(moment) {
  return new Intl.DateTimeFormat(current, { dateStyle: 'medium' }).format(new Date(moment));
}

/** @param {string | Date} moment */
export function dateTime(moment) {
  return new Intl.DateTimeFormat(current, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/** @param {string[]} words */
export function list(words) {
  return new Intl.ListFormat(current).format(words);
}
