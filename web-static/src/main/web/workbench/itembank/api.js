import { address, del, get, post, put } from '../../core/api.js';

/**
 * @typedef {import('../../core/i18n.js').Language} Language
 * @typedef {Partial<Record<Language, string>>} Localized
 * @typedef {'single' | 'multiple' | 'ordering' | 'matching' | 'text' | 'numeric'} ItemType
 * @typedef {'recall' | 'application' | 'analysis'} Level
 * @typedef {'draft' | 'content_review' | 'editorial' | 'fairness_review' | 'approved' | 'pilot' | 'operational' | 'retired'} State
 * @typedef {{id: string, text: Localized, rationale?: Localized, stays?: boolean}} Option
 * @typedef {{id: string, text: Localized}} Prompt
 * @typedef {{options?: string[], order?: string[], pairs?: Record<string, string>, accepted?: Partial<Record<Language, string[]>>, value?: string, tolerance?: string}} Key
 * @typedef {{type: ItemType, stem: Localized, options?: Option[], prompts?: Prompt[], unit?: Localized, key: Key, credit?: 'whole' | 'partial', rationale?: Localized}} Content
 * @typedef {{citation: string, edition?: string, url?: string, expiresOn?: string}} Reference
 * @typedef {{blueprint: string, task: string, level: Level, ksas: string[], content: Content, references: Reference[], stimulus?: string, code?: string}} Draft
 * @typedef {{person?: string, name: string}} Author
 * @typedef {Draft & {id: string, item: string, study: string, code: string, number: number, revision: number, state: State, domain: string, hash: string, author: Author, writtenAt: string, changedBy: Author, changedAt: string, reason: string, usedAt?: string}} ItemVersion
 * @typedef {{pointer: string, removed: string, message: string}} Notice
 * @typedef {{version: ItemVersion, notices: Notice[]}} Edited
 * @typedef {{item: string, code: string, version: string, number: number, revision: number, state: State, blueprint: string, task: string, domain: string, level: Level, type: ItemType, languages: Language[], title?: string, author: Author, changedAt: string, live?: {version: string, number: number, state: State}, exposure: number, evidence?: {candidates: number, p: number, rpb?: number}, warnings: string[], mine: boolean}} ItemSummary
 * @typedef {{kind: 'same' | 'added' | 'removed', text: string}} Part
 * @typedef {{pointer: string, kind: 'added' | 'removed' | 'changed' | 'format', parts: Part[]}} Difference
 * @typedef {{code: string, newest: ItemVersion, versions: ItemVersion[]}} Item the newest version first
 * @typedef {{revision: number, by: string, at: string, draft: Draft}} SavedText
 * @typedef {{run: string, form: string, from: string, to: string, candidates: number, figures: {p: number, rpb?: number, seconds?: number, options: {id: string, candidates: number, p: number, rpb?: number}[]}, recordedAt: string}} Evidence
 * @typedef {{evidence: Evidence[], exposure: {total: number, byForm: {form: string, count: number, last: string}[]}, pilot?: {target: number, seen: number, done: boolean}}} Statistics
 * @typedef {{id: string, kind: 'enemy' | 'friend', reason: string, items: string[], madeBy: string, madeAt: string, version: number}} ItemSet
 */

/** @param {string} study @returns {Promise<{items: ItemSummary[], mayWrite: boolean, mayLead: boolean}>} */
export const listItems = study => get(`/studies/${study}/items`);

/** @param {string} study @param {string} item @param {Draft} draft @returns {Promise<Edited>} */
export const createItem = (study, item, draft) => put(`/studies/${study}/items/${item}`, draft);

/** @param {string} item @returns {Promise<Item>} */
export async function readItem(item) {
  const { versions } = await get(`/items/${item}`);
  return { code: versions[0].code, newest: versions[0], versions };
}

/** @param {string} version @param {Draft} draft @param {number} revision the one that was read @returns {Promise<Edited>} */
export const editItem = (version, draft, revision) => put(`/item-versions/${version}`, draft, { version: revision });

/** What is stored against what is typed. @param {string} version @param {Draft} draft @returns {Promise<{differences: Difference[], version: ItemVersion}>} */
export const compareItem = (version, draft) => post(`/item-versions/${version}/comparison`, draft);

/** @param {string} version @param {string} from another version of the item @returns {Promise<Difference[]>} */
export const diffItem = async (version, from) => (await get(`/item-versions/${version}/differences`, { query: { from } })).differences;

/** A new draft with the text of a version. @param {string} item @param {string} from @param {string} reason @returns {Promise<ItemVersion>} */
export const renewItem = (item, from, reason) => post(`/items/${item}/versions`, { from, reason });

/** @param {string} version @returns {Promise<SavedText[]>} */
export const listSavedTexts = async version => (await get(`/item-versions/${version}/saved-texts`)).texts;

/** @param {ItemVersion} version @param {State} to @param {string} reason @returns {Promise<ItemVersion>} */
export const moveItem = (version, to, reason) => put(`/item-versions/${version.id}/state`, { to, reason }, { version: version.revision });

/** @param {string} version @returns {Promise<Statistics>} */
export const readItemStatistics = version => get(`/item-versions/${version}/statistics`);

/** @param {string} study @returns {Promise<ItemSet[]>} */
export const listItemSets = async study => (await get(`/studies/${study}/item-sets`)).sets;

/** @param {string} study @param {string} set @param {{kind: string, reason: string, items: string[]}} content @param {number} version 0 when new */
export const putItemSet = (study, set, content, version) => put(`/studies/${study}/item-sets/${set}`, content, { version });

/** @param {string} study @param {string} set */
export const removeItemSet = (study, set) => del(`/studies/${study}/item-sets/${set}`);

/** @typedef {{blueprint: string, version: number, ready: {item: string, code: string, version: string, number: number, state: State}[], left: {item: string, code: string, version: string, number: number, state: State, why: 'task_gone' | 'domain_moved' | 'ksa_gone' | 'in_review'}[]}} Carrying */

/** What can be brought to the blueprint in force. @param {string} study @returns {Promise<Carrying>} */
export const previewCarrying = study => get(`/studies/${study}/item-carrying`);

/** Tells what was left. @param {string} study @param {string} blueprint the one in force @param {string} reason @returns {Promise<Carrying>} */
export const carryItems = (study, blueprint, reason) => post(`/studies/${study}/item-carrying`, { blueprint, reason });

/** The address of an image, also within texts. @param {string} asset */
export const assetFile = asset => address(`/assets/${asset}/file`);

/**
 * @typedef {{exposureLimit?: number, pilotTarget: number, lowestP: number, highestP: number, lowestRpb: number, reviewers: {contentReview: number, editorial: number, fairnessReview: number}, referenceNoticeDays: number}} BankRules
 * @typedef {{barred: boolean, reason: string, version: number, trainers: {person: string, name: string, since: string, note: string}[]}} Separation
 */

/** @param {string} study @returns {Promise<{rules: BankRules, version: number}>} */
export const readBankRules = study => get(`/studies/${study}/bank-rules`);

/** @param {string} study @param {BankRules} rules @param {number} version @returns {Promise<{rules: BankRules, version: number}>} */
export const putBankRules = (study, rules, version) => put(`/studies/${study}/bank-rules`, rules, { version });

/** Whether trainers of candidates are kept from the content of items. @param {string} study @returns {Promise<Separation>} */
export const readSeparation = study => get(`/studies/${study}/separation`);

/** @param {string} study @param {{barred: boolean, reason: string}} wish @param {number} version @returns {Promise<Separation>} */
export const putSeparation = (study, wish, version) => put(`/studies/${study}/separation`, wish, { version });

/** @param {string} study @param {string} person @param {string} note @returns {Promise<Separation>} */
export const declareTrainer = (study, person, note) => put(`/studies/${study}/trainers/${person}`, { note });

/** @param {string} study @param {string} person @returns {Promise<Separation>} */
export const withdrawTrainer = (study, person) => del(`/studies/${study}/trainers/${person}`);
