import { del, get, put } from '../../../core/api.js';

/**
 * @typedef {import('../api.js').ItemVersion} ItemVersion
 * @typedef {'accept' | 'change' | 'reject'} Decision
 * @typedef {{decision: Decision, reason: string, at: string, name?: string}} Vote
 * @typedef {{person: string, name: string, dueOn?: string, voted: boolean, overdue: boolean, vote?: Vote}} Assignment
 * @typedef {{id: string, pointer?: string, text: string, by: import('../api.js').Author, at: string, answer?: string, resolvedBy?: import('../api.js').Author, resolvedAt?: string}} Comment
 * @typedef {{round: number, state: import('../api.js').State, outcome: 'forward' | 'back' | 'retire', reason: string, by: import('../api.js').Author, at: string, votes: Vote[]}} Round
 * @typedef {{version: ItemVersion, state: import('../api.js').State, round: number, revision: number, openSince: string, needed: number, assignments: Assignment[], comments: Comment[], mine: {assigned: boolean, mayVote: boolean, vote?: Vote}, mayClose: boolean, unresolved: number, history: Round[]}} Review
 * @typedef {{item: string, code: string, version: string, number: number, state: import('../api.js').State, round: number, dueOn?: string, voted: boolean, assigned: boolean, votes: number, needed: number, unresolved: number, overdue: boolean}} OpenReview
 */

/** @param {string} study @returns {Promise<OpenReview[]>} */
export const listReviews = async study => (await get(`/studies/${study}/reviews`)).reviews;

/** @param {ItemVersion} version @returns {Promise<Review>} */
export const submitItem = version => put(`/item-versions/${version.id}/submission`, undefined, { version: version.revision });

/** @param {string} version @returns {Promise<Review>} */
export const readReview = version => get(`/item-versions/${version}/review`);

/** @param {string} version @param {string} person @param {string | undefined} dueOn @returns {Promise<Review>} */
export const assignReviewer = (version, person, dueOn) => put(`/item-versions/${version}/review/reviewers/${person}`, dueOn ? { dueOn } : {});

/** @param {string} version @param {string} person */
export const releaseReviewer = (version, person) => del(`/item-versions/${version}/review/reviewers/${person}`);

/** @param {string} version @param {Decision} decision @param {string} reason @returns {Promise<Review>} */
export const voteOnItem = (version, decision, reason) => put(`/item-versions/${version}/review/vote`, { decision, reason });

/** @param {string} version @param {string} comment @param {{text: string, pointer?: string}} words @returns {Promise<Review>} */
export const commentOnItem = (version, comment, words) => put(`/item-versions/${version}/review/comments/${comment}`, words);

/** @param {string} version @param {string} comment @param {string} answer @returns {Promise<Review>} */
export const resolveComment = (version, comment, answer) => put(`/item-versions/${version}/review/comments/${comment}/resolution`, { answer });

/** @param {string} version @param {number} round @param {'forward' | 'back' | 'retire'} outcome @param {string} reason */
export const closeRound = (version, round, outcome, reason) => put(`/item-versions/${version}/review/closing`, { outcome, reason }, { version: round });

/** @param {string} study @returns {Promise<{person: string, name: string, open: number}[]>} */
export const listReviewers = async study => (await get(`/studies/${study}/reviewers`)).people;
