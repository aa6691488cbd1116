/** Two versions of one draft become one, part by part; a part is named by a JSON pointer. */

/** @param {any} from @param {string} pointer @returns {unknown} undefined when it is not there */
export function partAt(from, pointer) {
  return steps(pointer).reduce((value, step) => value?.[step], from);
}

/** A copy of `draft` in which some parts are those of another. @template T @param {T} draft @param {any} other @param {string[]} pointers @returns {T} */
export function withParts(draft, other, pointers) {
  const merged = structuredClone(draft);
  for (const pointer of pointers) put(merged, steps(pointer), partAt(other, pointer));
  return merged;
}

/** @param {any} into @param {string[]} path @param {unknown} value undefined takes the part away */
function put(into, path, value) {
  const last = path[path.length - 1];
  const holder = path.slice(0, -1).reduce((value, step) => (value[step] ??= {}), into);
  if (value !== undefined) holder[last] = structuredClone(value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}

/** @param {string} pointer */
function steps(pointer) {
  return pointer.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
