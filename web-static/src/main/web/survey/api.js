/** What a peer's browser asks the service. None of it is logged there. */
import { get, post, put } from '../core/api.js';

/**
 * @typedef {import('../ui/questionnaire.js').Questionnaire} Questionnaire
 * @typedef {import('../ui/questionnaire.js').Answers} Answers
 * @typedef {{answers: Answers, eligible: boolean, page: string}} Sheet
 * @typedef {{token: string} | {openKey: string, browserKey: string}} Link
 */

/** @param {string} survey @returns {Promise<Questionnaire>} */
export const readQuestionnaire = survey => get(`/surveys/${survey}/questionnaire`, { quiet: true });

/**
 * Trades the link for a ballot; from then on the link is not sent any more.
 * @param {string} survey @param {Link} link @returns {Promise<string>}
 */
export async function takeBallot(survey, link) {
  const path = 'token' in link ? 'ballots' : 'open-ballots';
  return (await post(`/surveys/${survey}/${path}`, link, { quiet: true })).ballot;
}

/** @param {string} survey @param {string} ballot @returns {Promise<Sheet>} */
export const readSheet = (survey, ballot) => get(`/surveys/${survey}/draft`, { ...carrying(ballot), quiet: true });

/**
 * @param {string} survey @param {string} ballot
 * @param {string} key such as `ratings/<task id>`; `submission` hands in
 * @param {Record<string, unknown>} [value]
 */
export const putAnswer = (survey, ballot, key, value) => put(`/surveys/${survey}/draft/${key}`, value, { ...carrying(ballot), quiet: true });

/** Tells that the link was used, so that nobody reminds its owner. @param {string} survey @param {string} token */
export const confirmAnswered = (survey, token) => put(`/surveys/${survey}/receipts`, { token }, { quiet: true });

/** @param {string} ballot */
function carrying(ballot) {
  return { headers: { 'X-Ballot': ballot }, timeoutMs: 10_000 };
}
