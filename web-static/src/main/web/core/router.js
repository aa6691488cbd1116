/**
 * Hash routes. `#/studies/7/survey?tab=sample` is the path `/studies/7/survey` with the query `tab=sample`.
 */

/** @typedef {Record<string, string>} Params */

/**
 * The parameters of a path that fits a pattern such as `/studies/:studyId/survey`, else null.
 * @param {string} pattern @param {string} path @returns {Params | null}
 */
export function match(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  /** @type {Params} */
  const params = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given[i]);
    else if (part !== given[i]) return null;
  }
  return params;
}

/** @param {string} hash @returns {{path: string, query: URLSearchParams}} */
export function parseHash(hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?', 2);
  return { path: path || '/', query: new URLSearchParams(query) };
}

/**
 * The first route that fits.
 * @template T
 * @param {Record<string, T>} routes @param {string} path @returns {{route: T, params: Params} | null}
 */
export function findRoute(routes, path) {
  for (const [pattern, route] of Object.entries(routes)) {
    const params = match(pattern, path);
    if (params) return { route, params };
  }
  return null;
}

/** @param {string} path such as `/studies/7/survey` */
export function navigate(path) {
  location.hash = path;
}
