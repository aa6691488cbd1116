import { address, del, get, post, put } from '../../../core/api.js';

/**
 * @typedef {import('../api.js').Content} Content
 * @typedef {{pointer: string, code: string, severity: 'note' | 'warning', message: string}} Finding
 * @typedef {{item: string, code: string, version: string, state: import('../api.js').State, likeness: number, title?: string}} Similar
 * @typedef {{domain: string, task: string, code: string, text: string, needed: number, live: number, inReview: number, draft: number, assigned: number, gap: number}} CoverageCell
 * @typedef {{blueprint: string, forms: number, cells: CoverageCell[]}} Coverage
 * @typedef {{id: string, code: string, kind: 'KNOWLEDGE' | 'SKILL' | 'ABILITY', text: string}} Ksa
 * @typedef {{id: string, code: string, text: string, items: number, ksas: Ksa[]}} TaskCell
 * @typedef {{id: string, code: string, title: string, tasks: TaskCell[]}} DomainCells
 * @typedef {{blueprint: string, version: number, domains: DomainCells[]}} Cells
 * @typedef {{id: string, person: string, name: string, task: string, domain: string, code: string, count: number, dueOn: string, note: string, begun: number, submitted: number, state: 'open' | 'done' | 'overdue' | 'withdrawn', revision: number}} WritingAssignment
 * @typedef {{line: number, change: 'new' | 'error' | 'same', code: string, message?: string}} ImportLine
 * @typedef {{rows: ImportLine[], hash: string}} ImportPreview
 * @typedef {{options: number, counts: number[], expected: number, p?: number, unbalanced: boolean}} KeyBalance
 * @typedef {{items: {item: string, code: string, version: string, findings: Finding[]}[], keyBalance: KeyBalance[]}} BankLint
 */

const CSV = { contentType: 'text/csv', timeoutMs: 60_000 };

/** Flaws of an unsaved text. @param {string} study @param {Content} content @returns {Promise<Finding[]>} */
export const lintItem = async (study, content) => (await post(`/studies/${study}/item-lint`, { content })).findings;

/** @param {string} study @returns {Promise<BankLint>} */
export const lintBank = study => get(`/studies/${study}/bank-lint`);

/** @param {string} study @param {Content} content @param {string} except @returns {Promise<Similar[]>} */
export const findSimilarItems = async (study, content, except) => (await post(`/studies/${study}/similar-items`, { content, except })).items;

/** What there is to choose from: domains, tasks and KSAs of the adopted blueprint. @param {string} study @returns {Promise<Cells>} */
export const listItemCells = study => get(`/studies/${study}/item-cells`);

/** @param {string} study @param {number} forms how many forms the bank is to fill @returns {Promise<Coverage>} */
export const readCoverage = (study, forms) => get(`/studies/${study}/coverage`, { query: { forms } });

/** @param {string} study @returns {Promise<WritingAssignment[]>} */
export const listWritingAssignments = async study => (await get(`/studies/${study}/writing-assignments`)).assignments;

/** @param {string} study @param {string} id @param {{person: string, task: string, count: number, dueOn: string, note?: string}} wish @param {number} revision 0 when new */
export const putWritingAssignment = (study, id, wish, revision) => put(`/studies/${study}/writing-assignments/${id}`, wish, { version: revision });

/** @param {string} study @param {string} id */
export const withdrawWritingAssignment = (study, id) => del(`/studies/${study}/writing-assignments/${id}`);

/** @param {string} study @returns {Promise<{person: string, name: string}[]>} */
export const listWriters = async study => (await get(`/studies/${study}/writers`)).people;

/** @param {string} study */
export const itemsFile = study => address(`/studies/${study}/items.csv`);

/** @param {string} study @param {Blob} file @returns {Promise<ImportPreview>} */
export const previewItemImport = (study, file) => post(`/studies/${study}/item-import-previews`, file, CSV);

/** @param {string} study @param {Blob} file @param {string} hash of the preview @returns {Promise<ImportPreview>} */
export const importItems = (study, file, hash) => post(`/studies/${study}/item-imports`, file, { ...CSV, query: { hash } });
