import { loadCatalogues, t, wordsIn } from '../../../core/i18n.js';
import { asApiError } from '../../../core/page.js';
import { person } from '../../../core/session.js';
import { toast } from '../../../ui/index.js';
import { compareItem, createItem, editItem } from '../api.js';
import { asType, languagesOf, tidy } from '../item/content.js';
import { progressed } from '../../shell.js';
import { findSimilarItems, lintItem } from '../writing/api.js';

/** @typedef {import('../api.js').Draft} Draft */
/** @typedef {import('../api.js').Language} Language */
/** @typedef {import('../item/page.js').ItemPage} ItemPage */
/** @typedef {{pointer: string, severity: 'note' | 'warning', message: string}} Remark */

const PAUSE_MS = 800;

/**
 * The writer's desk: one draft being typed. What is typed stays on this device (in this tab) until the service has it.
 */
export class Desk {
  /** @type {Remark[]} flaws that the linter sees in what is typed */
  findings = [];
  /** @type {import('../api.js').Notice[]} what the service took out of the text last saved */
  notices = [];
  /** @type {import('../writing/api.js').Similar[]} */
  similar = [];
  /** @type {import('../api.js').Difference[] | null} somebody else was faster */
  conflict = null;
  /** Languages shown for typing. @type {Language[]} */
  languages;
  /** How candidates see it. */
  seen = { language: /** @type {Language} */ ('en'), phone: false, response: /** @type {import('../../../ui/question.js').Response} */ (null), words: t };
  #saved;
  #turn = 0;
  /** @type {Map<string, import('../api.js').Content>} */
  #typed = new Map();

  /** @param {ItemPage} page @param {Draft} draft as stored, or a new one @param {number} revision 0 when new */
  constructor(page, draft, revision) {
    this.page = page;
    this.#saved = JSON.stringify(draft);
    this.revision = revision;
    this.draft = structuredClone(draft);
    this.#takeKept();
    this.languages = languagesOf(this.draft.content).slice(0, 1);
    if (this.languages.length === 0) this.languages = ['en'];
    this.see(this.languages[0]);
    addEventListener('beforeunload', event => this.dirty && event.preventDefault(), { signal: page.left.signal });
    this.#check();
  }

  /** Whether something typed is not stored yet. */
  get dirty() {
    return JSON.stringify(this.draft) !== this.#saved;
  }

  get #name() {
    return `rolewright.item.${person()?.id}.${this.page.id}`;
  }

  /** What was typed before and never stored. With an older revision, saving shows what came between. */
  #takeKept() {
    const kept = JSON.parse(sessionStorage.getItem(this.#name) ?? 'null');
    if (!kept) return;
    this.draft = kept.draft;
    this.revision = kept.revision;
  }

  /** @param {Partial<Draft>} fields */
  change(fields) {
    this.draft = { ...this.draft, ...fields };
    this.#keep();
    this.page.change();
    this.#check();
  }

  /** @param {Partial<import('../api.js').Content>} fields */
  changeContent(fields) {
    this.change({ content: { ...this.draft.content, ...fields } });
  }

  /** What was typed for another type of question comes back with that type. @param {import('../api.js').ItemType} type */
  switchType(type) {
    const { content } = this.draft;
    this.#typed.set(content.type, content);
    const before = this.#typed.get(type);
    this.change({ content: before ? { ...before, stem: content.stem, rationale: content.rationale } : asType(content, type) });
  }

  #keep() {
    try {
      if (this.dirty) sessionStorage.setItem(this.#name, JSON.stringify({ draft: this.draft, revision: this.revision }));
      else sessionStorage.removeItem(this.#name);
    } catch {
      // Without storage what is typed lives until the page closes; closing asks first.
    }
  }

  /** Shows the preview in a language. @param {Language} language */
  async see(language) {
    this.seen = { ...this.seen, language, response: null };
    const [words] = await Promise.all([wordsIn(language, 'question'), loadCatalogues(['question'])]);
    this.seen = { ...this.seen, words };
    this.page.change();
  }

  /** After a pause in typing: what the linter and the search for likeness say. */
  #check() {
    const turn = ++this.#turn;
    setTimeout(async () => {
      if (turn !== this.#turn || this.page.left.signal.aborted) return;
      const content = tidy(this.draft.content);
      const { study, id } = this.page;
      const [findings, similar] = await Promise.allSettled([lintItem(study, content), findSimilarItems(study, content, id)]);
      if (turn !== this.#turn) return;
      this.findings = findings.status === 'fulfilled' ? findings.value : [];
      this.similar = similar.status === 'fulfilled' ? similar.value : [];
      this.page.change();
    }, PAUSE_MS);
  }

  /** Stores the draft. What somebody else stored in between is shown beside it, nothing is overwritten. */
  async save() {
    const { page } = this;
    const draft = { ...this.draft, content: tidy(this.draft.content) };
    const done = await page.run(async () => {
      const edited = page.item ? await editItem(page.item.newest.id, draft, this.revision) : await createItem(page.study, page.id, draft);
      this.#take(edited);
      await page.stored(edited.version);
    });
    if (done) toast(t('itembank.saved'));
    else if (page.problem?.stale) await this.#compare(draft);
    return done;
  }

  /** @param {import('../api.js').Edited} edited */
  #take({ version, notices }) {
    this.draft = draftOf(version);
    this.#saved = JSON.stringify(this.draft);
    this.revision = version.revision;
    this.notices = notices;
    this.conflict = null;
    this.#keep();
    progressed();
  }

  /** @param {Draft} draft */
  async #compare(draft) {
    const { page } = this;
    if (!page.item) return;
    try {
      const { differences, version } = await compareItem(page.item.newest.id, draft);
      page.item = { ...page.item, newest: version };
      this.conflict = differences;
      page.problem = null;
    } catch (cause) {
      page.problem = asApiError(cause);
    }
    page.change();
    document.getElementById('conflict')?.focus();
  }

  /** Goes on from what is stored, with these parts of one's own text. @param {Draft} merged @param {number} revision */
  resolve(merged, revision) {
    this.revision = revision;
    this.conflict = null;
    this.change(merged);
  }

  /** Forgets what was typed since the last saving. */
  discard() {
    const { page } = this;
    this.draft = page.item ? draftOf(page.item.newest) : this.draft;
    this.#saved = JSON.stringify(this.draft);
    this.revision = page.item?.newest.revision ?? 0;
    this.conflict = null;
    this.change({});
  }

  /** What the service refused about a field; when sending to review it names fields within the content. @param {string} pointer within the content */
  error(pointer) {
    return this.page.error(`/content${pointer}`) || (pointer && this.page.error(pointer));
  }

  /** What the linter, the cleaning and the service say about a field. @param {string} pointer within the content @returns {Remark[]} */
  remarks(pointer) {
    const cleaned = this.notices.map(({ pointer: at, message }) => ({ pointer: at, message, severity: /** @type {const} */ ('warning') }));
    return [...cleaned, ...this.findings].filter(one => one.pointer === pointer);
  }
}

/** The part of a version that is typed. @param {import('../api.js').ItemVersion} version @returns {Draft} */
export function draftOf({ blueprint, task, level, ksas, content, references, stimulus }) {
  return { blueprint, task, level, ksas, content, references, ...(stimulus ? { stimulus } : {}) };
}
