import { get } from '../../core/api.js';

/**
 * @typedef {object} Letter
 * @property {string} id
 * @property {string} recipient
 * @property {string} subject
 * @property {string} body empty once sent: it may hold a secret link
 * @property {string} createdAt
 * @property {string} [sentAt]
 * @property {number} attempts
 * @property {string} [lastError]
 * @property {boolean} example to an address that stands for nobody: never sent
 */

/** @returns {Promise<{letters: Letter[], sending: boolean}>} `sending`: whether a mail server is set */
export const readOutbox = () => get('/outbox');
