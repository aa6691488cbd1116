import { date, number, t } from '../../core/i18n.js';
import { badge, html, notice, nothing, stats, table } from '../../ui/index.js';
import { figureOf, shareOf } from './words.js';

/** @typedef {import('./api.js').RunView} RunView */

/** What the scores are like and how sure they are, in words and figures. @param {RunView} view @param {import('./figures.js').Figures} figures */
export function overview(view, figures) {
  const { run } = view;
  const { distribution, errors, decisions, sittings, enough, sat } = run.figures;
  return html`<div class="stack loose">
    ${enough ? nothing : notice(t('scoring.few', { n: sittings }), 'warn')}
    ${run.cut ? nothing : notice(t('scoring.noCut'), 'warn')}
    ${stats([
      { label: t('scoring.candidates'), value: number(sittings), note: sat ? days(date(sat.first), date(sat.last)) : '' },
      ...(decisions ? [{ label: t('scoring.passRate'), value: shareOf(decisions.passRate), note: t('scoring.passed', { n: decisions.passed }) }] : []),
      { label: t('scoring.alpha'), value: figureOf(errors.alpha), note: t('scoring.alpha.note') },
      ...(decisions ? [{ label: t('scoring.consistency'), value: shareOf(decisions.consistency), note: t('scoring.consistency.note') }] : []),
    ])}
    ${figures.show('distribution')}
    <section class="card stack tight"><h2>${t('scoring.points')}</h2><dl class="pairs">
      ${pair('scoring.mean', figureOf(distribution.mean))}${pair('scoring.sd', figureOf(distribution.sd))}
      ${pair('scoring.median', figureOf(distribution.median))}${pair('scoring.range', `${figureOf(distribution.minimum)} – ${figureOf(distribution.maximum)}`)}
      ${pair('scoring.sem', figureOf(errors.sem))}${pair('scoring.stratified', figureOf(errors.stratified))}
      ${run.cut ? html`${pair('scoring.atCut', `${figureOf(errors.atCut)} (${t(`scoring.method.${errors.method}`)})`)}` : nothing}
    </dl></section>
    ${run.cut && decisions ? decisionsView(view) : nothing}
    ${domains(view)}
  </div>`;
}

/** @param {string} first @param {string} last */
const days = (first, last) => (first === last ? first : t('scoring.sat', { first, last }));

/** With four digits after the decimal sign where it needs them. @param {number} value */
const shortly = value => number(Number(value.toFixed(4)), Number.isInteger(Number(value.toFixed(4))) ? 0 : 4).replace('-', '−');

/** @param {'scoring.mean' | 'scoring.sd' | 'scoring.median' | 'scoring.range' | 'scoring.sem' | 'scoring.stratified' | 'scoring.atCut'} key @param {string} value */
const pair = (key, value) => html`<dt>${t(key)}</dt><dd>${value}</dd>`;

/** @param {RunView} view */
function decisionsView({ run, line }) {
  const { cut, scale } = run;
  const decisions = run.figures.decisions;
  if (!cut || !decisions) return nothing;
  return html`<section class="card stack tight"><h2>${t('scoring.decisions')}</h2>
    <p>${t('scoring.cut.words', { raw: figureOf(cut.raw, 0), most: figureOf(cut.most, 0) })}
      ${cut.most === cut.of ? nothing : t('scoring.cut.moved', { adopted: figureOf(cut.adopted, 0), of: figureOf(cut.of, 0) })}</p>
    ${line ? html`<p>${t('scoring.scale.words', { passing: scale.passing, minimum: scale.minimum, maximum: scale.maximum, slope: shortly(line.slope), intercept: shortly(line.intercept) })}</p>` : nothing}
    <dl class="pairs"><dt>${t('scoring.accuracy')}</dt><dd>${shareOf(decisions.accuracy)}</dd>
      <dt>${t('scoring.kappa')}</dt><dd>${figureOf(decisions.kappa)}</dd>
      <dt>${t('scoring.falsePass')}</dt><dd>${shareOf(decisions.falsePass)}</dd>
      <dt>${t('scoring.falseFail')}</dt><dd>${shareOf(decisions.falseFail)}</dd>
      <dt>${t('scoring.borderline')}</dt><dd>${number(decisions.borderline)}</dd></dl></section>`;
}

/** @param {RunView} view */
function domains(view) {
  const figures = new Map(view.run.figures.domains.map(one => [one.domain, one]));
  const rows = view.domains.flatMap(one => { const own = figures.get(one.domain); return own ? [{ ...own, name: `${one.code} ${one.title}` }] : []; });
  return html`<section class="stack"><h2>${t('scoring.domains')}</h2><p class="soft">${t('scoring.domains.words')}</p>${table({
    caption: t('scoring.domains'),
    captionHidden: true,
    rows,
    rowKey: row => row.domain,
    columns: [
      { key: 'domain', label: t('scoring.domain'), head: true, cell: row => row.name },
      { key: 'items', label: t('scoring.items'), numeric: true, cell: row => number(row.items) },
      { key: 'mean', label: t('scoring.mean'), numeric: true, cell: row => figureOf(row.mean) },
      { key: 'alpha', label: t('scoring.alpha'), numeric: true, cell: row => figureOf(row.alpha) },
      { key: 'sem', label: t('scoring.sem'), numeric: true, cell: row => figureOf(row.sem) },
      { key: 'reliable', label: t('scoring.subscore'), cell: row => (row.reliable ? badge(t('scoring.reliable'), 'good') : badge(t('scoring.caution'), 'warn')) },
    ],
  })}</section>`;
}
