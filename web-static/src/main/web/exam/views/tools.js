import { dateTime, t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { checkbox, choice } from '../../ui/choice.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { byKey, KEYS } from '../keys.js';
import { colours, COLOURS, setColours, setTextSize, SIZES, textSize } from '../looks.js';
import { markSelection, sentences, toggleMark } from '../marks.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 */

/** How the exam looks, keys, highlights, and the way to the proctor. @param {App} app @param {Sitting} sitting */
export function toolsPanel(app, sitting) {
  return html`<section class="exam-tools" id="tools" aria-label=${t('exam.tools')}>
    ${sitting.screen === 'question' ? highlighting(app, sitting) : nothing}
    ${looks(app)}${keyboard(app)}${proctor(app, sitting)}
    <div>${button({ label: t('exam.tools.close'), onclick: () => app.change({ panel: false }) })}</div>
  </section>`;
}

/** @param {App} app @param {Sitting} sitting */
function highlighting(app, sitting) {
  return html`<section class="stack tight"><h2>${t('exam.highlight')}</h2><p class="small soft">${t('exam.highlight.how')}</p>
    <div><button type="button" class="button" @pointerdown=${keepSelection} @click=${() => highlight(app, sitting)}>${t('exam.highlight.selection')}</button></div>
    <details class="more"><summary>${t('exam.highlight.sentences')}</summary>
      <div class="choices">${sentences(sitting).map(({ place, span, text, marked }) => html`<label class="choice"><input type="checkbox" .checked=${live(marked)}
        @change=${() => toggleMark(sitting, place, span)}><span>${text}</span></label>`)}</div></details></section>`;
}

/** A press on the button must not take the selection away. @param {Event} event */
function keepSelection(event) {
  event.preventDefault();
}

/** @param {App} app @param {Sitting} sitting */
function highlight(app, sitting) {
  if (!markSelection(sitting)) app.notify(t('exam.highlight.nothing'));
}

/** @param {KeyboardEvent} event @param {App} app @param {Sitting} sitting */
function onKey(event, app, sitting) {
  byKey(event, sitting, () => highlight(app, sitting));
}

/** @param {App} app */
function looks(app) {
  return html`<div class="grid">${choice({
    name: 'size',
    legend: t('exam.size'),
    value: String(textSize()),
    options: SIZES.map(size => ({ value: String(size), label: `${size} %` })),
    onchange: value => (setTextSize(Number(value)), app.change()),
  })}${choice({
    name: 'colours',
    legend: t('exam.colours'),
    value: colours(),
    options: COLOURS.map(one => ({ value: one, label: t(`exam.colours.${one}`) })),
    onchange: value => (setColours(/** @type {import('../looks.js').Colours} */ (value)), app.change()),
  })}</div>`;
}

/** @param {App} app */
function keyboard(app) {
  return html`<section class="stack tight"><h2>${t('exam.keys')}</h2>
    <p class="small soft">${t('exam.keys.always')}</p>
    ${checkbox({ name: 'keys', label: t('exam.keys.single'), checked: app.keys !== null, onchange: on => app.change({ keys: on ? onKey : null }) })}
    <dl class="pairs">${Object.entries(KEYS).map(([key, act]) => html`<dt><kbd>${key.toUpperCase()}</kbd></dt><dd>${t(`exam.keys.${act}`)}</dd>`)}</dl></section>`;
}

/** @param {App} app @param {Sitting} sitting */
function proctor(app, sitting) {
  return html`<section class="stack tight"><h2>${t('exam.proctor')}</h2>
    ${sitting.messages.length ? html`<ol class="exam-messages">${sitting.messages.map(message => html`<li class=${message.from}>
      <p class="small soft">${message.from === 'proctor' ? message.name ?? t('exam.proctor') : t('exam.you')}, ${dateTime(message.at)}</p><p>${message.text}</p></li>`)}</ol>` : nothing}
    <div class="field"><label for="to-proctor">${t('exam.proctor.write')}</label>
      <textarea id="to-proctor" rows="2" maxlength="2000" .value=${live(app.words)} @input=${(/** @type {InputEvent} */ event) => (app.words = /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></div>
    <div>${button({ label: t('exam.proctor.send'), disabled: app.busy, onclick: () => send(app, sitting) })}</div>
    ${app.problem ? html`<p class="error" role="alert">${t('exam.proctor.unsent')}</p>` : nothing}</section>`;
}

/** @param {App} app @param {Sitting} sitting */
function send(app, sitting) {
  if (!app.words.trim()) return undefined;
  return app.run(async () => {
    await sitting.write(app.wordsId, app.words.trim());
    app.change({ words: '', wordsId: crypto.randomUUID() });
  });
}
