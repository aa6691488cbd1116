/** What the pages of forms ask the service. */
import { address, del, get, loadSvg, post, put } from '../../core/api.js';

/**
 * @typedef {import('../../core/i18n.js').Language} Language
 * @typedef {Partial<Record<Language, string>>} Words
 * @typedef {'recall' | 'application' | 'analysis'} Level
 * @typedef {'draft' | 'published' | 'retired'} State
 * @typedef {{person: string, name: string, at: string}} Signature
 * @typedef {{position: number, versionId: string, itemId: string, hash: string, scored: boolean, common: boolean, stimulusVersionId?: string}} Placed
 * @typedef {{kind: 'agreement', title: Words, text: Words, version: string}} Agreement
 * @typedef {{kind: 'tutorial', title: Words, text: Words}} Tutorial
 * @typedef {{kind: 'questions', number: number, title: Words, instructions?: Words, seconds?: number, navigation: 'free' | 'linear', shuffleItems: boolean, shuffleOptions: boolean, items: Placed[]}} Section
 * @typedef {{kind: 'break', seconds: number, optional: boolean, stopsClock: boolean}} Break
 * @typedef {{kind: 'exit', title: Words, questions: {id: string, text: Words, kind: 'choice' | 'text', options: Words[]}[]}} Exit
 * @typedef {Agreement | Tutorial | Section | Break | Exit} Part
 * @typedef {{id: string, study: string, blueprint: string, number: number, code: string, state: State, revision: number, length: number, languages: Language[],
 *   secondsAllowed: number, parts: Part[], replaces?: string, changed: Signature, proposed?: Signature, deviation?: string, checksum?: string,
 *   published?: Signature, retired?: {signature: Signature, because: string}}} Form
 * @typedef {{id: string, number: number, code: string, state: State, proposed: boolean, length: number, scored: number, pilot: number, changedAt: string, publishedAt?: string}} Summary
 * @typedef {{task: string, code: string, text: string, wanted: number, scored: number, pilot: number, available: number}} TaskCount
 * @typedef {{domain: string, code: string, title: string, wanted: number, scored: number, pilot: number, tasks: TaskCount[]}} DomainCount
 * @typedef {{kind: string, blocking: boolean, subjects: string[]}} Problem
 * @typedef {{wanted: number, scored: number, pilot: number, meetsBlueprint: boolean, domains: DomainCount[], levels: {level: Level, scored: number, pilot: number}[],
 *   types: {type: string, scored: number, pilot: number}[], keys: {position: number, count: number}[],
 *   difficulty: {known: number, mean?: number, deviation?: number, discrimination?: number, expected?: number},
 *   seconds: number, secondsAllowed: number, words: number, problems: Problem[]}} Meter
 * @typedef {{version: string, item: string, code: string, domain: string, task: string, level: Level, type: string, state: string, languages: Language[], stimulus?: string,
 *   words: number, seconds: number, candidates: number, p?: number, rpb?: number, exposure: number, lastSeen?: string, rests: string[], enemies: string[], friends: string[], forms: string[]}} PoolItem
 * @typedef {{forms: number, code: string, length: number, pilot: number, secondsAllowed: number, languages: Language[], common: number, tasks: 'exact' | 'near' | 'free',
 *   levels: {level: Level, min: number, max: number}[], cells: unknown[], difficulty: {mean?: number, deviation?: number}, evenKeys: boolean, withinTime: boolean,
 *   mostWords?: number, mostOfACase?: number, scoreUntried: boolean, takeResting: boolean, preferUnseen: boolean, overlaps: {form: string, min: number, max: number}[],
 *   without: string[], seed: number, seconds: number}} Wishes
 * @typedef {{what: string, min: number, max: number, counts: number[]}} Held
 * @typedef {{what: string, value: number, perForm: number[]}} Reached
 * @typedef {{id: string, status: 'optimal' | 'found' | 'impossible' | 'undecided', wishes: Wishes, pool: number, forms: string[], objective: number, bound: number, gap: number,
 *   seconds: number, held: Held[], reached: Reached[], reasons: string[], cures: string[], madeAt: string}} Assembly
 * @typedef {{id: string, code: string, scored: number, pilot: number, known: number, mean?: number, deviation?: number, discrimination?: number, expected?: number, seconds: number,
 *   meetsBlueprint: boolean, domains: {code: string, items: number}[], levels: {code: string, items: number}[]}} Side
 * @typedef {{forms: Side[], overlaps: {one: string, other: string, items: number, scored: number}[], anchors: {code: string, title: string, items: number, share: number, covered: boolean}[]}} Comparison
 * @typedef {{caption: string, description: string, data: {headers: string[], textColumns: number, rows: string[][]}}} FigureTable
 * @typedef {{item: Omit<import('../../ui/question.js').CandidateItem, 'id'>, stimulus?: {title: string, text: string}}} CandidateView
 */

/** @param {string} study @returns {Promise<Summary[]>} */
export const listForms = async study => (await get(`/studies/${study}/forms`)).forms;

/** @param {string} study @param {string} id @param {{code: string, languages: Language[], length?: number, like?: string, replaces?: string}} wish @returns {Promise<Form>} */
export const createForm = (study, id, wish) => put(`/studies/${study}/forms/${id}`, wish);

/** @param {string} id @returns {Promise<Form>} */
export const readForm = id => get(`/forms/${id}`);

/** @param {Form} form @param {unknown} input @returns {Promise<Form>} */
export const saveForm = (form, input) => put(`/forms/${form.id}`, input, { version: form.revision });

/** @param {Form} form */
export const removeForm = form => del(`/forms/${form.id}`, { version: form.revision });

/** @param {string} id @returns {Promise<Meter>} */
export const readMeter = id => get(`/forms/${id}/meter`);

/** @param {string} id @returns {Promise<PoolItem[]>} */
export const listPool = async id => (await get(`/forms/${id}/pool`)).items;

/** @param {Form} form @param {string} [deviation] @returns {Promise<Form>} */
export const propose = (form, deviation) => put(`/forms/${form.id}/proposal`, deviation ? { deviation } : {}, { version: form.revision });

/** @param {Form} form @returns {Promise<Form>} */
export const publish = form => put(`/forms/${form.id}/publication`, { checksum: form.checksum }, { version: form.revision });

/** @param {Form} form @param {string} because @returns {Promise<Form>} */
export const retire = (form, because) => put(`/forms/${form.id}/retirement`, { because }, { version: form.revision });

/** @param {Form} form @param {string} because @returns {Promise<Form>} */
export const reinstate = (form, because) => put(`/forms/${form.id}/reinstatement`, { because }, { version: form.revision });

/** @param {string} study @returns {Promise<Wishes>} */
export const suggestWishes = study => get(`/studies/${study}/assembly-wishes`);

/** @param {string} study @param {Wishes} wishes @returns {Promise<string>} the job, and the assembly that it makes */
export const startAssembly = async (study, wishes) => (await post(`/studies/${study}/assemblies`, wishes)).job;

/** @param {string} study @returns {Promise<Assembly[]>} */
export const listAssemblies = async study => (await get(`/studies/${study}/assemblies`)).assemblies;

/** @param {string} id @returns {Promise<Assembly>} */
export const readAssembly = id => get(`/assemblies/${id}`);

/** @param {string} study @param {string} forms @returns {Promise<Comparison>} */
export const compareForms = (study, forms) => get(`/studies/${study}/form-comparison`, { query: { forms } });

/** @param {string} study @param {string} forms @param {string} figure @param {number} width */
export const loadFigure = (study, forms, figure, width) => loadSvg(address(`/studies/${study}/form-comparison/figures/${figure}`, { forms, width }));

/** @param {string} study @param {string} forms @param {string} figure @returns {Promise<FigureTable>} */
export const readFigure = (study, forms, figure) => get(`/studies/${study}/form-comparison/figures/${figure}/data`, { query: { forms } });

/** @param {string} version @param {Language} language @returns {Promise<CandidateView>} */
export const readCandidateView = (version, language) => get(`/item-versions/${version}/candidate-view`, { query: { language } });

/** @param {string} id */
export const assetFile = id => address(`/assets/${id}/file`);

/** The draft as it is sent: the service numbers and pins anew. @param {Form} form @param {Partial<Form>} [change] */
export function inputOf(form, change = {}) {
  const { code, length, languages, secondsAllowed, parts } = { ...form, ...change };
  return { code, length, languages, secondsAllowed, parts: parts.map(partInput) };
}

/** @param {Part} part */
function partInput(part) {
  if (part.kind !== 'questions') return part;
  const { number: _, items, ...rest } = part;
  return { ...rest, items: items.map(({ versionId, scored, common }) => ({ versionId, scored, common })) };
}
