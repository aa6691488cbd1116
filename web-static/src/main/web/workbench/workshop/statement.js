import { dateTime, t } from '../../core/i18n.js';
import { ask, badge, button, html, notice, nothing, openDialog, selectField, textArea } from '../../ui/index.js';
import { dropStatement, listWordings, placeStatement, putStatement } from './api.js';
import { tool } from './board.js';

/** @typedef {import('./api.js').Statement} Statement */
/** @typedef {import('./workshop.js').WorkshopPage} WorkshopPage */
/** @typedef {{statement: Statement, kind: import('./api.js').Kind, domain?: import('./api.js').Domain, at: number, count: number, extra?: unknown}} Row */

/**
 * A statement that is read, edited in place, moved, dropped, and whose history is shown.
 * @param {WorkshopPage} page @param {Row} row
 */
export function statementRow(page, row) {
  const { statement, extra } = row;
  return html`<li class="statement">
    <span class="code">${statement.code}</span>
    <div class="stack tight">${page.editing?.id === statement.id ? editor(page, row) : reader(page, row)}${extra ?? nothing}</div>
    ${page.mayWrite && page.editing?.id !== statement.id ? tools(page, row) : nothing}
  </li>`;
}

/** @param {WorkshopPage} page @param {Row} row */
function reader(page, { statement }) {
  return html`<p>${statement.text}</p>
    <div class="row small">${statement.source ? html`<span class="soft">${statement.source}</span>` : nothing}
      ${statement.warnings.map(warning => badge(t(`workshop.warning.${warning}`), 'warn'))}</div>`;
}

/** @param {WorkshopPage} page @param {Row} row */
function editor(page, row) {
  const edit = /** @type {{id: string, text: string, version: number}} */ (page.editing);
  return html`<form class="stack tight" @submit=${(/** @type {SubmitEvent} */ event) => (event.preventDefault(), save(page, row))} @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, page, row)}>
    ${page.theirs ? notice(html`<p class="strong">${t('workshop.conflict')}</p><p>${page.theirs}</p>`, 'warn') : nothing}
    ${textArea({ name: 'text', id: `edit-${row.statement.id}`, label: t('workshop.wording', { code: row.statement.code }), required: true, rows: 2, maxlength: 1000, value: edit.text, oninput: text => (edit.text = text) })}
    <div class="row">${button({ label: t('workshop.save'), kind: 'primary', disabled: page.busy })}${button({ label: t('workshop.cancel'), onclick: () => stop(page, row) })}</div>
  </form>`;
}

/** @param {WorkshopPage} page @param {Row} row */
function tools(page, row) {
  const { statement, domain, at, count } = row;
  /** @param {number} position */
  const move = position => moveTo(page, statement, { domain: domain?.id, position });
  return html`<div class="row tools">
    ${tool('↑', t('workshop.up', { what: statement.code }), at === 0, () => move(at - 1))}
    ${tool('↓', t('workshop.down', { what: statement.code }), at === count - 1, () => move(at + 1))}
    <button type="button" class="button quiet" id="edit-button-${statement.id}" @click=${() => start(page, row)}>${t('workshop.edit')}<span class="visually-hidden"> ${statement.code}</span></button>
    <details class="more-tools"><summary class="button quiet icon" aria-label=${t('workshop.moreFor', { code: statement.code })}>⋯</summary><div class="more-list card flat stack tight" @click=${closeMenu}>
      ${domain && page.board.domains.length > 1 ? button({ label: t('workshop.moveTo'), kind: 'quiet', onclick: () => chooseDomain(page, statement) }) : nothing}
      ${button({ label: t('workshop.history'), kind: 'quiet', onclick: () => showHistory(page, statement) })}
      ${button({ label: t('workshop.drop'), kind: 'quiet', onclick: () => drop(page, statement) })}</div></details>
  </div>`;
}

/** @param {Event} event */
function closeMenu(event) {
  const menu = /** @type {HTMLElement} */ (event.currentTarget).closest('details');
  if (menu) menu.open = false;
}

/** @param {WorkshopPage} page @param {Row} row */
function start(page, { statement }) {
  page.change({ editing: { id: statement.id, text: statement.text, version: statement.version }, theirs: '', problem: null });
  document.getElementById(`edit-${statement.id}`)?.focus();
}

/** @param {WorkshopPage} page @param {Row} row */
function stop(page, { statement }) {
  page.change({ editing: null, theirs: '', problem: null });
  document.getElementById(`edit-button-${statement.id}`)?.focus();
}

/** Enter saves, Escape leaves. @param {KeyboardEvent} event @param {WorkshopPage} page @param {Row} row */
function onKey(event, page, row) {
  if (event.key === 'Escape') stop(page, row);
  if (event.key !== 'Enter' || event.shiftKey || !(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  save(page, row);
}

/** When somebody else was faster, both texts stay on the screen. @param {WorkshopPage} page @param {Row} row */
async function save(page, row) {
  const { statement, kind, domain } = row;
  const edit = page.editing;
  if (!edit?.text.trim()) return;
  if (await page.store(() => putStatement(page.id, edit.id, { kind, text: edit.text, domain: domain?.id }, edit.version), t('workshop.saved'))) return stop(page, row);
  if (!page.problem?.stale) return;
  const [stored] = [...page.board.domains.flatMap(one => one.tasks), ...page.board.ksas.map(ksa => ksa.statement)].filter(one => one.id === statement.id);
  page.change({ theirs: stored?.text ?? '', editing: { ...edit, version: stored?.version ?? edit.version }, problem: null });
}

/** @param {WorkshopPage} page @param {Statement} statement @param {{domain?: string, position: number}} place */
async function moveTo(page, statement, place) {
  await page.store(() => placeStatement(page.id, statement.id, place), t('workshop.moved'));
}

/** @param {WorkshopPage} page @param {Statement} statement */
async function chooseDomain(page, statement) {
  const others = page.board.domains.filter(domain => !domain.tasks.some(task => task.id === statement.id));
  let chosen = others[0].id;
  const done = await openDialog({
    title: t('workshop.moveTitle', { code: statement.code }),
    confirm: t('workshop.move'),
    body: () => html`<p>${statement.text}</p>
      ${selectField({ name: 'domain', label: t('workshop.domain.title'), required: true, value: chosen, options: others.map(domain => ({ value: domain.id, label: `${domain.code} ${domain.title}` })), onchange: value => (chosen = value) })}`,
    onconfirm: () => placeStatement(page.id, statement.id, { domain: chosen, position: 100_000 }),
  });
  if (done) await page.refresh();
}

/** @param {WorkshopPage} page @param {Statement} statement */
async function showHistory(page, statement) {
  const wordings = await listWordings(page.id, statement.id);
  await openDialog({
    title: t('workshop.historyOf', { code: statement.code }),
    confirm: t('workshop.done'),
    body: () => html`<ol class="stack" reversed>${wordings.map(wording => html`<li><p>${wording.text}</p><p class="small soft">${wording.author}, ${dateTime(wording.writtenAt)}</p></li>`)}</ol>`,
    onconfirm: async () => {},
  });
}

/** @param {WorkshopPage} page @param {Statement} statement */
async function drop(page, statement) {
  const done = await ask({
    title: t('workshop.dropTitle', { code: statement.code }),
    message: html`<p>${statement.text}</p><p>${t('workshop.dropMessage')}</p>`,
    reason: t('workshop.reason'),
    confirm: t('workshop.drop'),
    onconfirm: reason => dropStatement(page.id, statement.id, reason),
  });
  if (done) await page.refresh();
}
