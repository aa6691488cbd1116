import { del, get, post, put } from '../../core/api.js';

/**
 * @typedef {'IMPORTANCE' | 'FREQUENCY'} ScaleKind
 * @typedef {{kind: ScaleKind, question: string, anchors: {code: number, label: string}[]}} RatingScale
 * @typedef {{kind: string, name: string, starts?: string, ends?: string, responsible: string}} CalendarStage
 * @typedef {{raters?: 'PEERS' | 'PANEL', rationale: string, calendar?: {stages: CalendarStage[]}, scales: RatingScale[], seed: number, replicates: number,
 *   inclusion: {kind: string, importanceCut: number, frequencyCut: number, performingCut: number},
 *   exclusion: {leastAnsweredPercent: number, dropStraightLines: boolean},
 *   weighting: {combination: string, importanceShare: number, domain: string}}} Protocol
 * @typedef {{scale: ScaleKind, problem: string, code: number}} ScaleWarning
 * @typedef {{protocol: Protocol, version: number, warnings: ScaleWarning[], overlaps: {stage: string, earlier: string}[], frozen?: {hash: string, at: string, by: string}}} ProtocolState
 * @typedef {{id: string, kind: string, text: string, evidence: string, evidenceUrl: string, version: number}} Requirement
 * @typedef {{id: string, name: string, credentials: string, role: string, employer: string, region: string,
 *   yearsOfExperience?: number, conflictStatementOn?: string, version: number}} Panelist
 * @typedef {{version: number, text: string, author: string, writtenAt: string}} CandidateWording
 * @typedef {{title: string, purpose: string, audience: string, level: string, scope: string, protectedPublic: string, owner: string}} Programme
 * @typedef {{incumbents: number, confidencePercent: number, proportionMarginPercent: number, meanMargin: number, meanSd: number, responseRatePercent: number}} SamplingInput
 * @typedef {{unlimited: number, exact: number, required: number, z: number}} SampleSize
 * @typedef {{input: SamplingInput, proportion: SampleSize, mean: SampleSize, required: number,
 *   invitations: {uncapped: number, invitations: number, feasible: boolean, expectedAnswers: number}}} SamplingPlan
 * @typedef {{id: string, demonstration: boolean, programme: Programme, version: number, requirements: Requirement[],
 *   candidate?: CandidateWording, protocol: ProtocolState, panel: Panelist[], sampling?: {plan: SamplingPlan, version: number}}} Study
 */

/** @returns {Promise<import('../api.js').StudySummary[]>} */
export const listStudies = () => get('/studies');

/** @param {string} id made here @param {string} title @returns {Promise<Study>} */
export const createStudy = (id, title) => put(`/studies/${id}`, { title });

/** @param {string} id @returns {Promise<Study>} */
export const readStudy = id => get(`/studies/${id}`);

/** @param {string} id @param {Programme} programme @param {number} version */
export const putProgramme = (id, programme, version) => put(`/studies/${id}/programme`, programme, { version });

/** @param {string} id @param {string} requirementId @param {object} requirement @param {number} version */
export const putRequirement = (id, requirementId, requirement, version) => put(`/studies/${id}/requirements/${requirementId}`, requirement, { version });

/** @param {string} id @param {string} requirementId */
export const removeRequirement = (id, requirementId) => del(`/studies/${id}/requirements/${requirementId}`);

/** @param {string} id @param {string} text @param {number} version */
export const wordCandidate = (id, text, version) => put(`/studies/${id}/minimally-competent-candidate`, { text }, { version });

/** @param {string} id @returns {Promise<CandidateWording[]>} */
export const listCandidateWordings = async id => (await get(`/studies/${id}/minimally-competent-candidate`)).wordings;

/** @param {string} id @param {Protocol} protocol @param {number} version @returns {Promise<ProtocolState>} */
export const putProtocol = (id, protocol, version) => put(`/studies/${id}/protocol`, protocol, { version });

/** @param {string} id @param {number} version */
export const freezeProtocol = (id, version) => put(`/studies/${id}/protocol-freeze`, undefined, { version });

/** @param {string} id @param {string} panelistId @param {object} panelist @param {number} version */
export const putPanelist = (id, panelistId, panelist, version) => put(`/studies/${id}/panel/${panelistId}`, panelist, { version });

/** @param {string} id @param {string} panelistId */
export const removePanelist = (id, panelistId) => del(`/studies/${id}/panel/${panelistId}`);

/** @param {SamplingInput} input @param {AbortSignal} signal @returns {Promise<SamplingPlan>} */
export const planSample = (input, signal) => post('/sampling-calculations', input, { signal });

/** @param {string} id @param {SamplingInput} input @param {number} version @returns {Promise<SamplingPlan>} */
export const putSamplingPlan = (id, input, version) => put(`/studies/${id}/sampling-plan`, input, { version });
