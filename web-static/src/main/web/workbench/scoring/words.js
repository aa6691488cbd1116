import { number, percent, t } from '../../core/i18n.js';

/** A figure, or a dash where it does not exist. @param {number | null | undefined} value @param {number} [digits] */
export const figureOf = (value, digits = 2) => (value === undefined || value === null ? '–' : number(value, digits));

/** @param {number | null | undefined} share */
export const shareOf = share => (share === undefined || share === null ? '–' : percent(share, 1));

/** @param {import('./api.js').Run} run */
export const standing = run => t(`scoring.state.${run.state === 'computed' && run.signed ? 'signed' : run.state}`);

/** @param {import('./api.js').Run} run @returns {'' | 'good' | 'warn'} */
export const tone = run => (run.state === 'released' ? 'good' : run.state === 'computed' ? 'warn' : '');
