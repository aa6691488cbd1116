import { t } from '../../core/i18n.js';
import { choice, field, html, ifDefined, notice, numberField, openDialog, selectField, textField } from '../../ui/index.js';
import { planWindow } from './api.js';
import { reading, timeZones } from './when.js';

/** @typedef {import('./api.js').ExamWindow} ExamWindow */

/**
 * Plans a window, or plans it anew; once published its seats only.
 * @param {string} study @param {import('./api.js').FormSummary[]} forms @param {ExamWindow} [before]
 * @returns {Promise<string | null>} its id, where it was stored
 */
export async function planDialog(study, forms, before) {
  const id = before?.id ?? crypto.randomUUID();
  const draft = before ? planOf(before) : blank(study);
  const fixed = before?.state === 'published';
  const offered = forms.filter(one => one.state === 'published' || one.id === before?.form);
  const done = await openDialog({
    title: before ? t('candidacy.window.edit') : t('candidacy.window.new'),
    confirm: t('candidacy.save'),
    wide: true,
    body: problem => html`${fixed ? notice(t('candidacy.window.seatsOnly')) : ''}
      ${textField({ name: 'title', label: t('candidacy.window.title'), hint: t('candidacy.window.titleHint'), required: true, disabled: fixed, maxlength: 200, value: draft.title, error: problem?.field('/title'), oninput: title => (draft.title = title) })}
      ${selectField({ name: 'form', label: t('candidacy.exam.form'), disabled: fixed, value: draft.form ?? '', error: problem?.field('/form'), options: [{ value: '', label: t('candidacy.exam.later') }, ...offered.map(one => ({ value: one.id, label: one.code }))], onchange: form => (draft.form = form || undefined) })}
      <div class="grid">${clock('opens', t('candidacy.window.opens'), draft, fixed)}${clock('closes', t('candidacy.window.closes'), draft, fixed)}
        ${selectField({ name: 'timeZone', label: t('candidacy.window.zone'), required: true, disabled: fixed, value: draft.timeZone, options: timeZones().map(value => ({ value, label: value.replaceAll('_', ' ') })), onchange: timeZone => (draft.timeZone = timeZone) })}</div>
      ${choice({ name: 'lateRule', legend: t('candidacy.window.late'), required: true, value: draft.lateRule, options: ['full_time', 'until_window_end'].map(value => ({ value, label: t(`candidacy.late.${value}`), disabled: fixed })), onchange: lateRule => (draft.lateRule = lateRule) })}
      <div class="grid">${textField({ name: 'place', label: t('candidacy.window.place'), hint: t('candidacy.window.placeHint'), disabled: fixed, maxlength: 300, value: draft.place, oninput: place => (draft.place = place) })}
        ${textField({ name: 'room', label: t('candidacy.window.room'), disabled: fixed, maxlength: 100, value: draft.room, oninput: room => (draft.room = room) })}</div>
      <div class="grid">${numberField({ name: 'seats', label: t('candidacy.window.seats'), required: true, min: 1, max: 20000, step: 1, value: draft.seats, oninput: seats => (draft.seats = Number(seats)) })}
        ${numberField({ name: 'deadlineHours', label: t('candidacy.window.deadline'), hint: t('candidacy.window.deadlineHint'), required: true, disabled: fixed, min: 0, max: 8760, step: 1, unit: t('candidacy.window.hours'), value: draft.deadlineHours, oninput: hours => (draft.deadlineHours = Number(hours)) })}</div>`,
    onconfirm: () => planWindow(id, draft, before?.version ?? 0),
  });
  return done ? id : null;
}

/** A clock reading in the zone of the window. @param {'opens' | 'closes'} name @param {string} label @param {Record<string, any>} draft @param {boolean} disabled */
function clock(name, label, draft, disabled) {
  return field({ name, label, required: true }, ({ id, describedBy }) => html`<input class="input" type="datetime-local" id=${id} name=${name} required ?disabled=${disabled}
    .value=${draft[name]} aria-describedby=${ifDefined(describedBy)} @change=${(/** @type {Event} */ event) => (draft[name] = /** @type {HTMLInputElement} */ (event.target).value)}>`);
}

/** @param {ExamWindow} window */
function planOf({ study, form, title, opensAt, closesAt, timeZone, lateRule, place, room, deadlineHours, seats }) {
  return { study, form, title, opens: reading(opensAt, timeZone), closes: reading(closesAt, timeZone), timeZone, lateRule: /** @type {string} */ (lateRule), place, room, deadlineHours, seats };
}

/** @param {string} study */
function blank(study) {
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { study, form: /** @type {string | undefined} */ (undefined), title: '', opens: '', closes: '', timeZone, lateRule: 'full_time', place: '', room: '', deadlineHours: 48, seats: 20 };
}
