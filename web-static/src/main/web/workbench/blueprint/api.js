/** What the blueprint pages ask the service. */
import { address, get, loadSvg, post, put } from '../../core/api.js';

/**
 * @typedef {{lower: number, upper: number, confidence: number}} Interval
 * @typedef {{min?: number, max?: number}} Bounds
 * @typedef {{task: string, code: string, text: string, kept: boolean, borderline: boolean, included: boolean, derived?: number,
 *   interval?: Interval, weight: number, items: number, share: number, residue: number, bounds: Bounds}} Task
 * @typedef {{domain: string, code: string, title: string, derived?: number, interval?: Interval, weight: number,
 *   weightSet: boolean, items: number, share: number, residue: number, bounds: Bounds, tasks: Task[]}} Domain
 * @typedef {{testLength: number, domains: Domain[]}} Outline
 * @typedef {{person: string, name: string, at: string}} Signature
 * @typedef {{number: number, kind: string, subject: string, before: string, after: string, reason: string, made: Signature}} Adjustment
 * @typedef {{id: string, study: string, run: string, version: number, revision: number, state: 'draft' | 'adopted' | 'withdrawn',
 *   outline: Outline, adjustments: Adjustment[], proposed: Signature, adopted?: Signature, hash?: string}} Blueprint
 * @typedef {{id: string, run: string, version: number, state: 'draft' | 'adopted' | 'withdrawn', testLength: number,
 *   proposedAt: string, adoptedAt?: string}} Summary
 * @typedef {{id: string, ranAt: string, respondents: number, keptTasks: number}} Run
 * @typedef {{kind: string, subject?: string, percent?: number, min?: number, max?: number}} Change
 * @typedef {{caption: string, description: string, data: {headers: string[], textColumns: number, rows: string[][]}}} FigureTable
 */

/** @param {string} studyId @returns {Promise<Summary[]>} */
export async function listBlueprints(studyId) {
  return (await get(`/studies/${studyId}/blueprints`)).blueprints;
}

/** @param {string} studyId @returns {Promise<Run[]>} */
export async function listRuns(studyId) {
  return (await get(`/studies/${studyId}/analyses`)).runs;
}

/** @param {string} id @returns {Promise<Blueprint>} */
export const readBlueprint = id => get(`/blueprints/${id}`);

/** @param {string} runId @param {number} testLength @returns {Promise<Blueprint>} */
export const propose = (runId, testLength) => post(`/analyses/${runId}/blueprints`, { testLength });

/** What a change would lead to. @param {string} id @param {Change} change @returns {Promise<Outline>} */
export const tryChange = (id, change) => post(`/blueprints/${id}/trial`, change);

/** @param {Blueprint} blueprint @param {Change} change @param {string} reason @returns {Promise<Blueprint>} */
export const makeChange = (blueprint, change, reason) =>
  post(`/blueprints/${blueprint.id}/changes`, { change, reason }, { version: blueprint.revision });

/** @param {Blueprint} blueprint @returns {Promise<Blueprint>} */
export const adopt = blueprint => put(`/blueprints/${blueprint.id}/adoption`, undefined, { version: blueprint.revision });

/** @param {Blueprint} blueprint */
export const withdraw = blueprint => put(`/blueprints/${blueprint.id}/withdrawal`, undefined, { version: blueprint.revision });

/** @param {Blueprint} blueprint @param {number} width */
export const loadFigure = (blueprint, width) => loadSvg(address(`/blueprints/${blueprint.id}/figures/weights`, { width }));

/** @param {Blueprint} blueprint @returns {Promise<FigureTable>} */
export const readFigure = blueprint => get(`/blueprints/${blueprint.id}/figures/weights/data`);

/** @param {string} studyId */
export const outlinePage = studyId => address(`/studies/${studyId}/content-outline`);

/** @param {string} studyId */
export const outlinePdf = studyId => address(`/studies/${studyId}/content-outline.pdf`);
