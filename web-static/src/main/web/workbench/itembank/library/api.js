import { get, put } from '../../../core/api.js';

/**
 * @typedef {import('../api.js').Localized} Localized
 * @typedef {{id: string, study: string, name: string, alt: Localized, licence: string, source: string, version: number, file?: {type: string, width: number, height: number, bytes: number}, addedBy: string, addedAt: string}} Asset
 * @typedef {{id: string, stimulus: string, study: string, number: number, revision: number, title: Localized, text: Localized, locked: boolean, author: string, writtenAt: string}} Stimulus
 */

/** @param {string} study @returns {Promise<Asset[]>} */
export const listAssets = async study => (await get(`/studies/${study}/assets`)).assets;

/** @param {string} study @param {string} asset @param {{name: string, alt: Localized, licence: string, source: string}} words @param {number} version 0 when new @returns {Promise<Asset>} */
export const describeAsset = (study, asset, words, version) => put(`/studies/${study}/assets/${asset}`, words, { version });

/** @param {string} study @param {string} asset @param {Blob} file @returns {Promise<Asset>} */
export const uploadAsset = (study, asset, file) => put(`/studies/${study}/assets/${asset}/file`, file, { contentType: 'application/octet-stream', timeoutMs: 60_000 });

/** @param {string} study @returns {Promise<Stimulus[]>} */
export const listStimuli = async study => (await get(`/studies/${study}/stimuli`)).stimuli;

/** @param {string} study @param {string} stimulus @param {{title: Localized, text: Localized}} words @param {number} revision @returns {Promise<{stimulus: Stimulus, notices: import('../api.js').Notice[]}>} */
export const putStimulus = (study, stimulus, words, revision) => put(`/studies/${study}/stimuli/${stimulus}`, words, { version: revision });

/** @param {Stimulus} version @returns {Promise<Stimulus>} */
export const lockStimulus = version => put(`/stimulus-versions/${version.id}/lock`, undefined, { version: version.revision });

/** @param {string} version @returns {Promise<Stimulus>} */
export const readStimulusVersion = version => get(`/stimulus-versions/${version}`);
