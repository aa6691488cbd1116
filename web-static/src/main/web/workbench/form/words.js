/** What several pages of forms say alike. */
import { number, t } from '../../core/i18n.js';
import { badge } from '../../ui/index.js';

/** @param {{state: import('./api.js').State, proposed?: unknown}} form */
export function stateBadge({ state, proposed }) {
  if (state === 'draft' && proposed) return badge(t('form.state.proposed'), 'info');
  return badge(t(`form.state.${state}`), state === 'published' ? 'good' : '');
}

/** @param {number} seconds */
export const minutes = seconds => t('form.minutes', { n: Math.round(seconds / 60) });

/** A proportion as people in the trade write it. @param {number | undefined} p */
export const proportion = p => (p === undefined ? '–' : number(p, 2));

/** @param {string} study @param {string} form */
export const formAddress = (study, form) => `#/studies/${study}/form/forms/${form}`;

/** @param {string} study @param {string[]} forms */
export const compareAddress = (study, forms) => `#/studies/${study}/form/compare?forms=${forms.join(',')}`;
