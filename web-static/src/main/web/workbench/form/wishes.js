/** The fields of a wish, grouped from what everybody sets to what few need. */
import { LANGUAGES, t } from '../../core/i18n.js';
import { checkbox, choice, choices, html, more, numberField, textField } from '../../ui/index.js';

/** @typedef {import('./assemble.js').AssemblePage} AssemblePage */
/** @typedef {import('./api.js').Wishes} Wishes */

const LEVELS = /** @type {const} */ (['recall', 'application', 'analysis']);

/** @param {AssemblePage} page */
export function wishFields(page) {
  return html`
    <fieldset class="card stack"><legend>${t('form.wish.what')}</legend><div class="form-fields">
      ${count(page, 'forms', { min: 1, max: 6 })}
      ${textField({ name: 'code', label: t('form.wish.code'), hint: t('form.wish.codeHint'), required: true, value: page.wishes.code, maxlength: 37, error: page.error('/code'), onchange: code => page.wish({ code }) })}
      ${count(page, 'length', { min: 1, max: 1000 })}
      ${count(page, 'pilot', { min: 0, max: 300 })}
      ${count(page, 'common', { min: 0, max: page.wishes.length })}
      ${numberField({ name: 'minutes', label: t('form.time'), required: true, value: page.wishes.secondsAllowed / 60, min: 1, max: 2880, step: 1, onchange: value => page.wish({ secondsAllowed: Number(value) * 60 }) })}</div>
      ${choices({ name: 'languages', legend: t('form.languages'), inline: true, values: page.wishes.languages, options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), onchange: languages => page.wish({ languages: /** @type {Wishes['languages']} */ (languages) }) })}
    </fieldset>
    <fieldset class="card stack"><legend>${t('form.wish.content')}</legend>
      <p>${t('form.wish.domains')}</p>
      ${choice({ name: 'tasks', legend: t('form.wish.tasks'), value: page.wishes.tasks, options: ['exact', 'near', 'free'].map(value => ({ value, label: t(`form.wish.tasks.${value}`) })), onchange: tasks => page.wish({ tasks: /** @type {Wishes['tasks']} */ (tasks) }) })}
      ${LEVELS.map(level => levelFields(page, level))}
    </fieldset>
    <fieldset class="card stack"><legend>${t('form.wish.quality')}</legend>
      <div class="form-fields">${share(page, 'mean')}${share(page, 'deviation')}</div>
      ${toggle(page, 'evenKeys')}${toggle(page, 'withinTime')}${toggle(page, 'preferUnseen')}${toggle(page, 'scoreUntried')}${toggle(page, 'takeResting')}
    </fieldset>
    ${more(t('form.wish.more'), html`<div class="form-fields">
      ${optional(page, 'mostOfACase', 100)}${optional(page, 'mostWords', 1000000)}
      ${count(page, 'seed', { min: 1, max: 1000000 })}${count(page, 'seconds', { min: 5, max: 60 })}</div>
      ${page.earlier.map(form => overlapFields(page, form))}`)}`;
}

/** @param {AssemblePage} page @param {'forms' | 'length' | 'pilot' | 'common' | 'seed' | 'seconds'} name @param {{min: number, max: number}} bounds */
function count(page, name, bounds) {
  return numberField({ name, label: t(`form.wish.${name}`), required: true, value: page.wishes[name], step: 1, ...bounds, error: page.error(`/${name}`), onchange: value => page.wish({ [name]: Number(value) }) });
}

/** @param {AssemblePage} page @param {'mostOfACase' | 'mostWords'} name @param {number} max */
function optional(page, name, max) {
  return numberField({ name, label: t(`form.wish.${name}`), value: page.wishes[name] ?? null, min: 1, max, step: 1, onchange: value => page.wish({ [name]: value === '' ? undefined : Number(value) }) });
}

/** @param {AssemblePage} page @param {'mean' | 'deviation'} name */
function share(page, name) {
  const value = page.wishes.difficulty[name];
  return numberField({ name, label: t(`form.wish.${name}`), value: value ?? null, min: name === 'mean' ? 0.01 : 0, max: name === 'mean' ? 0.99 : 0.5, step: 0.01, onchange: typed => page.wish({ difficulty: { ...page.wishes.difficulty, [name]: typed === '' ? undefined : Number(typed) } }) });
}

/** @param {AssemblePage} page @param {'evenKeys' | 'withinTime' | 'preferUnseen' | 'scoreUntried' | 'takeResting'} name */
function toggle(page, name) {
  return checkbox({ name, label: t(`form.wish.${name}`), checked: page.wishes[name], onchange: checked => page.wish({ [name]: checked }) });
}

/** Empty means no limit. @param {AssemblePage} page @param {typeof LEVELS[number]} level */
function levelFields(page, level) {
  const set = page.wishes.levels.find(one => one.level === level);
  const bound = (/** @type {'min' | 'max'} */ end) => numberField({
    name: `${level}-${end}`, label: t(`form.wish.${end}`, { what: t(`form.level.${level}`) }), value: set?.[end] ?? null, min: 0, max: page.wishes.length, step: 1,
    onchange: value => page.wish({ levels: limited(page.wishes.levels, one => one.level === level, { level, min: 0, max: page.wishes.length }, end, value) }),
  });
  return html`<div class="form-fields">${bound('min')}${bound('max')}</div>`;
}

/** @param {AssemblePage} page @param {import('./api.js').Summary} form */
function overlapFields(page, form) {
  const set = page.wishes.overlaps.find(one => one.form === form.id);
  const bound = (/** @type {'min' | 'max'} */ end) => numberField({
    name: `${form.id}-${end}`, label: t(`form.wish.${end}`, { what: t('form.wish.shared', { code: form.code }) }), value: set?.[end] ?? null, min: 0, max: page.wishes.length, step: 1,
    onchange: value => page.wish({ overlaps: limited(page.wishes.overlaps, one => one.form === form.id, { form: form.id, min: 0, max: page.wishes.length }, end, value) }),
  });
  return html`<div class="form-fields">${bound('min')}${bound('max')}</div>`;
}

/**
 * A list of limits with one end of one of them changed; no limit is left where both ends are wide open.
 * @template {{min: number, max: number}} Limit
 * @param {Limit[]} all @param {(one: Limit) => boolean} which @param {Limit} open @param {'min' | 'max'} end @param {string} value
 */
function limited(all, which, open, end, value) {
  const now = { ...(all.find(which) ?? open), [end]: value === '' ? open[end] : Number(value) };
  const others = all.filter(one => !which(one));
  return now.min === open.min && now.max === open.max ? others : [...others, now];
}
