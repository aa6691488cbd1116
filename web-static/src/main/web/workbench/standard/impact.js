/** What each option of the board would mean for those who sat the form. */
import { number, percent, t } from '../../core/i18n.js';
import { figure, figureWidth, html, notice, nothing, table } from '../../ui/index.js';
import { loadImpact, readImpact, readImpactFigure } from './api.js';
import { dataTable, points } from './words.js';

/** @typedef {import('./panel.js').PanelPage} PanelPage */
/** @typedef {import('./api.js').Options} Options */
/** @typedef {import('./api.js').Impact} Impact */
/** @typedef {import('./api.js').CutError} CutError */

/** Fewer candidates than this say little about a pass rate. */
const ENOUGH = 30;

/** The impact of a panel's options with a picture of each family; fetched with the options. @param {string} setting @param {string} sem */
export async function fetchImpact(setting, sem) {
  const impact = await readImpact(setting, sem);
  const families = impact.scored?.families ?? [];
  const pictures = await Promise.all(families.map(async ({ error }) => {
    const [svg, words] = await Promise.all([loadImpact(setting, error, sem, figureWidth()), readImpactFigure(setting, error, sem)]);
    return { error, svg, words };
  }));
  return { impact, pictures };
}

/** Whose scores they are, or why there is nothing to show. @param {PanelPage} page */
export function impactWords({ impact: found, where }) {
  if (!found) return nothing;
  const { sittings, scored } = found.impact;
  const scoring = `#/studies/${where.params.studyId}/scoring`;
  if (!scored) {
    return sittings
      ? notice(html`${t('standard.impact.unscored', { n: sittings })} <a href=${scoring}>${t('standard.impact.score')}</a>`)
      : notice(t('standard.impact.nobody'));
  }
  return html`<p>${t('standard.impact.words', { n: scored.candidates })} <a href="${scoring}/runs/${scored.run}">${t('standard.impact.run', { code: found.impact.formCode, number: scored.number })}</a>.
      ${scored.sem === undefined ? nothing : t('standard.impact.sem', { sem: points(scored.sem) })}</p>
    ${sittings > scored.candidates ? notice(t('standard.impact.later', { n: sittings - scored.candidates })) : nothing}
    ${scored.candidates < ENOUGH ? notice(t('standard.impact.few', { n: scored.candidates }), 'warn') : nothing}`;
}

/** Options moved by one kind of error, with who would pass. @param {PanelPage} page @param {Options['families'][number]} family @param {Options} options */
export function familyPart({ impact: found }, family, options) {
  const scored = found?.impact.scored;
  const outcomes = new Map(scored?.families.find(one => one.error === family.error)?.outcomes.map(one => [one.multiple, one]));
  const picture = found?.pictures.find(one => one.error === family.error);
  return html`${table({
    caption: t(`standard.family.${family.error}`, { size: points(family.size) }), keep: !scored, rows: family.options, rowKey: one => String(one.multiple),
    columns: [
      { key: 'multiple', label: t('standard.moved'), head: true, cell: one => moved(one.multiple) },
      { key: 'cut', label: t('standard.cut'), numeric: true, cell: one => points(one.cut) },
      { key: 'raw', label: t('standard.needed'), numeric: true, cell: one => (one.possible ? t('standard.rawOf', { raw: number(one.raw), all: options.maximum }) : '–') },
      ...(scored ? [
        { key: 'passing', label: t('standard.impact.passing'), numeric: true, cell: (/** @type {{multiple: number}} */ one) => passing(outcomes.get(one.multiple)) },
        { key: 'share', label: t('standard.impact.share'), numeric: true, cell: (/** @type {{multiple: number}} */ one) => share(outcomes.get(one.multiple)) },
      ] : []),
    ],
  })}
  ${picture ? figure({ caption: picture.words.caption, svg: picture.svg, data: dataTable(picture.words) }) : nothing}`;
}

/** @param {number} multiple */
export const moved = multiple => (multiple === 0 ? t('standard.notMoved') : t('standard.movedBy', { n: number(multiple) }));

/** @param {import('./api.js').Outcome | undefined} one */
const passing = one => (one ? number(one.passing) : '–');

/** @param {import('./api.js').Outcome | undefined} one */
const share = one => (one ? html`${percent(one.share, 1)} <span class="small soft block">${t('standard.between', { low: percent(one.interval.lower, 1), high: percent(one.interval.upper, 1) })}</span>` : '–');
