/**
 * Text that the candidate has marked: places in the text of the stem and of the case, drawn by the browser's own
 * highlights, so that the text itself stays as it is.
 */

/** @typedef {'stem' | 'stimulus'} Place */
/** @typedef {[number, number]} Span from, to; in characters */
/** @typedef {Partial<Record<Place, Span[]>>} Marks */
/** @typedef {import('./sitting.js').Sitting} Sitting */

const PLACES = /** @type {Place[]} */ (['stem', 'stimulus']);

/** @param {Place} place @returns {Element | null} */
const element = place => document.querySelector(`.question-${place}`);

/** @param {Sitting} sitting @param {number} item */
export function showMarks(sitting, item) {
  if (!('highlights' in CSS)) return;
  const marks = marksOf(sitting, item);
  const ranges = PLACES.flatMap(place => (marks[place] ?? []).map(span => rangeOf(element(place), span)));
  CSS.highlights.set('exam-mark', new Highlight(...ranges.filter(range => range !== null)));
}

/** @param {Sitting} sitting @param {number} item @returns {Marks} */
export function marksOf(sitting, item) {
  return sitting.sheet.get('highlight', item) ?? {};
}

/** Marks what is selected; what is marked already is no longer. @param {Sitting} sitting @returns {boolean} whether something was selected */
export function markSelection(sitting) {
  const selection = getSelection();
  const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const place = range && PLACES.find(one => element(one)?.contains(range.commonAncestorContainer));
  if (!range || !place) return false;
  toggleMark(sitting, place, spanOf(/** @type {Element} */ (element(place)), range));
  selection?.removeAllRanges();
  return true;
}

/** @param {Sitting} sitting @param {Place} place @param {Span} span */
export function toggleMark(sitting, place, span) {
  const { item } = sitting.place;
  const marks = marksOf(sitting, item);
  sitting.mark('highlight', item, { ...marks, [place]: toggled(marks[place] ?? [], span) });
}

/** Spans stay in order and apart. @param {Span[]} spans @param {Span} span @returns {Span[]} */
export function toggled(spans, [from, to]) {
  const covered = spans.some(([start, end]) => start <= from && to <= end);
  const rest = spans.flatMap(([start, end]) => /** @type {Span[]} */ ([[start, Math.min(end, from)], [Math.max(start, to), end]])).filter(([start, end]) => start < end);
  if (covered) return rest;
  return [...rest, /** @type {Span} */ ([from, to])].sort((a, b) => a[0] - b[0]).reduce(joined, /** @type {Span[]} */ ([]));
}

/** @param {Span[]} spans @param {Span} next @returns {Span[]} */
function joined(spans, next) {
  const last = spans.at(-1);
  return last && last[1] === next[0] ? [...spans.slice(0, -1), [last[0], next[1]]] : [...spans, next];
}

/** The sentences of the question, for who marks without a pointer. @param {Sitting} sitting */
export function sentences(sitting) {
  const marks = marksOf(sitting, sitting.place.item);
  return PLACES.flatMap(place => {
    const text = element(place)?.textContent ?? '';
    const parts = [...new Intl.Segmenter(sitting.view.language, { granularity: 'sentence' }).segment(text)].filter(part => part.segment.trim());
    return parts.map(({ segment, index }) => {
      const span = /** @type {Span} */ ([index, index + segment.trimEnd().length]);
      return { place, span, text: segment.trim(), marked: (marks[place] ?? []).some(([from, to]) => from <= span[0] && span[1] <= to) };
    });
  });
}

/** @param {Element} whole @param {Range} range @returns {Span} */
function spanOf(whole, range) {
  const before = document.createRange();
  before.setStart(whole, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return [from, from + range.toString().length];
}

/** @param {Element | null} whole @param {Span} span @returns {Range | null} */
function rangeOf(whole, [from, to]) {
  if (!whole) return null;
  const range = document.createRange();
  const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const end = at + (text.nodeValue ?? '').length;
    if (from >= at && from < end) range.setStart(text, from - at);
    if (to > at && to <= end) return range.setEnd(text, to - at), range;
    at = end;
  }
  return null;
}
