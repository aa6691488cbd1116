import { t } from '../../../core/i18n.js';
import { button, html, repeat, textField } from '../../../ui/index.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../api.js').Reference} Reference */

/** The sources that say so; at least one before others review the item. @param {Desk} desk */
export function referenceFields(desk) {
  const { references } = desk.draft;
  return html`<p class="soft">${t('itembank.references.lead')}</p>
    ${repeat(references, (_, i) => i, (one, i) => referenceRow(desk, one, i))}
    <div>${button({ label: t('itembank.references.add'), icon: 'add', onclick: () => desk.change({ references: [...references, { citation: '' }] }) })}</div>`;
}

/** @param {Desk} desk @param {Reference} one @param {number} i */
function referenceRow(desk, one, i) {
  const { references } = desk.draft;
  /** @param {keyof Reference} name @param {Partial<import('../../../ui/field.js').TextOptions>} [options] */
  const text = (name, options) => textField({
    name: `reference-${name}-${i}`,
    label: t(`itembank.reference.${name}`),
    value: one[name] ?? '',
    error: desk.page.error(`/references/${i}/${name}`),
    oninput: value => desk.change({ references: references.with(i, changed(one, name, value)) }),
    ...options,
  });
  return html`<fieldset class="item-part stack tight"><legend>${t('itembank.reference', { n: i + 1 })}</legend>
    ${text('citation', { required: true, maxlength: 1000 })}
    <div class="grid">${text('edition', { maxlength: 100 })}${text('url', { type: 'url', maxlength: 1000 })}${text('expiresOn', { type: 'date', hint: t('itembank.reference.expiresHint') })}</div>
    <div>${button({ label: t('itembank.remove'), kind: 'quiet', describe: t('itembank.reference', { n: i + 1 }), onclick: () => desk.change({ references: references.toSpliced(i, 1) }) })}</div></fieldset>`;
}

/** @param {Reference} one @param {keyof Reference} name @param {string} value @returns {Reference} */
function changed(one, name, value) {
  const { [name]: _, ...others } = one;
  return name === 'citation' || value ? /** @type {Reference} */ ({ ...others, [name]: value }) : /** @type {Reference} */ (others);
}
