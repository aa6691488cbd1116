import { del, get, put } from '../../../core/api.js';

/**
 * @typedef {import('../api.js').ItemVersion} ItemVersion
 * @typedef {import('../api.js').Author} Author
 * @typedef {import('../api.js').State} State
 * @typedef {'accept' | 'change' | 'reject'} Decision
 * @typedef {'forward' | 'back' | 'retire'} Outcome
 * @typedef {{decision: Decision, reason: string, at: string}} Vote
 * @typedef {{person: string, name: string, dueOn?: string, voted: boolean, vote?: Vote}} Reviewer
 * @typedef {{number: number, state: State, needed: number, openedAt: string, reviewers: Reviewer[], closing?: {outcome: Outcome, reason: string, by: string, at: string}}} Round
 * @typedef {{id: string, round: number, pointer?: string, text: string, author: Author, at: string, resolution?: {answer: string, by: string, at: string}}} Comment
 * @typedef {{assigned: boolean, vote?: Vote, maySubmit: boolean, mayComment: boolean, mayResolve: boolean, mayLead: boolean}} Mine
 * @typedef {{version: ItemVersion, stimulus?: import('../library/api.js').Stimulus, round?: Round, comments: Comment[], unresolved: number, mine: Mine, history: Round[]}} Review
 * @typedef {{item: string, code: string, version: string, number: number, state: State, task: string, author: Author, round: number, dueOn?: string, assigned: boolean, voted: boolean, mine: boolean, reviewers: number, votes: number, needed: number, unresolved: number, overdue: boolean}} OpenReview
 */

/** @param {string} study @returns {Promise<OpenReview[]>} */
export const listReviews = async study => (await get(`/studies/${study}/reviews`)).reviews;

/** @param {ItemVersion} version @returns {Promise<Review>} */
export const submitItem = version => put(`/item-versions/${version.id}/submission`, undefined, { version: version.revision });

/** @param {string} version @returns {Promise<Review>} */
export const readReview = version => get(`/item-versions/${version}/review`);

/** @param {string} version @param {string} person @param {string | undefined} dueOn @returns {Promise<Review>} */
export const assignReviewer = (version, person, dueOn) => put(`/item-versions/${version}/review/reviewers/${person}`, dueOn ? { dueOn } : {});

/** @param {string} version @param {string} person @returns {Promise<Review>} */
export const releaseReviewer = (version, person) => del(`/item-versions/${version}/review/reviewers/${person}`);

/** @param {string} version @param {Decision} decision @param {string} reason @returns {Promise<Review>} */
export const voteOnItem = (version, decision, reason) => put(`/item-versions/${version}/review/vote`, { decision, ...(reason ? { reason } : {}) });

/** @param {string} version @param {string} comment @param {{text: string, pointer?: string}} words @returns {Promise<Review>} */
export const commentOnItem = (version, comment, words) => put(`/item-versions/${version}/review/comments/${comment}`, words);

/** @param {string} version @param {string} comment @param {string} answer @returns {Promise<Review>} */
export const resolveComment = (version, comment, answer) => put(`/item-versions/${version}/review/comments/${comment}/resolution`, { answer });

/** @param {ItemVersion} version @param {Outcome} outcome @param {string} reason @returns {Promise<Review>} */
export const closeRound = (version, outcome, reason) => put(`/item-versions/${version.id}/review/closing`, { outcome, reason }, { version: version.revision });

/** @param {string} study @returns {Promise<{person: string, name: string, waiting: number}[]>} */
export const listReviewers = async study => (await get(`/studies/${study}/reviewers`)).people;
