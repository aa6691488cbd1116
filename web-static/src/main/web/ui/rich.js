/**
 * Formatted text of items: a small subset of HTML, and MathML. The service cleans it on the way in; here it is
 * built anew, element by element from an allow-list, so that a text can never become anything else.
 */
import { noChange } from '../vendor/lit-html/lit-html.js';
import { Directive, directive } from '../vendor/lit-html/directive.js';

/** @typedef {(asset: string) => string} AssetAddress where the image with this id is found */

const HTML = new Set('p br strong em b i u s sub sup code pre blockquote ul ol li table caption thead tbody tfoot tr th td span img'.split(' '));
const MATH = new Set(('math mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd'
  + ' mmultiscripts mprescripts none mpadded mphantom mstyle merror semantics').split(' '));
const GONE = new Set('script style iframe object embed svg template title textarea select noscript annotation annotation-xml'.split(' '));
const VOID = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'embed']);
const ATTRIBUTES = new Set('lang dir colspan rowspan scope start alt width height'.split(' '));
const MATH_ATTRIBUTES = new Set(('dir display alttext mathvariant stretchy fence separator form accent accentunder linethickness displaystyle scriptlevel'
  + ' columnalign columnspan rowspan largeop movablelimits lspace rspace symmetric minsize maxsize width height depth').split(' '));
const ENTITIES = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' });

const TOKEN = /<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gi;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

class Rich extends Directive {
  /** @type {string | undefined} */
  #text;

  /** Draws again only what changed, so that images stay and marked text stays marked. @param {string} text @param {AssetAddress} asset */
  render(text, asset) {
    if (text === this.#text) return noChange;
    this.#text = text;
    return built(text, asset);
  }
}

/** Formatted text in a template: `${rich(item.stem, assetAddress)}`. */
export const rich = directive(Rich);

/** The same text without its format; images by their description. @param {string} text */
export function plain(text) {
  const whole = built(text, () => '');
  for (const image of whole.querySelectorAll('img')) image.replaceWith(` ${image.alt} `);
  for (const line of whole.querySelectorAll('br')) line.replaceWith(' ');
  for (const block of whole.querySelectorAll('p, li, td, th')) block.append(' ');
  return (whole.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** @param {string} text @param {AssetAddress} asset */
export function built(text, asset) {
  const whole = document.createDocumentFragment();
  /** @type {{name: string, into: Node}[]} */
  const open = [];
  for (const [token, closing, tag, attributes] of text.matchAll(TOKEN)) {
    const into = open.at(-1)?.into ?? whole;
    const name = tag?.toLowerCase();
    if (token.startsWith('<!--')) continue;
    if (!name) into.appendChild(document.createTextNode(decoded(token)));
    else if (closing) close(open, name);
    else {
      const element = made(name, attributes, asset);
      if (element && !GONE.has(name)) into.appendChild(framed(element));
      if (!VOID.has(name) && !attributes.endsWith('/')) open.push({ name, into: element ?? into });
    }
  }
  return whole;
}

/** Ends the element and whatever was left open in it; an end without a beginning is nothing. @param {{name: string}[]} open @param {string} name */
function close(open, name) {
  const at = open.findLastIndex(one => one.name === name);
  if (at >= 0) open.length = at;
}

/**
 * The element; a place that nobody sees for what must not be shown; null for a name that only goes away itself.
 * @param {string} name @param {string} attributes @param {AssetAddress} asset @returns {Element | null}
 */
function made(name, attributes, asset) {
  if (GONE.has(name)) return document.createElement('span');
  if (MATH.has(name)) return dressed(document.createElementNS('http://www.w3.org/1998/Math/MathML', name), attributes, MATH_ATTRIBUTES);
  if (!HTML.has(name)) return null;
  const element = dressed(document.createElement(name), attributes, ATTRIBUTES);
  if (element instanceof HTMLImageElement) picture(element, attributes, asset);
  return element;
}

/** @template {Element} E @param {E} element @param {string} attributes @param {Set<string>} allowed */
function dressed(element, attributes, allowed) {
  for (const [name, value] of pairs(attributes)) if (allowed.has(name)) element.setAttribute(name, value);
  return element;
}

/** @param {HTMLImageElement} image @param {string} attributes @param {AssetAddress} asset */
function picture(image, attributes, asset) {
  const id = pairs(attributes).find(([name]) => name === 'data-asset')?.[1] ?? '';
  if (!image.hasAttribute('alt')) image.alt = '';
  image.dataset.asset = id;
  if (id) image.src = asset(id);
}

/** Tables may be wider than a phone: they scroll in a frame of their own. @param {Element} element */
function framed(element) {
  if (element.localName !== 'table') return element;
  const frame = document.createElement('div');
  frame.className = 'rich-wide';
  frame.tabIndex = 0;
  frame.append(element);
  return frame;
}

/** @param {string} attributes @returns {[string, string][]} */
function pairs(attributes) {
  return [...attributes.matchAll(ATTRIBUTE)].map(([, name, a, b, c]) => [name.toLowerCase(), decoded(a ?? b ?? c ?? '')]);
}

/** @param {string} text */
function decoded(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
