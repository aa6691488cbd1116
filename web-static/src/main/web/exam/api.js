/** What a candidate's browser asks the service. The token of the sitting goes in a header of its own. */
import { get, post, put } from '../core/api.js';

/**
 * @typedef {import('./queue.js').Batch} Batch
 * @typedef {import('./sheet.js').Entry} Entry
 * @typedef {import('../ui/question.js').CandidateItem} CandidateItem
 *
 * @typedef {'arrived' | 'admitted' | 'open' | 'paused' | 'onBreak' | 'closed'} State
 * @typedef {'candidate' | 'time' | 'proctor'} Reason
 *
 * @typedef {object} Status how the sitting stands
 * @property {number} ackSeq the last event of this device that the service holds
 * @property {number} epoch granted to this device; 0 when it never had the pen
 * @property {number} currentEpoch
 * @property {boolean} writing whether this device has the pen
 * @property {State} status
 * @property {number} part
 * @property {number} revision grows when somebody else changed the sitting
 * @property {string} serverNow
 * @property {boolean} running
 * @property {number} [remainingMs] at `serverNow`
 * @property {string} [deadline] while the time runs
 * @property {number} [partRemainingMs]
 * @property {string} [partDeadline]
 * @property {number} [breakRemainingMs]
 * @property {number} [fromItem] the questions that may be answered now
 * @property {number} [toItem]
 * @property {Reason} [reason]
 *
 * @typedef {Omit<CandidateItem, 'id'> & {item: number}} Item
 * @typedef {{part: number, kind: 'agreement', title: string, text: string, version: string}} AgreementPart
 * @typedef {{part: number, kind: 'tutorial', title: string, text: string}} TutorialPart
 * @typedef {{part: number, kind: 'questions', number: number, title: string, instructions?: string, seconds?: number,
 *   navigation: 'free' | 'linear', fromItem: number, toItem: number, items?: Item[]}} QuestionsPart
 * @typedef {{part: number, kind: 'break', seconds: number, optional: boolean, stopsClock: boolean}} BreakPart
 * @typedef {{id: string, text: string, kind: 'choice' | 'text', options?: string[]}} ExitQuestion
 * @typedef {{part: number, kind: 'exit', title: string, questions: ExitQuestion[]}} ExitPart
 * @typedef {AgreementPart | TutorialPart | QuestionsPart | BreakPart | ExitPart} Part
 *
 * @typedef {object} View all a candidate is sent of a sitting
 * @property {string} id
 * @property {string} displayName
 * @property {{title: string, code: string}} exam
 * @property {import('../core/i18n.js').Language} language
 * @property {{textScale?: number, theme?: string}} display
 * @property {string} [agreementVersion] that was accepted
 * @property {string} opensAt
 * @property {string} closesAt
 * @property {number} secondsAllowed
 * @property {Status} status
 * @property {Part[]} parts
 * @property {{id: string, alt: string, src: string}[]} pictures each whole in its address
 * @property {{number: number, seconds: number, taken: boolean}[]} extraBreaks
 * @property {Entry[]} current
 *
 * @typedef {object} Receipt
 * @property {string} sittingId
 * @property {string} displayName
 * @property {{title: string, code: string}} exam
 * @property {string} startedAt
 * @property {string} closedAt
 * @property {Reason} reason
 * @property {number} answered
 * @property {number} unanswered
 * @property {string} digest
 * @property {string} receipt
 * @property {{at: string, answered: number, unanswered: number, digest: string}} [amended] how the answers stand with late ones that were let count
 *
 * @typedef {{id: string, from: 'candidate' | 'proctor', name?: string, text: string, at: string}} Message
 * @typedef {{token: string, key: string, sitting: View}} Entered
 */

const TIMEOUT_MS = 10_000;

/**
 * Trades the admission code for the sitting.
 * @param {string} code @param {string} clientId @param {string} device a few words for the proctor
 * @returns {Promise<Entered>}
 */
export const enterExam = (code, clientId, device) => post('/sittings', { code, clientId, device }, { quiet: true, timeoutMs: TIMEOUT_MS });

/** One sitting, asked by who holds its token. */
export class Service {
  /** @param {string} token of this device for this sitting */
  constructor(token) {
    this.token = token;
  }

  get #carrying() {
    return { headers: { 'X-Sitting': this.token }, quiet: true, timeoutMs: TIMEOUT_MS };
  }

  /** @returns {Promise<View>} */
  read() {
    return get('/sitting', this.#carrying);
  }

  /** @param {string | undefined} agreementVersion @returns {Promise<View>} */
  start(agreementVersion) {
    return put('/sitting/start', { agreementVersion }, this.#carrying);
  }

  /** @returns {Promise<View>} */
  takePen() {
    return put('/sitting/pen', undefined, this.#carrying);
  }

  /** @param {Batch} batch @returns {Promise<Status>} */
  post(batch) {
    return post('/sitting/events', batch, this.#carrying);
  }

  /** @param {number} epoch @param {number} lastSeq @returns {Promise<Receipt>} */
  submit(epoch, lastSeq) {
    return put('/sitting/submission', { epoch, lastSeq }, this.#carrying);
  }

  /** @returns {Promise<Receipt>} */
  receipt() {
    return get('/sitting/receipt', this.#carrying);
  }

  /** @returns {Promise<Message[]>} */
  async messages() {
    return (await get('/sitting/messages', this.#carrying)).messages;
  }

  /** @param {string} id made here, so that sending twice is harmless @param {string} text */
  write(id, text) {
    return put(`/sitting/messages/${id}`, { text }, this.#carrying);
  }
}
