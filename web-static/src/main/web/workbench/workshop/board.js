import { t } from '../../core/i18n.js';
import { ask, bound, button, empty, filled, html, nothing, openDialog, repeat, textArea, textField } from '../../ui/index.js';
import { dropDomain, placeDomain, putDomain } from './api.js';
import { addField } from './add.js';
import { statementRow } from './statement.js';

/** @typedef {import('./api.js').Domain} Domain */
/** @typedef {import('./workshop.js').WorkshopPage} WorkshopPage */

/** Domains with their tasks. @param {WorkshopPage} page */
export function boardPart(page) {
  const { domains } = page.board;
  const add = page.mayWrite ? button({ label: t('workshop.domain.add'), icon: 'add', onclick: () => editDomain(page) }) : nothing;
  if (!domains.length) return empty({ title: t('workshop.domain.none'), text: t('workshop.domain.lead'), action: add });
  return html`<div class="stack">${repeat(domains, domain => domain.id, (domain, at) => domainCard(page, domain, at))}<div>${add}</div></div>`;
}

/** @param {WorkshopPage} page @param {Domain} domain @param {number} at */
function domainCard(page, domain, at) {
  return html`<section class="card stack" aria-labelledby="d-${domain.id}">
    <div class="row apart"><h2 id="d-${domain.id}"><span class="code">${domain.code}</span> ${domain.title}</h2>${page.mayWrite ? domainActions(page, domain, at) : nothing}</div>
    ${domain.definition ? html`<p class="soft">${domain.definition}</p>` : nothing}
    <ol class="statements">${repeat(domain.tasks, task => task.id, (task, i) => statementRow(page, { statement: task, kind: 'TASK', domain, at: i, count: domain.tasks.length }))}</ol>
    ${page.mayWrite ? addField(page, { key: domain.id, kind: 'TASK', domain: domain.id, label: t('workshop.task.add', { domain: domain.title }) }) : nothing}
  </section>`;
}

/** @param {WorkshopPage} page @param {Domain} domain @param {number} at */
function domainActions(page, domain, at) {
  /** @param {number} position */
  const move = position => page.store(() => placeDomain(page.id, domain.id, position), t('workshop.moved'));
  return html`<div class="row tools">
    ${tool('↑', t('workshop.up', { what: domain.title }), at === 0, () => move(at - 1))}
    ${tool('↓', t('workshop.down', { what: domain.title }), at === page.board.domains.length - 1, () => move(at + 1))}
    ${button({ label: t('workshop.edit'), kind: 'quiet', onclick: () => editDomain(page, domain) })}
    ${button({ label: t('workshop.drop'), kind: 'quiet', onclick: () => drop(page, domain) })}</div>`;
}

/** @param {string} sign @param {string} label @param {boolean} disabled @param {() => void} onclick */
export function tool(sign, label, disabled, onclick) {
  return html`<button type="button" class="button quiet icon" aria-label=${label} title=${label} ?disabled=${disabled} @click=${onclick}><span aria-hidden="true">${sign}</span></button>`;
}

/** @param {WorkshopPage} page @param {Domain} [domain] */
async function editDomain(page, domain) {
  const id = domain?.id ?? crypto.randomUUID();
  const draft = { title: domain?.title ?? '', definition: domain?.definition ?? '' };
  const done = await openDialog({
    title: domain ? t('workshop.domain.edit') : t('workshop.domain.add'),
    confirm: t('workshop.save'),
    body: problem => html`
      ${textField({ ...bound(draft, 'title'), label: t('workshop.domain.title'), required: true, maxlength: 200, error: problem?.field('/title') })}
      ${textArea({ ...bound(draft, 'definition'), label: t('workshop.domain.definition'), hint: t('workshop.domain.definitionHint'), rows: 3, maxlength: 2000 })}`,
    onconfirm: () => putDomain(page.id, id, /** @type {{title: string}} */ (filled(draft)), domain?.version ?? 0),
  });
  if (done) await page.refresh();
}

/** @param {WorkshopPage} page @param {Domain} domain */
async function drop(page, domain) {
  const done = await ask({
    title: t('workshop.domain.drop', { title: domain.title }),
    message: html`<p>${t('workshop.dropMessage')}</p>`,
    reason: t('workshop.reason'),
    confirm: t('workshop.drop'),
    onconfirm: reason => dropDomain(page.id, domain.id, reason),
  });
  if (done) await page.refresh();
}
