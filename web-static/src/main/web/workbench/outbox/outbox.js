import { dateTime, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { badge, empty, html, more, nothing, pageHead, table } from '../../ui/index.js';
import { listMails } from './api.js';

/** @typedef {import('./api.js').Mail} Mail */

/** @type {Record<Mail['state'], import('../../ui/page.js').Tone>} */
const TONES = { waiting: 'info', sent: 'good', failed: 'bad' };

/** Mail of the service: what waits, what was sent, what went wrong. */
export class OutboxPage extends Page {
  /** @type {Mail[]} */
  mails = [];

  get title() {
    return t('workbench.area.outbox');
  }

  async load() {
    this.mails = await listMails();
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workbench.outbox.lead') })}
      ${this.mails.length ? mailTable(this.mails) : empty({ title: t('workbench.outbox.none'), icon: 'mail' })}
    </div>`;
  }
}

/** @param {Mail[]} mails */
function mailTable(mails) {
  return table({
    caption: t('workbench.outbox.caption', { n: mails.length }),
    rows: mails,
    rowKey: mail => mail.id,
    columns: [
      { key: 'subject', label: t('workbench.outbox.subject'), head: true, cell: mail => html`${mail.subject}${more(t('workbench.outbox.read'), html`<pre class="letter">${mail.body}</pre>`)}` },
      { key: 'to', label: t('workbench.outbox.to'), cell: mail => html`<span class="break">${mail.to}</span>` },
      { key: 'created', label: t('workbench.outbox.written'), cell: mail => dateTime(mail.createdAt) },
      { key: 'state', label: t('workbench.outbox.state'), cell: mail => html`${badge(t(`workbench.outbox.is.${mail.state}`), TONES[mail.state])}${mail.problem ? html`<div class="small">${mail.problem}</div>` : nothing}` },
    ],
  });
}
