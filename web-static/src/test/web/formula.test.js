import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formula } from '../../main/web/workbench/itembank/editing/formula.js';

/** @param {string} typed */
const inner = typed => /^<math[^>]*><mrow>(.*)<\/mrow><\/math>$/.exec(formula(typed, false))?.[1];

test('fractions, powers, indices and roots are drawn, brackets that only group are not', () => {
  assert.equal(inner('kg / m^2'), '<mfrac><mi>kg</mi><msup><mi>m</mi><mn>2</mn></msup></mfrac>');
  assert.equal(inner('(a + b) / 2'), '<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>');
  assert.equal(inner('sqrt(x_1)'), '<msqrt><mrow><msub><mi>x</mi><mn>1</mn></msub></mrow></msqrt>');
  assert.equal(inner('x_i^2'), '<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>');
});

test('signs and Greek letters have their typographic form', () => {
  assert.equal(inner('alpha <= 0,05'), '<mi>α</mi><mo>≤</mo><mn>0,05</mn>');
  assert.equal(inner('-2 * 3'), '<mo>−</mo><mn>2</mn><mo>·</mo><mn>3</mn>');
});

test('what cannot be read as a formula is still text, never markup', () => {
  assert.equal(formula('<img src=x> & "a<b"', true), '<math display="block" alttext="&#60;img src=x&#62; &#38; &#34;a&#60;b&#34;"><mrow><mo>&#60;</mo><mi>img</mi><mi>src</mi><mo>=</mo><mi>x</mi><mo>&#62;</mo><mo>&#38;</mo><mtext>a&#60;b</mtext></mrow></math>');
  assert.equal(inner(') (a'), '<mo>)</mo><mrow><mo>(</mo><mrow><mi>a</mi></mrow><mo>)</mo></mrow>');
  assert.equal(inner('x^'), '<msup><mi>x</mi><mrow></mrow></msup>');
  assert.equal(inner(''), '');
});
