import { date, t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { badge, empty, html, notice, table } from '../../ui/index.js';
import { listAccommodations } from './api.js';
import { CandidacyPage } from './part.js';

/** Who asked for an accommodation; for those who decide on them only. */
export class AccommodationsPage extends CandidacyPage {
  /** @type {import('./api.js').RequestSummary[]} */
  requests = [];

  get title() {
    return t('candidacy.title');
  }

  get may() {
    return hasRole('administrator');
  }

  async load() {
    if (this.may) this.requests = await listAccommodations(this.study);
  }

  view() {
    return this.frame('/accommodations', html`${notice(t('candidacy.help.privacy'), 'warn')}
      ${this.requests.length ? table({
        caption: t('candidacy.help.caption', { n: this.requests.length }),
        rows: this.requests,
        rowKey: row => row.candidate,
        columns: [
          { key: 'name', label: t('candidacy.list.name'), head: true, cell: row => html`<a href="${this.base}/accommodations/${row.candidate}">${row.name || t('candidacy.list.unnamed')}</a>` },
          { key: 'asked', label: t('candidacy.help.asked'), cell: row => (row.askedAt ? html`<span>${badge(t('candidacy.help.waits'), 'warn')} ${date(row.askedAt)}</span>` : '–') },
          { key: 'granted', label: t('candidacy.help.last'), cell: row => (row.granted === undefined ? '–' : row.granted ? t('candidacy.help.granted', { date: date(`${row.validUntil}T12:00`) }) : t('candidacy.help.refused')) },
        ],
      }) : empty({ title: t('candidacy.help.none'), text: t('candidacy.help.noneText') })}`);
  }
}
