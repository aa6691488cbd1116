import { date, number, t } from '../../core/i18n.js';
import { person } from '../../core/session.js';
import { ask, badge, button, choice, html, linkButton, notice, nothing, openDialog, stats, textArea, textField } from '../../ui/index.js';
import { adoptCut, archiveFile, listCuts, proposeCut, withdrawCut } from './api.js';
import { familyPart, impactWords } from './impact.js';
import { between, points } from './words.js';

/** @typedef {import('./panel.js').PanelPage} PanelPage */
/** @typedef {import('./api.js').Options} Options */
/** @typedef {import('./api.js').Decision} Decision */

/** What the panel recommends, what the board may choose, and what it decided. @param {PanelPage} page */
export function cutPart(page) {
  const { options, cuts } = page;
  if (!options) return nothing;
  const chooses = page.leads && cuts.every(one => one.adopted);
  return html`<div class="stack loose">
    ${stats([
      { label: t('standard.recommended'), value: points(options.recommended), note: t('standard.ofPoints', { all: options.maximum }) },
      { label: t('standard.error'), value: points(options.standardError), note: t('standard.notIndependent') },
      { label: t('standard.interval'), value: between(options) },
    ])}
    ${cuts.map(one => decision(page, one))}
    <section class="card stack"><h2>${t('standard.choose')}</h2><p>${t('standard.choose.words')}</p>${chooses ? semForm(page) : nothing}${impactWords(page)}
      ${options.families.map(family => familyPart(page, family, options))}
      ${chooses ? html`<div>${button({ label: t('standard.propose'), kind: cuts.length ? undefined : 'primary', disabled: page.busy, onclick: () => propose(page) })}</div>` : nothing}</section>
    <section class="card stack tight"><h2>${t('standard.archive')}</h2><p>${t('standard.archive.words')}</p>
      <div>${linkButton({ label: t('standard.archive.get'), href: archiveFile(page.setting.id), download: true })}</div></section>
  </div>`;
}

/** @param {PanelPage} page */
function semForm(page) {
  const use = async (/** @type {string} */ typed) => {
    page.sem = typed.replace(',', '.').trim();
    await page.run(() => page.renewOptions());
  };
  return textField({ name: 'sem', label: t('standard.sem'), hint: t('standard.sem.hint'), value: page.sem, maxlength: 12, onchange: use });
}

/** @param {PanelPage} page @param {Decision} one */
function decision(page, one) {
  const { terms } = one;
  const own = one.proposed.person === person()?.id;
  return html`<section class="card stack tight"><h2>${t('standard.rawOf', { raw: number(terms.raw), all: terms.maximum })}
      ${one.replacedAt ? badge(t('standard.replaced')) : one.adopted ? badge(t('standard.inForce'), 'good') : badge(t('standard.proposed'), 'info')}</h2>
    <p>${t('standard.decision', { cut: points(terms.recommended), moved: terms.multiple === 0 ? t('standard.notMoved') : t(`standard.decision.${terms.error}`, { n: number(terms.multiple) }) })}</p>
    ${terms.sem === undefined ? nothing : html`<p>${t('standard.decision.sem', { sem: points(terms.sem), source: terms.semSource ?? '' })}</p>`}
    <p class="as-written">${terms.reason}</p>
    <p>${t('standard.proposedBy', { name: one.proposed.name, date: date(one.proposed.at) })}</p>
    ${one.adopted ? html`<p>${t('standard.adoptedBy', { name: one.adopted.name, date: date(one.adopted.at) })}</p>` : nothing}
    <p class="small soft break">${t('standard.hash')} <code>${one.hash}</code></p>
    ${one.adopted || !page.leads ? nothing : html`${own ? notice(t('standard.second'), 'info') : nothing}
      <div class="row">${button({ label: t('standard.adopt'), kind: 'primary', disabled: page.busy || own, onclick: () => adopt(page, one) })}
        ${button({ label: t('standard.withdraw'), disabled: page.busy, onclick: () => withdraw(page) })}</div>`}</section>`;
}

/** @param {PanelPage} page */
async function renew(page) {
  page.change({ cuts: await listCuts(page.setting.id) });
}

/** @param {PanelPage} page */
function propose(page) {
  const id = crypto.randomUUID();
  const options = /** @type {Options} */ (page.options);
  let chosen = 'judgement 0';
  const all = options.families.flatMap(family => family.options.filter(one => one.possible && (one.multiple !== 0 || family.error === 'judgement')).map(one => ({
    value: `${family.error} ${one.multiple}`,
    label: t('standard.option', { raw: number(one.raw), all: options.maximum, moved: one.multiple === 0 ? t('standard.notMoved') : t(`standard.decision.${family.error}`, { n: number(one.multiple) }) }),
  })));
  return openDialog({
    title: t('standard.propose'),
    confirm: t('standard.propose'),
    body: (problem, redraw) => html`<div class="stack">
      ${choice({ name: 'option', legend: t('standard.option.legend'), required: true, value: chosen, options: all, onchange: value => { chosen = value; redraw(); } })}
      ${chosen.startsWith('judgement') ? nothing : textField({ name: 'semSource', label: t('standard.semSource'), required: true, maxlength: 500, error: problem?.field('/semSource') })}
      ${textArea({ name: 'reason', label: t('standard.reason'), hint: t('standard.reason.hint'), required: true, rows: 4, maxlength: 4000, error: problem?.field('/reason') })}</div>`,
    onconfirm: async ({ reason, semSource }) => {
      const [error, multiple] = chosen.split(' ');
      await proposeCut(page.setting.id, id, { error, multiple: Number(multiple), reason, ...(error === 'judgement' ? {} : { sem: Number(page.sem), semSource }) });
      await renew(page);
    },
  });
}

/** @param {PanelPage} page @param {Decision} one */
function adopt(page, one) {
  return ask({
    title: t('standard.adopt'),
    message: html`<p>${t('standard.adopt.words', { raw: number(one.terms.raw), all: one.terms.maximum })}</p>`,
    confirm: t('standard.adopt'),
    onconfirm: async () => {
      await adoptCut(one);
      await renew(page);
    },
  });
}

/** @param {PanelPage} page */
function withdraw(page) {
  return ask({
    title: t('standard.withdraw'),
    message: html`<p>${t('standard.withdraw.words')}</p>`,
    confirm: t('standard.withdraw'),
    onconfirm: async () => {
      await withdrawCut(page.setting.id);
      await renew(page);
    },
  });
}
