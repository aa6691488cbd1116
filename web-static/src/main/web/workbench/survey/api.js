import { address, get, post, put } from '../../core/api.js';

/**
 * @typedef {import('../../ui/questionnaire.js').Question} Question
 * @typedef {import('../../ui/questionnaire.js').Questionnaire} Questionnaire
 * @typedef {'draft' | 'open' | 'closed'} State
 * @typedef {{id: string, title: string, state: State, taskListVersion: number, openedOn?: string, closedOn?: string}} Summary
 * @typedef {{title: string, language: 'en' | 'es', consent: string, screener: string, questions: Question[],
 *   coverageQuestion: string, thanks: string, openLink: boolean}} Contents
 * @typedef {{invited: number, personal: number, open: number, imported: number, screenedOut: number, incumbents: number}} Accounting
 * @typedef {{id: string, study: string, state: State, version: number, contents: Contents, questionnaire: Questionnaire,
 *   taskListVersion: number, newerTaskList: boolean, openLink?: string, openedOn?: string, closedOn?: string,
 *   hash?: string, accounting?: Accounting}} Survey
 * @typedef {{started: number, screenedOut: number, complete: number}} ByLink
 * @typedef {{invited: number, answered: number, personal: ByLink, open: ByLink, imported: number, partial: number}} Counts
 * @typedef {{id: string, label: string, email?: string, answered: boolean}} Invitation
 * @typedef {{label: string, email?: string, link?: string}} PersonalLink
 * @typedef {{respondents: number, errors: number, lines: {line: number, respondent: string, rated: number,
 *   notPerformed: number, background: number, message?: string}[]}} Preview
 * @typedef {'open' | 'newTask' | 'duplicate' | 'notATask'} Coding
 * @typedef {{id: string, domain: string, text: string, coding: Coding}} WriteIn
 */

/** @param {string} study @returns {Promise<Summary[]>} */
export const listSurveys = async study => (await get(`/studies/${study}/surveys`)).surveys;

/** What a survey stands on; `required` answers are what the sampling plan asks for. @param {string} study
 * @returns {Promise<{frozen: boolean, taskLists: number, required?: number}>} */
export async function readGround(study) {
  const [{ protocol, sampling }, { taskLists }] = await Promise.all([get(`/studies/${study}`), get(`/studies/${study}/task-lists`)]);
  return { frozen: protocol.frozen !== undefined, taskLists: taskLists.length, required: sampling?.plan.required };
}

/** @param {string} study @param {string} id made here @param {{title: string, language: string}} beginning @returns {Promise<Survey>} */
export const createSurvey = (study, id, beginning) => put(`/studies/${study}/surveys/${id}`, beginning);

/** @param {string} id @returns {Promise<Survey>} */
export const readSurvey = id => get(`/surveys/${id}`);

/** @param {string} id @param {Contents} contents @param {number} version @returns {Promise<Survey>} */
export const editSurvey = (id, contents, version) => put(`/surveys/${id}`, contents, { version });

/** @param {string} id @returns {Promise<Survey>} */
export const openSurvey = id => put(`/surveys/${id}/opening`);

/** @param {string} id @returns {Promise<Survey>} */
export const closeSurvey = id => put(`/surveys/${id}/closure`, undefined, { timeoutMs: 120_000 });

/** @param {string} id @returns {Promise<Counts>} */
export const readCounts = id => get(`/surveys/${id}/counts`);

/** @param {string} language of the survey, whatever the screen speaks @returns {Promise<Question[]>} */
export const listStandardQuestions = async language => (await get('/survey-questions', { headers: { 'Accept-Language': language } })).questions;

/** @param {string} id @returns {Promise<Invitation[]>} */
export const listInvitations = async id => (await get(`/surveys/${id}/invitations`)).invitations;

/** @param {string} id @param {{people: {label: string, email?: string}[], byMail: boolean}} invitees @returns {Promise<PersonalLink[]>} */
export const invite = async (id, invitees) => (await post(`/surveys/${id}/invitations`, invitees, { timeoutMs: 60_000 })).links;

/** @param {string} id */
export const importTemplate = id => address(`/surveys/${id}/imports/template`);

/** @param {string} id @param {Blob} file @returns {Promise<Preview>} */
export const checkImport = (id, file) => post(`/surveys/${id}/imports/checks`, file, { contentType: 'text/csv', timeoutMs: 120_000 });

/** @param {string} id @param {Blob} file @returns {Promise<{respondents: number}>} */
export const importRatings = (id, file) => post(`/surveys/${id}/imports`, file, { contentType: 'text/csv', timeoutMs: 120_000 });

/** @param {string} id @returns {Promise<WriteIn[]>} */
export const listWriteIns = async id => (await get(`/surveys/${id}/write-ins`)).writeIns;

/** @param {string} id @param {string} writeIn @param {Coding} coding */
export const codeWriteIn = (id, writeIn, coding) => put(`/surveys/${id}/write-ins/${writeIn}`, { coding });
