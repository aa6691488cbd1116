import { address, get, loadArticle, post } from '../../core/api.js';

/**
 * @typedef {{language: 'en' | 'es', bytes: number, hash: string}} EditionFile
 * @typedef {{id: string, number: number, reason: string, modelHash: string, issuedBy: string, issuedAt: string, files: EditionFile[]}} Edition
 * @typedef {{id: string, language: 'en' | 'es', printedAt: string}} DraftFile
 * @typedef {{readable: boolean, issuable: boolean, editions: Edition[], drafts: DraftFile[]}} Desk
 * @typedef {{id: string, kind: string, state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled', progress: number, message: string}} Job
 */

/** @param {string} studyId @returns {Promise<Desk>} */
export const readDesk = studyId => get(`/studies/${studyId}/report-editions`);

/** @param {string} studyId @param {string} reason @returns {Promise<string>} the job that prints it */
export const issueReport = async (studyId, reason) => (await post(`/studies/${studyId}/report-editions`, { reason })).job;

/** @param {string} studyId @param {string} language @returns {Promise<string>} the job that prints it */
export const printDraft = async (studyId, language) => (await post(`/studies/${studyId}/report-drafts`, { language })).job;

/** The printing that is under way. @param {string} studyId @returns {Promise<Job | undefined>} */
export async function findPrinting(studyId) {
  const { jobs } = await get('/jobs', { query: { subject: studyId } });
  return jobs.find((/** @type {Job} */ job) => job.kind.startsWith('report.') && ['queued', 'running'].includes(job.state));
}

/** The draft as an element. @param {string} studyId @param {string} language */
export const loadDraft = (studyId, language) => loadArticle(address(`/studies/${studyId}/report`, { language }));

/** @param {string} draftId */
export const draftFile = draftId => address(`/report-drafts/${draftId}/file`);

/** @param {string} editionId @param {string} language */
export const editionFile = (editionId, language) => address(`/report-editions/${editionId}/file`, { language });

/** @param {string} editionId */
export const editionModel = editionId => address(`/report-editions/${editionId}/model`);

/** The technical report of an exam form as an element. @param {string} formId @param {string} language */
export const loadFormReport = (formId, language) => loadArticle(address(`/scoring/forms/${formId}/report`, { language }));

/** @param {string} formId @param {string} language */
export const formReportFile = (formId, language) => address(`/scoring/forms/${formId}/report/file`, { language });
