import { list, number, percent, t } from '../../core/i18n.js';
import { badge, html, more, nothing, table } from '../../ui/index.js';
import { plain, share, stacked } from './words.js';

/** @typedef {import('./api.js').Run} Run */
/** @typedef {import('./api.js').Task} Task */

/**
 * Every task on both scales.
 * @param {Run} run @param {import('./figures.js').Figures} figures
 * @param {{sort: import('../../ui/table.js').Sort | null, onsort: (sort: import('../../ui/table.js').Sort) => void}} sorting
 */
export function tasksView({ findings }, figures, sorting) {
  const names = new Map(findings.domains.map(domain => [domain.domain, `${domain.code} ${domain.title}`]));
  return html`<div class="stack loose">
    ${table({
      caption: t('analysis.tasks.caption'),
      rows: findings.tasks,
      rowKey: task => task.task,
      groupBy: sorting.sort ? undefined : task => names.get(task.domain) ?? '',
      ...sorting,
      columns: [
        { key: 'task', label: t('analysis.task'), head: true, cell: taskCell, sortBy: task => task.code },
        { key: 'performing', label: t('analysis.performing'), numeric: true, cell: task => stacked(task.performing, value => share(value, 0)), sortBy: task => task.performing.value },
        { key: 'importance', label: t('analysis.importance'), numeric: true, cell: task => stacked(task.importance.mean), sortBy: task => task.importance.mean.value },
        { key: 'frequency', label: t('analysis.frequency'), numeric: true, cell: task => stacked(task.frequency.mean), sortBy: task => task.frequency.mean.value },
        { key: 'combined', label: t('analysis.combined'), numeric: true, cell: task => plain(task.chosen), sortBy: task => task.chosen },
        { key: 'weight', label: t('analysis.weight'), numeric: true, cell: task => (task.weight ? stacked(task.weight, value => share(value, 1)) : t('analysis.dropped.short')), sortBy: task => task.weight?.value },
      ],
    })}
    <p class="small soft">${t('analysis.method.task')}</p>
    ${figures.show('importance')}
    ${figures.show('frequency')}
    ${figures.show('performing')}
  </div>`;
}

/** @param {Task} task */
function taskCell(task) {
  return html`<span>${task.code} ${task.text}</span> ${task.inclusion.borderline ? badge(t('analysis.borderline'), 'warn') : nothing}
    ${more(t('analysis.details'), details(task))}`;
}

/** @param {Task} task */
function details(task) {
  return html`<dl class="pairs">
      <dt>${t('analysis.detail.n')}</dt><dd>${t('analysis.detail.counts', { importance: number(task.importance.mean.used), frequency: number(task.frequency.mean.used), blank: number(task.blank) })}</dd>
      <dt>${t('analysis.detail.importance')}</dt><dd>${spread(task.importance)}</dd>
      <dt>${t('analysis.detail.frequency')}</dt><dd>${spread(task.frequency)}</dd>
      <dt>${t('analysis.detail.combined')}</dt><dd>${task.combined.map(one => html`<div>${t(`analysis.formula.${one.rule}`)}: ${plain(one.value)}</div>`)}</dd>
    </dl>`;
}

/** @param {import('./api.js').Scale} scale */
function spread(scale) {
  return html`<div>${t('analysis.detail.spread', { sd: plain(scale.sd), se: plain(scale.mean.standardError, 3), median: plain(scale.median, 1), mode: scale.modes?.length ? list(scale.modes.map(String)) : plain(undefined) })}</div>
    <div class="soft">${scale.categories.map(({ code, share: part }) => `${code}: ${percent(part, 1)}`).join(' · ')}</div>`;
}
