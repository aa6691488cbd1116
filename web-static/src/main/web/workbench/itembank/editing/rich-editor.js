/** A field for formatted text: what is typed is what is shown; a tool bar for the few formats that items know. */
import { t } from '../../../core/i18n.js';
import { Directive, directive } from '../../../vendor/lit-html/directive.js';
import { noChange } from '../../../vendor/lit-html/lit-html.js';
import { html, nothing } from '../../../ui/index.js';
import { built } from '../../../ui/rich.js';
import { written } from './written.js';

/** @typedef {import('../../../ui/rich.js').AssetAddress} AssetAddress */

/**
 * @typedef {object} Editor
 * @property {string} id unique on the page
 * @property {unknown} label
 * @property {string} value
 * @property {string} lang
 * @property {AssetAddress} asset
 * @property {boolean} [inline] one line: no paragraphs, no lists
 * @property {boolean} [labelHidden]
 * @property {string} [error]
 * @property {unknown} [below] findings
 * @property {(value: string) => void} oninput
 * @property {(insert: (text: string) => void) => void} onimage asks for an image
 * @property {(typed: string, insert: (text: string) => void) => void} onformula asks for a formula
 */

/** What each field shows, so that a redraw leaves the caret where it is. @type {WeakMap<Element, string>} */
const shown = new WeakMap();
/** Where the caret stood when the focus went to a button. @type {WeakMap<Element, Range>} */
const carets = new WeakMap();

class Content extends Directive {
  /** @param {string} _text @param {AssetAddress} _asset */
  render(_text, _asset) {
    return noChange;
  }

  /** @param {import('../../../vendor/lit-html/directive.js').ElementPart} part @param {[string, AssetAddress]} values */
  update({ element }, [text, asset]) {
    if (shown.get(element) !== text) {
      shown.set(element, text);
      element.replaceChildren(editable(text, asset));
    }
    return noChange;
  }
}

const content = directive(Content);

/** As it is shown, but a formula is one piece: no caret gets into it. @param {string} text @param {AssetAddress} asset */
function editable(text, asset) {
  const whole = built(text, asset);
  for (const math of whole.querySelectorAll('math')) {
    const piece = document.createElement('span');
    piece.contentEditable = 'false';
    math.replaceWith(piece);
    piece.append(math);
  }
  return whole;
}

/** @type {{name: string, command: string, sign: string, block?: boolean}[]} */
const FORMATS = [
  { name: 'bold', command: 'bold', sign: 'B' },
  { name: 'italic', command: 'italic', sign: 'I' },
  { name: 'sub', command: 'subscript', sign: 'x₂' },
  { name: 'sup', command: 'superscript', sign: 'x²' },
  { name: 'bullets', command: 'insertUnorderedList', sign: '•', block: true },
  { name: 'numbers', command: 'insertOrderedList', sign: '1.', block: true },
];

/** @param {Editor} editor */
export function richEditor(editor) {
  const { id, label, value, lang, asset, inline = false, error, below = nothing } = editor;
  return html`<div class="rich-field ${inline ? 'inline' : ''}">
    <span class=${editor.labelHidden ? 'visually-hidden' : 'field-label'} id="${id}-label">${label}</span>
    <div class="rich rich-text" id=${id} contenteditable="true" role="textbox" aria-multiline=${String(!inline)} aria-labelledby="${id}-label" aria-describedby="${id}-below" aria-invalid=${error ? 'true' : 'false'} lang=${lang} spellcheck="true"
      @focus=${begin} @mousedown=${besideFormula} @input=${(/** @type {Event} */ event) => changed(editor, event.currentTarget)} @paste=${paste} @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(editor, event)} @drop=${refuse} @blur=${rememberCaret} ${content(value, asset)}></div>
    <div class="rich-tools" role="toolbar" aria-label=${t('itembank.tools')} aria-controls=${id} @mousedown=${refuse}>
      ${FORMATS.filter(one => !inline || !one.block).map(one => tool(one.name, one.sign, () => format(id, one.command)))}
      ${tool('image', '▣', () => asking(id, () => editor.onimage(text => insert(editor, text))))}
      ${tool('formula', '√x', () => asking(id, () => editor.onformula(formulaAtCaret(id), text => insert(editor, text))))}
    </div>
    <div id="${id}-below">${error ? html`<span class="error">${error}</span>` : nothing}${below}</div>
  </div>`;
}

/** Its sign is a drawing, its name is the label. @param {string} name @param {string} sign @param {() => void} onclick */
function tool(name, sign, onclick) {
  const label = t(`itembank.tool.${name}`);
  return html`<button type="button" class="button quiet icon ${name}" aria-label=${label} title=${label} data-sign=${sign} @click=${onclick}></button>`;
}

/** A dialog takes the focus: the caret is remembered before. @param {string} id @param {() => void} ask */
function asking(id, ask) {
  rememberCaret({ currentTarget: document.getElementById(id) });
  ask();
}

/** A click on a formula puts the caret behind it. @param {MouseEvent} event */
function besideFormula(event) {
  const piece = /** @type {Element} */ (event.target).closest('[contenteditable=false]');
  if (!piece) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (event.currentTarget).focus();
  getSelection()?.setPosition(piece.parentNode, [.../** @type {Element} */ (piece.parentNode).childNodes].indexOf(piece) + 1);
}

/** @param {Event} event */
const refuse = event => event.preventDefault();

function begin() {
  document.execCommand('defaultParagraphSeparator', false, 'p');
  document.execCommand('styleWithCSS', false, 'false');
}

/** @param {Editor} editor @param {EventTarget | null} target */
function changed(editor, target) {
  const element = /** @type {HTMLElement} */ (target);
  const text = written(element, editor.inline ?? false);
  shown.set(element, text);
  editor.oninput(text);
}

/** Only words come in from elsewhere, never their formats. @param {ClipboardEvent} event */
function paste(event) {
  event.preventDefault();
  const words = event.clipboardData?.getData('text/plain') ?? '';
  const line = /** @type {HTMLElement} */ (event.currentTarget).getAttribute('aria-multiline') === 'false';
  document.execCommand('insertText', false, line ? words.replace(/\s+/g, ' ') : words);
}

/** @param {Editor} editor @param {KeyboardEvent} event */
function onKey({ inline }, event) {
  if (event.key === 'Enter' && inline && !event.shiftKey) event.preventDefault();
}

/** @param {{currentTarget: EventTarget | null}} event */
function rememberCaret({ currentTarget }) {
  const element = /** @type {HTMLElement} */ (currentTarget);
  const selection = getSelection();
  if (selection?.rangeCount && element.contains(selection.anchorNode)) carets.set(element, selection.getRangeAt(0).cloneRange());
}

/** Back into the text, where the caret stood when it was left; at the end of a text never entered. @param {string} id */
function enter(id) {
  const element = /** @type {HTMLElement} */ (document.getElementById(id));
  const selection = getSelection();
  const left = document.activeElement !== element || !element.contains(selection?.anchorNode ?? null);
  const caret = carets.get(element);
  element.focus();
  if (left) place(element, caret);
  return element;
}

/** @param {HTMLElement} element @param {Range | undefined} caret */
function place(element, caret) {
  const selection = getSelection();
  selection?.selectAllChildren(element);
  if (!caret || !element.contains(caret.startContainer)) return selection?.collapseToEnd();
  selection?.removeAllRanges();
  selection?.addRange(caret);
}

/** @param {string} id @param {string} command */
function format(id, command) {
  const element = enter(id);
  const before = charactersBefore(element);
  document.execCommand(command);
  if (before !== null && charactersBefore(element) !== before) placeAfter(element, before);
}

/** How much text stands before the caret; null while something is marked. @param {HTMLElement} element */
function charactersBefore(element) {
  const selection = getSelection();
  if (!selection?.isCollapsed || !selection.anchorNode) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(selection.anchorNode, selection.anchorOffset);
  return range.toString().length;
}

/** Making a list puts the caret before its word: it goes back to where it stood. @param {HTMLElement} element @param {number} characters */
function placeAfter(element, characters) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = characters;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (left <= length) return getSelection()?.collapse(node, left);
    left -= length;
  }
}

/** Puts an image or a formula where the caret stood; a formula under the caret is replaced. @param {Editor} editor @param {string} text */
function insert(editor, text) {
  const element = /** @type {HTMLElement} */ (document.getElementById(editor.id));
  element.focus();
  place(element, carets.get(element));
  const range = getSelection()?.getRangeAt(0);
  if (!range) return;
  const old = mathOf(range);
  if (old && text.startsWith('<math')) range.selectNode(old);
  range.deleteContents();
  const space = document.createTextNode('\u00a0');
  range.insertNode(space);
  range.insertNode(editable(text, editor.asset));
  getSelection()?.collapse(space, 1);
  changed(editor, element);
}

/** What was typed for the formula that the caret is in, to be edited again. @param {string} id */
function formulaAtCaret(id) {
  const element = document.getElementById(id);
  const caret = element && carets.get(element);
  return (caret && mathOf(caret)?.querySelector('math')?.getAttribute('alttext')) ?? '';
}

/** The formula right before the caret. @param {Range} range @returns {Element | null} */
function mathOf({ startContainer: at, startOffset }) {
  const before = at instanceof Text && startOffset === 0 ? at.previousSibling : at.childNodes[startOffset - 1];
  return before instanceof Element && before.querySelector(':scope > math') ? before : null;
}
