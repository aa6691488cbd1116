/** Questions whose parts are put in order or matched: buttons and lists, nothing needs to be dragged. */
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { live } from '../vendor/lit-html/directives/live.js';
import { repeat } from '../vendor/lit-html/directives/repeat.js';
import { announce } from '../core/announce.js';
import { plain, rich } from './rich.js';

/** @typedef {import('./question.js').Worded} Worded */
/** @typedef {import('./question.js').Part} Part */

/** Elements with a button up and a button down; on either the arrow keys move too. @param {Worded} asked */
export function ordering(asked) {
  const { item, response, onchange, words, disabled = false } = asked;
  const order = ordered(item.options ?? [], response);
  return html`<p class="question-how" id="how-${item.id}">${words('question.order')}</p>
    <ol class="question-order" aria-labelledby="stem-${item.id}" aria-describedby="how-${item.id}">
      ${repeat(order, one => one.id, (one, at) => element(asked, order, one, at))}</ol>
    ${disabled ? nothing : response === null
      ? html`<p class="question-how">${words('question.orderOpen')}</p><button type="button" class="question-clear" @click=${() => onchange(order.map(one => one.id))}>${words('question.orderKeep')}</button>`
      : clear(() => onchange(null), words)}`;
}

/** @param {Worded} asked @param {Part[]} order @param {Part} one @param {number} at */
function element({ item, onchange, asset, words, disabled = false }, order, one, at) {
  const id = `o-${item.id}-${one.id}`;
  /** @param {number} step */
  const move = step => {
    const to = at + step;
    if (disabled || to < 0 || to >= order.length) return;
    onchange(order.toSpliced(at, 1).toSpliced(to, 0, one).map(each => each.id));
    announce(words('question.moved', { what: plain(one.text), place: to + 1, count: order.length }));
    keepFocus(`${step < 0 ? 'up' : 'down'}-${id}`);
  };
  /** @param {KeyboardEvent} event */
  const byArrow = event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(step);
  };
  /** @param {'up' | 'down'} name @param {string} sign @param {boolean} end */
  const tool = (name, sign, end) => html`<button type="button" class="question-tool" id="${name}-${id}" aria-label=${words(`question.${name}`)} aria-labelledby="${name}-${id} ${id}"
    aria-disabled=${String(end || disabled)} @click=${() => move(name === 'up' ? -1 : 1)} @keydown=${byArrow}><span aria-hidden="true">${sign}</span></button>`;
  return html`<li><span class="question-letter" aria-hidden="true">${at + 1}</span><span class="rich" id=${id}>${rich(one.text, asset)}</span>
    ${tool('up', '↑', at === 0)}${tool('down', '↓', at === order.length - 1)}</li>`;
}

/** Moving an element on the page takes its focus away. @param {string} id */
function keepFocus(id) {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** The elements in the order of the response, else as they came. @param {Part[]} options @param {unknown} response */
function ordered(options, response) {
  if (!Array.isArray(response)) return options;
  const place = (/** @type {Part} */ one) => response.indexOf(one.id);
  return options.toSorted((a, b) => place(a) - place(b));
}

/** The targets with their letters, then a list of them for each prompt. @param {Worded} asked */
export function matching(asked) {
  const { item, asset, words } = asked;
  return html`<p class="question-how" id="how-${item.id}">${words('question.match')}</p>
    <ul class="question-targets" aria-label=${words('question.targets')}>${item.options?.map((option, i) => html`<li><span class="question-letter">${letter(i)}</span><span class="rich">${rich(option.text, asset)}</span></li>`)}</ul>
    <div class="question-prompts" role="group" aria-labelledby="stem-${item.id}" aria-describedby="how-${item.id}">${item.prompts?.map(prompt => row(asked, prompt))}</div>`;
}

/** What another prompt has taken cannot be taken again. @param {Worded} asked @param {Part} prompt */
function row({ item, response, onchange, asset, words, disabled = false }, prompt) {
  const pairs = response && typeof response === 'object' && !Array.isArray(response) ? response : {};
  const own = pairs[prompt.id] ?? '';
  const id = `m-${item.id}-${prompt.id}`;
  /** @param {Event} event */
  const chosen = event => {
    const { [prompt.id]: _, ...others } = pairs;
    const target = /** @type {HTMLSelectElement} */ (event.target).value;
    const next = target ? { ...others, [prompt.id]: target } : others;
    onchange(Object.keys(next).length ? next : null);
  };
  return html`<div class="question-prompt"><label class="rich" for=${id}>${rich(prompt.text, asset)}</label>
    <select id=${id} ?disabled=${disabled} @change=${chosen}>
      <option value="" .selected=${live(own === '')}>${words('question.choose')}</option>
      ${item.options?.map((option, i) => {
        const taken = option.id !== own && Object.values(pairs).includes(option.id);
        return html`<option value=${option.id} ?disabled=${taken} .selected=${live(option.id === own)}>${letter(i)}. ${plain(option.text)}${taken ? ` (${words('question.taken')})` : ''}</option>`;
      })}</select></div>`;
}

/** @param {() => void} onclick @param {Worded['words']} words */
export function clear(onclick, words) {
  return html`<button type="button" class="question-clear" @click=${onclick}>${words('question.clear')}</button>`;
}

/** 0 → A, 25 → Z, 26 → AA. @param {number} i @returns {string} */
export function letter(i) {
  return (i >= 26 ? letter(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
}
