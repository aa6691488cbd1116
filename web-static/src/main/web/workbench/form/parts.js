/** What a candidate meets besides the questions, and how the sections are given. */
import { LANGUAGES, t } from '../../core/i18n.js';
import { badge, button, checkbox, choice, html, nothing, numberField, openDialog, textArea, textField } from '../../ui/index.js';
import { minutes } from './words.js';

/** @typedef {import('./form.js').FormPage} FormPage */
/** @typedef {import('./api.js').Part} Part */
/** @typedef {import('./api.js').Words} Words */

/** @param {FormPage} page */
export function partsPart(page) {
  const { form } = page;
  return html`<div class="stack">
    <div class="row apart"><p>${t('form.whole', { time: minutes(form.secondsAllowed), languages: form.languages.map(one => LANGUAGES[one]).join(', '), n: form.length })}</p>
      ${page.open ? button({ label: t('form.change'), disabled: page.busy, onclick: () => changeHead(page) }) : nothing}</div>
    <ol class="form-list stack">${form.parts.map((part, i) => html`<li class="card stack tight">
      <div class="row apart"><h3>${i + 1}. ${title(part)}</h3>${badge(t(`form.partKind.${part.kind}`))}</div>
      <p class="small soft">${summary(part)}</p>
      ${page.open ? html`<div class="row">${changes(page, part, i)}</div>` : nothing}</li>`)}</ol>
    ${page.open ? html`<div class="row">${button({ label: t('form.addSection'), disabled: page.busy, onclick: () => insert(page, newSection()) })}
      ${button({ label: t('form.addBreak'), disabled: page.busy, onclick: () => insert(page, { kind: 'break', seconds: 600, optional: true, stopsClock: true }) })}</div>` : nothing}
  </div>`;
}

/** @param {Words} words */
const said = words => words[/** @type {import('./api.js').Language} */ (document.documentElement.lang)] ?? Object.values(words)[0] ?? '';

/** @param {Part} part */
const title = part => (part.kind === 'break' ? t('form.break', { time: minutes(part.seconds) }) : said(part.title));

/** @param {Part} part */
function summary(part) {
  switch (part.kind) {
    case 'questions':
      return [
        t('form.section.items', { n: part.items.length }),
        part.seconds ? t('form.section.own', { time: minutes(part.seconds) }) : t('form.section.shared'),
        t(`form.navigation.${part.navigation}`),
        ...(part.shuffleItems ? [t('form.shuffledItems')] : []),
        ...(part.shuffleOptions ? [t('form.shuffledOptions')] : []),
      ].join(' · ');
    case 'break':
      return [part.optional ? t('form.break.optional') : t('form.break.must'), part.stopsClock ? t('form.break.stops') : t('form.break.runs')].join(' · ');
    case 'agreement':
      return t('form.agreement.version', { version: part.version });
    case 'tutorial':
      return t('form.tutorial.untimed');
    case 'exit':
      return t('form.exit.questions', { n: part.questions.length });
  }
}

/** @param {FormPage} page @param {Part} part @param {number} i */
function changes(page, part, i) {
  const describe = title(part);
  const movable = i > 0 && (part.kind === 'break' || part.kind === 'questions');
  const removable = part.kind !== 'questions' || page.form.parts.filter(one => one.kind === 'questions').length > 1;
  return html`${part.kind === 'exit' ? nothing : button({ label: t('form.change'), describe, kind: 'quiet', disabled: page.busy, onclick: () => changePart(page, part) })}
    ${movable ? button({ label: t('form.moveUp'), describe, kind: 'quiet', disabled: page.busy, onclick: () => page.save({ parts: page.form.parts.with(i - 1, part).with(i, page.form.parts[i - 1]) }) }) : nothing}
    ${removable ? button({ label: t('form.takeAway'), describe, kind: 'quiet', disabled: page.busy, onclick: () => page.save({ parts: page.form.parts.filter(one => one !== part) }) }) : nothing}`;
}

/** Before the exit questions. @param {FormPage} page @param {Part} part */
function insert(page, part) {
  const { parts } = page.form;
  const at = parts.at(-1)?.kind === 'exit' ? parts.length - 1 : parts.length;
  return page.save({ parts: parts.toSpliced(at, 0, part) });
}

/** @returns {import('./api.js').Section} */
function newSection() {
  const words = t('form.part.questions');
  return { kind: 'questions', number: 0, title: { en: words, es: words }, navigation: 'free', shuffleItems: true, shuffleOptions: true, items: [] };
}

/** @param {FormPage} page */
function changeHead(page) {
  const { form } = page;
  return openDialog({
    title: t('form.change'),
    confirm: t('form.save'),
    numbers: ['length', 'minutes'],
    body: problem => html`<div class="stack">
      ${textField({ name: 'code', label: t('form.code'), required: true, value: form.code, maxlength: 40, error: problem?.field('/code') })}
      ${numberField({ name: 'length', label: t('form.length'), required: true, value: form.length, min: 1, max: 1000, step: 1 })}
      ${numberField({ name: 'minutes', label: t('form.time'), required: true, value: form.secondsAllowed / 60, min: 1, max: 2880, step: 1 })}</div>`,
    onconfirm: ({ code, length, minutes: time }) => page.store({ code, length, secondsAllowed: time * 60 }),
  });
}

/** @param {FormPage} page @param {Part} part */
function changePart(page, part) {
  const fields = part.kind === 'questions' ? sectionFields(part) : part.kind === 'break' ? breakFields(part) : part.kind === 'exit' ? nothing : textFields(page, part);
  return openDialog({
    title: title(part),
    confirm: t('form.save'),
    numbers: ['minutes'],
    wide: true,
    body: () => html`<div class="stack">${fields}</div>`,
    onconfirm: values => page.store({ parts: page.form.parts.map(one => (one === part ? changed(page, part, values) : one)) }),
  });
}

/** @param {import('./api.js').Section} part */
function sectionFields(part) {
  return html`${numberField({ name: 'minutes', label: t('form.section.time'), hint: t('form.section.timeHint'), value: part.seconds ? part.seconds / 60 : null, min: 1, max: 2880, step: 1 })}
    ${choice({ name: 'navigation', legend: t('form.navigation'), value: part.navigation, options: ['free', 'linear'].map(value => ({ value, label: t(`form.navigation.${value}`) })) })}
    ${checkbox({ name: 'shuffleItems', label: t('form.shuffleItems'), checked: part.shuffleItems, hint: t('form.shuffleItems.hint') })}
    ${checkbox({ name: 'shuffleOptions', label: t('form.shuffleOptions'), checked: part.shuffleOptions, hint: t('form.shuffleOptions.hint') })}`;
}

/** @param {import('./api.js').Break} part */
function breakFields(part) {
  return html`${numberField({ name: 'minutes', label: t('form.break.time'), required: true, value: part.seconds / 60, min: 1, max: 240, step: 1 })}
    ${checkbox({ name: 'optional', label: t('form.break.optional'), checked: part.optional })}
    ${checkbox({ name: 'stopsClock', label: t('form.break.stops'), checked: part.stopsClock })}`;
}

/** @param {FormPage} page @param {import('./api.js').Agreement | import('./api.js').Tutorial} part */
function textFields(page, part) {
  return html`${page.form.languages.map(language => html`
      ${textField({ name: `title-${language}`, label: t('form.text.title', { language: LANGUAGES[language] }), required: true, value: part.title[language] ?? '', maxlength: 200 })}
      ${textArea({ name: `text-${language}`, label: t('form.text.text', { language: LANGUAGES[language] }), hint: t('form.text.hint'), required: true, rows: 8, value: part.text[language] ?? '', maxlength: 20000 })}`)}
    ${part.kind === 'agreement' ? textField({ name: 'version', label: t('form.agreement.which'), required: true, value: part.version, maxlength: 40 }) : nothing}`;
}

/** @param {FormPage} page @param {Part} part @param {Record<string, any>} values @returns {Part} */
function changed(page, part, values) {
  const words = (/** @type {string} */ name) => Object.fromEntries(page.form.languages.map(language => [language, values[`${name}-${language}`] ?? '']));
  switch (part.kind) {
    case 'questions': {
      const { seconds: _, ...rest } = part;
      return { ...rest, navigation: values.navigation, shuffleItems: 'shuffleItems' in values, shuffleOptions: 'shuffleOptions' in values, ...(values.minutes ? { seconds: values.minutes * 60 } : {}) };
    }
    case 'break':
      return { ...part, seconds: values.minutes * 60, optional: 'optional' in values, stopsClock: 'stopsClock' in values };
    case 'agreement':
      return { ...part, title: words('title'), text: words('text'), version: values.version };
    case 'tutorial':
      return { ...part, title: words('title'), text: words('text') };
    default:
      return part;
  }
}
