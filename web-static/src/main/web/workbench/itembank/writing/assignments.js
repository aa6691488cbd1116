import { date, t } from '../../../core/i18n.js';
import { person } from '../../../core/session.js';
import { ask, badge, button, html, linkButton, nothing, numberField, openDialog, selectField, table, textArea, textField, toast } from '../../../ui/index.js';
import { listWriters, putWritingAssignment, withdrawWritingAssignment } from './api.js';

/** @typedef {import('./coverage.js').CoveragePage} CoveragePage */
/** @typedef {import('./api.js').WritingAssignment} WritingAssignment */

/** @type {Record<WritingAssignment['state'], import('../../../ui/page.js').Tone>} */
const TONES = { open: 'info', done: 'good', overdue: 'warn', withdrawn: '' };

/** Who writes how many items for which cell until when. @param {CoveragePage} page */
export function assignmentsPart(page) {
  if (!page.assignments.length) return nothing;
  return table({
    caption: t('itembank.assignments'),
    rows: page.assignments,
    rowKey: one => one.id,
    columns: [
      { key: 'name', label: t('itembank.assignments.writer'), head: true, cell: one => one.name },
      { key: 'task', label: t('itembank.task'), cell: one => html`${one.code}${one.note ? html` <span class="small soft">${one.note}</span>` : nothing}` },
      { key: 'done', label: t('itembank.assignments.done'), cell: one => t('itembank.of', { n: one.submitted, all: one.count }) },
      { key: 'due', label: t('itembank.due'), cell: one => date(`${one.dueOn}T12:00`) },
      { key: 'state', label: t('itembank.state'), cell: one => badge(t(`itembank.assignments.${one.state}`), TONES[one.state]) },
      { key: 'acts', label: t('itembank.acts'), cell: one => acts(page, one) },
    ],
  });
}

/** @param {CoveragePage} page @param {WritingAssignment} one */
function acts(page, one) {
  if (one.state === 'withdrawn' || one.state === 'done') return nothing;
  const describe = `${one.name}, ${one.code}`;
  return html`<div class="row tools">${one.person === person()?.id ? linkButton({ label: t('itembank.assignments.write'), href: `#/studies/${page.study}/itembank/items/${crypto.randomUUID()}?new=1&task=${one.task}` }) : nothing}
    ${page.mayLead ? button({ label: t('itembank.assignments.withdraw'), kind: 'quiet', describe, onclick: () => withdraw(page, one) }) : nothing}</div>`;
}

/** @param {CoveragePage} page @param {WritingAssignment} one */
async function withdraw(page, one) {
  const done = await ask({ title: t('itembank.assignments.withdrawTitle'), message: html`<p>${one.name}, ${one.code}</p>`, confirm: t('itembank.assignments.withdraw'), onconfirm: () => withdrawWritingAssignment(page.study, one.id) });
  if (done) await page.renew();
}

/** @param {CoveragePage} page @param {import('./api.js').CoverageCell} cell */
export async function assignWriting(page, cell) {
  const people = await listWriters(page.study);
  const id = crypto.randomUUID();
  const done = await openDialog({
    title: t('itembank.assignments.title', { code: cell.code }),
    confirm: t('itembank.coverage.assign'),
    numbers: ['count'],
    body: problem => html`<p>${cell.text}</p>
      ${selectField({ name: 'person', label: t('itembank.assignments.writer'), required: true, error: problem?.field('/person'), options: [{ value: '', label: t('itembank.choose') }, ...people.map(one => ({ value: one.person, label: one.name }))] })}
      ${numberField({ name: 'count', label: t('itembank.assignments.count'), required: true, min: 1, max: 200, step: 1, value: Math.max(1, cell.gap), error: problem?.field('/count') })}
      ${textField({ name: 'dueOn', type: 'date', label: t('itembank.due'), required: true, error: problem?.field('/dueOn') })}
      ${textArea({ name: 'note', label: t('itembank.note'), rows: 2, maxlength: 1000, error: problem?.field('/note') })}`,
    onconfirm: ({ person: writer, count, dueOn, note }) => putWritingAssignment(page.study, id, { person: writer, task: cell.task, count, dueOn, ...(note ? { note } : {}) }, 0),
  });
  if (!done) return;
  toast(t('itembank.assignments.assigned'));
  await page.renew();
}
