import { LANGUAGES, date, t } from '../../../core/i18n.js';
import { ask, badge, button, empty, html, keyed, nothing, openDialog, repeat, textField, toast } from '../../../ui/index.js';
import { rich } from '../../../ui/rich.js';
import { assetFile } from '../api.js';
import { askForFormula, askForImage } from '../editing/insert.js';
import { richEditor } from '../editing/rich-editor.js';
import { spoken } from '../item/content.js';
import { lockStimulus, putStimulus } from './api.js';

/** @typedef {import('./library.js').LibraryPage} LibraryPage */
/** @typedef {import('./api.js').Stimulus} Stimulus */
/** @typedef {import('../api.js').Language} Language */

/** Cases that several items are about. @param {LibraryPage} page */
export function stimuliPart(page) {
  const add = page.mayWrite ? button({ label: t('itembank.stimuli.add'), icon: 'add', kind: 'primary', onclick: () => edit(page) }) : nothing;
  if (!page.stimuli.length) return empty({ title: t('itembank.stimuli.none'), text: t('itembank.stimuli.noneText'), action: add });
  return html`<div class="stack"><div>${add}</div>${repeat(page.stimuli, one => one.id, one => card(page, one))}</div>`;
}

/** @param {LibraryPage} page @param {Stimulus} one */
function card(page, one) {
  const languages = /** @type {Language[]} */ (Object.keys(one.text));
  const title = Object.values(one.title)[0] ?? '';
  return html`<section class="card stack" aria-labelledby="stimulus-${one.id}"><div class="row apart"><h2 id="stimulus-${one.id}">${title}</h2>
      <span class="row">${badge(t('itembank.versionNumber', { n: one.number }))}${one.locked ? badge(t('itembank.stimuli.locked'), 'good') : badge(t('itembank.stimuli.open'), 'info')}</span></div>
    <p class="soft small">${one.author}, ${date(one.writtenAt)}</p>
    <div class="grid two">${languages.map(language => html`<div lang=${language} class="rich">${rich(one.text[language] ?? '', assetFile)}</div>`)}</div>
    ${page.mayWrite ? html`<div class="row">${button({ label: one.locked ? t('itembank.stimuli.newVersion') : t('itembank.edit'), kind: 'quiet', describe: title, onclick: () => edit(page, one) })}
      ${one.locked ? nothing : button({ label: t('itembank.stimuli.lock'), kind: 'quiet', describe: title, onclick: () => lock(page, one) })}</div>` : nothing}</section>`;
}

/** @param {LibraryPage} page @param {Stimulus} one */
async function lock(page, one) {
  const done = await ask({ title: t('itembank.stimuli.lock'), message: html`<p>${t('itembank.stimuli.lockText')}</p>`, confirm: t('itembank.stimuli.lock'), onconfirm: () => lockStimulus(one) });
  if (done) await page.renew();
}

/** @param {LibraryPage} page @param {Stimulus} [one] */
async function edit(page, one) {
  const id = one?.stimulus ?? crypto.randomUUID();
  const draft = { title: one?.title ?? {}, text: one?.text ?? {} };
  const fields = (/** @type {Language} */ language, /** @type {import('../../../core/api.js').ApiError | null} */ problem, /** @type {() => void} */ redraw) => html`
    ${textField({ name: `title-${language}`, label: `${t('itembank.stimuli.title')} (${LANGUAGES[language]})`, maxlength: 200, value: draft.title[language] ?? '', error: problem?.field(`/title/${language}`), oninput: value => (draft.title = spoken(draft.title, language, value)) })}
    ${richEditor({
      id: `stimulus-text-${language}`, label: `${t('itembank.stimuli.text')} (${LANGUAGES[language]})`, value: draft.text[language] ?? '', lang: language, asset: assetFile, error: problem?.field(`/text/${language}`),
      oninput: value => (draft.text = spoken(draft.text, language, value)),
      onimage: insert => askForImage(page.assets, language, `#/studies/${page.study}/itembank/library`, text => { insert(text); redraw(); }),
      onformula: askForFormula,
    })}`;
  const done = await openDialog({
    title: one ? t('itembank.stimuli.edit') : t('itembank.stimuli.add'),
    confirm: t('itembank.save'),
    wide: true,
    body: (problem, redraw) => html`<div class="grid two">${/** @type {Language[]} */ (Object.keys(LANGUAGES)).map(language => keyed(language, html`<div class="stack">${fields(language, problem, redraw)}</div>`))}</div>`,
    onconfirm: () => putStimulus(page.study, id, { title: draft.title, text: draft.text }, one?.revision ?? 0),
  });
  if (!done) return;
  toast(t('itembank.saved'));
  await page.renew();
}
