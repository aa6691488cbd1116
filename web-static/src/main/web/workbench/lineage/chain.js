/** The links of the chain from an item to the wording of its task, as a numbered list of cards. */
import { date, number, percent, t } from '../../core/i18n.js';
import { badge, html, nothing } from '../../ui/index.js';

/** @typedef {import('./api.js').Origin} Origin */
/** @typedef {import('./api.js').Item} Item */
/** @typedef {import('./api.js').Estimate} Estimate */

/** @param {unknown[]} links the first is where one starts */
export const chain = links => html`<ol class="chain">${links}</ol>`;

/** One link. @param {string} name @param {unknown} content */
export const link = (name, content) => html`<li class="chain-link"><section class="card stack tight"><h2 class="eyebrow">${name}</h2>${content}</section></li>`;

/** @param {string} studyId @param {Item} item */
export const itemAddress = (studyId, item) => `#/studies/${studyId}/lineage/items/${item.item}?version=${item.number}`;

/** @param {string} studyId @param {{id: string}} task */
export const taskAddress = (studyId, task) => `#/studies/${studyId}/lineage/tasks/${task.id}`;

/** Where a version stands. @param {Item} item */
export function state(item) {
  const tone = item.state === 'retired' ? '' : item.state === 'operational' || item.state === 'approved' ? 'good' : 'info';
  return badge(t(`lineage.state.${item.state}`), tone);
}

/** @param {Item} item */
export const kind = item => html`${t(`lineage.type.${item.type}`)}, ${t(`lineage.level.${item.level}`)}`;

/** @param {import('./api.js').Ksa} ksa */
export const ksaWords = ksa => html`<span class="code">${ksa.code}</span> ${ksa.text} <span class="soft small">${t(`lineage.ksa.${ksa.type}`)}</span>`;

/** @param {string} studyId @param {Origin} origin @param {boolean} linked whether the statement leads to its page */
export function taskLink(studyId, { task }, linked) {
  return link(t('lineage.task'), html`<p><span class="code">${task.code}</span> ${linked ? html`<a href=${taskAddress(studyId, task)}>${task.text}</a>` : html`<span class="strong">${task.text}</span>`}</p>`);
}

/** @param {string} studyId @param {Origin} origin */
export function domainLink(studyId, { domain, task, blueprint, ratings }) {
  return link(t('lineage.weight'), html`<p><span class="code">${domain.code}</span> <span class="strong">${domain.title}</span></p>
    <dl class="pairs">
      <dt>${t('lineage.domainWeight')}</dt><dd>${percent(domain.share, 1)} ${derived(domain.weight, domain.share)}</dd>
      <dt>${t('lineage.domainItems')}</dt><dd>${number(domain.items)}</dd>
      <dt>${t('lineage.taskWeight')}</dt><dd>${percent(task.share, 1)} ${derived(ratings.weight, task.share)}</dd>
      <dt>${t('lineage.taskItems')}</dt><dd>${number(task.items)}</dd>
    </dl>
    <p class="small soft"><a href="#/studies/${studyId}/blueprint">${t('lineage.blueprint', { n: blueprint.version })}</a>
      ${t('lineage.adopted', { name: blueprint.adoptedBy, date: date(blueprint.adoptedAt) })}
      ${blueprint.current ? nothing : badge(t('lineage.superseded'), 'warn')}</p>`);
}

/** What the survey gave, where it has an interval. @param {Estimate | undefined} weight @param {number} adopted */
function derived(weight, adopted) {
  if (!weight?.interval || weight.value === undefined) return nothing;
  const changed = Math.abs(weight.value - adopted) >= 0.0005;
  const words = { value: percent(weight.value, 1), lower: percent(weight.interval.lower, 1), upper: percent(weight.interval.upper, 1) };
  return html`<span class="soft small">${t(changed ? 'lineage.fromSurveyOther' : 'lineage.fromSurvey', words)}</span>`;
}

/** @param {string} studyId @param {Origin} origin */
export function ratingsLink(studyId, { ratings, survey }) {
  return link(t('lineage.ratings'), html`<dl class="pairs">
      <dt>${t('lineage.importance')}</dt><dd>${mean(ratings.importance)}</dd>
      <dt>${t('lineage.frequency')}</dt><dd>${mean(ratings.frequency)}</dd>
      <dt>${t('lineage.performing')}</dt><dd>${share(ratings.performing)}</dd>
    </dl>
    <p class="small soft"><a href="#/studies/${studyId}/analysis">${t('lineage.analysis', { date: date(ratings.ranAt) })}</a>
      ${t('lineage.respondents', { n: ratings.respondents, survey: survey.title })}</p>`);
}

/** A mean with its interval and how many gave it. @param {Estimate | undefined} estimate */
export function mean(estimate) {
  if (estimate?.value === undefined) return t('lineage.none');
  const words = estimate.interval && { lower: number(estimate.interval.lower, 2), upper: number(estimate.interval.upper, 2), n: estimate.used };
  return html`${number(estimate.value, 2)} ${words ? html`<span class="soft small">${t('lineage.meanInterval', words)}</span>` : nothing}`;
}

/** @param {Estimate | undefined} estimate */
function share(estimate) {
  if (estimate?.value === undefined) return t('lineage.none');
  const words = estimate.interval && { lower: percent(estimate.interval.lower, 1), upper: percent(estimate.interval.upper, 1) };
  return html`${percent(estimate.value, 1)} ${words ? html`<span class="soft small">${t('lineage.shareInterval', words)}</span>` : nothing}`;
}

/** @param {string} studyId @param {Origin} origin */
export function wordingLink(studyId, { task, list }) {
  return link(t('lineage.wording'), html`
    ${task.wordedBy && task.wordedAt && task.wording ? html`<p>${t('lineage.wordedBy', { n: task.wording, name: task.wordedBy, date: date(task.wordedAt) })}</p>` : nothing}
    ${task.source ? html`<p>${t('lineage.source', { source: task.source })}</p>` : nothing}
    <p class="small soft"><a href="#/studies/${studyId}/workshop">${t('lineage.list', { n: list.version })}</a>
      ${t('lineage.published', { name: list.publishedBy, date: date(list.publishedAt) })}</p>`);
}
