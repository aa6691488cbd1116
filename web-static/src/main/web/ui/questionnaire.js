/**
 * The pages of a survey as functions of what is asked and what was answered: for the peer, and for the
 * preview in the workbench. Words of the interface come from the catalogue `peer`; whoever draws loads it.
 */
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { keyed } from '../vendor/lit-html/directives/keyed.js';
import { t } from '../core/i18n.js';
import { choice } from './choice.js';
import { textArea } from './field.js';
import { more } from './page.js';
import { ABSENT, scale } from './scale.js';

/**
 * @typedef {{code: string, text: string}} Choice
 * @typedef {{code: string, text: string, choices: Choice[]}} Question
 * @typedef {{kind: 'IMPORTANCE' | 'FREQUENCY', question: string, anchors: {code: number, label: string}[]}} Scale
 * @typedef {{id: string, code: string, text: string}} Task
 * @typedef {{id: string, code: string, title: string, definition: string, tasks: Task[]}} Domain
 * @typedef {{performed?: boolean, importance?: number, frequency?: number}} Rating
 *
 * @typedef {object} Questionnaire
 * @property {string} title
 * @property {'en' | 'es'} language
 * @property {number} consentVersion
 * @property {string} consent
 * @property {string} screener empty asks nobody
 * @property {Question[]} questions
 * @property {Scale[]} scales
 * @property {Domain[]} domains
 * @property {string} coverageQuestion
 * @property {string} thanks
 * @property {number} minutes
 *
 * @typedef {object} Answers
 * @property {number} consent
 * @property {Record<string, string>} background
 * @property {Record<string, Rating>} ratings by task id
 * @property {Record<string, string>} writeIns by domain id
 * @property {number} [coverage]
 *
 * @typedef {object} Listener what is told of each answer
 * @property {(eligible: boolean) => void} screened
 * @property {(question: string, choice: string) => void} chosen
 * @property {(task: string, rating: Rating) => void} rated
 * @property {(domain: string, text: string) => void} written
 * @property {(percent: number) => void} covered
 */

/** The pages in order. @param {Questionnaire} asked @returns {string[]} */
export function pagesOf(asked) {
  const domains = asked.domains.map(domain => `domain ${domain.code}`);
  return ['consent', ...(asked.screener ? ['screener'] : []), ...(asked.questions.length ? ['background'] : []), ...domains, 'coverage'];
}

/** @param {Questionnaire} asked @param {string} page */
export function domainOf(asked, page) {
  return asked.domains.find(domain => page === `domain ${domain.code}`);
}

/** Whether a task needs nothing more. @param {Rating | undefined} rating @param {Scale[]} scales */
export function isRated(rating, scales) {
  if (rating?.performed === false) return true;
  return scales.every(one => rating?.[fieldOf(one)] !== undefined);
}

/** @param {Questionnaire} asked */
export function consentPage(asked) {
  return html`<h1>${asked.title}</h1>
    <div class="stack tight" lang=${asked.language}>${asked.consent.split(/\n+/).map(line => html`<p>${line}</p>`)}</div>
    <p class="soft">${t('peer.time', { n: asked.minutes })}</p>`;
}

/** @param {Questionnaire} asked @param {boolean | null} eligible @param {Listener} listener */
export function screenerPage(asked, eligible, listener) {
  return html`<h1>${t('peer.screener')}</h1>
    <div lang=${asked.language}>${choice({
      name: 'screener',
      legend: asked.screener,
      value: eligible === null ? null : String(eligible),
      options: [{ value: 'true', label: t('peer.yes') }, { value: 'false', label: t('peer.no') }],
      onchange: value => listener.screened(value === 'true'),
    })}</div>`;
}

/** @param {Questionnaire} asked @param {Answers} answers @param {Listener} listener */
export function backgroundPage(asked, answers, listener) {
  return html`<h1>${t('peer.background')}</h1><p class="soft">${t('peer.backgroundWhy')}</p>
    <div class="stack loose" lang=${asked.language}>${asked.questions.map(question => keyed(question.code, choice({
      name: `q-${question.code}`,
      legend: question.text,
      value: answers.background[question.code] ?? null,
      options: question.choices.map(one => ({ value: one.code, label: one.text })),
      onchange: value => listener.chosen(question.code, value),
    })))}</div>`;
}

/** @param {Questionnaire} asked @param {Domain} domain @param {Answers} answers @param {Listener} listener */
export function domainPage(asked, domain, answers, listener) {
  return html`<div class="stack tight" lang=${asked.language}><h1>${domain.title}</h1><p class="soft">${domain.definition}</p></div>
    ${more(t('peer.scales'), scaleKey(asked))}
    <ol class="tasks" lang=${asked.language}>${domain.tasks.map((task, i) => keyed(task.id, html`<li>
      ${taskCard(asked.scales, task, `${i + 1}/${domain.tasks.length}`, answers.ratings[task.id] ?? {}, listener)}</li>`))}</ol>
    ${keyed(domain.id, textArea({
      name: `missed-${domain.code}`,
      label: t('peer.missed'),
      hint: t('peer.missedHint'),
      rows: 2,
      maxlength: 1000,
      value: answers.writeIns[domain.id] ?? '',
      onchange: text => listener.written(domain.id, text),
    }))}`;
}

/** @param {Questionnaire} asked @param {Answers} answers @param {Listener} listener */
export function coveragePage(asked, answers, listener) {
  return html`<h1>${t('peer.coverage')}</h1><div lang=${asked.language}>${choice({
    name: 'coverage',
    legend: asked.coverageQuestion,
    value: answers.coverage === undefined ? null : String(answers.coverage),
    options: [100, 90, 75, 50, 25].map(percent => ({ value: String(percent), label: t(`peer.coverage.${percent}`) })),
    onchange: value => listener.covered(Number(value)),
  })}</div>`;
}

/** What each number of each scale means. @param {Questionnaire} asked */
function scaleKey(asked) {
  return html`<div class="scale-key" lang=${asked.language}>${asked.scales.map(one => html`<div><p class="strong">${one.question}</p>
    <ul>${one.anchors.map(anchor => html`<li><b>${anchor.code}</b> ${anchor.label}</li>`)}</ul></div>`)}</div>
    <p class="small soft">${t('peer.keys')}</p>`;
}

/**
 * A task with its two scales. "I do not do this" stands beside frequency and takes it back.
 * @param {Scale[]} scales @param {Task} task @param {string} place @param {Rating} rating @param {Listener} listener
 */
function taskCard(scales, task, place, rating, listener) {
  const done = isRated(rating, scales);
  return html`<article class="task ${done ? 'rated' : ''}" aria-labelledby="task-${task.id}" @keydown=${byKey}>
    <h2 id="task-${task.id}" class="task-text" tabindex="-1"><span class="task-place">${place}${done ? html`<span class="visually-hidden">, ${t('peer.rated')}</span>` : nothing}</span> ${task.text}</h2>
    <div class="task-scales">${scales.map(one => scale({
      name: `${one.kind}-${task.id}`,
      legend: html`<span aria-hidden="true">${t(`peer.scale.${one.kind}`)}</span><span class="visually-hidden">${one.question}</span>`,
      points: one.anchors.map(anchor => ({ value: anchor.code, label: anchor.label })),
      value: valueOf(one, rating),
      absent: one.kind === 'FREQUENCY' ? t('peer.notDone') : undefined,
      onchange: value => listener.rated(task.id, changed(rating, one, value)),
    }))}</div>
  </article>`;
}

/** @param {Scale} one @returns {'importance' | 'frequency'} */
function fieldOf(one) {
  return one.kind === 'IMPORTANCE' ? 'importance' : 'frequency';
}

/** @param {Scale} one @param {Rating} rating */
function valueOf(one, rating) {
  if (one.kind === 'FREQUENCY' && rating.performed === false) return ABSENT;
  return rating[fieldOf(one)] ?? null;
}

/** @param {Rating} rating @param {Scale} one @param {number | typeof ABSENT} value @returns {Rating} */
function changed(rating, one, value) {
  if (value === ABSENT) return { performed: false, importance: rating.importance };
  if (one.kind === 'FREQUENCY') return { ...rating, performed: true, frequency: value };
  return { ...rating, importance: value };
}

/**
 * A digit rates the row that has the focus and moves on to the next row; 0 is "I do not do this".
 * @param {KeyboardEvent} event
 */
function byKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
  const row = /** @type {Element} */ (event.target).closest('fieldset');
  const wanted = event.key === '0' ? ABSENT : event.key;
  const radio = [...(row?.querySelectorAll('input') ?? [])].find(input => input.value === wanted);
  if (!row || !radio) return;
  event.preventDefault();
  const rows = [...document.querySelectorAll('.task fieldset')];
  radio.click();
  (rows[rows.indexOf(row) + 1]?.querySelector('input') ?? radio).focus();
}
