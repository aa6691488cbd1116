import { LANGUAGES, number, t } from '../../../core/i18n.js';
import { badge, button, empty, html, nothing, openDialog, repeat, textField, toast } from '../../../ui/index.js';
import { assetFile } from '../api.js';
import { describeAsset, uploadAsset } from './api.js';

/** @typedef {import('./library.js').LibraryPage} LibraryPage */
/** @typedef {import('./api.js').Asset} Asset */
/** @typedef {import('../api.js').Language} Language */

const FILES = 'image/png,image/jpeg,image/webp,image/gif';

/** @param {LibraryPage} page */
export function assetsPart(page) {
  const add = page.mayWrite ? button({ label: t('itembank.assets.add'), icon: 'upload', kind: 'primary', onclick: () => edit(page) }) : nothing;
  if (!page.assets.length) return empty({ title: t('itembank.assets.none'), text: t('itembank.assets.noneText'), action: add });
  return html`<div class="stack"><div>${add}</div><ul class="assets">${repeat(page.assets, one => one.id, one => card(page, one))}</ul></div>`;
}

/** @param {LibraryPage} page @param {Asset} one */
function card(page, one) {
  const languages = /** @type {Language[]} */ (Object.keys(one.alt));
  return html`<li class="card flat stack tight">${one.file ? html`<img src=${assetFile(one.id)} alt=${one.alt[languages[0]] ?? ''} width=${one.file.width} height=${one.file.height} loading="lazy">` : badge(t('itembank.assets.noFile'), 'warn')}
    <h2>${one.name}</h2>
    <dl class="pairs">${languages.map(language => html`<dt>${t('itembank.image.alt')} (${LANGUAGES[language]})</dt><dd lang=${language}>${one.alt[language]}</dd>`)}
      <dt>${t('itembank.assets.licence')}</dt><dd>${one.licence}</dd><dt>${t('itembank.assets.source')}</dt><dd class="break">${one.source}</dd>
      ${one.file ? html`<dt>${t('itembank.assets.size')}</dt><dd>${number(one.file.width)} × ${number(one.file.height)}, ${t('itembank.assets.kilobytes', { n: Math.ceil(one.file.bytes / 1024) })}</dd>` : nothing}</dl>
    ${page.mayWrite ? html`<div>${button({ label: t('itembank.edit'), kind: 'quiet', describe: one.name, onclick: () => edit(page, one) })}</div>` : nothing}</li>`;
}

/** First the words, then the file: an image without words cannot be in the library. @param {LibraryPage} page @param {Asset} [asset] */
async function edit(page, asset) {
  const id = asset?.id ?? crypto.randomUUID();
  const words = { name: asset?.name ?? '', licence: asset?.licence ?? '', source: asset?.source ?? '', en: asset?.alt.en ?? '', es: asset?.alt.es ?? '' };
  let version = asset?.version ?? 0;
  /** @type {File | null} */
  let file = null;
  /** @param {'name' | 'licence' | 'source'} name @param {string} [hint] @param {import('../../../core/api.js').ApiError | null} [problem] */
  const text = (name, hint, problem) => textField({ name, label: t(`itembank.assets.${name}`), hint, required: true, maxlength: 500, value: words[name], error: problem?.field(`/${name}`), oninput: value => (words[name] = value) });
  const done = await openDialog({
    title: asset ? t('itembank.assets.edit') : t('itembank.assets.add'),
    confirm: t('itembank.save'),
    body: problem => html`
      ${asset?.file ? nothing : html`<div class="field"><label for="asset-file">${t('itembank.assets.file')}</label><span class="hint" id="asset-hint">${t('itembank.assets.fileHint')}</span>
        <input class="input" id="asset-file" type="file" accept=${FILES} required aria-describedby="asset-hint" @change=${(/** @type {Event} */ event) => (file = /** @type {HTMLInputElement} */ (event.target).files?.[0] ?? null)}></div>`}
      ${text('name', undefined, problem)}
      ${/** @type {Language[]} */ (Object.keys(LANGUAGES)).map(language => textField({ name: `alt-${language}`, label: `${t('itembank.image.alt')} (${LANGUAGES[language]})`, hint: t('itembank.image.altHint'), required: language === 'en' ? !words.es : !words.en, maxlength: 500, value: words[language], error: problem?.field('/alt') || problem?.field(`/alt/${language}`), oninput: value => (words[language] = value) }))}
      ${text('licence', t('itembank.assets.licenceHint'), problem)}${text('source', t('itembank.assets.sourceHint'), problem)}`,
    onconfirm: async () => {
      const alt = Object.fromEntries(Object.keys(LANGUAGES).map(one => [one, words[/** @type {Language} */ (one)].trim()]).filter(([, value]) => value));
      version = (await describeAsset(page.study, id, { name: words.name.trim(), licence: words.licence.trim(), source: words.source.trim(), alt }, version)).version;
      if (file) await uploadAsset(page.study, id, file);
    },
  });
  await page.renew();
  if (done) toast(t('itembank.saved'));
}
