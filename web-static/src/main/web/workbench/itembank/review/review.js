import { date, LANGUAGES, t } from '../../../core/i18n.js';
import { hasRole } from '../../../core/session.js';
import { ask, badge, button, choice, html, keyed, notice, nothing, openDialog, selectField, textArea, textField, toast } from '../../../ui/index.js';
import { languagesOf } from '../item/content.js';
import { moves } from '../item/moves.js';
import { Reader } from '../item/reader.js';
import { assignReviewer, closeRound, listReviewers, readReview, releaseReviewer, voteOnItem } from './api.js';
import { commentsPart } from './comments.js';

/** @typedef {import('./api.js').Review} Review */
/** @typedef {import('./api.js').Vote} Vote */
/** @typedef {import('../item/page.js').ItemPage | import('./page.js').ReviewPage} Host the page that shows it */

/** @type {Record<string, import('../../../ui/page.js').Tone>} */
const TONES = { accept: 'good', change: 'warn', reject: 'bad' };

/** A round of review: who votes until when, what they say, and where the item goes next. */
export class ReviewPart {
  /** @type {Review | null} */
  review = null;
  /** @type {Reader | null} */
  reader = null;
  /** A vote being made. */
  vote = { decision: '', reason: '' };

  /** @param {Host} page @param {import('../api.js').ItemVersion} version */
  constructor(page, version) {
    this.page = page;
    this.version = version;
  }

  /** Whether this version has been, or is, in review. */
  get #begun() {
    return this.version.state !== 'draft' || this.version.number > 1 || this.version.revision > 1;
  }

  async load() {
    if (this.#begun) this.take(await readReview(this.version.id));
  }

  /** @param {Review} review */
  take(review) {
    this.review = review;
    const mine = review.mine.vote;
    if (mine) this.vote = { decision: mine.decision, reason: mine.reason };
    if (!this.page.desk && this.reader?.draft.content !== review.version.content) this.reader = new Reader(this.page, review.version);
    this.page.change();
  }

  /** @param {() => Promise<Review>} act @param {string} [words] */
  act(act, words) {
    return this.page.run(async () => {
      this.take(await act());
      if (words) toast(words);
    });
  }

  view() {
    const { review } = this;
    if (!review) return notice(html`<p>${t('itembank.review.notYet')}</p>`);
    const open = ['content_review', 'editorial', 'fairness_review'].includes(review.state);
    return html`<div class="item-desk">${this.reader?.judged() ?? nothing}<div class="stack loose">
        ${open ? this.#standing(review) : notice(html`<p>${t(`itembank.review.at.${review.state}`)}</p>`)}
        ${open && review.mine.mayVote ? this.#voting(review) : nothing}
        ${commentsPart(this, review)}
        ${open && review.mayClose ? this.#closing(review) : nothing}
        ${this.#next(review)}
        ${review.history.length ? history(review) : nothing}
      </div></div>`;
  }

  /** @param {Review} review */
  #standing(review) {
    const votes = review.assignments.filter(one => one.voted).length;
    const lead = hasRole('certificationExpert');
    return html`<section class="card stack" aria-labelledby="round"><h2 id="round">${t(`itembank.review.at.${review.state}`)}</h2>
      <p>${t('itembank.review.round', { n: review.round, date: date(review.openSince) })} ${t('itembank.review.votes', { n: votes, needed: review.needed })}</p>
      ${review.assignments.length ? html`<ul class="reviewers">${review.assignments.map(one => this.#reviewer(one, lead))}</ul>` : html`<p class="soft">${t('itembank.review.nobody')}</p>`}
      ${lead ? html`<div>${button({ label: t('itembank.review.assign'), icon: 'people', onclick: () => this.#assign() })}</div>` : nothing}</section>`;
  }

  /** @param {import('./api.js').Assignment} one @param {boolean} lead */
  #reviewer(one, lead) {
    return html`<li><span class="strong">${one.name}</span>
      ${one.vote ? badge(t(`itembank.vote.${one.vote.decision}`), TONES[one.vote.decision]) : one.voted ? badge(t('itembank.review.hasVoted'), 'info') : badge(t('itembank.review.waits'))}
      ${one.dueOn ? html`<span class="small soft">${t('itembank.review.until', { date: date(`${one.dueOn}T12:00`) })}</span>` : nothing} ${one.overdue ? badge(t('itembank.overdue'), 'warn') : nothing}
      ${lead && !one.voted ? button({ label: t('itembank.review.release'), kind: 'quiet', describe: one.name, onclick: () => this.#release(one.person) }) : nothing}
      ${one.vote?.reason ? html`<p class="soft">${one.vote.reason}</p>` : nothing}</li>`;
  }

  /** @param {string} person */
  #release(person) {
    return this.act(async () => {
      await releaseReviewer(this.version.id, person);
      return readReview(this.version.id);
    });
  }

  async #assign() {
    const people = await listReviewers(this.page.study);
    await openDialog({
      title: t('itembank.review.assign'),
      confirm: t('itembank.review.assign'),
      body: problem => html`${selectField({ name: 'person', label: t('itembank.review.reviewer'), required: true, error: problem?.field('/person'), options: [{ value: '', label: t('itembank.choose') }, ...people.map(one => ({ value: one.person, label: t('itembank.review.load', { name: one.name, n: one.open }) }))] })}
        ${textField({ name: 'dueOn', type: 'date', label: t('itembank.due'), error: problem?.field('/dueOn') })}`,
      onconfirm: async values => this.take(await assignReviewer(this.version.id, values.person, values.dueOn)),
    });
  }

  /** Others' votes stay unseen until one's own is given. @param {Review} review */
  #voting(review) {
    const { vote, page } = this;
    return html`<form class="card stack" aria-labelledby="vote" @submit=${(/** @type {Event} */ event) => this.#send(event)}><h2 id="vote">${t('itembank.vote')}</h2>
      <p class="soft">${t('itembank.vote.blind')}</p>
      ${keyed(review.round, choice({ name: 'decision', legend: t('itembank.vote.legend'), required: true, value: vote.decision, options: ['accept', 'change', 'reject'].map(value => ({ value, label: t(`itembank.vote.${value}`), hint: t(`itembank.vote.hint.${value}`) })), onchange: decision => { vote.decision = decision; page.change(); } }))}
      ${textArea({ name: 'vote-reason', label: t('itembank.reason'), required: vote.decision !== 'accept', rows: 2, maxlength: 2000, value: vote.reason, error: page.error('/reason'), oninput: reason => (vote.reason = reason) })}
      <div>${button({ label: review.mine.vote ? t('itembank.vote.again') : t('itembank.vote.send'), kind: 'primary', disabled: page.busy || !vote.decision })}</div></form>`;
  }

  /** @param {Event} event */
  #send(event) {
    event.preventDefault();
    const { decision, reason } = this.vote;
    return this.act(() => voteOnItem(this.version.id, /** @type {import('./api.js').Decision} */ (decision), reason.trim()), t('itembank.vote.done'));
  }

  /** @param {Review} review */
  #closing(review) {
    return html`<section class="card stack" aria-labelledby="closing"><h2 id="closing">${t('itembank.closing')}</h2>
      ${review.unresolved ? notice(t('itembank.closing.unresolved', { n: review.unresolved }), 'warn') : nothing}
      <div class="row">${button({ label: t(`itembank.forward.${review.state}`), kind: 'primary', disabled: review.unresolved > 0 || this.page.busy, onclick: () => this.#close(review, 'forward') })}
        ${button({ label: t('itembank.closing.back'), disabled: this.page.busy, onclick: () => this.#close(review, 'back') })}
        ${button({ label: t('itembank.closing.retire'), kind: 'danger', disabled: this.page.busy, onclick: () => this.#close(review, 'retire') })}</div></section>`;
  }

  /** @param {Review} review @param {'forward' | 'back' | 'retire'} outcome */
  #close(review, outcome) {
    return ask({
      title: t(`itembank.closing.title.${outcome}`),
      message: html`<p>${t(`itembank.closing.text.${outcome}`)}</p>`,
      reason: t('itembank.reason'),
      confirm: outcome === 'forward' ? t(`itembank.forward.${review.state}`) : t(`itembank.closing.${outcome}`),
      danger: outcome === 'retire',
      onconfirm: async reason => {
        await closeRound(this.version.id, review.round, outcome, reason);
        await this.page.renew(outcome === 'forward' ? 'review' : 'text', t('itembank.closing.done'));
      },
    });
  }

  /** After the reviews the experts move an item on by hand. @param {Review} review */
  #next(review) {
    if (!hasRole('certificationExpert')) return nothing;
    return moves(this.page, review.version);
  }
}

/** What earlier rounds decided. @param {Review} review */
function history({ history: rounds }) {
  return html`<section class="stack tight" aria-labelledby="rounds"><h2 id="rounds">${t('itembank.rounds')}</h2>
    <ol class="rounds">${rounds.map(one => html`<li><p><b>${t(`itembank.state.${one.state}`)}</b>: ${t(`itembank.closing.${one.outcome}`)}, ${one.by.name}, ${date(one.at)}</p><p>${one.reason}</p>
      ${one.votes.length ? html`<ul>${one.votes.map(vote => html`<li>${vote.name}: ${t(`itembank.vote.${vote.decision}`)}. ${vote.reason}</li>`)}</ul>` : nothing}</li>`)}</ol></section>`;
}

/** Where a comment can be about: the fields of an item. @param {import('../api.js').Content} content @returns {string[]} */
export function commentable(content) {
  const languages = languagesOf(content).filter(one => one in LANGUAGES);
  const options = (content.options ?? []).map((_, i) => `/options/${i}`);
  const prompts = (content.prompts ?? []).map((_, i) => `/prompts/${i}`);
  return [...languages.map(one => `/stem/${one}`), ...options, ...prompts, '/key', '/references'];
}
