/** What the public page of certificates asks the service. */
import { post } from '../core/api.js';

/** @typedef {{number: string, holder: string, title: string, status: 'active' | 'expired' | 'suspended' | 'revoked', issuedOn: string, expiresOn: string, since?: string, checkedAt: string}} Verified */

/** @param {string} number @param {string} code @returns {Promise<Verified>} */
export const verify = (number, code) => post('/verification', { number, code });
