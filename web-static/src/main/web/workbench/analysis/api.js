/** What the analysis pages ask the service. */
import { address, get, loadSvg, post } from '../../core/api.js';

/**
 * @typedef {{kind: string, subject: string}} Warning
 * @typedef {{lower: number, upper: number, confidence: number}} Interval
 * @typedef {{value?: number, used: number, dropped: number, standardError?: number, interval?: Interval, warnings: Warning[]}} Estimate
 * @typedef {{mean: Estimate, sd?: number, median?: number, modes?: number[], categories: {code: number, count: number, share: number}[]}} Scale
 * @typedef {'IMPORTANCE' | 'IMPORTANCE_LOWER_LIMIT' | 'FREQUENCY' | 'PERFORMING'} Figure
 * @typedef {{figure: Figure, value?: number, interval?: Interval, cut: number, holds: boolean, borderline: boolean}} Check
 * @typedef {{kept: boolean, borderline: boolean, checks: Check[]}} Inclusion
 * @typedef {{rule: string, value?: number}} Combined
 * @typedef {{task: string, domain: string, code: string, text: string, performing: Estimate, blank: number, importance: Scale,
 *   frequency: Scale, combined: Combined[], chosen?: number, inclusion: Inclusion, weight?: Estimate}} Task
 * @typedef {{domain: string, code: string, title: string, tasks: number, keptTasks: number, importance: Scale, frequency: Scale,
 *   importanceAlpha: Estimate, frequencyAlpha: Estimate, weight?: Estimate}} Domain
 * @typedef {{scale: 'IMPORTANCE' | 'FREQUENCY', coefficients: {form: string, estimate: Estimate}[], ratingsPerTask?: number,
 *   splitHalf: {correlation?: number, spearmanBrown?: number, lowest?: number, highest?: number, draws: number}, alpha: Estimate,
 *   withThirtyMore?: number}} Reliability
 * @typedef {{choice: string, text: string, count?: number, share?: number}} Cell
 * @typedef {{received: number, used: number, exclusions: {reason: string, count: number}[], channels: {channel: string,
 *   received: number, used: number, importance: Estimate, frequency: Estimate}[], invited: number, screenedOut: number,
 *   incumbents: number, responseRate?: number, marginOfError?: number, profile: {code: string, text: string, cells: Cell[]}[],
 *   coverage: Estimate}} Respondents
 * @typedef {{inclusion: string, combination: string, domainRule: string, keptTasks: number, domainWeights: (number | null)[]}} Alternative
 * @typedef {{used: number, dropped: number, replicates: number, alternatives: Alternative[],
 *   ranges: {smallest?: number, greatest?: number}[], warnings: Warning[]}} Weights
 * @typedef {{respondents: Respondents, overall: {importance: Scale, frequency: Scale}, reliability: Reliability[],
 *   domains: Domain[], tasks: Task[], weights: Weights}} Findings
 * @typedef {{inclusion: {kind: string, importanceCut: number, frequencyCut: number, performingCut: number},
 *   exclusion: {leastAnsweredPercent: number, dropStraightLines: boolean},
 *   weighting: {combination: string, importanceShare: number, domain: string}, importancePoints: number,
 *   frequencyPoints: number, seed: number, replicates: number}} Options
 * @typedef {{id: string, study: string, survey: string, taskList: string, hash: string, ranAt: string,
 *   provenance: {inputsHash: string, options: Options, codeVersion: string}, findings: Findings}} Run
 * @typedef {{id: string, survey: string, ranAt: string, inputsHash: string, hash: string, codeVersion: string,
 *   respondents: number, keptTasks: number}} RunSummary
 * @typedef {{id: string, title: string, state: string, closedOn?: string}} Survey
 * @typedef {{caption: string, description: string, data: {headers: string[], textColumns: number, rows: string[][]}}} FigureTable
 * @typedef {{id: string, kind: string, state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled', progress: number, message: string}} Job
 */

/** @param {string} studyId @returns {Promise<Survey[]>} */
export async function listClosedSurveys(studyId) {
  const { surveys } = await get(`/studies/${studyId}/surveys`);
  return surveys.filter((/** @type {Survey} */ survey) => survey.state === 'closed');
}

/** @param {string} studyId @returns {Promise<RunSummary[]>} */
export async function listRuns(studyId) {
  return (await get(`/studies/${studyId}/analyses`)).runs;
}

/** @param {string} runId @returns {Promise<Run>} */
export const readRun = runId => get(`/analyses/${runId}`);

/** @param {string} surveyId @returns {Promise<string>} the job */
export async function startRun(surveyId) {
  return (await post(`/surveys/${surveyId}/analyses`)).job;
}

/** The analysis of a survey that is under way. @param {string} surveyId @returns {Promise<Job | undefined>} */
export async function findRunning(surveyId) {
  const { jobs } = await get('/jobs', { query: { subject: surveyId } });
  return jobs.find((/** @type {Job} */ job) => job.kind === 'analysis.run' && ['queued', 'running'].includes(job.state));
}

/** @param {string} runId @param {string} name @param {number} width */
export const loadFigure = (runId, name, width) => loadSvg(address(`/analyses/${runId}/figures/${name}`, { width }));

/** @param {string} runId @param {string} name @returns {Promise<FigureTable>} */
export const readFigure = (runId, name) => get(`/analyses/${runId}/figures/${name}/data`);

/** @param {string} runId @param {'raw' | 'cleaned' | 'codebook' | 'r' | 'spss' | 'tasks'} file */
export const dataAddress = (runId, file) => address(`/analyses/${runId}/data/${file}`);
