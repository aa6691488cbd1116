/** Which cell of the blueprint an item measures: domain, task, the KSAs behind it, and the cognitive level. */
import { t } from '../../../core/i18n.js';
import { choice, choices, html, keyed, notice, nothing, selectField } from '../../../ui/index.js';

/** @typedef {import('./desk.js').Desk} Desk */

export const LEVELS = /** @type {const} */ (['recall', 'application', 'analysis']);

/** @param {Desk} desk */
export function cellFields(desk) {
  const { draft, page } = desk;
  const { domains } = page.cells;
  const domain = domains.find(one => one.tasks.some(task => task.id === draft.task)) ?? domains.find(one => one.id === page.domain);
  const task = domain?.tasks.find(one => one.id === draft.task);
  return html`<div class="grid two">
      ${selectField({ name: 'domain', label: t('itembank.domain'), required: true, value: domain?.id ?? '', options: [{ value: '', label: t('itembank.choose') }, ...domains.map(one => ({ value: one.id, label: `${one.code} ${one.title}` }))],
        onchange: id => { page.domain = id; desk.change({ task: '', ksas: [] }); } })}
      ${keyed(domain?.id, selectField({ name: 'task', label: t('itembank.task'), required: true, disabled: !domain, value: draft.task, error: page.error('/task'), options: [{ value: '', label: t('itembank.choose') }, ...(domain?.tasks ?? []).map(one => ({ value: one.id, label: `${one.code} ${one.text}` }))],
        onchange: id => desk.change({ task: id, ksas: [] }) }))}
    </div>
    ${task ? html`<p class="soft">${task.text}</p>${keyed(task.id, ksaChoices(desk, task))}` : nothing}
    ${choice({ name: 'level', legend: t('itembank.level'), inline: true, value: draft.level, options: LEVELS.map(value => ({ value, label: t(`itembank.level.${value}`), hint: t(`itembank.levelHint.${value}`) })),
      onchange: level => desk.change({ level: /** @type {import('../api.js').Level} */ (level) }) })}`;
}

/** @param {Desk} desk @param {import('../writing/api.js').TaskCell} task */
function ksaChoices(desk, task) {
  if (!task.ksas.length) return notice(t('itembank.ksa.none'), 'warn');
  return choices({
    name: 'ksas',
    legend: t('itembank.ksa.legend'),
    error: desk.page.error('/ksas'),
    values: desk.draft.ksas,
    options: task.ksas.map(one => ({ value: one.id, label: html`<b>${one.code}</b> ${one.text}`, hint: t(`itembank.ksa.${one.kind}`) })),
    onchange: ksas => desk.change({ ksas }),
  });
}
