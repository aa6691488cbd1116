import { date, t } from '../../core/i18n.js';
import { html, table } from '../../ui/index.js';

/** Every change with its reason. @param {import('./api.js').Blueprint} blueprint */
export function adjustments({ adjustments: made }) {
  if (made.length === 0) return html`<p class="soft">${t('blueprint.unchanged')}</p>`;
  return table({
    caption: t('blueprint.adjustments'),
    rows: made,
    rowKey: one => String(one.number),
    columns: [
      { key: 'what', label: t('blueprint.adjustment.what'), head: true, cell: one => t(`blueprint.ask.${one.kind}`, { cell: one.subject }) },
      { key: 'before', label: t('blueprint.adjustment.before'), numeric: true, cell: one => one.before },
      { key: 'after', label: t('blueprint.adjustment.after'), numeric: true, cell: one => one.after },
      { key: 'reason', label: t('blueprint.reason'), cell: one => one.reason },
      { key: 'who', label: t('blueprint.adjustment.who'), cell: one => `${one.made.name}, ${date(one.made.at)}` },
    ],
  });
}
