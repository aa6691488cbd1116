/** From what a person has typed into the page back to the text that is stored: the few elements that items know. */

const RENAMED = /** @type {Record<string, string>} */ ({ b: 'strong', i: 'em', div: 'p', strike: 's' });
const BLOCKS = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'table']);
const KEPT = new Set('p br strong em u s sub sup code pre blockquote ul ol li table caption thead tbody tfoot tr th td img'.split(' '));
const ATTRIBUTES = ['lang', 'dir', 'colspan', 'rowspan', 'scope', 'start', 'data-asset', 'alt', 'width', 'height'];

/** The text of an editor; lines stand in paragraphs where paragraphs may stand. @param {Element} root @param {boolean} inline */
export function written(root, inline) {
  const whole = inline ? inside(root, true) : paragraphs(root);
  return /[^\s\u00a0]|<(?:img|math)/.test(whole.replace(/<(?!img|math)[^>]*>/g, '')) ? whole.trim() : '';
}

/** Loose text between blocks gets a paragraph of its own. @param {Node} root */
function paragraphs(root) {
  let whole = '';
  let loose = '';
  const finish = () => {
    whole += loose.trim() ? `<p>${loose.trim()}</p>` : '';
    loose = '';
  };
  for (const node of root.childNodes) {
    if (isBlock(node)) {
      finish();
      whole += serialised(node, false);
    } else loose += serialised(node, false);
  }
  finish();
  return whole;
}

/** @param {Node} node @param {boolean} inline @returns {string} */
function serialised(node, inline) {
  if (node instanceof Text) return escaped(node.data.replace(/\u00a0/g, ' '));
  if (node instanceof MathMLElement) return element(node, node.localName, [...node.attributes].map(one => one.name), inline);
  if (!(node instanceof HTMLElement)) return '';
  const name = RENAMED[node.localName] ?? node.localName;
  if (!KEPT.has(name) || (inline && BLOCKS.has(name))) return inside(node, inline);
  if (name === 'p' && [...node.childNodes].some(isBlock)) return paragraphs(node);
  if (name === 'p' && !node.textContent?.trim() && !node.querySelector('img, math')) return '';
  if (name === 'img') return node.dataset.asset ? element(node, name, ['data-asset', 'alt', 'width', 'height'], inline) : '';
  return element(node, name, ATTRIBUTES, inline);
}

/** @param {Element} node @param {string} name @param {string[]} attributes @param {boolean} inline */
function element(node, name, attributes, inline) {
  const kept = attributes.filter(one => node.hasAttribute(one)).map(one => ` ${one}="${escaped(node.getAttribute(one) ?? '')}"`).join('');
  return name === 'br' || name === 'img' ? `<${name}${kept}>` : `<${name}${kept}>${inside(node, inline)}</${name}>`;
}

/** @param {Node} node @param {boolean} inline */
function inside(node, inline) {
  return [...node.childNodes].map(child => serialised(child, inline)).join('');
}

/** @param {Node} node */
function isBlock(node) {
  return node instanceof HTMLElement && (BLOCKS.has(RENAMED[node.localName] ?? node.localName) || node.className === 'rich-wide');
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
