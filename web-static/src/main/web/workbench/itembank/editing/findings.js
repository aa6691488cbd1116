/** What the linter says, beside the field it is about and all together; and items that are alike. */
import { percent, t } from '../../../core/i18n.js';
import { html, icon, nothing } from '../../../ui/index.js';
import { stateBadge } from '../frame.js';

/** @typedef {import('./desk.js').Remark} Remark */

/** @param {Remark[]} remarks */
export function remarkList(remarks) {
  if (!remarks.length) return nothing;
  return html`<ul class="remarks">${remarks.map(one => html`<li class=${one.severity}>${icon(one.severity === 'warning' ? 'warning' : 'info')}<span>${one.message}</span></li>`)}</ul>`;
}

/** Everything at once; heard without moving the focus. @param {import('./desk.js').Desk} desk */
export function summary(desk) {
  const { findings, similar, page } = desk;
  return html`<section class="card stack" aria-labelledby="remarks"><h2 id="remarks">${t('itembank.remarks')}</h2>
      <p class="soft small" role="status">${findings.length ? t('itembank.remarks.count', { n: findings.length }) : t('itembank.remarks.none')}</p>${remarkList(findings)}</section>
    ${similar.length ? html`<section class="card stack" aria-labelledby="similar"><h2 id="similar">${t('itembank.similar')}</h2>
      <ul class="similar">${similar.map(one => html`<li><a href="#/studies/${page.study}/itembank/items/${one.item}">${one.code}</a> <span class="number">${percent(one.likeness)}</span> ${stateBadge(one.state)}
        ${one.title ? html`<p class="small soft">${one.title}</p>` : nothing}</li>`)}</ul></section>` : nothing}`;
}
