import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { languageSwitch } from '../../ui/language.js';
import { saveState } from '../../ui/progress.js';
import { backgroundPage, consentPage, coveragePage, domainPage, screenerPage } from '../../ui/questionnaire.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { keyed } from '../../vendor/lit-html/directives/keyed.js';
import { endedView } from './ended.js';

/** @typedef {import('../session.js').Session} Session */

/** The whole screen. @param {Session} session */
export function surveyView(session) {
  if (session.stage !== 'answering') return html`<main class="peer">${endedView(session)}</main>`;
  return html`${head(session)}
    <main class="peer stack loose">${keyed(session.page, page(session))}${foot(session)}</main>
    <footer class="peer-foot">${languageSwitch()}</footer>`;
}

/** @param {Session} session */
function head(session) {
  const { rated, all } = session.progress;
  return html`<header class="peer-head">
    <div class="row apart"><span class="small">${t('peer.progress', { rated, all })}</span>${session.sheet.answers.consent ? saveState(session.outbox) : nothing}</div>
    <progress class="bar" max=${all} value=${rated} aria-label=${t('peer.progressLabel')}></progress>
    ${session.outbox.refusals.map(entry => html`<p class="small error" role="alert">${entry.refusal}</p>`)}
  </header>`;
}

/** @param {Session} session */
function page(session) {
  const { asked, sheet } = session;
  if (session.page === 'consent') return consentPage(asked);
  if (session.page === 'screener') return screenerPage(asked, session.eligible, session);
  if (session.page === 'background') return backgroundPage(asked, sheet.answers, session);
  if (session.domain) return domainPage(asked, session.domain, sheet.answers, session);
  return coveragePage(asked, sheet.answers, session);
}

/** @param {Session} session */
function foot(session) {
  return html`<div class="stack peer-next">
    ${session.missing.length ? missing(session) : nothing}
    <div class="row">${session.pages[0] === session.page ? nothing : button({ label: t('peer.back'), onclick: () => session.go(-1) })}${forward(session)}</div>
    ${session.domain ? html`<p class="small soft">${t('peer.savePoint')}</p>` : nothing}
  </div>`;
}

/** @param {Session} session */
function missing({ missing: [first, ...others] }) {
  return html`<p class="soft">${t('peer.missing', { n: others.length + 1 })} <a href="#task-${first.id}" @click=${toTask}>${t('peer.toFirst')}</a></p>`;
}

/** @param {Session} session */
function forward(session) {
  const steps = {
    consent: { label: t('peer.consent'), onclick: () => session.consent() },
    screener: { label: t('peer.next'), disabled: session.eligible === null, onclick: () => session.confirmScreening() },
    coverage: { label: t('peer.submit'), disabled: session.progress.rated === 0, onclick: () => session.submit() },
  };
  const step = steps[/** @type {keyof typeof steps} */ (session.page)] ?? { label: t('peer.next'), onclick: () => session.go(1) };
  return button({ ...step, kind: 'primary' });
}

/** The address keeps the personal link, so the jump is made by hand. @param {Event} event */
function toTask(event) {
  event.preventDefault();
  const id = /** @type {HTMLAnchorElement} */ (event.currentTarget).hash.slice(1);
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
