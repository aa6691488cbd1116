import { t } from '../../../core/i18n.js';
import { ask, button, html, nothing } from '../../../ui/index.js';
import { moveItem } from '../api.js';

/** @typedef {import('../api.js').State} State */

/** Where an expert may take a version after its reviews. @type {Partial<Record<State, State[]>>} */
const WAYS = { approved: ['operational', 'retired'], pilot: ['operational', 'approved', 'retired'], operational: ['retired'] };

/** @param {import('../review/review.js').Host} page @param {import('../api.js').ItemVersion} version */
export function moves(page, version) {
  const ways = WAYS[version.state] ?? [];
  if (!ways.length) return nothing;
  return html`<section class="card stack" aria-labelledby="moves"><h2 id="moves">${t('itembank.moves')}</h2>
    <p>${t(`itembank.moves.from.${version.state}`)}</p>
    <div class="row">${ways.map(to => button({ label: t(`itembank.moves.to.${to}`), kind: to === 'retired' ? 'danger' : '', disabled: page.busy, onclick: () => move(page, version, to) }))}</div></section>`;
}

/** @param {import('../review/review.js').Host} page @param {import('../api.js').ItemVersion} version @param {State} to */
function move(page, version, to) {
  return ask({
    title: t(`itembank.moves.to.${to}`),
    message: html`<p>${t(`itembank.moves.text.${to}`)}</p>`,
    reason: t('itembank.reason'),
    confirm: t(`itembank.moves.to.${to}`),
    danger: to === 'retired',
    onconfirm: async reason => {
      await moveItem(version, to, reason);
      await page.renew('review', t('itembank.moves.done'));
    },
  });
}
