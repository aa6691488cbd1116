import { t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { badge, button, checkbox, html, linkButton, notice, nothing, table, textArea, toast } from '../../ui/index.js';
import { invite, listInvitations } from './api.js';
import { inviteesOf, linksFile } from './invitees.js';

/** @typedef {import('./survey.js').SurveyPage} SurveyPage */
/** @typedef {import('./api.js').PersonalLink} PersonalLink */

/** The open link, and personal ones: given out in one go, shown once. */
export class LinksPart {
  #page;
  /** @type {import('./api.js').Invitation[]} */
  #invitations = [];
  /** @type {PersonalLink[]} */
  #fresh = [];
  /** As typed or pasted. */
  #people = '';
  #byMail = true;
  #mailed = 0;

  /** @param {SurveyPage} page */
  constructor(page) {
    this.#page = page;
    addEventListener('beforeunload', event => this.#fresh.length && event.preventDefault(), { signal: page.left.signal });
  }

  async load() {
    this.#invitations = await listInvitations(this.#page.id);
  }

  view() {
    return html`${this.#fresh.length ? this.#once() : nothing}
      ${this.#mailed ? notice(html`<p>${t('survey.links.mailed', { n: this.#mailed })}</p>${hasRole('administrator') ? html`<div>${linkButton({ label: t('survey.links.outbox'), href: '#/outbox' })}</div>` : nothing}`, 'good') : nothing}
      ${this.#form()}${this.#openLink()}
      ${this.#invitations.length ? this.#list() : nothing}`;
  }

  #openLink() {
    const { openLink } = this.#page.survey;
    const link = openLink ? new URL(openLink, location.origin).href : '';
    return html`<section class="card stack"><h2>${t('survey.links.open')}</h2>
      ${link ? html`<p class="soft">${t('survey.links.openHint')}</p><p class="break"><code>${link}</code></p>
        <div class="row">${copyButton(t('survey.links.copyOpen'), link)}<a class="button" href=${link} target="_blank" rel="noreferrer">${t('survey.links.see')}</a></div>
        <p class="small soft">${t('survey.links.seeNote')}</p>` : html`<p class="soft">${t('survey.links.noOpen')}</p>`}</section>`;
  }

  #form() {
    const people = inviteesOf(this.#people);
    const n = people.filter(one => one.email).length;
    return html`<section class="card stack"><h2>${t('survey.links.personal')}</h2><p class="soft">${t('survey.links.personalHint')}</p>
      <form class="stack" @submit=${this.#invite}>
        ${textArea({ name: 'people', label: t('survey.links.people'), hint: t('survey.links.peopleHint'), required: true, rows: 6, value: this.#people, error: this.#page.error('/people'), oninput: words => ((this.#people = words), this.#page.change()) })}
        ${n ? checkbox({ name: 'byMail', label: t('survey.links.byMail', { n }), hint: t('survey.links.byMailHint'), checked: this.#byMail, onchange: byMail => ((this.#byMail = byMail), this.#page.change()) }) : nothing}
        <div class="row">${button({ label: t('survey.links.create'), kind: 'primary', disabled: this.#page.busy })}${people.length ? html`<span class="soft small">${t('survey.links.count', { n: people.length })}</span>` : nothing}</div></form>
    </section>`;
  }

  #once() {
    return html`<section class="card stack" aria-labelledby="links-once"><h2 id="links-once">${t('survey.links.once', { n: this.#fresh.length })}</h2>
      ${notice(t('survey.links.onceHint'), 'warn')}
      <div class="row">${button({ label: t('survey.links.download'), icon: 'download', kind: 'primary', onclick: () => download(this.#fresh) })}
        ${copyButton(t('survey.links.copyAll'), this.#fresh.map(one => `${one.label}\t${one.link}`).join('\n'))}
        ${button({ label: t('survey.links.kept'), onclick: () => ((this.#fresh = []), this.#page.change()) })}</div>
      ${table({
        caption: t('survey.links.personal'),
        captionHidden: true,
        rows: this.#fresh,
        rowKey: row => row.link ?? '',
        columns: [
          { key: 'label', label: t('survey.links.label'), head: true, cell: row => row.label },
          { key: 'link', label: t('survey.links.link'), cell: row => html`<code class="break">${row.link}</code>` },
        ],
      })}</section>`;
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

  /** Links to mail and links to show; whoever has one is no longer in the field. */
  #invite = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { id } = this.#page;
    const people = inviteesOf(this.#people);
    const mailed = people.filter(one => this.#byMail && one.email);
    const shown = people.filter(one => !mailed.includes(one));
    const done = await this.#page.run(async () => {
      if (shown.length) this.#fresh = [...(await invite(id, { people: shown, byMail: false })), ...this.#fresh];
      this.#people = mailed.map(one => `${one.label}; ${one.email}`).join('\n');
      if (mailed.length) this.#mailed += (await invite(id, { people: mailed, byMail: true })).length;
      this.#people = '';
      await this.load();
    });
    if (done) toast(t('survey.links.created', { n: people.length }));
  };
}

/** @param {PersonalLink[]} links */
function download(links) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(linksFile(links));
  anchor.download = 'links.csv';
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

/** @param {string} label @param {string} words */
function copyButton(label, words) {
  return button({ label, icon: 'copy', onclick: () => navigator.clipboard.writeText(words).then(() => toast(t('core.copied'))) });
}
