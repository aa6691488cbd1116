import { dateTime, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { badge, empty, FIRST_ROWS, html, more, nothing, notice, pageHead, table, textField } from '../../ui/index.js';
import { readOutbox } from './api.js';

/** @typedef {import('./api.js').Letter} Letter */

/** Mail of the service: what waits, what was sent, what went wrong. */
export class OutboxPage extends Page {
  /** @type {Letter[]} */
  letters = [];
  sending = true;
  shown = FIRST_ROWS;
  words = '';

  get title() {
    return t('workbench.area.outbox');
  }

  async load() {
    Object.assign(this, await readOutbox());
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workbench.outbox.lead') })}
      ${this.sending ? nothing : notice(t('workbench.outbox.noServer'))}
      ${this.letters.length > FIRST_ROWS ? textField({ name: 'words', label: t('workbench.outbox.search'), type: 'search', required: true, value: this.words, oninput: words => this.change({ words }) }) : nothing}
      ${this.letters.length ? letterTable(this) : empty({ title: t('workbench.outbox.none'), icon: 'mail' })}
    </div>`;
  }
}

/** @param {OutboxPage} page */
function letterTable(page) {
  const { shown } = page;
  const letters = page.letters.filter(letter => `${letter.subject} ${letter.recipient}`.toLowerCase().includes(page.words.toLowerCase().trim()));
  return table({
    caption: t('workbench.outbox.caption', { n: letters.length }),
    rows: letters,
    rowKey: letter => letter.id,
    shown,
    onmore: more => page.change({ shown: more }),
    columns: [
      { key: 'subject', label: t('workbench.outbox.subject'), head: true, cell: letter => html`${letter.subject}${letter.body ? more(t('workbench.outbox.read'), html`<pre class="letter">${letter.body}</pre>`) : nothing}` },
      { key: 'recipient', label: t('workbench.outbox.to'), cell: letter => html`<span class="break">${letter.recipient}</span>` },
      { key: 'created', label: t('workbench.outbox.written'), cell: letter => dateTime(letter.createdAt) },
      { key: 'state', label: t('workbench.outbox.state'), cell: state },
    ],
  });
}

/** @param {Letter} letter */
function state({ sentAt, lastError, attempts, example }) {
  if (example) return badge(t('workbench.outbox.example'));
  if (sentAt) return badge(t('workbench.outbox.sent'), 'good');
  if (!lastError) return badge(t('workbench.outbox.waiting'), 'info');
  return html`${badge(t('workbench.outbox.failed', { n: attempts }), 'bad')}<div class="small break">${lastError}</div>`;
}
