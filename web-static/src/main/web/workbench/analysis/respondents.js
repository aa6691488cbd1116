import { number, t } from '../../core/i18n.js';
import { html, notice, nothing, stats, table } from '../../ui/index.js';
import { cameAbout, share, withInterval } from './words.js';

/** @typedef {import('./api.js').Run} Run */
/** @typedef {import('./api.js').Respondents} Respondents */

/** Who answered, who counts, and how they describe themselves. @param {Run} run */
export function respondentsView({ findings: { respondents }, provenance: { options } }) {
  return html`<div class="stack loose">
    ${stats([
      { label: t('analysis.respondents.received'), value: number(respondents.received), note: respondents.screenedOut ? t('analysis.respondents.screenedOut', { n: respondents.screenedOut }) : undefined },
      { label: t('analysis.respondents.used'), value: number(respondents.used) },
      { label: t('analysis.respondents.rate'), value: share(respondents.responseRate, 0), note: respondents.invited ? t('analysis.respondents.invited', { n: respondents.invited }) : t('analysis.respondents.noLinks') },
      { label: t('analysis.respondents.margin'), value: respondents.marginOfError === undefined ? t('analysis.none') : `± ${share(respondents.marginOfError, 1)}`, note: respondents.incumbents ? t('analysis.respondents.incumbents', { n: number(respondents.incumbents) }) : undefined },
    ])}
    ${exclusions(respondents, options)}
    ${channels(respondents)}
    ${respondents.coverage.value === undefined ? nothing : html`<div class="card stack tight"><h2>${t('analysis.respondents.coverage')}</h2>
      <p>${t('analysis.respondents.coverageWords')} ${withInterval(respondents.coverage, value => share((value ?? 0) / 100, 0))}.</p>${cameAbout(t('analysis.method.mean'), respondents.coverage)}</div>`}
    <section class="stack"><h2>${t('analysis.respondents.profile')}</h2><p class="soft small">${t('analysis.respondents.hidden')}</p>
      <div class="grid two">${respondents.profile.map(question)}</div></section>
  </div>`;
}

/** @param {Respondents} respondents @param {import('./api.js').Options} options */
function exclusions(respondents, { exclusion }) {
  return html`<section class="card stack tight"><h2>${t('analysis.exclusion.title')}</h2>
    <p>${t('analysis.exclusion.rule', { least: number(exclusion.leastAnsweredPercent) })} ${exclusion.dropStraightLines ? t('analysis.exclusion.lines') : nothing}</p>
    <ul>${respondents.exclusions.map(({ reason, count }) => html`<li>${t(`analysis.exclusion.${reason}`, { n: count })}</li>`)}</ul></section>`;
}

/** @param {Respondents} respondents */
function channels({ channels: all }) {
  return html`<section class="stack tight">${table({
    caption: t('analysis.channel.title'),
    rows: all,
    rowKey: row => row.channel,
    columns: [
      { key: 'channel', label: t('analysis.channel.channel'), head: true, cell: row => t(`analysis.channel.${row.channel}`) },
      { key: 'received', label: t('analysis.respondents.received'), numeric: true, cell: row => number(row.received) },
      { key: 'used', label: t('analysis.respondents.used'), numeric: true, cell: row => number(row.used) },
      { key: 'importance', label: t('analysis.importance'), numeric: true, cell: row => withInterval(row.importance) },
      { key: 'frequency', label: t('analysis.frequency'), numeric: true, cell: row => withInterval(row.frequency) },
    ],
  })}${all.length > 1 ? notice(t('analysis.channel.apart')) : nothing}</section>`;
}

/** @param {Respondents['profile'][number]} asked */
function question(asked) {
  return table({
    caption: asked.text,
    keep: true,
    rows: asked.cells,
    rowKey: cell => cell.choice,
    columns: [
      { key: 'text', label: t('analysis.profile.answer'), head: true, cell: cell => (cell.choice === '-' ? t('analysis.profile.silent') : cell.text) },
      { key: 'count', label: t('analysis.profile.count'), numeric: true, cell: cell => (cell.count === undefined ? t('analysis.profile.hidden') : number(cell.count)) },
      { key: 'share', label: t('analysis.profile.share'), numeric: true, cell: cell => share(cell.share) },
    ],
  });
}
