import { LANGUAGES, language, t } from '../../core/i18n.js';
import { button, checkbox, html, linkButton, notice, nothing, numberField, problemNotice, textArea, textField, toast } from '../../ui/index.js';
import { listRequirements, putOpening, readOpening } from './api.js';
import { CandidacyPage } from './part.js';

/** @typedef {import('./api.js').Opening} Opening */

const BLANK = { open: false, introduction: {}, attestation: {}, contact: '', minimumAge: 18, authorisedDays: 365, attempts: 3, rules: [] };

/** The application page: what candidates read, and the rules they are held to. */
export class OpeningPage extends CandidacyPage {
  /** @type {Opening} */
  opening = /** @type {any} */ (undefined);
  version = 0;
  /** @type {{id: string, kind: string, text: string}[]} */
  requirements = [];

  get title() {
    return t('candidacy.title');
  }

  async load() {
    if (!this.may) return;
    const [{ version, ...stored }, requirements] = await Promise.all([readOpening(this.study), listRequirements(this.study)]);
    this.version = version;
    this.requirements = requirements;
    this.opening = structuredClone({ ...BLANK, ...stored });
    if (!version) this.opening.attestation = { [language()]: t('candidacy.page.attestationDefault') };
  }

  view() {
    if (!this.opening) return this.frame('/page', nothing);
    const { opening } = this;
    return this.frame('/page', html`${this.version ? this.#link() : notice(t('candidacy.page.none'))}
      <form class="stack loose" @submit=${this.#save}>
        <section class="card stack"><h2>${t('candidacy.page.words')}</h2>
          ${checkbox({ name: 'open', label: t('candidacy.page.open'), hint: t('candidacy.page.openHint'), checked: opening.open, onchange: open => this.#set({ open }) })}
          <div class="grid two">${this.#words('introduction', t('candidacy.page.introduction'))}</div>
          <div class="grid two">${this.#words('attestation', t('candidacy.page.attestation'))}</div>
          ${textField({ name: 'contact', label: t('candidacy.page.contact'), hint: t('candidacy.page.contactHint'), required: true, maxlength: 300, value: opening.contact, error: this.error('/contact'), oninput: contact => (opening.contact = contact) })}
        </section>
        <section class="card stack"><h2>${t('candidacy.page.rules')}</h2>
          <div class="grid">${this.#number('minimumAge', t('candidacy.page.minimumAge'), 0, 99, t('candidacy.page.years'))}
            ${this.#number('authorisedDays', t('candidacy.page.authorisedDays'), 1, 3650, t('candidacy.page.days'))}
            ${this.#number('attempts', t('candidacy.page.attempts'), 1, 20, t('candidacy.page.exams'))}</div>
          ${this.requirements.length ? this.requirements.map(requirement => this.#rule(requirement)) : notice(html`<p>${t('candidacy.page.noRequirements')}</p><div>${linkButton({ label: t('candidacy.page.toRequirements'), href: `#/studies/${this.study}/study?part=requirements` })}</div>`, 'warn')}
        </section>
        ${problemNotice(this.problem)}
        <div>${button({ label: t('candidacy.save'), kind: 'primary', disabled: this.busy })}</div>
      </form>`);
  }

  #link() {
    const link = new URL(`../candidate/#/programme/${this.study}`, location.href).href;
    return html`<section class="card stack tight"><h2>${t('candidacy.page.address')}</h2><p class="break"><code>${link}</code></p>
      <div class="row">${button({ label: t('core.copy'), icon: 'copy', describe: t('candidacy.page.address'), onclick: () => navigator.clipboard.writeText(link).then(() => toast(t('core.copied'))) })}
        <a class="button" href=${link} target="_blank" rel="noreferrer">${t('candidacy.page.see')}</a></div></section>`;
  }

  /** In each language. @param {'introduction' | 'attestation'} name @param {string} label */
  #words(name, label) {
    const words = /** @type {Record<string, string>} */ (this.opening[name]);
    return Object.entries(LANGUAGES).map(([code, known]) => textArea({ name: `${name}-${code}`, label: `${label} (${known})`, hint: t('candidacy.page.oneLanguage'), rows: 4, maxlength: 8000, value: words[code] ?? '', error: this.error(`/${name}/${code}`) || this.error(`/${name}`), oninput: text => (words[code] = text) }));
  }

  /** @param {'minimumAge' | 'authorisedDays' | 'attempts'} name @param {string} label @param {number} min @param {number} max @param {string} unit */
  #number(name, label, min, max, unit) {
    return numberField({ name, label, required: true, min, max, step: 1, unit, value: this.opening[name], error: this.error(`/${name}`), oninput: typed => (this.opening[name] = Number(typed)) });
  }

  /** @param {{id: string, text: string}} requirement */
  #rule({ id, text }) {
    const rule = this.opening.rules.find(one => one.requirement === id) ?? { requirement: id, leastHours: 0, documentNeeded: false };
    const set = (/** @type {object} */ change) => this.#set({ rules: [...this.opening.rules.filter(one => one.requirement !== id), { ...rule, ...change }] });
    return html`<fieldset class="rule"><legend class="strong">${text}</legend>
      ${numberField({ name: `hours-${id}`, label: t('candidacy.page.hours'), hint: t('candidacy.page.hoursHint'), required: true, min: 0, max: 100000, step: 1, value: rule.leastHours, oninput: typed => set({ leastHours: Number(typed) }) })}
      ${checkbox({ name: `document-${id}`, label: t('candidacy.page.document'), checked: rule.documentNeeded, onchange: documentNeeded => set({ documentNeeded }) })}</fieldset>`;
  }

  /** @param {Partial<Opening>} change */
  #set(change) {
    Object.assign(this.opening, change);
    this.change();
  }

  #save = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const known = new Set(this.requirements.map(requirement => requirement.id));
    const { introduction, attestation, rules } = this.opening;
    const wanted = { ...this.opening, introduction: written(introduction), attestation: written(attestation), rules: rules.filter(rule => known.has(rule.requirement)) };
    const done = await this.run(async () => ({ version: this.version } = await putOpening(this.study, wanted, this.version)));
    if (!done) return;
    toast(t('candidacy.saved'));
    scrollTo(0, 0);
  };
}

/** Without empty languages. @param {import('./api.js').Words} words */
export function written(words) {
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim()));
}
