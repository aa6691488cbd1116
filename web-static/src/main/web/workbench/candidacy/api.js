import { address, get, post, put } from '../../core/api.js';

/**
 * @typedef {'draft' | 'submitted' | 'more' | 'accepted' | 'refused'} State
 * @typedef {{id: string, name: string, email: string, state: State, changedAt: string, submittedAt?: string, authorisedUntil?: string}} Summary
 * @typedef {{id: string, kind: string, text: string, leastHours: number, documentNeeded: boolean}} Requirement
 * @typedef {{id: string, name: string, type: string, size: number, addedAt: string}} Document_
 * @typedef {{requirement: Requirement, statement: string, hours?: number, documents: Document_[]}} Claim
 * @typedef {'met' | 'waived' | 'open' | 'notMet'} Verdict
 * @typedef {{requirement: string, verdict: Verdict, note: string}} Finding
 * @typedef {{outcome: 'accept' | 'more' | 'refuse', reason: string, findings: Finding[]}} Decision
 * @typedef {{number: number, decision: Decision, by?: string, at: string}} Made
 * @typedef {{id: string, study: string, state: State, version: number, email: string, language: string, name: string, bornOn?: string, age?: number,
 *   minimumAge: number, attested?: string, claims: Claim[], submittedAt?: string, authorisedUntil?: string, decisions: Made[], own: boolean}} Application
 * @typedef {{en?: string, es?: string}} Words
 * @typedef {{requirement: string, leastHours: number, documentNeeded: boolean}} Rule
 * @typedef {{open: boolean, introduction: Words, attestation: Words, contact: string, minimumAge: number, authorisedDays: number, attempts: number, rules: Rule[]}} Opening
 * @typedef {{id: string, study: string, form?: string, title: string, opensAt: string, closesAt: string, timeZone: string, lateRule: 'full_time' | 'until_window_end',
 *   place: string, room: string, deadlineHours: number, seats: number, state: 'draft' | 'published' | 'cancelled', version: number}} ExamWindow
 * @typedef {{seat: number, booking: string, candidate: string, name: string, bookedAt: string}} Taken
 * @typedef {{window: ExamWindow, taken: Taken[]}} SeatedWindow
 * @typedef {{id: string, code: string, state: 'draft' | 'published' | 'retired'}} FormSummary
 * @typedef {{name: string, kind: 'cutOff' | 'door', startsAt: string, deadline: string, cutOff: string}} Loss
 * @typedef {{lateStartMinutes: number, candidates: number, schedules: number, findings: Loss[], at: string}} Rehearsal
 * @typedef {{proctored: boolean, lateStartMinutes: number}} Publication
 * @typedef {{publication?: Publication, rehearsal?: Rehearsal}} Standing
 * @typedef {{version: number, words?: Words}} Agreement
 * @typedef {{timeFactor: number, extraMinutes: number, extraBreakSeconds: number[], display: {textScale?: number, theme?: string}}} Granted
 * @typedef {{granted?: Granted, answer: string, validUntil?: string}} AccommodationDecision
 * @typedef {{candidate: string, name: string, askedAt?: string, granted?: boolean, validUntil?: string}} RequestSummary
 * @typedef {{candidate: string, name: string, mark: string, askedAt?: string, wish?: {reason: string, need: string},
 *   evidence: {id: string, type: string, name: string}[], decisions: {number: number, decision: AccommodationDecision, by: string, at: string}[]}} Request_
 * @typedef {{sittingId: string, name: string, closedAt: string, late: number, open: number, admitted: number}} LateSitting
 * @typedef {{clientId: string, seq: number, item: number, typedAt: string, receivedAt: string, standing: 'late' | 'outside',
 *   effect: 'adds' | 'replaces' | 'nothing', verdict?: {admitted: boolean, reason: string, by: string, at: string}}} LateAnswer
 * @typedef {{sittingId: string, name: string, startedAt: string, closedAt: string, reason: 'candidate' | 'time' | 'proctor', mayDecide: boolean,
 *   answers: LateAnswer[]}} LateAnswers
 * @typedef {{admit: boolean, reason: string, answers: {clientId: string, seq: number}[]}} LateDecision
 */

/** @param {string} study @returns {Promise<Summary[]>} */
export const listApplications = async study => (await get(`/studies/${study}/applications`)).applications;

/** @param {string} id @returns {Promise<Application>} */
export const readApplication = id => get(`/applications/${id}`);

/** @param {string} id @param {string} document */
export const documentAddress = (id, document) => address(`/applications/${id}/documents/${document}`);

/** @param {string} id @param {Decision} decision @param {number} version @returns {Promise<Application>} */
export const decideApplication = (id, decision, version) => put(`/applications/${id}/decision`, decision, { version });

/** Version 0 before it is written. @param {string} study @returns {Promise<Partial<Opening> & {version: number}>} */
export const readOpening = study => get(`/studies/${study}/opening`);

/** @param {string} study @param {Opening} opening @param {number} version @returns {Promise<Opening & {version: number}>} */
export const putOpening = (study, opening, version) => put(`/studies/${study}/opening`, opening, { version });

/** @param {string} study @returns {Promise<{id: string, kind: string, text: string}[]>} */
export const listRequirements = async study => (await get(`/studies/${study}`)).requirements;

/** @param {string} study @returns {Promise<{window: ExamWindow, taken: number}[]>} */
export const listWindows = async study => (await get(`/studies/${study}/exam-windows`)).windows;

/** @param {string} id @returns {Promise<SeatedWindow>} */
export const readWindow = id => get(`/exam-windows/${id}`);

/** @param {string} id @param {object} plan @param {number} version 0 for a new one @returns {Promise<SeatedWindow>} */
export const planWindow = (id, plan, version) => put(`/exam-windows/${id}`, plan, { version });

/** @param {string} id @param {string} reason @returns {Promise<SeatedWindow>} */
export const cancelWindow = (id, reason) => put(`/exam-windows/${id}/cancellation`, { reason });

/** @param {string} study @returns {Promise<FormSummary[]>} */
export const listForms = async study => (await get(`/studies/${study}/forms`)).forms;

/** @param {string} window @returns {Promise<Standing>} */
export const readPublication = window => get(`/exam-windows/${window}/publication`);

/** @param {string} window @param {number} lateStartMinutes @returns {Promise<Rehearsal>} */
export const rehearseExam = (window, lateStartMinutes) => post(`/exam-windows/${window}/rehearsals`, { lateStartMinutes });

/** @param {string} window @param {Publication} how @returns {Promise<Standing>} */
export const publishExam = (window, how) => put(`/exam-windows/${window}/publication`, how);

/** @param {string} booking @returns {Promise<string>} */
export const renewCode = async booking => (await put(`/bookings/${booking}/admission-code`)).code;

/** @param {string} study @returns {Promise<Agreement>} */
export const readAgreement = study => get(`/studies/${study}/agreement`);

/** @param {string} study @param {Words} words @param {number} version @returns {Promise<Agreement>} */
export const wordAgreement = (study, words, version) => put(`/studies/${study}/agreement`, { words }, { version });

/** @param {string} study @returns {Promise<RequestSummary[]>} */
export const listAccommodations = async study => (await get(`/studies/${study}/accommodations`)).requests;

/** @param {string} candidate @returns {Promise<Request_>} */
export const readAccommodation = candidate => get(`/accommodations/${candidate}`);

/** @param {string} candidate @param {string} document */
export const evidenceAddress = (candidate, document) => address(`/accommodations/${candidate}/documents/${document}`);

/** @param {string} candidate @param {AccommodationDecision} decision @returns {Promise<Request_>} */
export const decideAccommodation = (candidate, decision) => put(`/accommodations/${candidate}/decision`, decision);

/** @param {string} window @returns {Promise<LateSitting[]>} */
export const listLateSittings = async window => (await get(`/submission/windows/${window}/late`)).sittings;

/** @param {string} sitting @returns {Promise<LateAnswers>} */
export const readLateAnswers = sitting => get(`/submission/sittings/${sitting}/late`);

/** @param {string} sitting @param {LateDecision} decision @returns {Promise<LateAnswers>} */
export const decideLateAnswers = (sitting, decision) => post(`/submission/sittings/${sitting}/late/decisions`, decision);

/** What made-up candidates of a study were set to last. @param {string} study @returns {Promise<{id: string, kind: string, state: string, progress: number, message: string} | undefined>} */
export async function findSimulation(study) {
  const { jobs } = await get('/jobs', { query: { subject: study } });
  return jobs.find((/** @type {{kind: string}} */ job) => job.kind === 'simulation.candidates');
}
