import { address, get, loadArticle, post } from '../../core/api.js';

/** Printing takes a while: every figure is drawn anew, in every language. */
const PRINTING_MS = 180_000;

/**
 * @typedef {{language: 'en' | 'es', bytes: number, hash: string}} EditionFile
 * @typedef {{id: string, number: number, reason: string, modelHash: string, issuedBy: string, issuedAt: string, files: EditionFile[]}} Edition
 * @typedef {{readable: boolean, issuable: boolean, editions: Edition[]}} Desk
 */

/** @param {string} studyId @returns {Promise<Desk>} */
export const readDesk = studyId => get(`/studies/${studyId}/report-editions`);

/** @param {string} studyId @param {string} reason @returns {Promise<Edition>} */
export const issueReport = (studyId, reason) => post(`/studies/${studyId}/report-editions`, { reason }, { timeoutMs: PRINTING_MS });

/** The draft as an element. @param {string} studyId @param {string} language */
export const loadDraft = (studyId, language) => loadArticle(address(`/studies/${studyId}/report`, { language }));

/** @param {string} studyId @param {string} language */
export const draftFile = (studyId, language) => address(`/studies/${studyId}/report.pdf`, { language });

/** @param {string} editionId @param {string} language */
export const editionFile = (editionId, language) => address(`/report-editions/${editionId}/file`, { language });

/** @param {string} editionId */
export const editionModel = editionId => address(`/report-editions/${editionId}/model`);
