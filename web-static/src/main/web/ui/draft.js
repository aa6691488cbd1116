/**
 * Ties a field to an entry of a draft, so that what was typed outlives every redraw and refusal.
 * @param {Record<string, any>} draft @param {string} name @param {() => void} [changed]
 */
export function bound(draft, name, changed) {
  return {
    name,
    value: draft[name] ?? '',
    oninput: (/** @type {string} */ value) => {
      draft[name] = value;
      changed?.();
    },
  };
}

/** A draft without its empty entries. @param {Record<string, any>} draft @param {string[]} [numbers] */
export function filled(draft, numbers = []) {
  const entries = Object.entries(draft).filter(([, value]) => value !== '' && value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]));
}
