/** How an item is answered and what the key is, type by type. */
import { t } from '../../../core/i18n.js';
import { letter } from '../../../ui/arrange.js';
import { button, checkbox, choice, html, live, nothing, repeat, selectField, textArea, textField } from '../../../ui/index.js';
import { plain } from '../../../ui/rich.js';
import { mixed, moved, PARTIAL, placedAt, spoken, withOption, withoutOption, withoutPrompt, withPrompt } from '../item/content.js';
import { languageFields, named, rich } from './editor.js';
import { remarkList } from './findings.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../api.js').Option} Option */

/** @param {Desk} desk */
export function answers(desk) {
  const { content } = desk.draft;
  return html`${byType(desk)}
    ${PARTIAL.includes(content.type) ? choice({ name: 'credit', legend: t('itembank.credit'), inline: true, value: content.credit ?? 'whole', options: ['whole', 'partial'].map(value => ({ value, label: t(`itembank.credit.${value}`) })),
      onchange: credit => desk.changeContent({ credit: /** @type {'whole' | 'partial'} */ (credit) }) }) : nothing}
    ${remarkList([...desk.remarks('/key'), ...desk.remarks('/options'), ...desk.remarks('')])}
    ${keyError(desk)}`;
}

/** @param {Desk} desk */
function keyError(desk) {
  const words = ['/key', '/options', '/prompts', ''].map(one => desk.error(one)).find(Boolean);
  return words ? html`<p class="error">${words}</p>` : nothing;
}

/** @param {Desk} desk */
function byType(desk) {
  switch (desk.draft.content.type) {
    case 'text':
      return accepted(desk);
    case 'numeric':
      return numeric(desk);
    case 'matching':
      return html`<h3>${t('itembank.targets')}</h3>${options(desk)}<h3>${t('itembank.prompts')}</h3>${prompts(desk)}`;
    default:
      return options(desk);
  }
}

/** @param {Desk} desk */
function options(desk) {
  const { content } = desk.draft;
  const all = content.options ?? [];
  return html`<p class="hint">${t(`itembank.optionsHint.${content.type}`)}</p>
    ${repeat(all, one => one.id, (one, at) => option(desk, one, at))}
    <div class="row">${button({ label: t('itembank.option.add'), icon: 'add', disabled: all.length >= 26, onclick: () => desk.change({ content: withOption(content) }) })}
      ${content.type === 'ordering' ? button({ label: t('itembank.option.mix'), onclick: () => desk.change({ content: mixed(content) }) }) : nothing}</div>`;
}

/** @param {Desk} desk @param {Option} one @param {number} at */
function option(desk, one, at) {
  const { content } = desk.draft;
  const all = content.options ?? [];
  const label = t('itembank.option', { letter: letter(at) });
  /** @param {Partial<Option>} fields */
  const set = fields => desk.changeContent({ options: all.with(at, { ...one, ...fields }) });
  /** @param {number} step */
  const move = step => desk.changeContent({ options: moved(all, at, step) });
  return html`<fieldset class="item-part stack tight ${inKey(content, one.id) ? 'in-key' : ''}"><legend>${label}</legend>
    ${keyMark(desk, one.id, label)}
    ${languageFields(desk, language => rich(desk, { name: `option-${one.id}`, label, labelHidden: desk.languages.length === 1, language, pointer: `/options/${at}/text`, text: one.text, inline: true, set: text => set({ text }) }))}
    ${choosable(content) ? languageFields(desk, language => textArea({ name: `why-${one.id}-${language}`, label: named(desk, t('itembank.option.why'), language), rows: 1, maxlength: 2000, neededTo: t('itembank.neededToSend'), value: one.rationale?.[language] ?? '',
      error: desk.error(`/options/${at}/rationale/${language}`) || desk.error(`/options/${at}/rationale`), oninput: value => set({ rationale: spoken(one.rationale, language, value) }) })) : nothing}
    <div class="row apart"><div class="row tools">
        ${step('↑', t('itembank.up', { what: label }), at === 0, () => move(-1))}${step('↓', t('itembank.down', { what: label }), at === all.length - 1, () => move(1))}
        ${button({ label: t('itembank.remove'), kind: 'quiet', describe: label, disabled: all.length <= 2, onclick: () => desk.change({ content: withoutOption(content, one.id) }) })}</div>
      ${choosable(content) ? checkbox({ name: `stays-${one.id}`, label: t('itembank.option.stays'), checked: one.stays ?? false, onchange: stays => set({ stays }) }) : nothing}</div>
  </fieldset>`;
}

/** @param {import('../api.js').Content} content */
const choosable = content => content.type === 'single' || content.type === 'multiple';

/** @param {import('../api.js').Content} content @param {string} id */
const inKey = (content, id) => content.key.options?.includes(id) ?? false;

/** What makes an option right: chosen, or in its place. @param {Desk} desk @param {string} id @param {string} label */
function keyMark(desk, id, label) {
  const { content } = desk.draft;
  const { options: keyed = [], order = [] } = content.key;
  if (content.type === 'ordering') {
    return selectField({ name: `place-${id}`, label: t('itembank.option.place'), required: true, value: String(order.indexOf(id) + 1), options: order.map((_, i) => ({ value: String(i + 1), label: String(i + 1) })),
      onchange: place => desk.change({ content: placedAt(content, id, Number(place)) }) });
  }
  if (!choosable(content)) return nothing;
  const single = content.type === 'single';
  const chosen = keyed.includes(id);
  const others = single ? [] : keyed.filter(other => other !== id);
  return html`<label class="choice plain"><input type=${single ? 'radio' : 'checkbox'} name="key" value=${id} .checked=${live(chosen)}
    @change=${() => desk.changeContent({ key: { options: chosen && !single ? others : [...others, id].toSorted() } })}><span>${t('itembank.option.key')}<span class="visually-hidden"> ${label}</span></span></label>`;
}

/** @param {Desk} desk */
function prompts(desk) {
  const { content } = desk.draft;
  const all = content.prompts ?? [];
  const pairs = content.key.pairs ?? {};
  const targets = (content.options ?? []).map((one, i) => ({ value: one.id, label: `${letter(i)} ${plain(one.text[desk.languages[0]] ?? '')}` }));
  return html`${repeat(all, one => one.id, (one, at) => {
      const label = t('itembank.prompt', { n: at + 1 });
      return html`<fieldset class="item-part stack tight"><legend>${label}</legend>
        ${languageFields(desk, language => rich(desk, { name: `prompt-${one.id}`, label, labelHidden: desk.languages.length === 1, language, pointer: `/prompts/${at}/text`, text: one.text, inline: true, set: text => desk.changeContent({ prompts: all.with(at, { ...one, text }) }) }))}
        ${selectField({ name: `target-${one.id}`, label: t('itembank.prompt.target'), required: true, value: pairs[one.id] ?? '', options: [{ value: '', label: t('itembank.choose') }, ...targets],
          onchange: target => desk.changeContent({ key: { pairs: paired(pairs, one.id, target) } }) })}
        <div>${button({ label: t('itembank.remove'), kind: 'quiet', describe: label, disabled: all.length <= 2, onclick: () => desk.change({ content: withoutPrompt(content, one.id) }) })}</div></fieldset>`;
    })}
    <div>${button({ label: t('itembank.prompt.add'), icon: 'add', disabled: all.length >= 26, onclick: () => desk.change({ content: withPrompt(content) }) })}</div>`;
}

/** A target belongs to one prompt. @param {Record<string, string>} pairs @param {string} prompt @param {string} target */
function paired(pairs, prompt, target) {
  const others = Object.entries(pairs).filter(([id, taken]) => id !== prompt && taken !== target);
  return Object.fromEntries(target ? [...others, [prompt, target]] : others);
}

/** @param {Desk} desk */
function accepted(desk) {
  const words = desk.draft.content.key.accepted ?? {};
  return languageFields(desk, language => textArea({ name: `accepted-${language}`, label: named(desk, t('itembank.accepted'), language), hint: t('itembank.acceptedHint'), required: true, rows: 3, maxlength: 5000,
    value: (words[language] ?? []).join('\n'), error: desk.error(`/key/accepted/${language}`),
    oninput: text => desk.changeContent({ key: { accepted: lines(words, language, text) } }) }));
}

/** @param {NonNullable<import('../api.js').Key['accepted']>} words @param {import('../api.js').Language} language @param {string} text */
function lines(words, language, text) {
  const { [language]: _, ...others } = words;
  return text ? { ...others, [language]: text.split('\n') } : others;
}

/** @param {Desk} desk */
function numeric(desk) {
  const { key, unit } = desk.draft.content;
  /** @param {'value' | 'tolerance'} name */
  const decimal = name => textField({ name, label: t(`itembank.numeric.${name}`), hint: t(`itembank.numericHint.${name}`), required: true, maxlength: 30, value: key[name] ?? '', error: desk.error(`/key/${name}`),
    oninput: text => desk.changeContent({ key: { ...key, [name]: text } }) });
  return html`<div class="grid two">${decimal('value')}${decimal('tolerance')}</div>
    ${languageFields(desk, language => textField({ name: `unit-${language}`, label: named(desk, t('itembank.unit'), language), maxlength: 40, value: unit?.[language] ?? '', oninput: text => desk.changeContent({ unit: spoken(unit, language, text) }) }))}`;
}

/** @param {string} sign @param {string} label @param {boolean} disabled @param {() => void} onclick */
function step(sign, label, disabled, onclick) {
  return html`<button type="button" class="button quiet icon" aria-label=${label} title=${label} ?disabled=${disabled} @click=${onclick}><span aria-hidden="true">${sign}</span></button>`;
}
