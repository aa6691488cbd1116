/** What the pages of standard setting ask the service. */
import { address, del, get, loadSvg, put } from '../../core/api.js';

/**
 * @typedef {'modified_angoff' | 'yes_no_angoff'} Method
 * @typedef {'preparing' | 'judging' | 'talking' | 'locked'} State
 * @typedef {{person: string, name: string, at: string}} Signature
 * @typedef {{id: string, formCode: string, method: Method, state: State, panelists: number, held: number, rounds: number, createdAt: string}} Summary
 * @typedef {{person: string, position: string, trainedOn?: string, training: string, promise?: {text: string, at: string}, satAt?: string, left?: {at: string, because: string}}} Panelist
 * @typedef {{name: string, panelist: Panelist, answered: number}} Member
 * @typedef {{id: string, round: number, version?: string, text: string, author: string, writtenAt: string}} Note
 * @typedef {{version: string, mean: number, deviation?: number, lowest: number, highest: number, p?: number}} ItemResult
 * @typedef {{person: string, cut: number, distance?: number, withPanel?: number, withDifficulty?: number, flags: string[]}} Rater
 * @typedef {{cut: number, standardError?: number, low?: number, high?: number, median?: number, trimmed?: number, deviation?: number, agreement?: number,
 *   raters: Rater[], items: ItemResult[], change?: {cut?: number, judgements: number, meanAbsolute?: number, deviationRatio?: number}}} Result
 * @typedef {{number: number, openedAt: string, closedAt?: string, progress: {person: string, rated: number, handedInAt?: string}[], result?: Result}} Round
 * @typedef {{id: string, study: string, form: string, formCode: string, formChecksum: string, method: Method, rounds: number, showsDifficulty: boolean,
 *   candidate: {wording: number, text: string}, state: State, began: Signature, locked?: Signature, items: {position: number, version: string, code: string}[],
 *   panel: Member[], held: Round[], notes: Note[]}} Setting
 * @typedef {{options?: string[], order?: string[], pairs?: Record<string, string>, accepted?: Record<string, string[]>, value?: string, tolerance?: string}} Key
 * @typedef {{position: number, version: string, item: Omit<import('../../ui/question.js').CandidateItem, 'id'>, stimulus?: {title: string, text: string},
 *   response?: import('../../ui/question.js').Response, key?: Key, rationale?: string}} Judged
 * @typedef {{number: number, panelists: number, cut: number, standardError?: number, low?: number, high?: number, ownCut?: number, cuts: number[], own: Record<string, number>, items: ItemResult[]}} Held
 * @typedef {{id: string, study: string, formCode: string, method: Method, rounds: number, state: State, candidate: string, position: string, trained: boolean, promise: string,
 *   promisedAt?: string, satAt?: string, leftAt?: string, items: Judged[], open?: {number: number, ratings: Record<string, number>, handedInAt?: string}, held: Held[], notes: Note[]}} MyPanel
 * @typedef {{caption: string, description: string, data: {headers: string[], textColumns: number, rows: string[][]}}} FigureTable
 * @typedef {{multiple: number, cut: number, raw: number, possible: boolean}} Option
 * @typedef {'judgement' | 'measurement' | 'both'} CutError
 * @typedef {{round: number, recommended: number, standardError: number, low: number, high: number, maximum: number, families: {error: CutError, size: number, options: Option[]}[]}} Options
 * @typedef {{terms: {id: string, recommended: number, standardError: number, error: CutError, multiple: number, sem?: number, semSource?: string, raw: number, maximum: number, reason: string},
 *   hash: string, proposed: Signature, adopted?: Signature, replacedAt?: string}} Decision
 * @typedef {{multiple: number, needed: number, passing: number, share: number, interval: {lower: number, upper: number}}} Outcome
 * @typedef {{formCode: string, sittings: number, scored?: {run: string, number: number, candidates: number, maximum: number, sem?: number, families: {error: CutError, outcomes: Outcome[]}[]}}} Impact
 */

/** @param {string} study @returns {Promise<Summary[]>} */
export const listSettings = async study => (await get(`/studies/${study}/standard-settings`)).settings;

/** @param {string} study @returns {Promise<Summary[]>} */
export const listMine = async study => (await get(`/studies/${study}/my-panels`)).settings;

/** @param {string} study @returns {Promise<{id: string, code: string, state: string}[]>} */
export const listForms = async study => (await get(`/studies/${study}/forms`)).forms;

/** @param {string} study @returns {Promise<{id: string, name: string, email: string}[]>} */
export const listEligible = async study => (await get(`/studies/${study}/eligible-panelists`)).people;

/** @param {string} study @param {string} id @param {unknown} input @returns {Promise<Setting>} */
export const createSetting = (study, id, input) => put(`/studies/${study}/standard-settings/${id}`, input);

/** @param {string} id @returns {Promise<Setting>} */
export const readSetting = id => get(`/standard-settings/${id}`);

/** @param {string} id @param {string} person @param {unknown} input @returns {Promise<Setting>} */
export const putPanelist = (id, person, input) => put(`/standard-settings/${id}/panel/${person}`, input);

/** @param {string} id @param {string} person @param {string} because @returns {Promise<Setting>} */
export const dismiss = (id, person, because) => put(`/standard-settings/${id}/panel/${person}/leave`, { because });

/** @param {string} id @param {number} round @returns {Promise<Setting>} */
export const openRound = (id, round) => put(`/standard-settings/${id}/rounds/${round}`);

/** @param {string} id @param {number} round @returns {Promise<Setting>} */
export const closeRound = (id, round) => put(`/standard-settings/${id}/rounds/${round}/closure`);

/** @param {string} id @returns {Promise<Setting>} */
export const lockRatings = id => put(`/standard-settings/${id}/lock`);

/** @param {string} id @param {string} note @param {{round: number, version?: string, text: string}} input @returns {Promise<Setting>} */
export const putNote = (id, note, input) => put(`/standard-settings/${id}/notes/${note}`, input);

/** @param {string} id @param {number} round @param {string | undefined} version @param {number} width */
export const loadPicture = (id, round, version, width) => loadSvg(address(`/standard-settings/${id}/rounds/${round}/figure`, { ...(version ? { version } : {}), width }));

/** @param {string} id @param {number} round @param {string} [version] @returns {Promise<FigureTable>} */
export const readPicture = (id, round, version) => get(`/standard-settings/${id}/rounds/${round}/figure/data`, { query: version ? { version } : {} });

/** @param {string} id @param {string} [sem] @returns {Promise<Options>} */
export const readOptions = (id, sem) => get(`/standard-settings/${id}/cut-options`, { query: sem ? { sem } : {} });

/** @param {string} id @param {string} sem @returns {Promise<Impact>} */
export const readImpact = (id, sem) => get(`/standard-settings/${id}/impact`, { query: sem ? { sem } : {} });

/** @param {string} id @param {CutError} error @param {string} sem @param {number} width */
export const loadImpact = (id, error, sem, width) => loadSvg(address(`/standard-settings/${id}/impact/figure`, { error, ...(sem ? { sem } : {}), width }));

/** @param {string} id @param {CutError} error @param {string} sem @returns {Promise<FigureTable>} */
export const readImpactFigure = (id, error, sem) => get(`/standard-settings/${id}/impact/figure/data`, { query: { error, ...(sem ? { sem } : {}) } });

/** @param {string} id @returns {Promise<Decision[]>} */
export const listCuts = async id => (await get(`/standard-settings/${id}/cuts`)).cuts;

/** @param {string} id @param {string} cut @param {unknown} input @returns {Promise<Decision>} */
export const proposeCut = (id, cut, input) => put(`/standard-settings/${id}/cuts/${cut}`, input);

/** @param {string} id */
export const withdrawCut = id => del(`/standard-settings/${id}/proposed-cut`);

/** @param {Decision} cut @returns {Promise<Decision>} */
export const adoptCut = cut => put(`/cuts/${cut.terms.id}/adoption`, { hash: cut.hash });

/** @param {string} id */
export const archiveFile = id => address(`/standard-settings/${id}/archive`);

/** @param {string} id @returns {Promise<MyPanel>} */
export const readMine = id => get(`/standard-settings/${id}/mine`);

/** @param {string} id @param {string} text */
export const signPromise = (id, text) => put(`/standard-settings/${id}/mine/promise`, { text });

/** @param {string} id @param {string} version @param {import('../../ui/question.js').Response} response */
export const putAnswer = (id, version, response) => put(`/standard-settings/${id}/mine/answers/${version}`, { response });

/** @param {string} id */
export const finishExam = id => put(`/standard-settings/${id}/mine/exam`);

/** @param {string} id @param {number} round @param {string} version @param {number} percent */
export const putRating = (id, round, version, percent) => put(`/standard-settings/${id}/mine/rounds/${round}/ratings/${version}`, { percent });

/** @param {string} id @param {number} round */
export const handIn = (id, round) => put(`/standard-settings/${id}/mine/rounds/${round}/handover`);

/** @param {string} id */
export const assetFile = id => address(`/assets/${id}/file`);
