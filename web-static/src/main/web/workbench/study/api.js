import { get } from '../../core/api.js';

/** @returns {Promise<import('../api.js').StudySummary[]>} */
export const listStudies = () => get('/studies');
