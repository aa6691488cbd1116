/** What the lineage pages ask the service. */
import { get } from '../../core/api.js';

/**
 * @typedef {{value?: number, used: number, dropped: number, standardError?: number,
 *   interval?: {lower: number, upper: number, confidence: number}}} Estimate
 * @typedef {{id: string, version: number, adoptedBy: string, adoptedAt: string, current: boolean}} Blueprint
 * @typedef {{id: string, code: string, title: string, share: number, items: number, weight?: Estimate}} Domain
 * @typedef {{id: string, code: string, text: string, source: string, wording?: number, wordedBy?: string, wordedAt?: string,
 *   share: number, items: number}} Task
 * @typedef {{run: string, ranAt: string, respondents: number, importance?: Estimate, frequency?: Estimate,
 *   performing?: Estimate, weight?: Estimate}} Ratings
 * @typedef {{blueprint: Blueprint, domain: Domain, task: Task, ratings: Ratings, survey: {id: string, title: string},
 *   list: {id: string, version: number, publishedBy: string, publishedAt: string}}} Origin
 * @typedef {{id: string, type: 'KNOWLEDGE' | 'SKILL' | 'ABILITY', code: string, text: string, wordedBy?: string}} Ksa
 * @typedef {{item: string, code: string, version: string, number: number, state: string, level: string, type: string,
 *   writtenBy: string, writtenAt: string}} Item
 * @typedef {{study: string, shown: Item, versions: Item[], ksas: Ksa[], origin: Origin}} ItemLineage
 * @typedef {{origin: Origin, ksas: {ksa: Ksa, items: Item[]}[]}} TaskLineage
 * @typedef {{domain: Domain, task: Task, inWork: number, ready: number}} Cell
 * @typedef {{blueprint?: Blueprint, cells: Cell[],
 *   orphans: {tasks: Task[], ksas: Ksa[], items: {item: Item, blueprint: Blueprint, task: Task}[]}}} StudyLineage
 * @typedef {{position: number, scored: boolean, item: Item, origin: Origin}} Link
 * @typedef {{study: string,
 *   certificate: {number: string, holder: string, title: string, status: string, issuedOn: string, expiresOn: string, proposedBy: string, issuedBy: string},
 *   score: {id: string, sitting: string, satOn: string, run: number, raw: number, maximum: number, needed: number, scaled: number, inForce: boolean,
 *     signedBy: string, releasedBy: string, releasedAt: string, hash: string},
 *   cut: {id: string, method: string, recommended: number, standardError: number, raw: number, maximum: number, proposedBy: string, adoptedBy: string, adoptedAt: string},
 *   form: {id: string, code: string, checksum: string}, items: Link[]}} CertificateLineage
 */

/** @param {string} studyId @returns {Promise<StudyLineage>} */
export const readStudyLineage = studyId => get(`/studies/${studyId}/lineage`);

/** @param {string} studyId @param {string} taskId @returns {Promise<TaskLineage>} */
export const readTaskLineage = (studyId, taskId) => get(`/studies/${studyId}/lineage/tasks/${taskId}`);

/** @param {string} studyId @param {string} itemId @param {string} [version] number; the newest where none is named @returns {Promise<ItemLineage>} */
export const readItemLineage = (studyId, itemId, version) => get(`/studies/${studyId}/lineage/items/${itemId}`, { query: { version } });

/** @param {string} studyId @param {string} certificate its number @returns {Promise<CertificateLineage>} */
export const readCertificateLineage = (studyId, certificate) => get(`/studies/${studyId}/lineage/certificates/${encodeURIComponent(certificate)}`);
