/** What the pages of the bank share: the way between them, and how a state or a cell is written. */
import { ApiError } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { badge, html, linkTabs, pageHead } from '../../ui/index.js';

/** @typedef {import('./api.js').State} State */

/** Who may see a part; where nobody is named, everybody. @type {Record<string, import('../../core/session.js').Role[]>} */
const PARTS = {
  '': [],
  coverage: [],
  reviews: ['certificationExpert', 'itemWriter', 'sme'],
  library: ['certificationExpert', 'itemWriter', 'sme'],
  sets: [],
  check: ['certificationExpert'],
  rules: [],
};

/** @type {Record<State, import('../../ui/page.js').Tone>} */
const TONES = { draft: '', content_review: 'info', editorial: 'info', fairness_review: 'info', approved: 'good', pilot: 'good', operational: 'good', retired: '' };
export const STATES = /** @type {State[]} */ (Object.keys(TONES));

/** @param {string} study @param {string} part '' is the list @param {{lead: string, actions?: unknown}} head */
export function bankHead(study, part, { lead, actions }) {
  const base = `#/studies/${study}/itembank`;
  const href = (/** @type {string} */ one) => (one ? `${base}/${one}` : base);
  return html`${pageHead({ title: t(`itembank.part.${part || 'items'}`), eyebrow: t('itembank.title'), lead, actions })}
    ${linkTabs({ label: t('itembank.parts'), current: href(part), links: Object.keys(PARTS).filter(one => PARTS[one].length === 0 || hasRole(...PARTS[one])).map(one => ({ href: href(one), label: t(`itembank.part.${one || 'items'}`) })) })}`;
}

/** @param {State} state */
export function stateBadge(state) {
  return badge(t(`itembank.state.${state}`), TONES[state]);
}

/** The task of a cell in words. @param {import('./writing/api.js').Cells | undefined} cells @param {string} task */
export function taskWords(cells, task) {
  const found = cells?.domains.flatMap(domain => domain.tasks).find(one => one.id === task);
  return found ? `${found.code} ${found.text}` : '';
}

/** What a person may not see is not there for them. @template T @param {Promise<T>} asked @param {T} otherwise @returns {Promise<T>} */
export async function orNothing(asked, otherwise) {
  try {
    return await asked;
  } catch (cause) {
    if (cause instanceof ApiError && [403, 404, 409].includes(cause.status)) return otherwise;
    throw cause;
  }
}
