import { date, number, t } from '../../../core/i18n.js';
import { Page } from '../../../core/page.js';
import { badge, checkbox, empty, html, nothing, table } from '../../../ui/index.js';
import { bankHead, stateBadge } from '../frame.js';
import { listReviews } from './api.js';

/** @typedef {import('./api.js').OpenReview} OpenReview */

/** What waits for a review, one's own first. */
export class ReviewsPage extends Page {
  /** @type {OpenReview[]} */
  reviews = [];
  mineOnly = false;

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.part.reviews');
  }

  async load() {
    this.reviews = await listReviews(this.study);
    this.mineOnly = this.reviews.some(one => one.assigned && !one.voted);
  }

  view() {
    const mine = this.reviews.filter(one => one.assigned);
    const rows = (this.mineOnly ? mine : this.reviews).toSorted((a, b) => Number(waits(b)) - Number(waits(a)) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
    return html`<div class="stack loose">${bankHead(this.study, 'reviews', { lead: t('itembank.reviews.lead') })}
      ${mine.length && mine.length < this.reviews.length ? checkbox({ name: 'mine', label: t('itembank.reviews.mine'), checked: this.mineOnly, onchange: mineOnly => this.change({ mineOnly }) }) : nothing}
      ${rows.length ? this.#table(rows) : empty({ title: t('itembank.reviews.none'), text: t('itembank.reviews.noneText'), icon: 'check' })}</div>`;
  }

  /** @param {OpenReview[]} rows */
  #table(rows) {
    return table({
      caption: t('itembank.part.reviews'),
      captionHidden: true,
      rows,
      rowKey: one => one.version,
      columns: [
        { key: 'code', label: t('itembank.item'), head: true, cell: one => html`<a href="#/studies/${this.study}/itembank/reviews/${one.version}">${one.code}</a> <span class="small soft">${t('itembank.versionNumber', { n: one.number })}</span>` },
        { key: 'state', label: t('itembank.state'), cell: one => stateBadge(one.state) },
        { key: 'mine', label: t('itembank.reviews.you'), cell: one => (waits(one) ? badge(t('itembank.reviews.yourVote'), 'info') : one.voted ? badge(t('itembank.reviews.voted'), 'good') : '') },
        { key: 'due', label: t('itembank.due'), cell: one => (one.dueOn ? html`${date(`${one.dueOn}T12:00`)} ${one.overdue ? badge(t('itembank.overdue'), 'warn') : nothing}` : '') },
        { key: 'votes', label: t('itembank.reviews.votes'), numeric: true, cell: one => t('itembank.of', { n: number(one.votes), all: number(one.needed) }) },
        { key: 'open', label: t('itembank.reviews.unresolved'), numeric: true, cell: one => number(one.unresolved) },
      ],
    });
  }
}

/** @param {OpenReview} one */
const waits = one => one.assigned && !one.voted;
