import { dateTime, number, t } from '../../core/i18n.js';
import { ask, badge, empty, html, notice, nothing, table, toast } from '../../ui/index.js';
import { listTaskLists, publishTaskList } from './api.js';

/** @typedef {import('./workshop.js').WorkshopPage} WorkshopPage */

/** Shows what will be published, then publishes it. @param {WorkshopPage} page */
export async function publish(page) {
  const { domains, ksas, orphans, latest, changes } = page.board;
  const id = crypto.randomUUID();
  const version = (latest?.version ?? 0) + 1;
  const tasks = domains.reduce((sum, domain) => sum + domain.tasks.length, 0);
  const done = await ask({
    title: t('workshop.publish.title', { version }),
    message: html`<div class="stack"><p>${t('workshop.publish.summary', { domains: number(domains.length), tasks: number(tasks), ksas: number(ksas.length) })}</p>
      ${latest ? html`<h3>${t('workshop.publish.changes', { version: latest.version })}</h3>${changeList(changes)}` : nothing}
      ${orphans.length ? notice(t('workshop.publish.orphans', { n: orphans.length }), 'warn') : nothing}
      <p>${t('workshop.publish.message')}</p></div>`,
    confirm: t('workshop.publish.confirm', { version }),
    onconfirm: () => publishTaskList(page.id, id, latest?.version ?? 0),
  });
  if (!done) return;
  await page.refresh();
  toast(t('workshop.publish.done', { version }));
}

/** @param {import('./api.js').Change[]} changes */
function changeList(changes) {
  if (!changes.length) return html`<p class="soft">${t('workshop.publish.nothing')}</p>`;
  return html`<ul class="statements">${changes.map(change => html`<li class="statement"><span class="code">${change.code}</span>
    <div><p>${change.text}</p>${change.before && change.kind === 'REWORDED' ? html`<p class="small soft"><del>${change.before}</del></p>` : nothing}</div>${badge(t(`workshop.change.${change.kind}`))}</li>`)}</ul>`;
}

/** @type {WeakMap<object, import('./api.js').TaskListSummary[]>} */
const read = new WeakMap();

/** The lists published so far, and what the next would change. @param {WorkshopPage} page */
export function publishedPart(page) {
  const { latest, changes } = page.board;
  if (!latest) return empty({ title: t('workshop.unpublished'), text: t('workshop.publish.lead') });
  const lists = read.get(page.board);
  if (!lists) listTaskLists(page.id).then(all => (read.set(page.board, all), page.change()));
  return html`<div class="stack loose">
    ${table({
      caption: t('workshop.publish.lists'),
      rows: lists ?? [latest],
      rowKey: row => row.id,
      columns: [
        { key: 'version', label: t('workshop.publish.version'), head: true, cell: row => t('workshop.publish.list', { version: row.version }) },
        { key: 'tasks', label: t('workshop.publish.tasks'), numeric: true, cell: row => number(row.tasks) },
        { key: 'ksas', label: t('workshop.publish.ksas'), numeric: true, cell: row => number(row.ksas) },
        { key: 'by', label: t('workshop.publish.by'), cell: row => row.by },
        { key: 'at', label: t('workshop.publish.at'), cell: row => dateTime(row.publishedAt) },
        { key: 'hash', label: t('workshop.publish.hash'), cell: row => html`<code class="break">${row.hash.slice(0, 16)}…</code>` },
      ],
    })}
    <section class="card stack"><h2>${t('workshop.publish.changes', { version: latest.version })}</h2>${changeList(changes)}</section>
  </div>`;
}
