/**
 * A page is state with a view: `load` fetches, `view` is a function of the fields, `change` sets fields and
 * draws again. Whatever shows pages (`show` below) does the waiting, the failing and the focus.
 */
import { html, render } from '../vendor/lit-html/lit-html.js';
import { keyed } from '../vendor/lit-html/directives/keyed.js';
import { ApiError } from './api.js';
import { i18n } from './i18n.js';

/** @typedef {{params: Record<string, string>, query: URLSearchParams}} Where */

export class Page extends EventTarget {
  /** @param {Where} [where] */
  constructor(where = { params: {}, query: new URLSearchParams() }) {
    super();
    this.where = where;
    /** True while `run` is at work: buttons that send should be disabled. */
    this.busy = false;
    /** @type {ApiError | null} why the last `run` was refused */
    this.problem = null;
    /** Aborts when the person leaves; hand it to whatever goes on in the background. */
    this.left = new AbortController();
  }

  /** The title of the document and of the browser's tab. */
  get title() {
    return '';
  }

  /** Fetches what the view needs. What it throws is shown with a way to try again. */
  async load() {}

  /** @returns {unknown} */
  view() {
    return html``;
  }

  /** @param {Record<string, unknown>} fields */
  change(fields = {}) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Does something that the service may refuse. The refusal is then `this.problem`, and is shown by the view.
   * @param {() => Promise<unknown>} action @returns {Promise<boolean>} whether it was done
   */
  async run(action) {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.change();
    try {
      await action();
      return true;
    } catch (cause) {
      this.problem = asApiError(cause);
      return false;
    } finally {
      this.busy = false;
      this.change();
    }
  }

  /** @param {string} pointer such as `/email` @returns {string} the words for a field that was refused */
  error(pointer) {
    return this.problem?.field(pointer) ?? '';
  }
}

/** @param {unknown} cause */
export function asApiError(cause) {
  if (cause instanceof ApiError) return cause;
  throw cause;
}

/** @typedef {{loading: () => unknown, failed: (problem: ApiError, again: () => void) => unknown}} Fallbacks */

/**
 * Shows one page after another in the same place.
 */
export class PageHost {
  #target;
  #fallbacks;
  /** @type {Page | null} */
  #page = null;

  /** @param {HTMLElement} target @param {Fallbacks} fallbacks */
  constructor(target, fallbacks) {
    this.#target = target;
    this.#fallbacks = fallbacks;
    i18n.addEventListener('change', () => this.#draw());
  }

  /** @param {Page} page */
  async show(page) {
    this.#page?.left.abort();
    this.#page = page;
    page.addEventListener('change', () => this.#page === page && this.#draw());
    await this.#load(page);
    if (this.#page === page) this.#focusHeading();
  }

  /** @param {Page} page */
  async #load(page) {
    const slow = setTimeout(() => this.#put(page, this.#fallbacks.loading()), 150);
    try {
      await page.load();
      clearTimeout(slow);
      this.#loaded.add(page);
      if (this.#page === page) this.#draw();
    } catch (cause) {
      clearTimeout(slow);
      this.#put(page, this.#fallbacks.failed(asApiError(cause), () => this.#load(page)));
    }
  }

  /** Pages whose first load is done: only these can draw themselves. */
  #loaded = new WeakSet();

  #draw() {
    const page = this.#page;
    if (page && this.#loaded.has(page)) this.#put(page, page.view());
  }

  /** @param {Page} page @param {unknown} content */
  #put(page, content) {
    if (this.#page !== page) return;
    if (page.title) document.title = `${page.title} – Rolewright`;
    render(keyed(page, content), this.#target);
  }

  #focusHeading() {
    const heading = this.#target.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}
