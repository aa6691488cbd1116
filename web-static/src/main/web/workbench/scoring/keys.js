/** What is changed about a key once the exam was given. */
import { t } from '../../core/i18n.js';
import { bound, choices, html, nothing, openDialog, selectField, textArea } from '../../ui/index.js';
import { decideHold, proposeKeyChange } from './api.js';

/** @typedef {import('./api.js').Item} Item */
/** @typedef {import('./api.js').RuleKind} RuleKind */
/** @typedef {import('./run.js').RunPage} RunPage */

/**
 * How further right answers are told, by type of item; of an order or of pairs they are not.
 * @typedef {{also: string[], words: string}} Draft
 * @type {Record<string, {input: (draft: Draft, options: import('../../ui/choice.js').Option[]) => unknown, responses: (draft: Draft) => unknown[]}>}
 */
const FURTHER = {
  single: { input: (draft, options) => ticks(draft, options, t('scoring.change.also')), responses: ({ also }) => also },
  multiple: { input: (draft, options) => ticks(draft, options, t('scoring.change.together')), responses: ({ also }) => (also.length ? [also.toSorted()] : []) },
  text: { input: lines, responses: written },
  numeric: { input: lines, responses: written },
};

/** @param {Draft} draft @param {import('../../ui/choice.js').Option[]} options @param {string} legend */
function ticks(draft, options, legend) {
  return choices({ name: 'also', legend, options, values: draft.also, onchange: values => { draft.also.splice(0, draft.also.length, ...values); } });
}

/** @param {Draft} draft */
function lines(draft) {
  return textArea({ ...bound(draft, 'words'), label: t('scoring.change.also'), hint: t('scoring.change.lines'), required: true, rows: 3, maxlength: 2000 });
}

/** @param {Draft} draft */
function written({ words }) {
  return words.split('\n').map(line => line.trim()).filter(Boolean);
}

/** Proposes another key, and says so at the held item. @param {RunPage} page @param {Item} item */
export function change(page, item) {
  const further = FURTHER[item.type];
  const right = item.type === 'single' ? [...alsoRight(page, item), ...item.choices.filter(one => one.key).map(one => one.id)] : [];
  const options = item.choices.filter(one => one.id.length === 1 && !right.includes(one.id)).map(one => ({ value: one.id, label: one.id.toUpperCase() }));
  const kinds = /** @type {RuleKind[]} */ (['also_right', 'credit_all', 'drop', 'as_written']).filter(kind => kind !== 'also_right' || further);
  const draft = { kind: String(kinds[0]), reason: '', also: [], words: '' };
  return openDialog({
    title: t('scoring.change.title', { code: item.code }),
    confirm: t('scoring.change.propose'),
    body: (problem, redraw) => html`<p>${t('scoring.change.words')}</p>
      ${selectField({ name: 'kind', label: t('scoring.change.kind'), required: true, value: draft.kind, options: kinds.map(kind => ({ value: kind, label: t(`scoring.rule.${kind}`) })), onchange: kind => { draft.kind = kind; redraw(); } })}
      ${draft.kind === 'also_right' ? further.input(draft, options) : nothing}
      ${textArea({ ...bound(draft, 'reason'), label: t('scoring.because'), required: true, rows: 3, maxlength: 2000, error: problem?.field('/reason') })}`,
    onconfirm: async () => {
      const { run, holds } = page.shown;
      const kind = /** @type {RuleKind} */ (draft.kind);
      await proposeKeyChange(run.form, item.version, kind, kind === 'also_right' ? further.responses(draft) : [], draft.reason);
      if (holds.some(hold => hold.version === item.version)) await decideHold(run.id, item.version, 'change', draft.reason);
      await page.renew();
    },
  });
}

/** Further right answers that hold now; a later one adds to them. @param {RunPage} page @param {Item} item @returns {unknown[]} */
const alsoRight = (page, item) => page.changesOfKeys.filter(one => one.version === item.version && one.decision?.agreed)
  .reduce((right, { rule }) => (rule.kind === 'also_right' ? [...right, ...rule.responses] : []), /** @type {unknown[]} */ ([]));

/** A response as people read it: letters of options large, options chosen together joined, words as written. @param {unknown} response @returns {string} */
export function responseWords(response) {
  if (Array.isArray(response)) return response.map(responseWords).join(' + ');
  if (response !== null && typeof response === 'object') return Object.entries(response).map(([prompt, option]) => `${prompt} → ${responseWords(option)}`).join(', ');
  return String(response).length === 1 ? String(response).toUpperCase() : String(response);
}
