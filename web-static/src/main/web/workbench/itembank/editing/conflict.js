/** Somebody else stored this draft first: what differs, part by part, and which of the two to keep. */
import { t } from '../../../core/i18n.js';
import { button, choice, html, notice, nothing, repeat } from '../../../ui/index.js';
import { differenceText, fieldName, languageOf } from '../item/differences.js';
import { draftOf } from './desk.js';
import { withParts } from './merge.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../api.js').Difference} Difference */

/** Where theirs was chosen; mine is kept unless one says otherwise. @type {WeakMap<Difference[], Set<string>>} */
const chosen = new WeakMap();

/** @param {Desk} desk @param {Difference[]} differences */
export function conflictPart(desk, differences) {
  const { page } = desk;
  const stored = page.item?.newest;
  if (!stored) return nothing;
  const theirs = chosen.get(differences) ?? new Set();
  chosen.set(differences, theirs);
  const settle = async () => {
    desk.resolve(withParts(desk.draft, draftOf(stored), [...theirs]), stored.revision);
    await desk.save();
  };
  return html`<section class="stack" aria-labelledby="conflict">
    <h2 id="conflict" tabindex="-1">${t('itembank.conflict')}</h2>
    ${notice(html`<p>${t('itembank.conflict.lead', { name: stored.changedBy.name })}</p>`, 'warn')}
    ${differences.length ? repeat(differences, one => one.pointer, one => difference(desk, one, theirs)) : html`<p>${t('itembank.conflict.same')}</p>`}
    <div class="row">${button({ label: t('itembank.conflict.save'), kind: 'primary', disabled: page.busy, onclick: settle })}
      ${button({ label: t('itembank.conflict.later'), onclick: () => { desk.conflict = null; page.change(); } })}</div></section>`;
}

/** @param {Desk} desk @param {Difference} one @param {Set<string>} theirs */
function difference(desk, one, theirs) {
  return html`<div class="card stack tight">
    <h3>${fieldName(one.pointer)}</h3>
    <p class="difference" lang=${languageOf(one.pointer) ?? nothing}>${differenceText(one, desk.page.naming)}</p>
    ${choice({
      name: `keep${one.pointer}`,
      legend: t('itembank.conflict.keep'),
      inline: true,
      value: theirs.has(one.pointer) ? 'theirs' : 'mine',
      options: ['mine', 'theirs'].map(value => ({ value, label: t(`itembank.conflict.${value}`) })),
      onchange: value => {
        if (value === 'theirs') theirs.add(one.pointer);
        else theirs.delete(one.pointer);
        desk.page.change();
      },
    })}</div>`;
}
