/** The writer's page: what the item measures, what it asks, how it is answered, why, and how candidates see it. */
import { LANGUAGES, t } from '../../../core/i18n.js';
import { button, choice, html, keyed, notice, nothing, selectField, textArea } from '../../../ui/index.js';
import { assetFile } from '../api.js';
import { spoken, TYPES } from '../item/content.js';
import { preview } from '../item/preview.js';
import { answers } from './answers.js';
import { cellFields } from './cell.js';
import { conflictPart } from './conflict.js';
import { remarkList, summary } from './findings.js';
import { askForFormula, askForImage } from './insert.js';
import { referenceFields } from './references.js';
import { richEditor } from './rich-editor.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../api.js').Language} Language */
/** @typedef {import('../api.js').Localized} Localized */

/** @param {Desk} desk */
export function editor(desk) {
  if (desk.conflict) return conflictPart(desk, desk.conflict);
  return html`<div class="item-desk"><form class="stack loose" novalidate @submit=${(/** @type {Event} */ event) => save(desk, event)} @keydown=${(/** @type {KeyboardEvent} */ event) => saveByKey(desk, event)}>
      ${card('cell', cellFields(desk))}
      ${card('question', question(desk))}
      ${card('answers', answers(desk))}
      ${card('why', why(desk))}
      ${card('references', referenceFields(desk))}
      ${saveBar(desk)}
    </form>
    <aside class="stack item-beside" aria-label=${t('itembank.beside')}>${preview(desk)}${summary(desk)}</aside></div>`;
}

/** @param {string} name @param {unknown} content */
function card(name, content) {
  return html`<section class="card stack" aria-labelledby="card-${name}"><h2 id="card-${name}">${t(`itembank.card.${name}`)}</h2>${content}</section>`;
}

/** @param {Desk} desk */
function question(desk) {
  const { draft, page } = desk;
  return html`<div class="grid two">
      ${selectField({ name: 'type', label: t('itembank.type'), required: true, value: draft.content.type, options: TYPES.map(value => ({ value, label: t(`itembank.type.${value}`) })),
        onchange: type => desk.switchType(/** @type {import('../api.js').ItemType} */ (type)) })}
      ${selectField({ name: 'stimulus', label: t('itembank.stimulus'), value: draft.stimulus ?? '', error: page.error('/stimulus'), options: [{ value: '', label: t('itembank.stimulus.none') }, ...stimulusOptions(desk)],
        onchange: stimulus => desk.change({ stimulus: stimulus || undefined }) })}
    </div>
    ${choice({ name: 'languages', legend: t('itembank.languages'), inline: true, value: desk.languages.join(' '), options: [...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), { value: 'en es', label: t('itembank.languages.both') }],
      onchange: value => showLanguages(desk, /** @type {Language[]} */ (value.split(' '))) })}
    ${languageFields(desk, language => rich(desk, { name: 'stem', label: t('itembank.stem'), language, pointer: '/stem', text: draft.content.stem, set: stem => desk.changeContent({ stem }) }))}`;
}

/** @param {Desk} desk @param {Language[]} languages */
function showLanguages(desk, languages) {
  desk.languages = languages;
  if (!languages.includes(desk.seen.language)) desk.see(languages[0]);
  desk.page.change();
}

/** The newest cases; and the one taken, when there is a newer version of it. @param {Desk} desk */
function stimulusOptions({ page, draft }) {
  return page.stimuli.filter(one => page.newestStimuli.has(one.id) || one.id === draft.stimulus)
    .map(one => ({ value: one.id, label: t('itembank.stimulus.option', { title: one.title.en ?? one.title.es ?? '', n: one.number }) }));
}

/** @param {Desk} desk */
function why(desk) {
  const { rationale } = desk.draft.content;
  return languageFields(desk, language => textArea({ name: `rationale-${language}`, label: named(desk, t('itembank.rationale'), language), hint: t('itembank.rationaleHint'), neededTo: explainedWhole(desk.draft.content) ? t('itembank.neededToSend') : undefined, rows: 2, maxlength: 4000,
    value: rationale?.[language] ?? '', error: desk.error(`/rationale/${language}`) || desk.error('/rationale'), oninput: value => desk.changeContent({ rationale: spoken(rationale, language, value) }) }));
}

/** Options of a choice are explained each; other types as a whole. @param {import('../api.js').Content} content */
const explainedWhole = ({ type }) => type !== 'single' && type !== 'multiple';

/** @param {Desk} desk */
function saveBar(desk) {
  const { page, dirty } = desk;
  return html`<div class="card row item-save">
    ${button({ label: t('itembank.save'), kind: 'primary', disabled: page.busy || !dirty })}
    <span class="save-state ${dirty ? 'offline' : ''}" role="status">${dirty ? t('itembank.unsaved') : page.item ? t('itembank.allSaved') : t('itembank.nothingYet')}</span>
    ${dirty && page.item ? button({ label: t('itembank.discard'), kind: 'quiet', onclick: () => desk.discard() }) : nothing}
    ${page.item && !dirty ? button({ label: t('itembank.submit'), disabled: page.busy, onclick: () => page.submit() }) : nothing}</div>
    ${page.item ? nothing : notice(t('itembank.newHint'))}`;
}

/** @param {Desk} desk @param {Event} event */
function save(desk, event) {
  event.preventDefault();
  desk.save();
}

/** @param {Desk} desk @param {KeyboardEvent} event */
function saveByKey(desk, event) {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (desk.dirty) desk.save();
}

/** One field for each language shown, side by side where there is room. @param {Desk} desk @param {(language: Language) => unknown} each */
export function languageFields(desk, each) {
  return html`<div class="item-languages">${desk.languages.map(language => keyed(language, html`<div>${each(language)}</div>`))}</div>`;
}

/** A label; with the language where several are shown. @param {Desk} desk @param {string} label @param {Language} language */
export function named(desk, label, language) {
  return desk.languages.length > 1 ? `${label} (${LANGUAGES[language]})` : label;
}

/**
 * Formatted text in one language, with what is said about it below.
 * @param {Desk} desk
 * @param {{name: string, label: string, labelHidden?: boolean, language: Language, pointer: string, text: Localized, inline?: boolean, set: (text: Localized) => void}} field
 */
export function rich(desk, { name, label, labelHidden, language, pointer, text, inline, set }) {
  const { page } = desk;
  const at = `${pointer}/${language}`;
  const general = language === desk.languages[0] ? desk.remarks(pointer) : [];
  return richEditor({
    id: `e-${name}-${language}`,
    label: named(desk, label, language),
    labelHidden,
    value: text[language] ?? '',
    lang: language,
    asset: assetFile,
    inline,
    error: desk.error(at),
    below: remarkList([...general, ...desk.remarks(at)]),
    oninput: value => set(spoken(text, language, value)),
    onimage: insert => askForImage(page.assets, language, `#/studies/${page.study}/itembank/library`, insert),
    onformula: askForFormula,
  });
}
