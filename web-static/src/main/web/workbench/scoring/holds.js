import { dateTime, t } from '../../core/i18n.js';
import { ask, badge, button, html, linkButton, notice, nothing } from '../../ui/index.js';
import { decideHold, decideKeyChange } from './api.js';
import { itemView } from './items.js';
import { change, responseWords } from './keys.js';

/** @typedef {import('./api.js').Item} Item */
/** @typedef {import('./run.js').RunPage} RunPage */

/** Items that people must look at before the scores are released. @param {RunPage} page */
export function holdsView(page) {
  const { holds, items, run } = page.shown;
  const byVersion = new Map(items.map(item => [item.version, item]));
  return html`<div class="stack loose">
    <p>${holds.length ? t('scoring.holds.words') : t('scoring.holds.none')}</p>
    ${holds.map(hold => {
      const item = /** @type {Item} */ (byVersion.get(hold.version));
      return html`<section class="card stack" aria-labelledby=${`hold-${item.version}`}>
        <div class="row apart"><h2 id=${`hold-${item.version}`}>${item.position} · ${item.code}</h2>${hold.decision ? badge(t(`scoring.verdict.${hold.decision.verdict}`), hold.decision.verdict === 'keep' ? 'good' : 'warn') : badge(t('scoring.hold.open'), 'warn')}</div>
        <p>${hold.flags.map(flag => badge(t(`scoring.flag.${flag}`), 'warn'))}</p>
        ${hold.decision ? html`<p>${hold.decision.reason}</p><p class="small soft">${hold.decision.by.name}, ${dateTime(hold.decision.by.at)}</p>` : nothing}
        <details class="more"><summary>${t('scoring.hold.look')} <span class="visually-hidden">${item.code}</span></summary>${page.opened.has(item.version) ? itemView(item, page.figures) : nothing}</details>
        ${page.may && run.state === 'computed' && !run.signed ? html`<div class="actions">
          ${hold.decision?.verdict === 'keep' ? nothing : button({ label: t('scoring.hold.keep'), describe: item.code, onclick: () => decide(page, item, 'keep') })}
          ${button({ label: t('scoring.hold.change'), describe: item.code, onclick: () => change(page, item) })}</div>` : nothing}
      </section>`;
    })}
    ${keyChanges(page)}
  </div>`;
}

/** @param {RunPage} page @param {Item} item @param {'keep' | 'change'} verdict */
const decide = (page, item, verdict) => ask({
  title: t('scoring.hold.keep.title', { code: item.code }),
  message: html`<p>${t('scoring.hold.keep.words')}</p>`,
  confirm: t('scoring.hold.keep'),
  reason: t('scoring.because'),
  onconfirm: async reason => {
    await decideHold(page.shown.run.id, item.version, verdict, reason);
    await page.renew();
  },
});

/** @param {RunPage} page */
function keyChanges(page) {
  if (page.changesOfKeys.length === 0) return nothing;
  const codes = new Map(page.shown.items.map(item => [item.version, item.code]));
  return html`<section class="stack"><h2>${t('scoring.changes.title')}</h2>${page.changesOfKeys.map(one => html`<article class="card stack tight">
    <div class="row apart"><h3>${codes.get(one.version)}: ${t(`scoring.rule.${one.rule.kind}`)}${one.rule.responses.length ? html` (${one.rule.responses.map(responseWords).join(', ')})` : nothing}</h3>
      ${one.decision ? badge(one.decision.agreed ? t('scoring.change.agreed') : t('scoring.change.declined'), one.decision.agreed ? 'good' : '') : badge(t('scoring.change.waits'), 'warn')}</div>
    <p>${one.reason}</p><p class="small soft">${one.proposed.name}, ${dateTime(one.proposed.at)}${one.decision ? html` · ${one.decision.by.name}, ${dateTime(one.decision.by.at)}: ${one.decision.because}` : nothing}</p>
    ${page.may && !one.decision ? html`<div class="actions">
      ${button({ label: t('scoring.change.agree'), describe: codes.get(one.version), onclick: () => answer(page, one.id, true) })}
      ${button({ label: t('scoring.change.decline'), describe: codes.get(one.version), onclick: () => answer(page, one.id, false) })}</div>` : nothing}
  </article>`)}
  ${page.changesOfKeys.some(one => one.decision?.agreed) ? notice(html`${t('scoring.change.again')} ${linkButton({ label: t('scoring.again'), href: `#/studies/${page.shown.study}/scoring` })}`) : nothing}</section>`;
}

/** @param {RunPage} page @param {string} id @param {boolean} agreed */
const answer = (page, id, agreed) => ask({
  title: agreed ? t('scoring.change.agree.title') : t('scoring.change.decline.title'),
  message: html`<p>${t('scoring.change.agree.words')}</p>`,
  confirm: agreed ? t('scoring.change.agree') : t('scoring.change.decline'),
  reason: t('scoring.because'),
  onconfirm: async because => {
    await decideKeyChange(id, agreed, because);
    await page.renew();
  },
});
