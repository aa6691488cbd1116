import { t } from '../../core/i18n.js';
import { button, html, keyed, nothing, textArea, textField } from '../../ui/index.js';

/** @typedef {import('./api.js').Question} Question */
/** @typedef {import('./api.js').Contents} Contents */

/** The background questions: from the standard bank, or of one's own. */
export class QuestionsEditor {
  /** @type {Question[]} */
  standard = [];
  #contents;
  #changed;
  /** Code of the question that was added last: it begins unfolded. */
  #added = '';

  /** @param {Contents} contents edited in place @param {() => void} changed */
  constructor(contents, changed) {
    this.#contents = contents;
    this.#changed = changed;
  }

  /** @param {Contents} contents */
  edit(contents) {
    this.#contents = contents;
  }

  view() {
    const { questions } = this.#contents;
    const unused = this.standard.filter(one => !questions.some(question => question.code === one.code));
    return html`<fieldset class="stack survey-questions"><legend class="strong">${t('survey.questions.title')}</legend>
      ${questions.map((question, i) => keyed(question.code, this.#question(question, i)))}
      <div class="row">
        ${unused.map(one => button({ label: one.text, icon: 'add', kind: 'quiet', onclick: () => this.#put([...questions, structuredClone(one)]) }))}
        ${button({ label: t('survey.questions.own'), icon: 'add', onclick: () => this.#put([...questions, this.#blank()]) })}
      </div></fieldset>`;
  }

  /** @param {Question} question @param {number} i */
  #question(question, i) {
    const { questions } = this.#contents;
    return html`<details class="card flat survey-question" ?open=${question.code === this.#added}><summary>${question.text || t('survey.questions.new')}</summary><div class="stack">
      ${textField({ name: `q${i}`, label: t('survey.questions.text'), required: true, maxlength: 300, value: question.text, oninput: text => this.#change(() => (question.text = text)) })}
      ${textArea({ name: `q${i}-choices`, label: t('survey.questions.choices'), hint: t('survey.questions.choicesHint'), required: true, rows: 4, value: question.choices.map(one => one.text).join('\n'), onchange: lines => this.#change(() => (question.choices = choicesOf(lines, question.choices))) })}
      <div class="row apart"><span class="small soft">${t('survey.questions.code')} <code>${question.code}</code></span>
        ${i > 0 ? button({ label: t('survey.questions.up'), onclick: () => this.#put(questions.with(i - 1, question).with(i, questions[i - 1])) }) : nothing}
        ${questions.length ? button({ label: t('survey.questions.remove'), kind: 'danger', onclick: () => this.#put(questions.filter(other => other !== question)) }) : nothing}</div>
    </div></details>`;
  }

  /** A question with a code that is free. @returns {Question} */
  #blank() {
    const codes = this.#contents.questions.map(question => question.code);
    let number = 1;
    while (codes.includes(`question${number}`)) number++;
    this.#added = `question${number}`;
    return { code: this.#added, text: '', choices: [] };
  }

  /** @param {Question[]} questions */
  #put(questions) {
    this.#contents.questions = questions;
    this.#changed();
  }

  /** @param {() => void} change */
  #change(change) {
    change();
    this.#changed();
  }
}

/** One choice a line; a line that stays keeps its code. @param {string} lines @param {Question['choices']} before */
function choicesOf(lines, before) {
  const texts = lines.split('\n').map(line => line.trim()).filter(Boolean);
  const codes = new Set(before.map(one => one.code));
  return texts.map(text => before.find(one => one.text === text) ?? { code: freeCode(codes), text });
}

/** @param {Set<string>} codes */
function freeCode(codes) {
  let number = 1;
  while (codes.has(`c${number}`)) number++;
  codes.add(`c${number}`);
  return `c${number}`;
}
