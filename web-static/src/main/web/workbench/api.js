/** What the shell itself asks the service. */
import { del, get } from '../core/api.js';

/** @typedef {{id: string, title: string, demonstration: boolean}} StudySummary */
/** @typedef {{stage: string, state: import('../ui/river.js').StageState, note?: string}} StageProgress */

/** @returns {Promise<import('../core/session.js').Person>} */
export async function readSession() {
  return (await get('/session')).person;
}

export const endSession = () => del('/session');

/** @returns {Promise<StudySummary[]>} */
export const listStudies = () => get('/studies');

/** How far each stage of a study is. @param {string} studyId @returns {Promise<StageProgress[]>} */
export async function readProgress(studyId) {
  return (await get(`/studies/${studyId}/progress`)).stages;
}
