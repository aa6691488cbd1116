/** What the pages of scoring ask the service. */
import { address, get, loadSvg, post, put } from '../../core/api.js';

/**
 * @typedef {{person: string, name: string, at: string}} Signature
 * @typedef {{id: string, adopted: number, of: number, raw: number, most: number}} Cut
 * @typedef {{minimum: number, passing: number, maximum: number}} Scale
 * @typedef {'as_written' | 'also_right' | 'credit_all' | 'drop'} RuleKind
 * @typedef {{kind: RuleKind, responses: unknown[]}} Rule
 * @typedef {{domain: string, items: number, mean?: number, sd?: number, alpha?: number, sem?: number, reliable: boolean}} DomainFigures
 * @typedef {{sittings: number, items: number, sat?: {first: string, last: string}, enough: boolean,
 *   distribution: {mean?: number, sd?: number, minimum?: number, median?: number, maximum?: number, counts: number[]},
 *   errors: {alpha?: number, kr21?: number, stratified?: number, sem?: number, atCut?: number, method: 'keats' | 'feldt_qualls' | 'none'},
 *   decisions?: {passed: number, passRate?: number, borderline: number, accuracy?: number, consistency?: number, kappa?: number, falsePass?: number, falseFail?: number},
 *   domains: DomainFigures[]}} Figures
 * @typedef {{id: string, form: string, formChecksum: string, number: number, state: 'computed' | 'released' | 'replaced', reason: string, cut?: Cut, scale: Scale,
 *   keys: Record<string, Rule>, figures: Figures, inputHash: string, resultHash: string, software: string, made: Signature, signed?: Signature, released?: Signature, replacedBy?: string}} Run
 * @typedef {{id: string, key: boolean, count: number, share?: number, meanTotal?: number, rest?: number, trace: (number | null)[]}} Choice
 * @typedef {{version: string, code: string, position: number, domain: string, type: string, scored: boolean, counts: boolean, rule: Rule, answered: number, omitted: number, notReached: number,
 *   p?: number, interval?: {lower: number, upper: number, confidence: number}, discrimination?: number, biserial?: number, upperLower?: number, alphaIfDeleted?: number, seconds?: number,
 *   choices: Choice[], flags: string[], comments: string[]}} Item
 * @typedef {{version: string, flags: string[], decision?: {verdict: 'keep' | 'change', reason: string, by: Signature}}} Hold
 * @typedef {{run: Run, formCode: string, study: string, newest: boolean, line?: {slope: number, intercept: number}, domains: {domain: string, code: string, title: string}[], items: Item[], holds: Hold[]}} RunView
 * @typedef {{raw: number, maximum: number, scaled?: number, passed?: boolean}} Result
 * @typedef {{sittingId: string, before: Result, after: Result, decisionChanged: boolean}} Change
 * @typedef {{id: string, form: string, version: string, rule: Rule, reason: string, proposed: Signature, decision?: {agreed: boolean, because: string, by: Signature}}} KeyChange
 * @typedef {{id: string, code: string, retired: boolean, sittings: number, cut: boolean, runs: Run[]}} ScoredForm
 * @typedef {{year: number, formId: string, form: string, run: number, cut: Cut, scale: Scale, figures: Figures}} Year
 * @typedef {{request: {id: string, score: string, candidate: string, kind: 'verification' | 'appeal', reason: string, madeAt: string, answerDue: string, answer?: {outcome: 'confirmed' | 'changed', answer: string, by: Signature}},
 *   name: string, passed: boolean, mayDecide: boolean}} Request_
 * @typedef {{caption: string, description: string, data: {headers: string[], textColumns: number, rows: string[][]}}} FigureTable
 */

/** @param {string} study @returns {Promise<ScoredForm[]>} */
export const listForms = async study => (await get(`/scoring/studies/${study}/forms`)).forms;

/** @param {string} study @returns {Promise<Year[]>} */
export const listYears = async study => (await get(`/scoring/studies/${study}/years`)).rows;

/** @param {string} form @param {Scale} scale @param {string} reason @returns {Promise<string>} the job, and the run that it makes */
export const startScoring = async (form, scale, reason) => (await post(`/scoring/forms/${form}/runs`, { scale, reason })).job;

/** @param {string} id @returns {Promise<RunView>} */
export const readRun = id => get(`/scoring/runs/${id}`);

/** @param {string} id @returns {Promise<Change[]>} */
export const listChanges = async id => (await get(`/scoring/runs/${id}/changes`)).changes;

/** @param {string} run @param {string} version @param {'keep' | 'change'} verdict @param {string} reason */
export const decideHold = (run, version, verdict, reason) => put(`/scoring/runs/${run}/holds/${version}`, { verdict, reason });

/** @param {Run} run */
export const sign = run => put(`/scoring/runs/${run.id}/signature`, { resultHash: run.resultHash });

/** @param {Run} run */
export const release = run => put(`/scoring/runs/${run.id}/release`, { resultHash: run.resultHash });

/** @param {string} form @returns {Promise<KeyChange[]>} */
export const listKeyChanges = async form => (await get(`/marking/forms/${form}/changes`)).changes;

/** @param {string} form @param {string} version @param {RuleKind} kind @param {unknown[]} responses @param {string} reason */
export const proposeKeyChange = (form, version, kind, responses, reason) =>
  put(`/marking/forms/${form}/changes/${crypto.randomUUID()}`, { versionId: version, kind, responses, reason });

/** @param {string} change @param {boolean} agreed @param {string} because */
export const decideKeyChange = (change, agreed, because) => put(`/marking/changes/${change}/decision`, { agreed, because });

/** @param {string} run @param {string} figure @param {number} width @param {string} [item] */
export const loadFigure = (run, figure, width, item) => loadSvg(address(`/scoring/runs/${run}/figures/${figure}`, item ? { width, item } : { width }));

/** @param {string} run @param {string} figure @param {string} [item] @returns {Promise<FigureTable>} */
export const readFigure = (run, figure, item) => get(`/scoring/runs/${run}/figures/${figure}/data`, item ? { query: { item } } : {});

/** @param {string} study @returns {Promise<Request_[]>} */
export const listRequests = async study => (await get(`/result/studies/${study}/requests`)).requests;

/** @param {string} request @param {'confirmed' | 'changed'} outcome @param {string} answer */
export const answerRequest = (request, outcome, answer) => put(`/result/requests/${request}/decision`, { outcome, answer });

/** @param {string} run */
export const scoresFile = run => address(`/scoring/runs/${run}/scores.csv`);

/** @param {string} study */
export const yearsFile = study => address(`/scoring/studies/${study}/years.csv`);
