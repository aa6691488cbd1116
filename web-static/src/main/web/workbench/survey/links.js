import { t } from '../../core/i18n.js';
import { badge, button, checkbox, formValues, html, keyed, notice, nothing, table, textArea, toast } from '../../ui/index.js';
import { invite, listInvitations } from './api.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').PersonalLink} PersonalLink */

/** The open link, and personal ones: given out in one go, shown once. */
export class LinksPart {
  #page;
  /** @type {import('./api.js').Invitation[]} */
  #invitations = [];
  /** @type {PersonalLink[]} */
  #fresh = [];
  #byMail = false;
  #round = 0;

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
  }

  async load() {
    this.#invitations = await listInvitations(this.#page.id);
  }

  view() {
    return html`${this.#openLink()}${this.#form()}${this.#fresh.length ? this.#once() : nothing}
      ${this.#invitations.length ? this.#list() : nothing}`;
  }

  #openLink() {
    const { openLink } = this.#page.survey;
    if (!openLink) return nothing;
    const link = new URL(openLink, location.origin).href;
    return html`<section class="card stack"><h2>${t('survey.links.open')}</h2><p class="soft">${t('survey.links.openHint')}</p>
      <p class="break"><code>${link}</code></p><div>${copyButton(link)}</div></section>`;
  }

  #form() {
    return html`<section class="card stack"><h2>${t('survey.links.personal')}</h2><p class="soft">${t('survey.links.personalHint')}</p>
      ${keyed(this.#round, html`<form class="stack" @submit=${this.#invite}>
        ${textArea({ name: 'people', label: t('survey.links.people'), hint: t('survey.links.peopleHint'), required: true, rows: 6, error: this.#page.error('/people') })}
        ${checkbox({ name: 'byMail', label: t('survey.links.byMail'), hint: t('survey.links.byMailHint'), checked: this.#byMail, onchange: byMail => (this.#byMail = byMail) })}
        <div>${button({ label: t('survey.links.create'), kind: 'primary', disabled: this.#page.busy })}</div></form>`)}
    </section>`;
  }

  #once() {
    return notice(html`<p class="strong">${t('survey.links.once', { n: this.#fresh.length })}</p><p>${t('survey.links.onceHint')}</p>
      <div class="row">${button({ label: t('survey.links.download'), icon: 'download', kind: 'primary', onclick: () => download(this.#fresh) })}
        ${copyButton(csv(this.#fresh))}</div>`, 'warn');
  }

  #list() {
    return table({
      caption: t('survey.links.caption', { n: this.#invitations.length }),
      rows: this.#invitations,
      rowKey: row => row.id,
      columns: [
        { key: 'label', label: t('survey.links.label'), head: true, cell: row => row.label },
        { key: 'email', label: t('survey.links.email'), cell: row => row.email ?? '–' },
        { key: 'answered', label: t('survey.links.answered'), cell: row => (row.answered ? badge(t('survey.links.used'), 'good') : badge(t('survey.links.waiting'))) },
      ],
    });
  }

  #invite = async (/** @type {SubmitEvent} */ event) => {
    const people = peopleOf(formValues(event).people);
    const done = await this.#page.run(async () => {
      const links = await invite(this.#page.id, { people, byMail: this.#byMail });
      this.#fresh = links.filter(one => one.link);
      await this.load();
    });
    if (!done) return;
    this.#round++;
    this.#page.change();
    toast(this.#byMail ? t('survey.links.mailed', { n: people.length }) : t('survey.links.created', { n: people.length }));
  };
}

/** A line is a label; or a label and an address; or an address alone. @param {string} lines */
function peopleOf(lines) {
  return lines.split('\n').map(line => line.trim()).filter(Boolean).map(line => {
    const email = /[^\s,;<>]+@[^\s,;<>]+/.exec(line)?.[0];
    const label = line.replace(email ?? '', '').replace(/[\s,;<>]+$/, '').trim();
    return email ? { label: label || email, email } : { label };
  });
}

/** @param {PersonalLink[]} links */
function csv(links) {
  const cell = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
  return ['label,link', ...links.map(one => `${cell(one.label)},${cell(one.link ?? '')}`)].join('\r\n');
}

/** @param {PersonalLink[]} links */
function download(links) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([csv(links)], { type: 'text/csv' }));
  anchor.download = 'links.csv';
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

/** @param {string} words */
function copyButton(words) {
  return button({ label: t('core.copy'), icon: 'copy', onclick: () => navigator.clipboard.writeText(words).then(() => toast(t('core.copied'))) });
}
