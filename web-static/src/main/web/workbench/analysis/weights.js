import { number, t } from '../../core/i18n.js';
import { html, more, table } from '../../ui/index.js';
import { cameAbout, share, withInterval } from './words.js';

/** @typedef {import('./api.js').Run} Run */

/** Weights with their uncertainty, and what other rules would have made of them. @param {Run} run @param {import('./figures.js').Figures} figures */
export function weightsView(run, figures) {
  const { findings, provenance: { options } } = run;
  const method = `${t(`analysis.formula.${options.weighting.combination}`)}; ${t(`analysis.domainRule.${options.weighting.domain}`)}. ${t('analysis.method.bootstrap', { n: number(findings.weights.replicates), seed: options.seed })}`;
  return html`<div class="stack loose">
    <p>${t('analysis.weights.words')}</p>
    ${figures.show('domainWeights')}
    ${table({
      caption: t('analysis.weights.domains'),
      rows: findings.domains.map((domain, at) => ({ domain, range: findings.weights.ranges[at] })),
      rowKey: ({ domain }) => domain.domain,
      columns: [
        { key: 'domain', label: t('analysis.domain'), head: true, cell: ({ domain }) => `${domain.code} ${domain.title}` },
        { key: 'tasks', label: t('analysis.weights.kept'), numeric: true, cell: ({ domain }) => t('analysis.stat.of', { n: domain.keptTasks, all: domain.tasks }) },
        { key: 'weight', label: t('analysis.weight'), numeric: true, cell: ({ domain }) => (domain.weight ? withInterval(domain.weight, value => share(value)) : t('analysis.none')) },
        { key: 'error', label: t('analysis.weights.error'), numeric: true, cell: ({ domain }) => share(domain.weight?.standardError, 2) },
        { key: 'range', label: t('analysis.weights.range'), numeric: true, cell: ({ range }) => `${share(range?.smallest)} – ${share(range?.greatest)}` },
      ],
    })}
    ${cameAbout(method, findings.weights)}
    ${figures.show('taskWeights')}
    <section class="stack tight"><h2>${t('analysis.sensitivity.title')}</h2><p>${t('analysis.sensitivity.words')}</p>
      ${more(t('analysis.sensitivity.show'), html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t('analysis.sensitivity.title')}>${alternatives(run)}</div>`)}</section>
  </div>`;
}

/** @param {Run} run */
function alternatives({ findings }) {
  return table({
    caption: t('analysis.sensitivity.title'),
    captionHidden: true,
    rows: findings.weights.alternatives,
    rowKey: row => `${row.inclusion} ${row.combination} ${row.domainRule}`,
    groupBy: row => t('analysis.sensitivity.group', { rule: t(`analysis.keeping.${row.inclusion}`), n: row.keptTasks }),
    columns: [
      { key: 'formula', label: t('analysis.sensitivity.formula'), head: true, cell: row => `${t(`analysis.formula.${row.combination}`)}; ${t(`analysis.domainRule.${row.domainRule}`)}` },
      ...findings.domains.map((domain, at) => ({
        key: domain.domain,
        label: domain.code,
        numeric: true,
        cell: (/** @type {import('./api.js').Alternative} */ row) => share(row.domainWeights[at]),
      })),
    ],
  });
}
