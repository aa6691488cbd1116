/** What this browser remembers between visits. Works without storage, then only until the page closes. */

/** @type {Map<string, string>} */
const unsaved = new Map();

/** @param {string} name */
export function setting(name) {
  try {
    return localStorage.getItem(`rolewright.${name}`);
  } catch {
    return unsaved.get(name) ?? null;
  }
}

/** @param {string} name @param {string | null} value null forgets it */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(`rolewright.${name}`);
    else localStorage.setItem(`rolewright.${name}`, value);
  } catch {
    if (value === null) unsaved.delete(name);
    else unsaved.set(name, value);
  }
}
