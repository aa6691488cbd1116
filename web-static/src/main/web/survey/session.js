import { ApiError } from '../core/api.js';
import { loadCatalogues } from '../core/i18n.js';
import { deviceStore, oneTab, Outbox } from '../core/outbox.js';
import { domainOf, isRated, pagesOf } from '../ui/questionnaire.js';
import { confirmAnswered, putAnswer, readQuestionnaire, readSheet, takeBallot } from './api.js';

/**
 * @typedef {import('./api.js').Sheet} Sheet
 * @typedef {import('../core/outbox.js').Entry} Entry
 * @typedef {import('../ui/questionnaire.js').Rating} Rating
 */

/** @type {Sheet} */
const BLANK = { answers: { consent: 0, background: {}, ratings: {}, writeIns: {} }, eligible: false, page: '' };

/**
 * One peer's way through one survey: what is asked, what was answered, which page is shown. Fires `change`.
 */
export class Session extends EventTarget {
  #survey;
  #link;
  #device;
  #ballot = '';

  /** @param {string} survey @param {import('./api.js').Link} link @param {import('./device.js').Device} device */
  constructor(survey, link, device) {
    super();
    this.#survey = survey;
    this.#link = link;
    this.#device = device;
    /** @type {import('./api.js').Questionnaire} */
    this.asked = /** @type {any} */ (undefined);
    /** @type {Sheet} */
    this.sheet = structuredClone(BLANK);
    /** @type {Outbox} */
    this.outbox = /** @type {any} */ (undefined);
    this.page = 'consent';
    /** @type {boolean | null} null until said on this visit or an earlier one */
    this.eligible = null;
    /** @type {'answering' | 'handingIn' | 'done' | 'screenedOut'} */
    this.stage = 'answering';
  }

  get pages() {
    return pagesOf(this.asked);
  }

  get domain() {
    return domainOf(this.asked, this.page);
  }

  /** Asks the service; without a connection goes on with what the device kept. */
  async open() {
    const kept = this.#device.kept();
    try {
      [this.asked, this.#ballot] = await Promise.all([readQuestionnaire(this.#survey), takeBallot(this.#survey, this.#link)]);
      this.sheet = await readSheet(this.#survey, this.#ballot);
    } catch (cause) {
      if (!(cause instanceof ApiError && cause.unreachable && kept)) throw cause;
      this.asked = kept.questionnaire;
      this.#ballot = kept.ballot;
      this.sheet = kept.sheet;
    }
    await loadCatalogues([], this.asked.language);
    await this.#openOutbox();
    this.eligible = this.sheet.eligible || null;
    this.page = this.#startPage();
    history.replaceState({ page: this.page }, '');
    addEventListener('popstate', event => event.state?.page && this.#show(event.state.page));
  }

  async #openOutbox() {
    this.outbox = new Outbox({
      store: await deviceStore(this.#device.name),
      send: entry => putAnswer(this.#survey, this.#ballot, entry.key, bodyOf(entry)),
      alone: oneTab(this.#device.name),
    });
    for (const entry of await this.outbox.pending()) this.#lay(entry.key, /** @type {any} */ (entry.value));
    this.outbox.addEventListener('change', () => this.#sent());
    this.outbox.wakeWithBrowser();
  }

  /** Exactly where the peer stopped. */
  #startPage() {
    if (this.sheet.answers.consent === 0) return 'consent';
    return this.pages.includes(this.sheet.page) ? this.sheet.page : this.pages[1];
  }

  /** How many tasks are rated, of how many. */
  get progress() {
    const tasks = this.asked.domains.flatMap(domain => domain.tasks);
    return { rated: tasks.filter(task => isRated(this.sheet.answers.ratings[task.id], this.asked.scales)).length, all: tasks.length };
  }

  /** Tasks of the page shown that are not rated yet. */
  get missing() {
    return (this.domain?.tasks ?? []).filter(task => !isRated(this.sheet.answers.ratings[task.id], this.asked.scales));
  }

  async consent() {
    await this.#put('consent', { version: this.asked.consentVersion });
    this.go(1);
  }

  /** @param {boolean} eligible */
  screened(eligible) {
    this.eligible = eligible;
    this.#tell();
  }

  /** After the screener: on, or thanks. */
  async confirmScreening() {
    await this.#put('screening', { eligible: this.eligible === true });
    if (this.eligible) return this.go(1);
    this.stage = 'screenedOut';
    this.#sent();
  }

  /** @param {string} question @param {string} choice */
  chosen(question, choice) {
    return this.#put(`background/${question}`, { choice });
  }

  /** @param {string} task @param {Rating} rating */
  rated(task, rating) {
    return this.#put(`ratings/${task}`, rating);
  }

  /** @param {string} domain @param {string} text */
  written(domain, text) {
    return this.#put(`write-ins/${domain}`, { text });
  }

  /** @param {number} percent */
  covered(percent) {
    return this.#put('coverage', { percent });
  }

  /** Hands in after all that still waits; without a connection as soon as there is one. */
  async submit() {
    await this.outbox.put('submission', null);
    this.stage = 'handingIn';
    this.#sent();
  }

  /** @param {number} step 1 for the next page */
  go(step) {
    const page = this.pages[this.pages.indexOf(this.page) + step];
    if (!page) return;
    history.pushState({ page }, '');
    this.#show(page);
  }

  /** @param {string} page */
  #show(page) {
    if (this.stage !== 'answering') return;
    this.page = page;
    this.#tell();
    scrollTo(0, 0);
    const heading = document.querySelector('h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }

  /** @param {string} key @param {Record<string, unknown>} value */
  async #put(key, value) {
    this.#lay(key, value);
    this.sheet.page = this.page;
    this.#device.keep({ ballot: this.#ballot, questionnaire: this.asked, sheet: this.sheet });
    this.#tell();
    await this.outbox.put(key, { ...value, page: this.page });
  }

  /** Lays an answer over what the service told. @param {string} key @param {any} value */
  #lay(key, value) {
    const [kind, id] = key.split('/');
    const answers = this.sheet.answers;
    if (kind === 'consent') answers.consent = value.version;
    else if (kind === 'screening') this.sheet.eligible = value.eligible;
    else if (kind === 'background') answers.background[id] = value.choice;
    else if (kind === 'ratings') answers.ratings[id] = { performed: value.performed, importance: value.importance, frequency: value.frequency };
    else if (kind === 'write-ins') answers.writeIns[id] = value.text;
    else if (kind === 'coverage') answers.coverage = value.percent;
    else if (kind === 'submission') this.stage = 'handingIn';
  }

  #sent() {
    const over = this.outbox.state === 'saved' && (this.stage === 'handingIn' || this.stage === 'screenedOut');
    if (over) {
      if (this.stage === 'handingIn') this.stage = 'done';
      this.#device.forget();
      if ('token' in this.#link) confirmAnswered(this.#survey, this.#link.token).catch(() => undefined);
    }
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {Entry} entry */
function bodyOf(entry) {
  return entry.key === 'submission' ? undefined : { .../** @type {object} */ (entry.value), sequence: entry.revision };
}
