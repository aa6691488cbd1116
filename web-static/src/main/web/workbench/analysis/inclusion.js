import { percent, t } from '../../core/i18n.js';
import { badge, html, notice, table } from '../../ui/index.js';
import { inclusionRule, plain, share } from './words.js';

/** @typedef {import('./api.js').Run} Run */
/** @typedef {import('./api.js').Task} Task */
/** @typedef {import('./api.js').Check} Check */

/** Which tasks stay, and which were a near thing. @param {Run} run @param {import('./figures.js').Figures} figures */
export function inclusionView(run, figures) {
  const near = run.findings.tasks.filter(task => task.inclusion.borderline);
  const dropped = run.findings.tasks.filter(task => !task.inclusion.kept);
  return html`<div class="stack loose">
    <div class="card stack tight"><h2>${t('analysis.inclusion.rule')}</h2><p>${inclusionRule(run)}</p>
      <p class="soft">${t('analysis.inclusion.borderlineMeans')}</p></div>
    ${near.length ? tasksAtTheCut(t('analysis.inclusion.borderline'), near) : notice(t('analysis.words.clear'), 'good')}
    ${dropped.length ? tasksAtTheCut(t('analysis.inclusion.dropped'), dropped) : notice(t('analysis.inclusion.allKept'), 'good')}
    ${figures.show('importance')}
    ${figures.show('performing')}
  </div>`;
}

/** @param {string} caption @param {Task[]} tasks */
function tasksAtTheCut(caption, tasks) {
  return table({
    caption,
    rows: tasks,
    rowKey: task => task.task,
    columns: [
      { key: 'task', label: t('analysis.task'), head: true, cell: task => `${task.code} ${task.text}` },
      { key: 'checks', label: t('analysis.inclusion.checks'), cell: task => task.inclusion.checks.map(check) },
      { key: 'kept', label: t('analysis.inclusion.decision'), cell: task => decision(task) },
    ],
  });
}

/** @param {Check} one */
function check(one) {
  const form = (/** @type {number | undefined} */ value) => (one.figure === 'PERFORMING' ? share(value, 1) : plain(value));
  const cut = one.figure === 'PERFORMING' ? percent(one.cut) : plain(one.cut);
  return html`<div>${t(`analysis.check.${one.figure}`)}: ${form(one.value)}
    <span class="soft small">${one.interval ? t('analysis.interval', { lower: form(one.interval.lower), upper: form(one.interval.upper) }) : ''} ${t('analysis.check.cut', { cut })}</span>
    ${one.holds ? badge(t('analysis.check.holds'), 'good') : badge(t('analysis.check.fails'), 'bad')}</div>`;
}

/** @param {Task} task */
function decision(task) {
  return html`${task.inclusion.kept ? t('analysis.inclusion.stays') : t('analysis.inclusion.leaves')}`;
}
