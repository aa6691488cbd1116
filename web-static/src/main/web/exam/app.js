/** What the page is at: the code, the way in, the sitting, and what stands over it. */
import { announce } from '../core/announce.js';
import { ApiError } from '../core/api.js';
import { setLanguage, t } from '../core/i18n.js';
import { Entry, forgetPass } from './entry.js';
import { forget, grant } from './looks.js';

/**
 * @typedef {import('./sitting.js').Sitting} Sitting
 * @typedef {import('./check.js').Check} Check
 * @typedef {{id: number, words: string}} Notice
 */

const TICK_MS = 500;

/** Fires `change`, and `moved` when another page is shown. */
export class App extends EventTarget {
  #entry;
  #shown = '';
  #notices = 0;
  #lineDown = false;

  /** @param {import('./store.js').Device} device */
  constructor(device) {
    super();
    this.device = device;
    this.#entry = new Entry(device);
    /** @type {Sitting | null} */
    this.sitting = null;
    this.loading = true;
    this.busy = false;
    /** @type {ApiError | null} */
    this.problem = null;
    /** How far on the way in: 0 is the check of the device. */
    this.step = 0;
    /** @type {Check[] | null} null until the device was checked */
    this.checks = null;
    /** @type {Notice[]} */
    this.notices = [];
    this.timeHidden = false;
    /** @type {((event: KeyboardEvent, app: App, sitting: Sitting) => void) | null} what single keys do, when they were switched on */
    this.keys = null;
    /** @type {typeof import('./views/tools.js') | null} */
    this.tools = null;
    this.panel = false;
    /** What is being written to the proctor, and its number. */
    this.words = '';
    this.wordsId = crypto.randomUUID();
  }

  /** Goes on where this tab was. */
  async begin() {
    try {
      await this.#take(await this.#entry.resume());
    } catch (cause) {
      this.problem = asProblem(cause);
    }
    this.loading = false;
    this.move();
  }

  /** @param {string} code */
  enter(code) {
    return this.run(async () => this.#take(await this.#entry.enter(code)));
  }

  /** @param {string} code the service asks for it again */
  renew(code) {
    return this.sitting ? this.#entry.renew(this.sitting, code) : Promise.resolve();
  }

  /** @param {Sitting | null} sitting */
  async #take(sitting) {
    if (!sitting) return;
    this.sitting = sitting;
    this.step = 0;
    this.checks = null;
    await setLanguage(sitting.view.language);
    grant(sitting.view.display);
    this.#listen(sitting);
    sitting.run();
  }

  /** @param {Sitting} sitting */
  #listen(sitting) {
    const signal = sitting.left;
    sitting.addEventListener('change', () => this.#changed(), { signal });
    sitting.addEventListener('moved', () => this.move(), { signal });
    sitting.addEventListener('extraTime', event => this.#extraTime(/** @type {CustomEvent<number>} */ (event).detail), { signal });
    sitting.addEventListener('message', () => this.#message(), { signal });
    sitting.queue.wakeWithBrowser(signal);
    addEventListener('blur', () => sitting.trace('focusLost'), { signal });
    addEventListener('focus', () => sitting.trace('focusGained'), { signal });
    addEventListener('keydown', event => this.keys?.(event, this, sitting), { signal });
    addEventListener('pagehide', () => void sitting.flush(), { signal });
    document.addEventListener('visibilitychange', () => void sitting.flush(), { signal });
    const ticking = setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticking));
  }

  #tick() {
    const minutes = this.sitting?.times.mark();
    if (minutes) announce(t('exam.timeMark', { n: minutes }));
    this.#changed();
  }

  /** Another screen of the same sitting begins at its heading too. */
  #changed() {
    const screen = this.sitting?.screen ?? '';
    this.#tellLine();
    if (screen === this.#shown) return this.change();
    if (screen === 'timeOver' || screen === 'partOver') this.sitting?.flush();
    this.move();
  }

  #tellLine() {
    const down = this.sitting?.saving.state === 'offline';
    if (down === this.#lineDown) return;
    this.#lineDown = down;
    announce(down ? t('exam.line.lost') : t('exam.line.back'));
  }

  /** @param {number} ms */
  #extraTime(ms) {
    this.notify(t('exam.extraTime', { n: Math.round(ms / 60_000) }));
  }

  #message() {
    this.notify(t('exam.messageCame', { text: this.sitting?.messages.findLast(message => message.from === 'proctor')?.text ?? '' }));
  }

  /** @param {string} words */
  notify(words) {
    this.notices = [...this.notices, { id: ++this.#notices, words }];
    announce(words);
    this.change();
  }

  /** @param {number} id */
  dismiss(id) {
    this.change({ notices: this.notices.filter(notice => notice.id !== id) });
  }

  /** Does something the service may refuse; the refusal is then `problem`. @param {() => Promise<unknown>} action */
  async run(action) {
    if (this.busy) return;
    this.change({ busy: true, problem: null });
    try {
      await action();
    } catch (cause) {
      this.problem = asProblem(cause);
    }
    this.busy = false;
    this.change();
    this.#changed();
  }

  /** The candidate is done; the next finds an empty page. */
  leave() {
    this.sitting?.leave();
    this.sitting = null;
    this.notices = [];
    forgetPass();
    forget();
    this.move();
  }

  /** @param {Partial<App>} [fields] */
  change(fields = {}) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Partial<App>} [fields] */
  move(fields = {}) {
    Object.assign(this, fields);
    this.#shown = this.sitting?.screen ?? '';
    this.dispatchEvent(new Event('moved'));
  }
}

/** @param {unknown} cause */
function asProblem(cause) {
  if (cause instanceof ApiError) return cause;
  throw cause;
}
