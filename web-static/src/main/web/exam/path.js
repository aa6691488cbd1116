/** Where a candidate is on the way through the parts of an exam. Pure: from what is known to what follows. */

/**
 * @typedef {import('./api.js').Part} Part
 * @typedef {import('./api.js').View} View
 * @typedef {import('./queue.js').ExamEvent} ExamEvent
 */

/**
 * The part the candidate is in: what the service knows, or further on while it cannot be told.
 * @param {View} view @param {number} known @param {ExamEvent[]} untold events the service has not taken yet
 */
export function partAt(view, known, untold) {
  const entered = untold.findLast(event => event.kind === 'enter');
  const told = /** @type {{part: number} | undefined} */ (entered?.value)?.part ?? 0;
  return view.parts[Math.max(known, told)];
}

/** The part to go on to; null when what follows is handing in. @param {View} view @param {Part} part */
export function partAfter(view, part) {
  return view.parts.slice(part.part + 1).find(one => one.kind === 'questions' || one.kind === 'break') ?? null;
}

/** @param {Part} part @returns {number[]} the numbers of its questions */
export function itemsOf(part) {
  return part.kind === 'questions' ? Array.from({ length: part.toItem - part.fromItem + 1 }, (_, i) => part.fromItem + i) : [];
}

/** Of the whole exam. @param {View} view */
export function itemCount(view) {
  return Math.max(0, ...view.parts.map(part => (part.kind === 'questions' ? part.toItem : 0)));
}

/** Whether a question of the part may be gone to from another. @param {Part} part @param {number} from @param {number} to */
export function mayGo(part, from, to) {
  if (part.kind !== 'questions' || to < part.fromItem || to > part.toItem) return false;
  return part.navigation === 'free' || to >= from;
}

/** The questions are due but were not sent yet. @param {View} view @param {import('./api.js').State} state */
export function lacksItems(view, state) {
  const running = state === 'open' || state === 'paused' || state === 'onBreak';
  return running && view.parts.some(part => part.kind === 'questions' && !part.items);
}

/** Without the questions: what may stay on screen when the exam is over. @param {View} view @returns {View} */
export function emptied(view) {
  return { ...view, current: [], parts: view.parts.map(part => (part.kind === 'questions' ? { ...part, items: undefined } : part)) };
}
