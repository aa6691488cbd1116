import { get } from '../../core/api.js';

/** @typedef {{id: string, to: string, subject: string, body: string, state: 'waiting' | 'sent' | 'failed', createdAt: string, problem?: string}} Mail */

/** @returns {Promise<Mail[]>} */
export const listMails = () => get('/outbox');
