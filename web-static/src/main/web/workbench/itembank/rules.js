import { date, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { person } from '../../core/session.js';
import { ask, button, checkbox, html, nothing, numberField, openDialog, problemNotice, selectField, table, textArea, toast } from '../../ui/index.js';
import { declareTrainer, listItems, putBankRules, putSeparation, readBankRules, readSeparation, withdrawTrainer } from './api.js';
import { bankHead } from './frame.js';
import { listReviewers } from './review/api.js';
import { listWriters } from './writing/api.js';

/** When items rest, how many review them, and who is kept from their content. */
export class RulesPage extends Page {
  /** @type {import('./api.js').BankRules} */
  // @ts-expect-error set by load, before anything is drawn
  rules;
  version = 0;
  /** @type {import('./api.js').Separation} */
  // @ts-expect-error set by load, before anything is drawn
  separation;
  /** @type {{person: string, name: string}[]} */
  people = [];
  mayLead = false;

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.part.rules');
  }

  async load() {
    const { study } = this;
    [{ rules: this.rules, version: this.version }, this.separation, { mayLead: this.mayLead }] = await Promise.all([readBankRules(study), readSeparation(study), listItems(study)]);
    if (this.mayLead) this.people = byName(await Promise.all([listWriters(study), listReviewers(study)]));
  }

  view() {
    return html`<div class="stack loose">${bankHead(this.study, 'rules', { lead: t('itembank.rules.lead') })}
      ${problemNotice(this.problem)}${this.#thresholds()}${this.#separation()}</div>`;
  }

  #thresholds() {
    const { rules, mayLead } = this;
    /** @param {'exposureLimit' | 'pilotTarget' | 'lowestP' | 'highestP' | 'lowestRpb' | 'referenceNoticeDays'} name @param {{min: number, max: number, step?: number | 'any'}} bounds */
    const field = (name, bounds) => numberField({ name, label: t(`itembank.rules.${name}`), required: name !== 'exposureLimit', step: 1, ...bounds, disabled: !mayLead, value: rules[name] ?? '', error: this.error(`/${name}`),
      oninput: text => { this.rules = { ...rules, [name]: text === '' ? undefined : Number(text) }; this.change(); } });
    /** @param {'contentReview' | 'editorial' | 'fairnessReview'} name */
    const reviewers = name => numberField({ name, label: t(`itembank.rules.${name}`), required: true, min: name === 'contentReview' ? 2 : 1, max: 20, step: 1, disabled: !mayLead, value: rules.reviewers[name], error: this.error(`/reviewers/${name}`),
      oninput: text => { this.rules = { ...rules, reviewers: { ...rules.reviewers, [name]: Number(text) } }; this.change(); } });
    return html`<form class="card stack" @submit=${(/** @type {Event} */ event) => this.#save(event)} aria-labelledby="thresholds"><h2 id="thresholds">${t('itembank.rules.thresholds')}</h2>
      <div class="grid">${reviewers('contentReview')}${reviewers('editorial')}${reviewers('fairnessReview')}</div>
      <div class="grid">${field('pilotTarget', { min: 1, max: 100000 })}${field('exposureLimit', { min: 1, max: 10000000 })}${field('referenceNoticeDays', { min: 0, max: 3650 })}</div>
      <div class="grid">${field('lowestP', { min: 0, max: 1, step: 'any' })}${field('highestP', { min: 0, max: 1, step: 'any' })}${field('lowestRpb', { min: -1, max: 1, step: 'any' })}</div>
      <p class="soft small">${t('itembank.rules.hint')}</p>
      ${mayLead ? html`<div>${button({ label: t('itembank.save'), kind: 'primary', disabled: this.busy })}</div>` : nothing}</form>`;
  }

  /** @param {Event} event */
  async #save(event) {
    event.preventDefault();
    const stored = await this.run(async () => Object.assign(this, await putBankRules(this.study, this.rules, this.version)));
    if (stored) toast(t('itembank.saved'));
  }

  #separation() {
    const { barred, reason, trainers } = this.separation;
    return html`<section class="card stack" aria-labelledby="separation"><h2 id="separation">${t('itembank.separation')}</h2>
      <p>${t('itembank.separation.lead')}</p>
      <p><b>${barred ? t('itembank.separation.on') : t('itembank.separation.off')}</b> ${reason}</p>
      ${trainers.length ? table({
        caption: t('itembank.trainers'),
        rows: trainers,
        rowKey: one => one.person,
        columns: [
          { key: 'name', label: t('itembank.person'), head: true, cell: one => one.name },
          { key: 'since', label: t('itembank.since'), cell: one => date(one.since) },
          { key: 'note', label: t('itembank.note'), cell: one => one.note },
          ...(this.mayLead ? [{ key: 'act', label: t('itembank.acts'), cell: (/** @type {{person: string, name: string}} */ one) => one.person === person()?.id ? nothing : button({ label: t('itembank.trainers.withdraw'), kind: 'quiet', describe: one.name, onclick: () => this.#change(() => withdrawTrainer(this.study, one.person)) }) }] : []),
        ],
      }) : html`<p class="soft">${t('itembank.trainers.none')}</p>`}
      ${this.mayLead ? html`<div class="row">${button({ label: barred ? t('itembank.separation.lift') : t('itembank.separation.bar'), onclick: () => this.#switch() })}${button({ label: t('itembank.trainers.add'), icon: 'add', onclick: () => this.#declare() })}</div>` : nothing}</section>`;
  }

  #switch() {
    const { barred, version } = this.separation;
    return ask({
      title: barred ? t('itembank.separation.lift') : t('itembank.separation.bar'),
      message: html`<p>${t('itembank.separation.lead')}</p>`,
      reason: t('itembank.reason'),
      confirm: t('itembank.save'),
      onconfirm: reason => this.#store(() => putSeparation(this.study, { barred: !barred, reason }, version)),
    });
  }

  async #declare() {
    await openDialog({
      title: t('itembank.trainers.add'),
      confirm: t('itembank.save'),
      body: problem => html`${selectField({ name: 'person', label: t('itembank.person'), required: true, error: problem?.field('/person'), options: [{ value: '', label: t('itembank.choose') }, ...this.people.map(one => ({ value: one.person, label: one.name }))] })}
        ${textArea({ name: 'note', label: t('itembank.note'), hint: t('itembank.trainers.noteHint'), required: true, rows: 2, maxlength: 1000, error: problem?.field('/note') })}${checkbox({ name: 'sure', label: t('itembank.trainers.sure'), checked: false, required: true })}`,
      onconfirm: values => this.#store(() => declareTrainer(this.study, values.person, values.note)),
    });
  }

  /** @param {() => Promise<import('./api.js').Separation>} act */
  #change(act) {
    return this.run(() => this.#store(act));
  }

  /** @param {() => Promise<import('./api.js').Separation>} act */
  async #store(act) {
    this.change({ separation: await act() });
  }
}

/** Each person once, by name. @param {{person: string, name: string}[][]} lists */
function byName(lists) {
  return [...new Map(lists.flat().map(one => [one.person, one])).values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
