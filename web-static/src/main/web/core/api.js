/**
 * The one door to the service. Only files named `api.js` import its verbs; views import `ApiError` at most.
 */
import { language } from './i18n.js';

const BASE = '/api/v1';
const TIMEOUT_MS = 20_000;

/** Fires `unauthorized` when the session is over. */
export const apiEvents = new EventTarget();

/**
 * @typedef {object} Problem RFC 9457, already in the reader's language
 * @property {number} [status] 0 when no answer came at all
 * @property {string} [title]
 * @property {string} [code]
 * @property {string} [detail]
 * @property {string} [requestId]
 * @property {{pointer: string, message: string}[]} [errors]
 * @property {Record<string, string | number>} [values] what the refusal speaks of
 */

/** A request that was not done, with the service's own words. `status` 0: no answer came. */
export class ApiError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail || problem.title || '');
    this.status = problem.status ?? 0;
    this.title = problem.title ?? '';
    this.code = problem.code ?? '';
    this.requestId = problem.requestId ?? '';
    this.errors = problem.errors ?? [];
    this.problem = problem;
  }

  /** No answer came: nobody knows whether it was done. */
  get unreachable() {
    return this.status === 0;
  }

  /** Someone else changed it first. */
  get stale() {
    return this.status === 412;
  }

  /** @param {string} pointer such as `/email` @returns {string} the words for that field, or '' */
  field(pointer) {
    return this.errors.find(error => error.pointer === pointer || error.pointer === `#${pointer}`)?.message ?? '';
  }
}

/**
 * @typedef {object} RequestOptions
 * @property {number | string} [version] sent as `If-Match`
 * @property {AbortSignal} [signal]
 * @property {number} [timeoutMs]
 * @property {string} [contentType] for a body that is not JSON
 * @property {Record<string, string | number | undefined>} [query]
 * @property {Record<string, string>} [headers] further headers
 * @property {boolean} [quiet] a 401 is thrown only, nobody is sent to sign in
 */

/** @param {string} path @param {RequestOptions} [options] @returns {Promise<any>} */
export const get = (path, options) => request('GET', path, undefined, options);
/** @param {string} path @param {unknown} [body] @param {RequestOptions} [options] @returns {Promise<any>} */
export const post = (path, body, options) => request('POST', path, body, options);
/** @param {string} path @param {unknown} [body] @param {RequestOptions} [options] @returns {Promise<any>} */
export const put = (path, body, options) => request('PUT', path, body, options);
/** @param {string} path @param {unknown} [body] @param {RequestOptions} [options] @returns {Promise<any>} */
export const patch = (path, body, options) => request('PATCH', path, body, options);
/** @param {string} path @param {RequestOptions} [options] @returns {Promise<any>} */
export const del = (path, options) => request('DELETE', path, undefined, options);

/** The bytes of a file that needs a header to be read. @param {string} path @param {RequestOptions} [options] @returns {Promise<Blob>} */
export async function getFile(path, options = {}) {
  const answer = await send('GET', address(path, options.query), undefined, options);
  if (!answer.ok) throw await refused(answer, options.quiet ?? false);
  return answer.blob();
}

/** Asks a background job to stop; its events tell when it has. @param {string} jobId */
export const cancelJob = jobId => put(`/jobs/${jobId}/cancellation`);

/** @param {string} jobId */
export const jobEvents = jobId => `/jobs/${jobId}/events`;

/**
 * The address of something a link or an image opens: a PDF, a CSV file, a figure.
 * @param {string} path @param {RequestOptions['query']} [query]
 */
export function address(path, query = {}) {
  const wanted = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)]));
  return BASE + path + (search.size ? `?${search}` : '');
}

/**
 * @param {string} method @param {string} path @param {unknown} body @param {RequestOptions} [options]
 */
async function request(method, path, body, options = {}) {
  const answer = await send(method, address(path, options.query), body, options);
  if (!answer.ok) throw await refused(answer, options.quiet ?? false);
  if (answer.status === 204) return undefined;
  return isJson(answer) ? answer.json() : answer.text();
}

/** @param {string} method @param {string} url @param {unknown} body @param {RequestOptions} options */
async function send(method, url, body, options) {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  try {
    return await fetch(url, {
      method,
      headers: headers(method, body, options),
      body: encoded(body, options),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError({ status: 0 });
  }
}

/** @param {string} method @param {unknown} body @param {RequestOptions} options */
function headers(method, body, options) {
  /** @type {Record<string, string>} */
  const all = { 'Accept-Language': language(), ...options.headers };
  if (method !== 'GET') all['X-Rolewright'] = '1';
  if (body !== undefined) all['Content-Type'] = options.contentType ?? 'application/json';
  if (options.version !== undefined) all['If-Match'] = `"${options.version}"`;
  return all;
}

/** @param {unknown} body @param {RequestOptions} options @returns {BodyInit | undefined} */
function encoded(body, options) {
  if (body === undefined) return undefined;
  return options.contentType ? /** @type {BodyInit} */ (body) : JSON.stringify(body);
}

/** @param {Response} answer @param {boolean} quiet */
async function refused(answer, quiet) {
  const problem = isJson(answer) ? await answer.json().catch(() => ({})) : {};
  if (answer.status === 401 && !quiet) apiEvents.dispatchEvent(new Event('unauthorized'));
  return new ApiError({ ...problem, status: answer.status });
}

/** @param {Response} answer */
function isJson(answer) {
  return /[/+]json\b/.test(answer.headers.get('Content-Type') ?? '');
}

/**
 * A figure made by the service, as an element of its own. It is read as XML, never as HTML, and whatever
 * could act (scripts, handlers, foreign markup, outside links) is dropped.
 * @param {string} url from an api file @returns {Promise<SVGElement>}
 */
export async function loadSvg(url) {
  const xml = await loadXml(url);
  for (const element of xml.querySelectorAll('*')) disarm(element);
  const svg = document.importNode(xml.documentElement, true);
  if (!(svg instanceof SVGElement)) throw new ApiError({ status: 0 });
  return svg;
}

/**
 * The article of a page made by the service, to be put into a page of ours. Disarmed as a figure is.
 * @param {string} url from an api file @returns {Promise<HTMLElement>}
 */
export async function loadArticle(url) {
  const page = await loadXml(url);
  const article = page.querySelector('article');
  if (!article) throw new ApiError({ status: 0 });
  for (const element of article.querySelectorAll('*')) disarm(element);
  return document.importNode(article, true);
}

/** @param {string} url @returns {Promise<Document>} */
function loadXml(url) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('GET', url);
    call.responseType = 'document';
    call.timeout = TIMEOUT_MS;
    call.setRequestHeader('Accept-Language', language());
    call.onloadend = () => (call.status === 200 && call.responseXML ? resolve(call.responseXML) : reject(new ApiError({ status: call.status })));
    call.send();
  });
}

/** @param {Element} element */
function disarm(element) {
  if (/^(script|foreignObject|style|animate.*|set)$/i.test(element.localName)) return element.remove();
  for (const attribute of [...element.attributes]) {
    const outside = /href$/.test(attribute.name) && !attribute.value.startsWith('#');
    if (outside || /^on|^style$/i.test(attribute.name)) element.removeAttribute(attribute.name);
  }
}
