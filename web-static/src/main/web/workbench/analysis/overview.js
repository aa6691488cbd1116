import { number, t } from '../../core/i18n.js';
import { html, linkButton, notice, nothing, stats } from '../../ui/index.js';
import { grade, inclusionRule, share, withInterval } from './words.js';

/** @typedef {import('./api.js').Run} Run */

/** What the run says, in plain words first. @param {Run} run @param {import('./figures.js').Figures} figures */
export function overview(run, figures) {
  const { findings } = run;
  const kept = findings.tasks.filter(task => task.inclusion.kept).length;
  const borderline = findings.tasks.filter(task => task.inclusion.borderline).length;
  return html`<div class="stack loose">
    ${stats([
      { label: t('analysis.stat.used'), value: number(findings.respondents.used), note: leftOut(run) },
      { label: t('analysis.stat.kept'), value: t('analysis.stat.of', { n: kept, all: findings.tasks.length }), note: t('analysis.stat.borderline', { n: borderline }) },
      { label: t('analysis.stat.agreement'), value: share(agreement(run), 0), note: t('analysis.stat.agreementNote') },
      { label: t('analysis.stat.sure'), value: sureness(run), note: t('analysis.stat.sureNote') },
    ])}
    ${plainWords(run, kept, borderline)}
    ${figures.show('domainWeights')}
    ${figures.show('map')}
    <div>${linkButton({ label: t('analysis.toBlueprint'), href: `#/studies/${run.study}/blueprint?run=${run.id}`, kind: 'primary' })}</div>
  </div>`;
}

/** @param {Run} run */
function leftOut({ findings: { respondents } }) {
  const n = respondents.received - respondents.used;
  return n > 0 ? t('analysis.stat.leftOut', { n }) : t('analysis.stat.allCount');
}

/** @param {Run} run */
function agreement({ findings }) {
  return findings.reliability[0].coefficients.find(one => one.form === 'ICC2K')?.estimate.value;
}

/** The widest half interval of a domain's weight. @param {Run} run */
function sureness({ findings }) {
  const halves = findings.domains.flatMap(({ weight }) => (weight?.interval ? [(weight.interval.upper - weight.interval.lower) / 2] : []));
  return halves.length ? `± ${number(100 * Math.max(...halves), 1)}` : t('analysis.none');
}

/** @param {Run} run @param {number} kept @param {number} borderline */
function plainWords(run, kept, borderline) {
  const { findings } = run;
  const heaviest = findings.domains.filter(domain => domain.weight?.value !== undefined).toSorted((a, b) => (b.weight?.value ?? 0) - (a.weight?.value ?? 0))[0];
  const first = findings.tasks.toSorted((a, b) => (b.importance.mean.value ?? 0) - (a.importance.mean.value ?? 0))[0];
  const level = grade(agreement(run));
  return html`<div class="card stack">
    <h2>${t('analysis.words.title')}</h2>
    <p>${t(`analysis.words.agreement.${level}`)}${run.findings.reliability[0].withThirtyMore === undefined ? nothing : html` ${t('analysis.words.more', { value: share(run.findings.reliability[0].withThirtyMore, 1) })}`}</p>
    <p>${inclusionRule(run)} ${t('analysis.words.kept', { n: kept, all: findings.tasks.length })}
      ${borderline ? t('analysis.words.borderline', { n: borderline }) : t('analysis.words.clear')}</p>
    ${heaviest?.weight ? html`<p>${t('analysis.words.heaviest', { domain: `${heaviest.code} ${heaviest.title}` })} ${withInterval(heaviest.weight, value => share(value))}.</p>` : notice(t('analysis.words.noWeights'), 'warn')}
    ${first ? html`<p>${t('analysis.words.first', { task: `${first.code} ${first.text}` })}</p>` : nothing}
  </div>`;
}
