/** What the page of adverse impact asks the service. */
import { get, put } from '../../core/api.js';

/**
 * @typedef {{lower: number, upper: number, confidence: number}} Interval
 * @typedef {'highest' | 'alike' | 'apart' | 'below' | 'clearly_below'} Verdict
 * @typedef {{group: string, candidates: number, passed: number, rate: number, interval: Interval, ratio?: number, ratioInterval?: Interval, p?: number, adjustedP?: number, verdict: Verdict}} Line
 * @typedef {{trait: string, shown: Line[], hidden: string[]}} Part
 * @typedef {{id: string, issued: {person: string, name: string, at: string}, table: {candidates: number, statements: number, parts: Part[]}}} Issued
 */

/** @param {string} study @returns {Promise<Issued[]>} the newest first */
export const listTables = async study => (await get(`/fairness/studies/${study}/tables`)).tables;

/** @param {string} study @param {string} id sent again, it is the same table @returns {Promise<Issued>} */
export const makeTable = (study, id) => put(`/fairness/studies/${study}/tables/${id}`);
