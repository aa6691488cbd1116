import { number, t } from '../../core/i18n.js';
import { badge, html, more, nothing, table } from '../../ui/index.js';
import { figureOf, shareOf } from './words.js';

/** @typedef {import('./api.js').RunView} RunView */
/** @typedef {import('./api.js').Item} Item */

/** What each item did. @param {RunView} view @param {import('./figures.js').Figures} figures @param {{sort: any, onsort: (sort: any) => void}} sorting */
export function itemsView(view, figures, sorting) {
  return html`<div class="stack loose">
    ${figures.show('items')}
    ${table({
      caption: t('scoring.items.caption', { n: view.items.length }),
      rows: view.items,
      rowKey: item => item.version,
      ...sorting,
      columns: [
        { key: 'position', label: t('scoring.item'), head: true, sortBy: item => item.position, cell: item => html`<span class="nowrap">${item.position} · <a href="#/studies/${view.study}/scoring/runs/${view.run.id}?item=${item.version}">${item.code}</a></span>` },
        { key: 'p', label: t('scoring.p'), numeric: true, sortBy: item => item.p, cell: item => figureOf(item.p) },
        { key: 'r', label: t('scoring.discrimination'), numeric: true, sortBy: item => item.discrimination, cell: item => figureOf(item.discrimination) },
        { key: 'alpha', label: t('scoring.alphaIfDeleted'), numeric: true, sortBy: item => item.alphaIfDeleted, cell: item => figureOf(item.alphaIfDeleted, 3) },
        { key: 'blank', label: t('scoring.blank'), numeric: true, sortBy: item => item.omitted + item.notReached, cell: item => number(item.omitted + item.notReached) },
        { key: 'seconds', label: t('scoring.seconds'), numeric: true, sortBy: item => item.seconds, cell: item => figureOf(item.seconds, 0) },
        { key: 'flags', label: t('scoring.flags'), sortBy: item => item.flags.length, cell: item => flags(item) },
      ],
    })}</div>`;
}

/** @param {Item} item */
export function flags(item) {
  const standing = !item.scored ? t('scoring.pilot') : item.rule.kind === 'as_written' ? '' : t(`scoring.rule.${item.rule.kind}`);
  return html`<span class="row tight">${standing ? badge(standing) : nothing}${item.flags.map(flag => badge(t(`scoring.flag.${flag}`), 'warn'))}</span>`;
}

/** One item: who chose what, and what candidates said. @param {Item} item @param {import('./figures.js').Figures} figures */
export function itemView(item, figures) {
  return html`<div class="stack">
    <dl class="pairs"><dt>${t('scoring.p')}</dt><dd>${figureOf(item.p)}${item.interval ? html` (${figureOf(item.interval.lower)} – ${figureOf(item.interval.upper)})` : nothing}</dd>
      <dt>${t('scoring.discrimination')}</dt><dd>${figureOf(item.discrimination)}</dd>
      <dt>${t('scoring.upperLower')}</dt><dd>${figureOf(item.upperLower)}</dd>
      <dt>${t('scoring.omitted')}</dt><dd>${number(item.omitted)}</dd><dt>${t('scoring.notReached')}</dt><dd>${number(item.notReached)}</dd></dl>
    ${figures.show('options', item.version)}
    ${table({
      caption: t('scoring.options', { code: item.code }),
      captionHidden: true,
      rows: item.choices,
      rowKey: choice => choice.id,
      columns: [
        { key: 'id', label: t('scoring.option'), head: true, cell: choice => html`${optionName(choice.id)}${choice.key ? html` ${badge(t('scoring.key'), 'good')}` : nothing}` },
        { key: 'count', label: t('scoring.candidates'), numeric: true, cell: choice => number(choice.count) },
        { key: 'share', label: t('scoring.share'), numeric: true, cell: choice => shareOf(choice.share) },
        { key: 'mean', label: t('scoring.meanTotal'), numeric: true, cell: choice => figureOf(choice.meanTotal) },
        { key: 'rest', label: t('scoring.discrimination'), numeric: true, cell: choice => figureOf(choice.rest) },
      ],
    })}
    ${item.comments.length ? more(t('scoring.comments', { n: item.comments.length }), html`<ul>${item.comments.map(words => html`<li>${words}</li>`)}</ul>`) : nothing}
  </div>`;
}

/** @param {string} id */
function optionName(id) {
  return id === 'right' || id === 'wrong' || id === 'omitted' ? t(`scoring.choice.${id}`) : id.toUpperCase();
}
