/** What the page of certificates asks the service. */
import { address, del, get, post } from '../../core/api.js';

/**
 * @typedef {'proposed' | 'active' | 'expired' | 'suspended' | 'revoked'} Status
 * @typedef {'suspend' | 'reinstate' | 'revoke'} Act
 * @typedef {{sitting: string, name: string, satOn: string, obstacle?: string}} Waiting
 * @typedef {{id: string, number: string, holder: string, status: Status, proposedBy: string, ownProposal: boolean, issuedBy?: string, issuedOn?: string, expiresOn?: string,
 *   validMonths: number, obstacle?: string, passStands: boolean, acts: {kind: Act, reason: string, by: string, at: string}[]}} Entry
 * @typedef {{waiting: Waiting[], certificates: Entry[]}} Registry
 */

/** @param {string} study @returns {Promise<Registry>} */
export const readRegistry = study => get(`/studies/${study}/certificates`);

/** @param {string} study @param {string[]} sittings @param {number} validMonths @returns {Promise<Registry>} */
export const proposeCertificates = (study, sittings, validMonths) => post(`/studies/${study}/certificates`, { sittings, validMonths });

/** @param {string} study @param {string[]} certificates @returns {Promise<Registry>} */
export const issueCertificates = (study, certificates) => post(`/studies/${study}/certificates/issue`, { certificates });

/** @param {string} id @returns {Promise<Registry>} */
export const withdrawCertificate = id => del(`/certificates/${id}/proposal`);

/** The registry as a table. @param {string} study */
export const registryFile = study => address(`/studies/${study}/certificates/registry.csv`);

/** The certificate as a PDF. @param {string} id */
export const certificatePaper = id => address(`/certificates/${id}/paper`);

/** @param {string} id @param {Act} kind @param {string} reason @returns {Promise<Registry>} */
export const actOnCertificate = (id, kind, reason) => post(`/certificates/${id}/acts`, { kind, reason });
