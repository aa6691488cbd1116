import { t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { badge, notice, problemNotice } from '../../ui/page.js';
import { rich } from '../../ui/rich.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { checkAll } from '../check.js';
import { itemCount } from '../path.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 * @typedef {import('../check.js').Check} Check
 */

/** The way in: check of the device, agreement, tutorial, start. @param {App} app @param {Sitting} sitting */
export function introView(app, sitting) {
  const parts = readings(sitting);
  if (app.step === 0) return checkView(app, sitting);
  const part = parts[app.step - 1];
  return part ? reading(app, part) : startView(app, sitting);
}

/** What is read before the first question. @param {Sitting} sitting */
function readings({ view }) {
  const first = view.parts.findIndex(part => part.kind === 'questions');
  return view.parts.slice(0, first).filter(part => part.kind === 'agreement' || part.kind === 'tutorial');
}

/** @param {App} app @param {Sitting} sitting */
function checkView(app, sitting) {
  const { checks } = app;
  const bad = checks?.some(check => check.found === 'bad');
  return html`<div class="exam-card stack">
    <div class="stack tight"><p class="eyebrow">${sitting.view.exam.title}</p><h1>${t('exam.hello', { name: sitting.view.displayName })}</h1></div>
    <p>${t('exam.check.why')}</p>
    ${checks ? html`<ul class="exam-checks">${checks.map(checkLine)}</ul>` : html`<p class="soft">${t('exam.check.wait')}</p>`}
    ${bad ? notice(t('exam.check.ask'), 'bad') : nothing}
    <div class="row">
      ${button({ label: checks ? t('exam.check.repeat') : t('exam.check.begin'), kind: checks ? '' : 'primary', disabled: app.busy, onclick: () => check(app, sitting) })}
      ${checks && !bad ? button({ label: t('exam.next'), kind: 'primary', onclick: () => app.move({ step: 1 }) }) : nothing}
    </div>
  </div>`;
}

/** @param {Check} check */
function checkLine({ name, found, value = 0 }) {
  const tone = found === 'good' ? 'good' : found === 'warn' ? 'warn' : 'bad';
  return html`<li>${badge(t(`exam.check.${found}`), tone)} <span>${t(`exam.check.${name}.${found}`, { value })}</span></li>`;
}

/** @param {App} app @param {Sitting} sitting */
function check(app, sitting) {
  return app.run(async () => app.change({ checks: await checkAll(sitting, app.device) }));
}

/** @param {App} app @param {import('../api.js').AgreementPart | import('../api.js').TutorialPart} part */
function reading(app, part) {
  const agreement = part.kind === 'agreement';
  return html`<article class="exam-card stack"><h1>${part.title}</h1>
    <div class="rich reading stack">${rich(part.text, () => '')}</div>
    ${agreement ? notice(t('exam.agreement.why')) : nothing}
    <div class="row">${button({ label: t('exam.back'), onclick: () => app.move({ step: app.step - 1 }) })}
      ${button({ label: agreement ? t('exam.agreement.accept') : t('exam.next'), kind: 'primary', onclick: () => app.move({ step: app.step + 1 }) })}</div>
  </article>`;
}

/** @param {App} app @param {Sitting} sitting */
function startView(app, sitting) {
  const { view } = sitting;
  const minutes = Math.round(view.secondsAllowed / 60);
  return html`<div class="exam-card stack"><h1>${t('exam.start.title')}</h1>
    ${problemNotice(app.problem)}
    <ul class="stack tight">
      <li>${t('exam.start.items', { n: itemCount(view) })}</li>
      <li>${t('exam.start.time', { n: minutes })}</li>
      ${view.extraBreaks.length ? html`<li>${t('exam.start.breaks', { n: view.extraBreaks.length })}</li>` : nothing}
      <li>${t('exam.start.saved')}</li>
      <li>${t('exam.start.line')}</li>
    </ul>
    <div class="row">${button({ label: t('exam.back'), onclick: () => app.move({ step: app.step - 1 }) })}
      ${button({ label: t('exam.start.go'), kind: 'primary', disabled: app.busy, onclick: () => app.run(() => sitting.start(view.agreementVersion)) })}</div>
  </div>`;
}
