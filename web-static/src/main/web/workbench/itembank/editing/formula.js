/**
 * Formulas as one types them in a line, `x = (-b +- sqrt(b^2 - 4ac)) / (2a)`, become MathML. What is typed is kept as the
 * formula's alternative text, so that it can be read aloud and edited again.
 */

const WORDS = /** @type {Record<string, string>} */ ({
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', theta: 'θ', lambda: 'λ', mu: 'μ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', chi: 'χ', omega: 'ω', Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω',
});
const SIGNS = /** @type {Record<string, string>} */ ({ '*': '·', '-': '−', '+-': '±', '<=': '≤', '>=': '≥', '!=': '≠', '~~': '≈', '->': '→', oo: '∞' });
const TOKEN = /"[^"]*"|\d+(?:[.,]\d+)?|[\p{L}]+|\+-|<=|>=|!=|~~|->|\S/gu;

/** @param {string} typed @param {boolean} block on a line of its own */
export function formula(typed, block) {
  const reader = new Reader(typed.match(TOKEN) ?? []);
  return `<math${block ? ' display="block"' : ''} alttext="${escaped(typed.trim())}">${reader.row()}</math>`;
}

class Reader {
  #at = 0;
  #depth = 0;

  /** @param {string[]} tokens */
  constructor(tokens) {
    this.tokens = tokens;
  }

  /** Everything up to the bracket that ends it. */
  row() {
    const parts = [];
    while (this.#at < this.tokens.length) {
      if (this.tokens[this.#at] === ')' && this.#depth > 0) break;
      parts.push(this.#fraction());
    }
    return `<mrow>${parts.join('')}</mrow>`;
  }

  /** A fraction takes what stands right before and right after its stroke. */
  #fraction() {
    let above = this.#scripted();
    while (this.#taken('/')) above = `<mfrac>${bare(above)}${bare(this.#scripted())}</mfrac>`;
    return above;
  }

  #scripted() {
    const base = this.#atom();
    const sub = this.#taken('_') ? bare(this.#atom()) : '';
    const sup = this.#taken('^') ? bare(this.#atom()) : '';
    if (sub && sup) return `<msubsup>${base}${sub}${sup}</msubsup>`;
    if (sub) return `<msub>${base}${sub}</msub>`;
    return sup ? `<msup>${base}${sup}</msup>` : base;
  }

  /** @returns {string} */
  #atom() {
    const token = this.tokens[this.#at++];
    if (token === undefined) return '<mrow></mrow>';
    if (token === '(') return this.#group();
    if (token === 'sqrt') return `<msqrt>${bare(this.#atom())}</msqrt>`;
    if (token.startsWith('"') && token.length > 1) return `<mtext>${escaped(token.slice(1, -1))}</mtext>`;
    if (/^\d/.test(token)) return `<mn>${token}</mn>`;
    const sign = SIGNS[token];
    if (sign || !/^\p{L}/u.test(token)) return `<mo>${escaped(sign ?? token)}</mo>`;
    return `<mi>${WORDS[token] ?? token}</mi>`;
  }

  #group() {
    this.#depth++;
    const inner = this.row();
    this.#depth--;
    this.#taken(')');
    return `<mrow><mo>(</mo>${inner}<mo>)</mo></mrow>`;
  }

  /** @param {string} token */
  #taken(token) {
    if (this.tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}

/** Brackets that only hold a part together are not drawn. @param {string} part */
function bare(part) {
  return /^<mrow><mo>\(<\/mo>(.*)<mo>\)<\/mo><\/mrow>$/.exec(part)?.[1] ?? part;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
}
