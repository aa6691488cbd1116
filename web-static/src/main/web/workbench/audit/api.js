import { get } from '../../core/api.js';

/**
 * @typedef {{number: number, at: string, actor: string, action: string, subject: string, detail?: unknown, hash: string}} Entry
 * @typedef {{intact: boolean, entries: number, head: string, brokenAt?: number}} Verification
 */

/** @param {{before?: number, limit: number}} query @returns {Promise<Entry[]>} */
export const listEntries = query => get('/audit', { query });

/** Reads the whole trail again and compares every hash. @returns {Promise<Verification>} */
export const verifyTrail = () => get('/audit/verification', { timeoutMs: 120_000 });
