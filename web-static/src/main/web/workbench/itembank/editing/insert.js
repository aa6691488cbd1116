/** Dialogs that put an image or a formula into a text. */
import { t } from '../../../core/i18n.js';
import { html, nothing, notice, openDialog, checkbox, textArea, textField } from '../../../ui/index.js';
import { built } from '../../../ui/rich.js';
import { assetFile } from '../api.js';
import { formula } from './formula.js';

/** @typedef {import('../library/api.js').Asset} Asset */
/** @typedef {import('../api.js').Language} Language */

/** @param {string} typed what an older formula was made from @param {(text: string) => void} insert */
export async function askForFormula(typed, insert) {
  const draft = { typed, block: false };
  /** @returns {string} */
  const made = () => (draft.typed.trim().startsWith('<math') ? draft.typed.trim() : formula(draft.typed, draft.block));
  const done = await openDialog({
    title: t('itembank.formula.title'),
    confirm: t('itembank.insert'),
    body: (_, redraw) => html`
      ${textArea({ name: 'typed', label: t('itembank.formula.typed'), hint: t('itembank.formula.hint'), rows: 2, maxlength: 4000, required: true, value: draft.typed, oninput: text => { draft.typed = text; redraw(); } })}
      ${checkbox({ name: 'block', label: t('itembank.formula.block'), checked: draft.block, onchange: block => { draft.block = block; redraw(); } })}
      <div class="card flat rich formula-shown" role="img" aria-label=${draft.typed || t('itembank.formula.empty')}>${draft.typed.trim() ? built(made(), () => '') : nothing}</div>`,
    onconfirm: async () => {},
  });
  if (done && draft.typed.trim()) insert(made());
}

/** @param {Asset[]} assets @param {Language} language @param {string} library address of the library @param {(text: string) => void} insert */
export async function askForImage(assets, language, library, insert) {
  const images = assets.filter(one => one.file);
  const draft = { asset: '', alt: '' };
  const done = await openDialog({
    title: t('itembank.image.title'),
    confirm: t('itembank.insert'),
    wide: true,
    body: (_, redraw) => html`
      ${images.length === 0 ? notice(html`<p>${t('itembank.image.none')}</p>`) : nothing}
      <p><a href=${library} target="_blank">${t('itembank.image.library')}</a></p>
      <fieldset class="field"><legend>${t('itembank.image.choose')}</legend><div class="asset-choices">${images.map(one => html`<label class="choice">
        <input type="radio" name="asset" value=${one.id} required .checked=${draft.asset === one.id} @change=${() => { draft.asset = one.id; draft.alt = one.alt[language] ?? ''; redraw(); }}>
        <span><img src=${assetFile(one.id)} alt="" loading="lazy"><span>${one.name}</span></span></label>`)}</div></fieldset>
      ${textField({ name: 'alt', label: t('itembank.image.alt'), hint: t('itembank.image.altHint'), required: true, maxlength: 500, value: draft.alt, oninput: alt => (draft.alt = alt) })}`,
    onconfirm: async () => {},
  });
  const chosen = images.find(one => one.id === draft.asset);
  if (!done || !chosen?.file || !draft.alt.trim()) return;
  insert(imageText(chosen.id, draft.alt.trim(), chosen.file));
}

/** @param {string} asset @param {string} alt @param {{width: number, height: number}} file */
function imageText(asset, alt, file) {
  const quoted = alt.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
  return `<img data-asset="${asset}" alt="${quoted}" width="${file.width}" height="${file.height}">`;
}
