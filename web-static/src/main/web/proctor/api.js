/** What the proctor console asks the service. */
import { get, put } from '../core/api.js';

/**
 * @typedef {'expected' | 'arrived' | 'admitted' | 'open' | 'paused' | 'onBreak' | 'closed'} State
 * @typedef {'pause' | 'resume' | 'extraTime' | 'release' | 'end' | 'message'} Act
 *
 * @typedef {object} ExamWindow
 * @property {string} windowId
 * @property {string} title
 * @property {string} place
 * @property {string} room
 * @property {string} opensAt
 * @property {string} closesAt
 * @property {string} timeZone
 * @property {number} sittings
 * @property {number} underWay
 * @property {number} closed
 *
 * @typedef {object} Row one candidate with a seat
 * @property {string} admissionId
 * @property {string} [sittingId] from the moment the code was entered
 * @property {string} name
 * @property {number} [seat]
 * @property {State} state
 * @property {boolean} checkedIn
 * @property {number} part
 * @property {number} answered
 * @property {number} items
 * @property {boolean} running
 * @property {string} [deadline]
 * @property {number} [remainingMs]
 * @property {'never' | 'online' | 'away'} connection
 * @property {string} [lastContactAt]
 * @property {number} [waiting] entries on the device that the service did not hold when it was last heard of
 * @property {number} devices
 * @property {number} extraMs
 * @property {number} incidents
 * @property {number} unread
 * @property {'candidate' | 'time' | 'proctor'} [reason]
 *
 * @typedef {{windowId: string, serverNow: string, clockTrusted: boolean, rows: Row[]}} Roster
 * @typedef {{act: Act, sittings?: string[], reason: string, seconds?: number, text?: string}} Command
 * @typedef {{id: string, from: 'candidate' | 'proctor', name?: string, text: string, at: string}} Message
 *
 * @typedef {object} Incident
 * @property {string} id
 * @property {number} version
 * @property {string} [sittingId]
 * @property {string} category
 * @property {string} severity
 * @property {string} text
 * @property {string} statement
 * @property {string} outcome
 * @property {string} reportedBy
 * @property {string} at
 *
 * @typedef {object} SittingRecord
 * @property {{kind: 'pause' | 'break' | 'extra', ms: number, from: string, until: string, reason: string}[]} adjustments
 * @property {{clientId: string, label: string, epochs: number[], firstAt: string}[]} devices
 * @property {Incident[]} incidents
 */

export const CATEGORIES = ['identity', 'aids', 'contact', 'behaviour', 'content', 'technical', 'health', 'environment', 'other'];
export const SEVERITIES = ['note', 'minor', 'major', 'critical'];

/** @returns {Promise<ExamWindow[]>} */
export const listWindows = async () => (await get('/proctoring/windows')).windows;

/** @param {string} windowId @returns {Promise<Roster>} */
export const readRoster = windowId => get(`/proctoring/windows/${windowId}/roster`);

/** @param {string} windowId */
export const rosterEvents = windowId => `/proctoring/windows/${windowId}/roster/events`;

/** @param {string} windowId @param {string} admissionId @param {{document: string, note?: string}} seen @returns {Promise<void>} */
export const checkIn = (windowId, admissionId, seen) => put(`/proctoring/windows/${windowId}/check-ins/${admissionId}`, seen);

/** @param {string} windowId @param {string} id made here, so that sending twice does it once @param {Command} wanted @returns {Promise<{done: number, skipped: number}>} */
export const command = (windowId, id, wanted) => put(`/proctoring/windows/${windowId}/commands/${id}`, wanted);

/** @param {string} windowId @returns {Promise<Incident[]>} */
export const listIncidents = async windowId => (await get(`/proctoring/windows/${windowId}/incidents`)).incidents;

/** @param {string} windowId @param {string} id @param {Record<string, unknown>} report @returns {Promise<Incident[]>} */
export const reportIncident = async (windowId, id, report) => (await put(`/proctoring/windows/${windowId}/incidents/${id}`, report)).incidents;

/** @param {string} sittingId @returns {Promise<Message[]>} */
export const readTranscript = async sittingId => (await get(`/proctoring/sittings/${sittingId}/messages`)).messages;

/** @param {string} sittingId @returns {Promise<SittingRecord>} */
export const readRecord = sittingId => get(`/proctoring/sittings/${sittingId}`);

/** @param {string} reason */
export const confirmClock = reason => put('/proctoring/clock', { reason });
