import { t } from '../../core/i18n.js';
import { badge, button, empty, html, nothing } from '../../ui/index.js';
import { restoreDomain, restoreStatement } from './api.js';
import { all } from './workshop.js';

/** @typedef {import('./workshop.js').WorkshopPage} WorkshopPage */

/** What could be better, and what was dropped. @param {WorkshopPage} page */
export function warningsPart(page) {
  const { orphans, dropped } = page.board;
  const worded = all(page.board).filter(statement => statement.warnings.length);
  if (!orphans.length && !worded.length && !dropped.length) return empty({ title: t('workshop.warnings.none'), text: t('workshop.warnings.noneText'), icon: 'check' });
  return html`<div class="stack loose">
    ${orphans.length ? list(t('workshop.warnings.orphans'), orphans.map(orphan => html`<li class="statement"><span class="code">${orphan.code}</span><p>${orphan.text}</p>${badge(t(`workshop.orphan.${orphan.kind}`), 'warn')}</li>`)) : nothing}
    ${worded.length ? list(t('workshop.warnings.wording'), worded.map(statement => html`<li class="statement"><span class="code">${statement.code}</span><p>${statement.text}</p><div class="row">${statement.warnings.map(warning => badge(t(`workshop.warning.${warning}`), 'warn'))}</div></li>`)) : nothing}
    ${dropped.length ? list(t('workshop.warnings.dropped'), dropped.map(one => droppedRow(page, one))) : nothing}
  </div>`;
}

/** @param {string} title @param {unknown[]} rows */
function list(title, rows) {
  return html`<section class="card stack"><h2>${title}</h2><ul class="statements">${rows}</ul></section>`;
}

/** @param {WorkshopPage} page @param {import('./api.js').Dropped} one */
function droppedRow(page, one) {
  const restore = one.domain ? restoreDomain : restoreStatement;
  return html`<li class="statement"><span></span><div><p>${one.text}</p><p class="small soft">${t('workshop.warnings.reason', { reason: one.reason })}</p></div>
    ${page.mayWrite ? button({ label: t('workshop.restore'), onclick: () => page.store(() => restore(page.id, one.id), t('workshop.restored')) }) : nothing}</li>`;
}
