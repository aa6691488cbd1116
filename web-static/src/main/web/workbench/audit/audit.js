import { dateTime, number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { button, html, more, notice, nothing, pageHead, problemNotice, table } from '../../ui/index.js';
import { listEntries, verifyTrail } from './api.js';

/** @typedef {import('./api.js').Entry} Entry */

const LIMIT = 50;

/** Who did what and when, and the proof that nobody changed the record. */
export class AuditPage extends Page {
  /** @type {Entry[]} */
  entries = [];
  /** True when there may be older ones. */
  more = false;
  /** @type {import('./api.js').Verification | null} */
  verification = null;

  get title() {
    return t('workbench.area.audit');
  }

  async load() {
    this.entries = await listEntries({ limit: LIMIT });
    this.more = this.entries.length === LIMIT;
  }

  view() {
    const verify = button({ label: t('workbench.audit.verify'), kind: 'primary', disabled: this.busy, onclick: () => this.#verify() });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workbench.audit.lead'), actions: verify })}
      ${problemNotice(this.problem)}
      ${this.verification ? verificationNotice(this.verification) : nothing}
      ${entryTable(this.entries)}
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
function verificationNotice({ intact, entries, head, brokenAt }) {
  return intact
    ? notice(html`<p class="strong">${t('workbench.audit.intact', { n: entries })}</p><p class="small break">${t('workbench.audit.head')} <code>${head}</code></p>`, 'good')
    : notice(html`<p class="strong">${t('workbench.audit.broken', { number: brokenAt ?? 0 })}</p>`, 'bad');
}

/** @param {Entry[]} entries */
function entryTable(entries) {
  return table({
    caption: t('workbench.audit.caption'),
    rows: entries,
    rowKey: entry => String(entry.number),
    columns: [
      { key: 'number', label: t('workbench.audit.number'), numeric: true, cell: entry => number(entry.number) },
      { key: 'at', label: t('workbench.audit.at'), cell: entry => html`<span class="nowrap">${dateTime(entry.at)}</span>` },
      { key: 'actor', label: t('workbench.audit.actor'), cell: entry => entry.actor },
      { key: 'action', label: t('workbench.audit.action'), head: true, cell: entry => html`${entry.action} <span class="soft">${entry.subject}</span>${detail(entry)}` },
    ],
  });
}

/** @param {Entry} entry */
function detail(entry) {
  const shown = entry.detail === undefined ? '' : JSON.stringify(entry.detail, null, 2);
  return more(t('workbench.audit.detail'), html`${shown ? html`<pre class="small">${shown}</pre>` : nothing}<p class="small break soft">SHA-256 <code>${entry.hash}</code></p>`);
}
