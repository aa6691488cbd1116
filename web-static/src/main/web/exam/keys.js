/** Single keys, for who switches them on: off by default, because speech input and chance would press them too. */

/** The keyboard map shown to the candidate: what each key does. */
export const KEYS = /** @type {const} */ ({ n: 'next', p: 'previous', f: 'flag', r: 'review', h: 'highlight', '1–9': 'choose' });

/** @param {KeyboardEvent} event @param {import('./sitting.js').Sitting} sitting @param {() => void} highlight */
export function byKey(event, sitting, highlight) {
  const target = /** @type {Element} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || sitting.screen !== 'question') return;
  if (target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])') || target.closest('dialog')) return;
  const { item } = sitting.place;
  const acts = /** @type {Record<string, () => void>} */ ({
    n: () => sitting.go(item + 1),
    p: () => sitting.go(item - 1),
    f: () => sitting.mark('flag', item, !sitting.sheet.flagged(item)),
    r: () => sitting.review(),
    h: highlight,
  });
  const act = acts[event.key.toLowerCase()] ?? (/^[1-9]$/.test(event.key) ? () => choose(Number(event.key)) : undefined);
  if (!act) return;
  event.preventDefault();
  act();
}

/** @param {number} n */
function choose(n) {
  const option = document.querySelectorAll('.question-options input')[n - 1];
  if (!(option instanceof HTMLInputElement)) return;
  option.focus();
  option.click();
}
