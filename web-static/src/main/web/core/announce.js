/** Says something to a screen reader without moving the focus. */

/** @type {HTMLElement | undefined} */
let region;

/** @param {string} words */
export function announce(words) {
  region ??= createRegion();
  region.textContent = '';
  // A region only speaks when its text changes, so the same words twice need a pause between.
  setTimeout(() => region && (region.textContent = words), 50);
}

function createRegion() {
  const element = document.createElement('div');
  element.className = 'visually-hidden';
  element.setAttribute('role', 'status');
  document.body.append(element);
  return element;
}
