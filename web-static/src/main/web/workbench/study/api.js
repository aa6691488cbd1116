import { get } from '../../core/api.js';

/** @returns {Promise<import('../api.js').StudySummary[]>} */
export async function listStudies() {
  return (await get('/studies')).studies;
}
