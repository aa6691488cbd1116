/** The two signatures, and what comes after: who may do what, and what it fixes. */
import { date, t } from '../../core/i18n.js';
import { navigate } from '../../core/router.js';
import { hasRole, person } from '../../core/session.js';
import { ask, button, html, notice, nothing, openDialog, textArea, textField } from '../../ui/index.js';
import { createForm, propose, publish, reinstate, removeForm, retire } from './api.js';
import { formAddress } from './words.js';

/** @typedef {import('./api.js').Form} Form */
/** @typedef {import('./form.js').FormPage} FormPage */

/** @param {FormPage} page */
export function signing(page) {
  const { form } = page;
  return html`<section class="card stack tight"><h2>${t('form.signing')}</h2>
    ${history(form)}
    ${hasRole('certificationExpert') ? html`<div class="row">${actions(page)}</div>` : nothing}</section>`;
}

/** @param {Form} form */
function history(form) {
  const signed = (/** @type {string} */ key, /** @type {import('./api.js').Signature} */ one) => html`<p>${t(key, { name: one.name, date: date(one.at) })}</p>`;
  const own = form.proposed?.person === person()?.id;
  return html`
    ${form.state === 'draft' && !form.proposed ? html`<p>${t('form.signing.words')}</p>` : nothing}
    ${form.proposed ? signed('form.proposedBy', form.proposed) : nothing}
    ${form.deviation ? html`<p>${t('form.deviation', { why: form.deviation })}</p>` : nothing}
    ${form.published ? signed('form.publishedBy', form.published) : nothing}
    ${form.retired ? html`${signed('form.retiredBy', form.retired.signature)}<p>${form.retired.because}</p>` : nothing}
    ${form.checksum ? html`<p class="small soft break">${t('form.checksum')} <code>${form.checksum}</code></p>` : nothing}
    ${form.state === 'draft' && form.proposed && own ? notice(t('form.second'), 'info') : nothing}`;
}

/** @param {FormPage} page */
function actions(page) {
  const { form, busy } = page;
  if (form.state === 'published') return html`${copy(page)}${button({ label: t('form.retire'), kind: 'danger', disabled: busy, onclick: () => reasoned(page, 'retire', retire) })}`;
  if (form.state === 'retired') return html`${copy(page)}${button({ label: t('form.reinstate'), disabled: busy, onclick: () => reasoned(page, 'reinstate', reinstate) })}`;
  const own = form.proposed?.person === person()?.id;
  return html`${form.proposed
    ? button({ label: t('form.publish'), kind: 'primary', disabled: busy || own, onclick: () => publishIt(page) })
    : button({ label: t('form.propose'), kind: 'primary', disabled: busy || page.meter.problems.some(one => one.blocking), onclick: () => proposeIt(page) })}
    ${copy(page)}
    ${button({ label: t('form.remove'), kind: 'danger', disabled: busy, onclick: () => removeIt(page) })}`;
}

/** @param {FormPage} page */
function proposeIt(page) {
  const off = !page.meter.meetsBlueprint;
  return openDialog({
    title: t('form.propose'),
    confirm: t('form.propose'),
    body: problem => html`<div class="stack"><p>${t('form.propose.words')}</p>
      ${off ? textArea({ name: 'deviation', label: t('form.propose.why'), hint: t('form.propose.whyHint'), required: true, rows: 3, maxlength: 2000, error: problem?.field('/deviation') }) : nothing}</div>`,
    onconfirm: async ({ deviation }) => page.renew(await propose(page.form, deviation)),
  });
}

/** @param {FormPage} page */
function publishIt(page) {
  const { form, meter } = page;
  return ask({
    title: t('form.publish'),
    message: html`<div class="stack"><p>${t('form.publish.words', { scored: meter.scored, pilot: meter.pilot })}</p>
      <ul><li>${t('form.publish.items')}</li><li>${t('form.publish.parts')}</li><li>${t('form.publish.ever')}</li></ul>
      <p class="small soft break">${t('form.checksum')} <code>${form.checksum}</code></p></div>`,
    confirm: t('form.publish'),
    onconfirm: async () => page.renew(await publish(form)),
  });
}

/** @param {FormPage} page @param {'retire' | 'reinstate'} act @param {(form: Form, because: string) => Promise<Form>} does */
function reasoned(page, act, does) {
  return ask({
    title: t(`form.${act}`),
    message: html`<p>${t(`form.${act}.words`)}</p>`,
    confirm: t(`form.${act}`),
    danger: act === 'retire',
    reason: t('form.because'),
    onconfirm: async because => page.renew(await does(page.form, because)),
  });
}

/** A new form like this one; where this one was published, the new one may take its place. @param {FormPage} page */
function copy(page) {
  const { form, studyId } = page;
  const id = crypto.randomUUID();
  const replaces = form.state === 'draft' ? undefined : form.id;
  return button({
    label: replaces ? t('form.replace') : t('form.copy'),
    disabled: page.busy,
    onclick: () => openDialog({
      title: replaces ? t('form.replace') : t('form.copy'),
      confirm: t('form.begin'),
      body: problem => html`<div class="stack"><p>${t('form.copy.words', { code: form.code })}</p>${textField({ name: 'code', label: t('form.code'), required: true, maxlength: 40, error: problem?.field('/code') })}</div>`,
      onconfirm: async ({ code }) => {
        const made = await createForm(studyId, id, { code, languages: form.languages, like: form.id, ...(replaces ? { replaces } : {}) });
        navigate(formAddress(studyId, made.id).slice(1));
      },
    }),
  });
}

/** @param {FormPage} page */
function removeIt(page) {
  return ask({
    title: t('form.remove'),
    message: html`<p>${t('form.remove.words', { code: page.form.code })}</p>`,
    confirm: t('form.remove'),
    danger: true,
    onconfirm: async () => {
      await removeForm(page.form);
      navigate(`/studies/${page.studyId}/form`);
    },
  });
}
