import { dateTime, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { button, html, more, notice, nothing, pageHead, problemNotice, table } from '../../ui/index.js';
import { listEntries, readNames, verifyTrail } from './api.js';

/** @typedef {import('./api.js').Entry} Entry */

const LIMIT = 50;

/** Who did what and when, and the proof that nobody changed the record. */
export class AuditPage extends Page {
  /** @type {Entry[]} */
  entries = [];
  /** @type {Map<string, string>} */
  names = new Map();
  /** True when there may be older ones. */
  more = false;
  /** @type {import('./api.js').Verification | null} */
  verification = null;

  get title() {
    return t('workbench.area.audit');
  }

  async load() {
    [this.entries, this.names] = await Promise.all([listEntries({ limit: LIMIT }), readNames()]);
    this.more = this.entries.length === LIMIT;
  }

  view() {
    const verify = button({ label: t('workbench.audit.verify'), kind: 'primary', disabled: this.busy, onclick: () => this.#verify() });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workbench.audit.lead'), actions: verify })}
      ${problemNotice(this.problem)}
      ${this.verification ? verificationNotice(this.verification) : nothing}
      ${entryTable(this.entries, this.names)}
      ${this.more ? html`<div>${button({ label: t('workbench.audit.older'), disabled: this.busy, onclick: () => this.#older() })}</div>` : nothing}
    </div>`;
  }

  #verify() {
    return this.run(async () => (this.verification = await verifyTrail()));
  }

  #older() {
    return this.run(async () => {
      const older = await listEntries({ before: this.entries.at(-1)?.number, limit: LIMIT });
      this.entries = [...this.entries, ...older];
      this.more = older.length === LIMIT;
    });
  }
}

/** @param {import('./api.js').Verification} result */
function verificationNotice({ whole, entries, headHash, firstFault }) {
  return whole
    ? notice(html`<p class="strong">${t('workbench.audit.intact', { n: entries })}</p><p class="small break">${t('workbench.audit.head')} <code>${headHash}</code></p>`, 'good')
    : notice(html`<p class="strong">${t('workbench.audit.broken', { number: firstFault?.number ?? 0 })}</p><p>${firstFault?.reason}</p>`, 'bad');
}

/** @param {Entry[]} entries @param {Map<string, string>} names */
function entryTable(entries, names) {
  return table({
    caption: t('workbench.audit.caption'),
    rows: entries,
    rowKey: entry => String(entry.number),
    columns: [
      { key: 'action', label: t('workbench.audit.action'), head: true, cell: entry => html`${entry.words} ${detail(entry)}` },
      { key: 'actor', label: t('workbench.audit.actor'), cell: entry => names.get(entry.actor ?? '') ?? (entry.actor ? entry.actorRole : nobody(entry)) },
      { key: 'at', label: t('workbench.audit.at'), cell: entry => html`<span class="nowrap">${dateTime(entry.at)}</span>` },
      { key: 'number', label: t('workbench.audit.number'), numeric: true, cell: entry => number(entry.number) },
    ],
  });
}

/** Who did it where it was nobody with a name here: the service itself, a candidate or another visitor. @param {Entry} entry */
function nobody({ actorRole }) {
  if (actorRole === '') return t('workbench.audit.visitor');
  return actorRole.startsWith('program ') ? t('workbench.audit.program') : actorRole;
}

/** @param {Entry} entry */
function detail({ action, actorRole, subject, subjectKind, detail: kept, hash }) {
  return more(t('workbench.audit.detail'), html`<pre class="small">${JSON.stringify({ action, actorRole, [subjectKind]: subject, ...kept }, null, 2)}</pre>
    <p class="small break soft">SHA-256 <code>${hash}</code></p>`);
}
