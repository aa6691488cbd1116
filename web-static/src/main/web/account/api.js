import { del, get, post, put } from '../core/api.js';

/** @typedef {import('../core/session.js').Person} Person */
/** @typedef {import('../core/session.js').Role} Role */

/** @param {{email: string, password: string}} credentials @returns {Promise<{person: Person}>} */
export const signIn = credentials => post('/session', credentials, { quiet: true });

export const signOut = () => del('/session', { quiet: true });

/** Resolves when the set-up link is still good. @param {string} token @returns {Promise<void>} */
export const readSetup = token => get(`/setup/${encodeURIComponent(token)}`);

/** @param {string} token @param {{name: string, email: string, password: string}} first @returns {Promise<{person: Person}>} */
export const completeSetup = (token, first) => put(`/setup/${encodeURIComponent(token)}`, first, { quiet: true });

/** @param {string} token @returns {Promise<{email: string, role: Role}>} */
export const readInvitation = token => get(`/invitations/${encodeURIComponent(token)}`);

/** @param {string} token @param {{name: string, password: string}} colleague @returns {Promise<{person: Person}>} */
export const acceptInvitation = (token, colleague) => put(`/invitations/${encodeURIComponent(token)}/acceptance`, colleague, { quiet: true });
