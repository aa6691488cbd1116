import { get } from '../../core/api.js';

/**
 * @typedef {object} Entry
 * @property {number} number
 * @property {string} at
 * @property {string} [actor] id of the person; absent when the service itself acted
 * @property {string} actorRole
 * @property {string} action
 * @property {string} words what was done, in the reader's language
 * @property {string} subjectKind
 * @property {string} [subject]
 * @property {Record<string, unknown>} detail
 * @property {string} hash
 *
 * @typedef {{entries: number, headHash: string, whole: boolean, firstFault?: {number: number, reason: string}}} Verification
 */

/** The newest first. @param {{before?: number, limit: number}} query @returns {Promise<Entry[]>} */
export async function listEntries(query) {
  return (await get('/audit', { query })).entries;
}

/** Computes every hash of the trail again. @returns {Promise<Verification>} */
export const verifyTrail = () => get('/audit/verification', { timeoutMs: 120_000 });

/** Names by id. @returns {Promise<Map<string, string>>} */
export async function readNames() {
  const { people } = await get('/people');
  return new Map(people.map((/** @type {import('../../core/session.js').Person} */ person) => [person.id, person.name]));
}
