import { t } from '../../../core/i18n.js';
import { Page } from '../../../core/page.js';
import { badge, html, linkButton, pageHead, problemNotice, toast } from '../../../ui/index.js';
import { progressed } from '../../shell.js';
import { stateBadge, taskWords } from '../frame.js';
import { listItemCells } from '../writing/api.js';
import { readReview } from './api.js';
import { ReviewPart } from './review.js';

/** An item as its reviewers get it: nothing of the bank but this. */
export class ReviewPage extends Page {
  /** @type {ReviewPart} */
  // @ts-expect-error set by load, before anything is drawn
  part;
  /** @type {import('../writing/api.js').Cells} */
  cells = { blueprint: '', version: 0, domains: [] };
  /** @type {import('../library/api.js').Stimulus[]} */
  stimuli = [];
  desk = null;

  get study() {
    return this.where.params.studyId;
  }

  get id() {
    return this.where.params.versionId;
  }

  get title() {
    return this.part ? t('itembank.review.title', { code: this.part.version.code }) : '';
  }

  async load() {
    const [review, cells] = await Promise.all([readReview(this.id), listItemCells(this.study)]);
    this.cells = cells;
    if (review.stimulus) this.stimuli = [review.stimulus];
    this.part = new ReviewPart(this, review.version);
    this.part.take(review);
  }

  /** Fetches the review anew after a round is closed. @param {string} _part @param {string} words what was done */
  async renew(_part, words) {
    await this.load();
    toast(words);
    progressed();
    this.change();
  }

  view() {
    const { version } = this.part;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('itembank.title'), lead: taskWords(this.cells, version.task), actions: html`${badge(t('itembank.versionNumber', { n: version.number }))}${stateBadge(version.state)}${linkButton({ label: t('itembank.allReviews'), href: `#/studies/${this.study}/itembank/reviews` })}` })}
      ${problemNotice(this.problem)}${this.part.view()}</div>`;
  }
}
