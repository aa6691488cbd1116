import { address, del, get, post, put } from '../../core/api.js';

/**
 * @typedef {'TASK' | 'KNOWLEDGE' | 'SKILL' | 'ABILITY'} Kind
 * @typedef {{id: string, code: string, text: string, source: string, wording: number, author: string, writtenAt: string, version: number, warnings: string[]}} Statement
 * @typedef {{id: string, code: string, title: string, definition: string, version: number, tasks: Statement[]}} Domain
 * @typedef {{type: 'KNOWLEDGE' | 'SKILL' | 'ABILITY', statement: Statement, tasks: string[]}} Ksa
 * @typedef {{id: string, domain: boolean, kind: Kind, text: string, reason: string}} Dropped
 * @typedef {{kind: string, id: string, code: string, text: string}} Orphan
 * @typedef {{id: string, version: number, tasks: number, ksas: number, hash: string, publishedAt: string, by: string}} TaskListSummary
 * @typedef {{kind: string, subject: string, code: string, text: string, before: string}} Change
 * @typedef {{domains: Domain[], ksas: Ksa[], dropped: Dropped[], orphans: Orphan[], latest?: TaskListSummary, changes: Change[]}} Workshop
 * @typedef {{number: number, text: string, author: string, writtenAt: string}} Wording
 * @typedef {{rows: import('../../ui/import.js').ImportRow[], hash: string}} Preview
 */

const CSV = { contentType: 'text/csv', timeoutMs: 60_000 };

/** @param {string} study @returns {Promise<Workshop>} */
export const readWorkshop = study => get(`/studies/${study}/workshop`);

/** @param {string} study @param {string} id @param {{title: string, definition?: string}} domain @param {number} version */
export const putDomain = (study, id, domain, version) => put(`/studies/${study}/domains/${id}`, domain, { version });

/** @param {string} study @param {string} id @param {number} position */
export const placeDomain = (study, id, position) => put(`/studies/${study}/domains/${id}/place`, { position });

/** @param {string} study @param {string} id @param {string} reason */
export const dropDomain = (study, id, reason) => put(`/studies/${study}/domains/${id}/drop`, { reason });

/** @param {string} study @param {string} id */
export const restoreDomain = (study, id) => del(`/studies/${study}/domains/${id}/drop`);

/** @param {string} study @param {string} id @param {{kind: Kind, text: string, domain?: string}} statement @param {number} version */
export const putStatement = (study, id, statement, version) => put(`/studies/${study}/statements/${id}`, statement, { version });

/** @param {string} study @param {string} id @param {{domain?: string, position: number}} place */
export const placeStatement = (study, id, place) => put(`/studies/${study}/statements/${id}/place`, place);

/** @param {string} study @param {string} id @param {string} reason */
export const dropStatement = (study, id, reason) => put(`/studies/${study}/statements/${id}/drop`, { reason });

/** @param {string} study @param {string} id */
export const restoreStatement = (study, id) => del(`/studies/${study}/statements/${id}/drop`);

/** @param {string} study @param {string} id @returns {Promise<Wording[]>} */
export const listWordings = async (study, id) => (await get(`/studies/${study}/statements/${id}/wordings`)).wordings;

/** @param {string} study @param {string} task @param {string} ksa */
export const linkKsa = (study, task, ksa) => put(`/studies/${study}/links/${task}/${ksa}`);

/** @param {string} study @param {string} task @param {string} ksa */
export const unlinkKsa = (study, task, ksa) => del(`/studies/${study}/links/${task}/${ksa}`);

/** @param {string} study @param {Blob} file @param {string} [domain] @returns {Promise<Preview>} */
export const previewImport = (study, file, domain) => post(`/studies/${study}/import-previews`, file, { ...CSV, query: { domain } });

/** @param {string} study @param {Blob} file @param {string} hash @param {string} [domain] @returns {Promise<Preview>} */
export const importStatements = (study, file, hash, domain) => post(`/studies/${study}/imports`, file, { ...CSV, query: { domain, hash } });

/** @param {string} study @param {string} id @param {number} version of the newest list seen */
export const publishTaskList = (study, id, version) => put(`/studies/${study}/task-lists/${id}`, undefined, { version });

/** @param {string} study @returns {Promise<TaskListSummary[]>} */
export const listTaskLists = async study => (await get(`/studies/${study}/task-lists`)).taskLists;

/** @param {string} study @param {'html' | 'pdf'} format @param {string} language */
export const scopeOfService = (study, format, language) => address(`/studies/${study}/scope-of-service.${format}`, { language });
