import { date, LANGUAGES, t } from '../../../core/i18n.js';
import { ask, badge, button, choice, html, keyed, notice, nothing, openDialog, selectField, textArea, textField, toast } from '../../../ui/index.js';
import { languagesOf } from '../item/content.js';
import { moves } from '../item/moves.js';
import { Reader } from '../item/reader.js';
import { assignReviewer, closeRound, listReviewers, readReview, releaseReviewer, voteOnItem } from './api.js';
import { commentsPart } from './comments.js';

/** @typedef {import('./api.js').Review} Review */
/** @typedef {import('./api.js').Round} Round */
/** @typedef {import('./api.js').Reviewer} Reviewer */
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

  async load() {
    this.take(await readReview(this.version.id));
  }

  /** @param {Review} review */
  take(review) {
    this.review = review;
    const { vote } = review.mine;
    if (vote) this.vote = { decision: vote.decision, reason: vote.reason };
    if (!this.page.desk && !this.reader) this.reader = new Reader(this.page, review.version);
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
    if (!review) return nothing;
    const { round, mine, version } = review;
    return html`<div class="item-desk">${this.reader?.judged() ?? nothing}<div class="stack loose">
        ${round ? this.#standing(review, round) : notice(html`<p>${t(`itembank.review.at.${version.state}`)}</p>`)}
        ${round && mine.assigned ? this.#voting(round) : nothing}
        ${commentsPart(this, review)}
        ${round && mine.mayLead ? this.#closing(review) : nothing}
        ${mine.mayLead ? moves(this.page, version) : nothing}
        ${review.history.length ? history(review.history) : nothing}
      </div></div>`;
  }

  /** @param {Review} review @param {Round} round */
  #standing({ version, mine }, round) {
    const votes = round.reviewers.filter(one => one.voted).length;
    return html`<section class="card stack" aria-labelledby="round"><h2 id="round">${t(`itembank.review.at.${version.state}`)}</h2>
      <p>${t('itembank.review.round', { n: round.number, date: date(round.openedAt) })} ${t('itembank.review.votes', { n: votes, needed: round.needed })}</p>
      ${round.reviewers.length ? html`<ul class="reviewers">${round.reviewers.map(one => this.#reviewer(one, mine.mayLead))}</ul>` : html`<p class="soft">${t('itembank.review.nobody')}</p>`}
      ${mine.mayLead ? html`<div>${button({ label: t('itembank.review.assign'), icon: 'people', onclick: () => this.#assign() })}</div>` : nothing}</section>`;
  }

  /** @param {Reviewer} one @param {boolean} mayRelease */
  #reviewer(one, mayRelease) {
    const overdue = !one.voted && one.dueOn !== undefined && one.dueOn < new Date().toISOString().slice(0, 10);
    return html`<li><span class="strong">${one.name}</span> ${voteBadge(one)}
      ${one.dueOn ? html`<span class="small soft">${t('itembank.review.until', { date: date(`${one.dueOn}T12:00`) })}</span>` : nothing} ${overdue ? badge(t('itembank.overdue'), 'warn') : nothing}
      ${mayRelease && !one.voted ? button({ label: t('itembank.review.release'), kind: 'quiet', describe: one.name, onclick: () => this.act(() => releaseReviewer(this.version.id, one.person)) }) : nothing}
      ${one.vote?.reason ? html`<p class="soft">${one.vote.reason}</p>` : nothing}</li>`;
  }

  async #assign() {
    const people = await listReviewers(this.page.study);
    await openDialog({
      title: t('itembank.review.assign'),
      confirm: t('itembank.review.assign'),
      body: problem => html`${selectField({ name: 'person', label: t('itembank.review.reviewer'), required: true, error: problem?.field('/person'), options: [{ value: '', label: t('itembank.choose') }, ...people.map(one => ({ value: one.person, label: t('itembank.review.load', { name: one.name, n: one.waiting }) }))] })}
        ${textField({ name: 'dueOn', type: 'date', label: t('itembank.due'), error: problem?.field('/dueOn') })}`,
      onconfirm: async values => this.take(await assignReviewer(this.version.id, values.person, values.dueOn)),
    });
  }

  /** Others' votes stay unseen until one's own is given. @param {Round} round */
  #voting(round) {
    const { vote, page } = this;
    return html`<form class="card stack" aria-labelledby="vote" @submit=${(/** @type {Event} */ event) => this.#send(event)}><h2 id="vote">${t('itembank.vote')}</h2>
      <p class="soft">${t('itembank.vote.blind')}</p>
      ${keyed(round.number, choice({ name: 'decision', legend: t('itembank.vote.legend'), required: true, value: vote.decision, options: ['accept', 'change', 'reject'].map(value => ({ value, label: t(`itembank.vote.${value}`), hint: t(`itembank.vote.hint.${value}`) })), onchange: decision => { vote.decision = decision; page.change(); } }))}
      ${textArea({ name: 'vote-reason', label: t('itembank.reason'), required: vote.decision !== 'accept', rows: 2, maxlength: 4000, value: vote.reason, error: page.error('/reason'), oninput: reason => (vote.reason = reason) })}
      <div>${button({ label: this.review?.mine.vote ? t('itembank.vote.again') : t('itembank.vote.send'), kind: 'primary', disabled: page.busy || !vote.decision })}</div></form>`;
  }

  /** @param {Event} event */
  #send(event) {
    event.preventDefault();
    const { decision, reason } = this.vote;
    return this.act(() => voteOnItem(this.version.id, /** @type {import('./api.js').Decision} */ (decision), reason.trim()), t('itembank.vote.done'));
  }

  /** @param {Review} review */
  #closing({ version, unresolved }) {
    return html`<section class="card stack" aria-labelledby="closing"><h2 id="closing">${t('itembank.closing')}</h2>
      ${unresolved ? notice(t('itembank.closing.unresolved', { n: unresolved }), 'warn') : nothing}
      <div class="row">${button({ label: t(`itembank.forward.${version.state}`), kind: 'primary', disabled: unresolved > 0 || this.page.busy, onclick: () => this.#close(version, 'forward') })}
        ${button({ label: t('itembank.closing.back'), disabled: this.page.busy, onclick: () => this.#close(version, 'back') })}
        ${button({ label: t('itembank.closing.retire'), kind: 'danger', disabled: this.page.busy, onclick: () => this.#close(version, 'retire') })}</div></section>`;
  }

  /** @param {import('../api.js').ItemVersion} version @param {import('./api.js').Outcome} outcome */
  #close(version, outcome) {
    return ask({
      title: t(`itembank.closing.title.${outcome}`),
      message: html`<p>${t(`itembank.closing.text.${outcome}`)}</p>`,
      reason: t('itembank.reason'),
      confirm: outcome === 'forward' ? t(`itembank.forward.${version.state}`) : t(`itembank.closing.${outcome}`),
      danger: outcome === 'retire',
      onconfirm: async reason => {
        await closeRound(version, outcome, reason);
        await this.page.renew(outcome === 'back' ? 'text' : 'review', t('itembank.closing.done'));
      },
    });
  }
}

/** @param {Reviewer} one */
function voteBadge(one) {
  if (one.vote) return badge(t(`itembank.vote.${one.vote.decision}`), TONES[one.vote.decision]);
  return one.voted ? badge(t('itembank.review.hasVoted'), 'info') : badge(t('itembank.review.waits'));
}

/** What earlier rounds decided. @param {Round[]} rounds */
function history(rounds) {
  return html`<section class="stack tight" aria-labelledby="rounds"><h2 id="rounds">${t('itembank.rounds')}</h2>
    <ol class="rounds">${rounds.map(({ state, closing, reviewers }) => html`<li><p><b>${t(`itembank.state.${state}`)}</b>${closing ? html`: ${t(`itembank.closing.${closing.outcome}`)}, ${closing.by}, ${date(closing.at)}` : nothing}</p><p>${closing?.reason}</p>
      ${reviewers.length ? html`<ul class="reviewers">${reviewers.map(one => html`<li><span class="strong">${one.name}</span> ${voteBadge(one)}${one.vote?.reason ? html`<p class="soft">${one.vote.reason}</p>` : nothing}</li>`)}</ul>` : nothing}</li>`)}</ol></section>`;
}

/** Where a comment can be about: the fields of an item. @param {import('../api.js').Content} content @returns {string[]} */
export function commentable(content) {
  const languages = languagesOf(content).filter(one => one in LANGUAGES);
  const options = (content.options ?? []).map((_, i) => `/options/${i}`);
  const prompts = (content.prompts ?? []).map((_, i) => `/prompts/${i}`);
  return [...languages.map(one => `/stem/${one}`), ...options, ...prompts, '/key', '/rationale'];
}
