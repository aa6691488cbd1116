/** What an item says, as values: pure functions from one content to the next. */

/** @typedef {import('../api.js').Content} Content */
/** @typedef {import('../api.js').ItemType} ItemType */
/** @typedef {import('../api.js').Language} Language */
/** @typedef {import('../api.js').Localized} Localized */

/** @type {readonly Language[]} */
const LANGUAGES = ['en', 'es'];
/** @type {readonly ItemType[]} */
export const TYPES = ['single', 'multiple', 'ordering', 'matching', 'text', 'numeric'];
/** @type {readonly ItemType[]} */
export const PARTIAL = ['multiple', 'ordering', 'matching'];

/** @param {ItemType} type @param {Localized} [stem] @returns {Content} */
export function emptyContent(type, stem = {}) {
  const four = ['a', 'b', 'c', 'd'].map(id => ({ id, text: {} }));
  /** @type {Record<ItemType, Omit<Content, 'type' | 'stem'>>} */
  const parts = {
    single: { options: four, key: { options: [] } },
    multiple: { options: four, key: { options: [] }, credit: 'whole' },
    ordering: { options: four, key: { order: four.map(one => one.id) }, credit: 'whole' },
    matching: { options: four, prompts: ['p1', 'p2', 'p3'].map(id => ({ id, text: {} })), key: { pairs: {} }, credit: 'whole' },
    text: { key: { accepted: {} } },
    numeric: { key: { value: '', tolerance: '0' } },
  };
  return { type, stem, ...parts[type] };
}

/** The same question asked in another way; what both ways know is kept. @param {Content} content @param {ItemType} type @returns {Content} */
export function asType(content, type) {
  const next = emptyContent(type, content.stem);
  if (next.options && content.options?.length) next.options = content.options;
  if (next.key.order) next.key = { order: (next.options ?? []).map(one => one.id) };
  if (type === 'multiple' && content.type === 'single') next.key = content.key;
  if (type === 'single' && content.type === 'multiple') next.key = { options: content.key.options?.slice(0, 1) ?? [] };
  return content.rationale ? { ...next, rationale: content.rationale } : next;
}

/** An id that no part has or had among these: letters for options, numbers for prompts. @param {{id: string}[]} parts @param {string} [prefix] */
export function nextId(parts, prefix = '') {
  const taken = new Set(parts.map(one => one.id));
  for (let i = 0; ; i++) {
    const id = prefix ? `${prefix}${i + 1}` : i < 26 ? String.fromCharCode(97 + i) : `z${i - 25}`;
    if (!taken.has(id)) return id;
  }
}

/** @param {Content} content @returns {Content} */
export function withOption(content) {
  const options = content.options ?? [];
  const id = nextId(options);
  const key = content.key.order ? { order: [...content.key.order, id] } : content.key;
  return { ...content, options: [...options, { id, text: {} }], key };
}

/** Without an option, which leaves the key too. @param {Content} content @param {string} id @returns {Content} */
export function withoutOption(content, id) {
  const { key } = content;
  /** @type {import('../api.js').Key} */
  const left = { ...key };
  if (key.options) left.options = key.options.filter(one => one !== id);
  if (key.order) left.order = key.order.filter(one => one !== id);
  if (key.pairs) left.pairs = Object.fromEntries(Object.entries(key.pairs).filter(([, option]) => option !== id));
  return { ...content, options: content.options?.filter(one => one.id !== id), key: left };
}

/** @param {Content} content @returns {Content} */
export function withPrompt(content) {
  const prompts = content.prompts ?? [];
  return { ...content, prompts: [...prompts, { id: nextId(prompts, 'p'), text: {} }] };
}

/** @param {Content} content @param {string} id @returns {Content} */
export function withoutPrompt(content, id) {
  const { [id]: _, ...pairs } = content.key.pairs ?? {};
  return { ...content, prompts: content.prompts?.filter(one => one.id !== id), key: { pairs } };
}

/** One step up or down among its neighbours. @template T @param {T[]} all @param {number} at @param {number} step @returns {T[]} */
export function moved(all, at, step) {
  const to = at + step;
  if (to < 0 || to >= all.length) return all;
  return all.toSpliced(at, 1).toSpliced(to, 0, all[at]);
}

/** The right place of an element of an order, from 1; the others close up. @param {Content} content @param {string} id @param {number} place @returns {Content} */
export function placedAt(content, id, place) {
  const others = (content.key.order ?? []).filter(one => one !== id);
  return { ...content, key: { order: others.toSpliced(place - 1, 0, id) } };
}

/** The options in an order that is not the right one, the same each time. @param {Content} content @returns {Content} */
export function mixed(content) {
  const order = content.key.order ?? [];
  const half = Math.ceil(order.length / 2);
  const ids = order.slice(half).flatMap((id, i) => [id, order[i]]).concat(order.length % 2 ? [order[half - 1]] : []);
  return { ...content, options: ids.map(id => content.options?.find(one => one.id === id)).filter(one => one !== undefined) };
}

/** A text with one language changed; an emptied one is left out. @param {Localized | undefined} text @param {Language} language @param {string} value @returns {Localized} */
export function spoken(text, language, value) {
  const texts = { ...text, [language]: value };
  return Object.fromEntries(LANGUAGES.map(one => [one, texts[one]]).filter(([, words]) => words));
}

/** The languages an item is written in. @param {Content} content @returns {Language[]} */
export function languagesOf(content) {
  return LANGUAGES.filter(one => content.stem[one] !== undefined);
}

/** Without texts that nobody has to write; those that must come are there, if empty. @param {Content} content @returns {Content} */
export function tidy(content) {
  const { unit, rationale, key, ...rest } = content;
  const [first = 'en'] = languagesOf(content);
  const begun = (/** @type {Localized} */ text) => (filled(text) ? text : { [first]: '' });
  return {
    ...rest,
    stem: begun(content.stem),
    key: tidyKey(key),
    ...(filled(unit) ? { unit } : {}),
    ...(filled(rationale) ? { rationale } : {}),
    ...(content.options ? { options: content.options.map(({ rationale: why, stays = false, ...one }) => ({ ...one, text: begun(one.text), stays, ...(filled(why) ? { rationale: why } : {}) })) } : {}),
    ...(content.prompts ? { prompts: content.prompts.map(one => ({ ...one, text: begun(one.text) })) } : {}),
  };
}

/** Words without empty lines; numbers with a point. @param {import('../api.js').Key} key @returns {import('../api.js').Key} */
function tidyKey(key) {
  if (key.accepted) return { accepted: Object.fromEntries(Object.entries(key.accepted).map(([language, words]) => [language, words.map(word => word.trim()).filter(Boolean)])) };
  if (key.value === undefined && key.tolerance === undefined) return key;
  const decimal = (/** @type {string} */ text) => text.trim().replace(',', '.');
  return { ...(key.value?.trim() ? { value: decimal(key.value) } : {}), ...(key.tolerance?.trim() ? { tolerance: decimal(key.tolerance) } : {}) };
}

/** @param {Localized | undefined} text */
const filled = text => Object.values(text ?? {}).some(Boolean);

/**
 * What a candidate sees in a language. A part that is not translated yet stays empty, so that the writer sees it.
 * @param {string} id @param {Content} content @param {Language} language @param {import('../library/api.js').Stimulus | undefined} stimulus
 * @returns {import('../../../ui/question.js').CandidateItem}
 */
export function candidateItem(id, content, language, stimulus) {
  const part = (/** @type {{id: string, text: Localized}} */ one) => ({ id: one.id, text: one.text[language] ?? '' });
  return {
    id,
    type: content.type,
    stem: content.stem[language] ?? '',
    options: content.options?.map(part),
    prompts: content.prompts?.map(part),
    unit: content.unit?.[language],
    stimulus: stimulus && { title: stimulus.title[language] ?? '', text: stimulus.text[language] ?? '' },
  };
}
