import { date, t } from '../../../core/i18n.js';
import { ask, badge, button, html, notice, nothing, repeat, selectField, textArea } from '../../../ui/index.js';
import { fieldName } from '../item/differences.js';
import { commentOnItem, resolveComment } from './api.js';
import { commentable } from './review.js';

/** @typedef {import('./review.js').ReviewPart} ReviewPart */
/** @typedef {import('./api.js').Review} Review */
/** @typedef {import('./api.js').Comment} Comment */

/** What is typed and not sent yet, by version. @type {Map<string, {id: string, text: string, pointer: string}>} */
const typed = new Map();

/** Comments on fields; each needs an answer before the item goes on. @param {ReviewPart} part @param {Review} review */
export function commentsPart(part, review) {
  const open = review.comments.filter(one => !one.resolution);
  const answered = review.comments.filter(one => one.resolution);
  return html`<section class="stack" aria-labelledby="comments"><h2 id="comments">${t('itembank.comments')}</h2>
    ${review.comments.length ? html`<ul class="comments">${repeat([...open, ...answered], one => one.id, one => comment(part, one, review.mine.mayResolve))}</ul>` : html`<p class="soft">${t('itembank.comments.none')}</p>`}
    ${review.mine.mayComment ? form(part, review) : nothing}</section>`;
}

/** @param {ReviewPart} part @param {Comment} one @param {boolean} mayResolve */
function comment(part, one, mayResolve) {
  return html`<li class="card flat stack tight"><div class="row apart"><span><b>${one.author.name}</b> <span class="soft small">${date(one.at)}${one.pointer ? html`, ${fieldName(one.pointer)}` : nothing}</span></span>
      ${one.resolution ? badge(t('itembank.comments.resolved'), 'good') : badge(t('itembank.comments.open'), 'warn')}</div>
    <p>${one.text}</p>
    ${one.resolution ? html`<p class="soft"><b>${one.resolution.by}</b>: ${one.resolution.answer}</p>` : !mayResolve ? nothing : html`<div>${button({ label: t('itembank.comments.answer'), kind: 'quiet', describe: one.text, onclick: () => answer(part, one) })}</div>`}</li>`;
}

/** @param {ReviewPart} part @param {Comment} one */
function answer(part, one) {
  return ask({
    title: t('itembank.comments.answer'),
    message: notice(html`<p>${one.text}</p>`),
    reason: t('itembank.comments.yourAnswer'),
    confirm: t('itembank.comments.resolve'),
    onconfirm: async words => part.take(await resolveComment(part.version.id, one.id, words)),
  });
}

/** @param {ReviewPart} part @param {Review} review */
function form(part, { version }) {
  const draft = typed.get(version.id) ?? { id: crypto.randomUUID(), text: '', pointer: '' };
  typed.set(version.id, draft);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.text.trim()) return;
    const sent = await part.act(() => commentOnItem(version.id, draft.id, { text: draft.text.trim(), ...(draft.pointer ? { pointer: draft.pointer } : {}) }));
    if (sent) typed.delete(version.id);
    part.page.change();
  };
  return html`<form class="stack" @submit=${send}>
    ${selectField({ name: 'pointer', label: t('itembank.comments.about'), value: draft.pointer, options: [{ value: '', label: t('itembank.comments.whole') }, ...commentable(version.content).map(value => ({ value, label: words(value) }))], onchange: pointer => (draft.pointer = pointer) })}
    ${textArea({ name: 'comment', label: t('itembank.comments.new'), required: true, rows: 2, maxlength: 2000, value: draft.text, error: part.page.error('/text'), oninput: text => (draft.text = text) })}
    <div>${button({ label: t('itembank.comments.send'), disabled: part.page.busy })}</div></form>`;
}

/** The name of a field as plain words, for a list to choose from. @param {string} pointer */
function words(pointer) {
  const [, list, at] = pointer.split('/');
  if (list === 'options') return t('itembank.option', { letter: String.fromCharCode(65 + Number(at)) });
  if (list === 'prompts') return t('itembank.prompt', { n: Number(at) + 1 });
  return `${t(`itembank.field.${list}`)}${at ? ` (${at})` : ''}`;
}
