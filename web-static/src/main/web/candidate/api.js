import { del, get, getFile, post, put } from '../core/api.js';

/**
 * @typedef {'draft' | 'submitted' | 'more' | 'accepted' | 'refused'} State
 * @typedef {{id: string, kind: string, text: string, leastHours: number, documentNeeded: boolean}} Requirement
 * @typedef {{id: string, name: string, type: string, size: number, addedAt: string}} Document_
 * @typedef {{requirement: Requirement, statement: string, hours?: number, documents: Document_[]}} Claim
 * @typedef {{programme: string, demonstration: boolean, open: boolean, introduction: string, contact: string, minimumAge: number, requirements: Requirement[]}} Programme
 * @typedef {{outcome: 'accept' | 'more' | 'refuse', reason: string, findings: {requirement: string, verdict: string, note: string}[]}} Decision
 * @typedef {{study: string, programme: string, demonstration: boolean, contact: string, attestation: string, minimumAge: number,
 *   state: State, email: string, language: string, name: string, bornOn?: string, claims: Claim[], submittedAt?: string,
 *   authorisedUntil?: string, decision?: {number: number, decision: Decision, at: string}}} Application
 * @typedef {{timeFactor: number, extraMinutes: number, extraBreakSeconds: number[], display: {textScale?: number, theme?: string}}} Granted
 * @typedef {{askedAt?: string, evidence: number, decision?: {granted?: Granted, answer: string, validUntil?: string, decidedAt: string}}} Accommodation
 * @typedef {{id: string, title: string, opensAt: string, closesAt: string, timeZone: string, lateRule: 'full_time' | 'until_window_end',
 *   place: string, room: string, freeSeats: number, until: string}} Window_
 * @typedef {{authorisedUntil?: string, attemptsLeft: number, agreement?: {version: number, text: string}, windows: Window_[],
 *   booking?: {id: string, window: Window_, seat: number, code: string}}} Booking
 * @typedef {'verification' | 'appeal'} AskedKind
 * @typedef {{id: string, kind: AskedKind, reason: string, madeAt: string, answerDue: string, answer?: {outcome: 'confirmed' | 'changed', answer: string, at: string}}} Asked
 * @typedef {{id: string, programme: string, name: string, satOn: string, releasedOn: string, passed: boolean, askUntil: string, mayAsk: boolean, asked: Asked[],
 *   failed?: {scaled: number, passing: number, minimum: number, maximum: number, domains: {title: string, items: number, level: 'below' | 'near' | 'reached', reliable: boolean}[]}}} Result
 */

const UPLOAD_MS = 180_000;

/** @param {string} token */
const by = token => ({ headers: { 'X-Candidate': token } });

/** @param {string} study @returns {Promise<Programme>} */
export const readProgramme = study => get(`/studies/${study}/application-page`);

/** @param {string} study @param {string} email @param {string} language */
export const requestLink = (study, email, language) => post(`/studies/${study}/candidate-links`, { email, language });

/** @param {string} token @returns {Promise<Application>} */
export const readApplication = token => get('/own-application', by(token));

/** @param {string} token @param {object} person */
export const putPerson = (token, person) => put('/own-application/person', person, by(token));

/** @param {string} token @param {string} requirement @param {object} claim */
export const putClaim = (token, requirement, claim) => put(`/own-application/claims/${requirement}`, claim, by(token));

/** @param {string} token @param {string} requirement @param {string} id @param {File} file */
export const addDocument = (token, requirement, id, file) =>
  put(`/own-application/claims/${requirement}/documents/${id}`, file, upload(token, file));

/** @param {string} token @param {string} id @returns {Promise<Blob>} */
export const readDocument = (token, id) => getFile(`/own-application/documents/${id}`, by(token));

/** @param {string} token @param {string} id */
export const removeDocument = (token, id) => del(`/own-application/documents/${id}`, by(token));

/** @param {string} token */
export const submit = token => put('/own-application/submission', { attested: true }, by(token));

/** @param {string} token */
export const erase = token => put('/own-application/erasure', undefined, by(token));

/** @param {string} token @returns {Promise<Accommodation>} */
export const readAccommodation = token => get('/own-accommodation', by(token));

/** @param {string} token @param {{reason: string, need: string}} wish */
export const askAccommodation = (token, wish) => put('/own-accommodation', wish, by(token));

/** @param {string} token */
export const withdrawAccommodation = token => del('/own-accommodation', by(token));

/** @param {string} token @param {string} id @param {File} file */
export const addEvidence = (token, id, file) => put(`/own-accommodation/documents/${id}`, file, upload(token, file));

/** @param {string} token @returns {Promise<Booking>} */
export const readBooking = token => get('/own-booking', by(token));

/** @param {string} token @param {string} window @param {number} [agreement] version accepted @returns {Promise<Booking>} */
export const book = (token, window, agreement) => put('/own-booking', { window, agreement }, by(token));

/** @param {string} token @returns {Promise<Booking>} */
export const cancelBooking = token => del('/own-booking', by(token));

/** @param {string} token @returns {Promise<Result[]>} */
export const readResults = async token => (await get('/own-results', by(token))).results;

/** @param {string} token @param {string} score @returns {Promise<Blob>} */
export const printResult = (token, score) => getFile(`/own-results/${score}/report`, by(token));

/** @param {string} token @param {string} score @param {AskedKind} kind @param {string} reason @returns {Promise<Result[]>} */
export const askAboutResult = async (token, score, kind, reason) =>
  (await put(`/own-results/${score}/requests/${crypto.randomUUID()}`, { kind, reason }, by(token))).results;

/** @param {string} token @param {File} file */
function upload(token, file) {
  return { ...by(token), contentType: 'application/octet-stream', timeoutMs: UPLOAD_MS, query: { name: file.name || 'document' } };
}

/** @typedef {{id: string, number: string, code: string, title: string, status: 'active' | 'expired' | 'suspended' | 'revoked', issuedOn: string, expiresOn: string}} Certificate */

/** @param {string} token @param {string} id @returns {Promise<Blob>} */
export const printCertificate = (token, id) => getFile(`/own-certificates/${id}/paper`, by(token));

/** @param {string} token @returns {Promise<Certificate[]>} */
export const listCertificates = async token => (await get('/own-certificates', by(token))).certificates;

/** @typedef {{open: boolean, stated?: {gender?: string, ethnicity?: string, age?: string}}} Background */

/** @param {string} token @returns {Promise<Background>} */
export const readBackground = token => get('/own-background', by(token));

/** @param {string} token @param {NonNullable<Background['stated']>} stated */
export const putBackground = (token, stated) => put('/own-background', stated, by(token));

/** @param {string} token */
export const withdrawBackground = token => del('/own-background', by(token));
