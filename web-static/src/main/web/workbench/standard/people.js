import { date, t } from '../../core/i18n.js';
import { ask, badge, button, empty, html, nothing, openDialog, selectField, table, textArea, textField } from '../../ui/index.js';
import { dismiss, listEligible, putPanelist } from './api.js';

/** @typedef {import('./panel.js').PanelPage} PanelPage */
/** @typedef {import('./api.js').Member} Member */

/** Who sits on the panel, and how far each is. @param {PanelPage} page */
export function people(page) {
  const { setting } = page;
  const asks = page.leads && setting.state === 'preparing';
  return html`<div class="stack">
    ${setting.panel.length ? list(page) : empty({ title: t('standard.people.none'), text: t('standard.people.none.text'), icon: 'people' })}
    ${asks ? html`<div>${button({ label: t('standard.ask'), onclick: () => invite(page) })}</div>` : nothing}</div>`;
}

/** @param {PanelPage} page */
function list(page) {
  const { setting } = page;
  return table({
    caption: t('standard.part.people'), captionHidden: true, rows: setting.panel, rowKey: one => one.panelist.person,
    columns: [
      { key: 'name', label: t('standard.name'), head: true, cell: one => one.name },
      { key: 'position', label: t('standard.position'), cell: one => one.panelist.position },
      { key: 'trained', label: t('standard.training'), cell: one => (one.panelist.trainedOn ? html`${day(one.panelist.trainedOn)}<br><span class="small soft">${one.panelist.training}</span>` : badge(t('standard.missing'), 'warn')) },
      { key: 'promise', label: t('standard.promise'), cell: one => (one.panelist.promise ? date(one.panelist.promise.at) : badge(t('standard.missing'), 'warn')) },
      { key: 'sat', label: t('standard.sat'), cell: one => (one.panelist.satAt ? date(one.panelist.satAt) : t('standard.answered', { n: one.answered, all: setting.items.length })) },
      { key: 'round', label: t('standard.now'), cell: one => standing(page, one) },
      ...(page.leads && setting.state !== 'locked' ? [{ key: 'acts', label: t('standard.acts'), cell: (/** @type {Member} */ one) => acts(page, one) }] : []),
    ],
  });
}

/** A day without a time. @param {string} on */
const day = on => date(`${on}T12:00`);

/** How far somebody is in the open round; of their ratings nothing. @param {PanelPage} page @param {Member} one */
function standing({ setting }, one) {
  if (one.panelist.left) return html`${badge(t('standard.left'))}<br><span class="small soft">${one.panelist.left.because}</span>`;
  const open = setting.held.find(round => !round.closedAt);
  const own = open?.progress.find(line => line.person === one.panelist.person);
  if (!own) return one.panelist.satAt && one.panelist.promise && one.panelist.trainedOn ? badge(t('standard.ready'), 'good') : badge(t('standard.notReady'));
  return own.handedInAt ? badge(t('standard.handedIn'), 'good') : t('standard.ratedOf', { n: own.rated, all: setting.items.length });
}

/** @param {PanelPage} page @param {Member} one */
function acts(page, one) {
  if (one.panelist.left) return nothing;
  return html`<div class="row">${button({ label: t('standard.edit'), describe: one.name, disabled: page.busy, onclick: () => edit(page, one) })}
    ${button({ label: t('standard.leave'), describe: one.name, disabled: page.busy, onclick: () => ask({
      title: t('standard.leave'), message: html`<p>${t('standard.leave.words', { name: one.name })}</p>`, confirm: t('standard.leave'), danger: true, reason: t('standard.because'),
      onconfirm: async because => page.renew(await dismiss(page.setting.id, one.panelist.person, because)),
    }) })}</div>`;
}

/** @param {PanelPage} page */
async function invite(page) {
  const known = new Set(page.setting.panel.map(one => one.panelist.person));
  const eligible = (await listEligible(page.setting.study)).filter(one => !known.has(one.id) && one.id !== page.setting.began.person);
  await openDialog({
    title: t('standard.ask'),
    confirm: t('standard.ask'),
    body: problem => html`<div class="stack"><p>${eligible.length ? t('standard.ask.words') : t('standard.ask.nobody')}</p>
      ${selectField({ name: 'person', label: t('standard.name'), required: true, options: eligible.map(one => ({ value: one.id, label: `${one.name} (${one.email})` })) })}
      ${fields(problem)}</div>`,
    onconfirm: async ({ person, ...input }) => page.renew(await putPanelist(page.setting.id, person, input)),
  });
}

/** @param {PanelPage} page @param {Member} one */
function edit(page, { name, panelist }) {
  return openDialog({
    title: name,
    confirm: t('standard.save'),
    body: problem => html`<div class="stack">${fields(problem, panelist)}</div>`,
    onconfirm: async input => page.renew(await putPanelist(page.setting.id, panelist.person, input)),
  });
}

/** @param {import('../../core/api.js').ApiError | null} problem @param {Partial<import('./api.js').Panelist>} [known] */
function fields(problem, known = {}) {
  return html`${textField({ name: 'position', label: t('standard.position'), hint: t('standard.position.hint'), required: true, maxlength: 200, value: known.position, error: problem?.field('/position') })}
    ${textField({ name: 'trainedOn', type: 'date', label: t('standard.trainedOn'), value: known.trainedOn, error: problem?.field('/trainedOn') })}
    ${textArea({ name: 'training', label: t('standard.training'), hint: t('standard.training.hint'), rows: 2, maxlength: 1000, value: known.training, error: problem?.field('/training') })}`;
}
