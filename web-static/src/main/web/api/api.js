import { get } from '../core/api.js';

/** @returns {Promise<import('./contract.js').Contract>} */
export const readContract = () => get('/openapi.json');
