import { dateTime, t } from '../../core/i18n.js';
import { button } from '../../ui/button.js';
import { choice } from '../../ui/choice.js';
import { textArea } from '../../ui/field.js';
import { notice } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 * @typedef {import('../api.js').Receipt} Receipt
 */

/** After the exam: what was handed in, to keep; then a few questions about the exam. @param {App} app @param {Sitting} sitting */
export function closedView(app, sitting) {
  const { receipt } = sitting;
  if (!receipt) return html`<div class="exam-card stack"><h1>${t('exam.closing')}</h1><p>${t('exam.handingIn.why')}</p></div>`;
  return html`<div class="exam-card stack">
    <h1>${t(`exam.closed.${receipt.reason}`)}</h1>
    ${sitting.saving.state === 'saved' ? notice(t('exam.receipt.held'), 'good') : notice(t('exam.unsent', { n: sitting.saving.waiting }), 'warn')}
    ${receiptView(receipt)}
    ${receipt.amended ? amendedView(receipt.amended) : nothing}
    <p class="small soft no-print">${t('exam.receipt.keep')}</p>
    <div class="no-print">${button({ label: t('exam.receipt.print'), onclick: () => print() })}</div>
    ${exitQuestions(sitting)}
    <div class="no-print">${button({ label: t('exam.leave'), kind: 'primary', disabled: sitting.saving.state !== 'saved', onclick: () => app.leave() })}</div>
  </div>`;
}

/** @param {Receipt} receipt */
function receiptView(receipt) {
  const rows = [
    [t('exam.receipt.name'), receipt.displayName],
    [t('exam.receipt.exam'), `${receipt.exam.title} (${receipt.exam.code})`],
    [t('exam.receipt.begun'), dateTime(receipt.startedAt)],
    [t('exam.receipt.ended'), dateTime(receipt.closedAt)],
    [t('exam.receipt.answered'), answeredOf(receipt)],
    [t('exam.receipt.number'), html`<b class="break">${receipt.receipt}</b>`],
    [t('exam.receipt.digest'), html`<code class="break">${receipt.digest}</code>`],
  ];
  return html`<dl class="pairs">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** @param {{answered: number, unanswered: number}} how */
const answeredOf = ({ answered, unanswered }) => t('exam.receipt.count', { n: answered, all: answered + unanswered });

/** What came late and was let count afterwards: the receipt stays, and this stands beside it. @param {NonNullable<Receipt['amended']>} amended */
function amendedView(amended) {
  return html`<section class="stack"><h2>${t('exam.receipt.amended')}</h2><p>${t('exam.receipt.amendedWhy')}</p>
    <dl class="pairs"><dt>${t('exam.receipt.amendedAt')}</dt><dd>${dateTime(amended.at)}</dd>
      <dt>${t('exam.receipt.answered')}</dt><dd>${answeredOf(amended)}</dd>
      <dt>${t('exam.receipt.digest')}</dt><dd><code class="break">${amended.digest}</code></dd></dl></section>`;
}

/** @param {Sitting} sitting */
function exitQuestions(sitting) {
  const part = sitting.view.parts.find(one => one.kind === 'exit');
  if (part?.kind !== 'exit' || sitting.queue.epoch === 0) return nothing;
  return html`<section class="stack no-print"><h2>${part.title}</h2><p class="soft">${t('exam.exit.why')}</p>
    ${part.questions.map(question => question.kind === 'choice'
      ? choice({
        name: question.id,
        legend: question.text,
        value: sitting.exitAnswers[question.id],
        options: (question.options ?? []).map(option => ({ value: option, label: option })),
        onchange: value => sitting.exitAnswer(question.id, value),
      })
      : textArea({
        name: question.id,
        label: question.text,
        rows: 3,
        maxlength: 2000,
        value: sitting.exitAnswers[question.id],
        onchange: value => sitting.exitAnswer(question.id, value),
      }))}</section>`;
}
