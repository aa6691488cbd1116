import { number, t } from '../../core/i18n.js';
import { badge, html, nothing, table } from '../../ui/index.js';
import { cameAbout, grade, plain, share, tone, withInterval } from './words.js';

/** @typedef {import('./api.js').Run} Run */
/** @typedef {import('./api.js').Reliability} Reliability */

/** Would other respondents have said the same? @param {Run} run */
export function reliabilityView({ findings }) {
  return html`<div class="stack loose">
    <div class="grid two">${findings.reliability.map(agreementCard)}</div>
    ${table({
      caption: t('analysis.reliability.byDomain'),
      rows: findings.domains,
      rowKey: domain => domain.domain,
      columns: [
        { key: 'domain', label: t('analysis.domain'), head: true, cell: domain => `${domain.code} ${domain.title}` },
        { key: 'tasks', label: t('analysis.tasks'), numeric: true, cell: domain => number(domain.tasks) },
        { key: 'importance', label: t('analysis.alpha.importance'), numeric: true, cell: domain => withInterval(domain.importanceAlpha) },
        { key: 'frequency', label: t('analysis.alpha.frequency'), numeric: true, cell: domain => withInterval(domain.frequencyAlpha) },
        { key: 'means', label: t('analysis.importance'), numeric: true, cell: domain => withInterval(domain.importance.mean) },
        { key: 'frequencies', label: t('analysis.frequency'), numeric: true, cell: domain => withInterval(domain.frequency.mean) },
      ],
    })}
    <p class="small soft">${t('analysis.method.alpha')}</p>
  </div>`;
}

/** @param {Reliability} reliability */
function agreementCard(reliability) {
  const mean = reliability.coefficients.find(one => one.form === 'ICC2K')?.estimate;
  const level = grade(mean?.value);
  return html`<section class="card stack tight">
    <div class="row apart"><h2>${t(`analysis.scale.${reliability.scale}`)}</h2>${badge(t(`analysis.grade.${level}`), tone(level))}</div>
    <p>${t(`analysis.words.agreement.${level}`)}</p>
    ${table({
      caption: t('analysis.icc.title'),
      captionHidden: true,
      keep: true,
      rows: reliability.coefficients,
      rowKey: row => row.form,
      columns: [
        { key: 'form', label: t('analysis.icc.form'), head: true, cell: row => t(`analysis.icc.${row.form}`) },
        { key: 'value', label: t('analysis.icc.value'), numeric: true, cell: row => withInterval(row.estimate) },
      ],
    })}
    <p>${t('analysis.split', { draws: reliability.splitHalf.draws, value: plain(reliability.splitHalf.spearmanBrown), lowest: plain(reliability.splitHalf.lowest), highest: plain(reliability.splitHalf.highest) })}</p>
    ${reliability.withThirtyMore === undefined ? nothing : html`<p>${t('analysis.words.more', { value: share(reliability.withThirtyMore, 1) })}</p>`}
    <p>${t('analysis.alpha.overall')} ${withInterval(reliability.alpha)}.</p>
    ${mean ? cameAbout(t('analysis.method.icc', { k: plain(reliability.ratingsPerTask, 0) }), mean) : nothing}
  </section>`;
}
