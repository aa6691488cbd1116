import { list, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { button, choice, html, notice, nothing, openDialog, pageHead, table, textField, toast } from '../../ui/index.js';
import { invite, listPeople } from './api.js';

/** @typedef {import('./api.js').Person} Person */
/** @typedef {import('../../core/api.js').ApiError} ApiError */

/** @type {import('../../core/session.js').Role[]} */
const ROLES = ['sme', 'itemWriter', 'proctor', 'certificationExpert', 'auditor', 'administrator'];
/** What others than administrators may give out: where two people sign, nobody makes the second one. @type {import('../../core/session.js').Role[]} */
const FREE = ['sme'];

/** Who may do what, and the invitation of colleagues. */
export class PeoplePage extends Page {
  /** @type {Person[]} */
  people = [];
  /** @type {import('./api.js').Invitation | null} */
  invited = null;
  /** @type {import('../../ui/table.js').Sort} */
  sort = { key: 'name', direction: 'ascending' };

  get title() {
    return t('workbench.area.people');
  }

  async load() {
    this.people = await listPeople();
  }

  view() {
    const invitation = button({ label: t('workbench.people.invite'), kind: 'primary', icon: 'add', onclick: () => this.#invite() });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('workbench.people.lead'), actions: hasRole('administrator', 'certificationExpert') ? invitation : nothing })}
      ${this.invited ? invitationNotice(this.invited) : nothing}
      ${table({
        caption: t('workbench.people.caption', { n: this.people.length }),
        rows: this.people,
        rowKey: person => person.id,
        sort: this.sort,
        onsort: sort => this.change({ sort }),
        columns: [
          { key: 'name', label: t('workbench.people.name'), head: true, cell: person => person.name, sortBy: person => person.name },
          { key: 'email', label: t('workbench.people.email'), cell: person => html`<span class="break">${person.email}</span>`, sortBy: person => person.email },
          { key: 'roles', label: t('workbench.people.roles'), cell: person => list(person.roles.map(role => t(`core.role.${role}`))) },
        ],
      })}
    </div>`;
  }

  async #invite() {
    await openDialog({
      title: t('workbench.people.invite'),
      confirm: t('workbench.people.send'),
      body: invitationForm,
      onconfirm: async values => {
        const invited = await invite({ email: values.email, role: values.role });
        this.change({ invited });
        toast(t('workbench.people.invited', { email: invited.email }));
      },
    });
  }
}

/** @param {ApiError | null} problem */
function invitationForm(problem) {
  const roles = hasRole('administrator') ? ROLES : FREE;
  return html`
    ${textField({ name: 'email', label: t('workbench.people.email'), type: 'email', autocomplete: 'off', required: true, error: problem?.field('/email') })}
    ${choice({ name: 'role', legend: t('workbench.people.role'), required: true, error: problem?.field('/role'), options: roles.map(role => ({ value: role, label: t(`core.role.${role}`), hint: t(`workbench.people.may.${role}`) })) })}`;
}

/** The link is shown as well as mailed, for services that send no mail. @param {import('./api.js').Invitation} invitation */
function invitationNotice({ email, link }) {
  return notice(html`<p>${t('workbench.people.link', { email })}</p><p class="break"><code>${link}</code></p>
    <div>${button({ label: t('core.copy'), icon: 'copy', onclick: () => navigator.clipboard.writeText(link).then(() => toast(t('core.copied'))) })}</div>`, 'good');
}
