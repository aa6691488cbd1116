import { date, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { ask, badge, button, checkbox, empty, FIRST_ROWS, html, linkButton, notice, nothing, numberField, openDialog, pageHead, problemNotice, table, textField } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { actOnCertificate, certificatePaper, issueCertificates, proposeCertificates, readRegistry, registryFile, withdrawCertificate } from './api.js';

/** @typedef {import('./api.js').Registry} Registry */
/** @typedef {import('./api.js').Entry} Entry */
/** @typedef {import('./api.js').Waiting} Waiting */

const MONTHS = 36;

const STATES = ['proposed', 'suspended', 'revoked', 'expired', 'active'];

/** As many as one request may name. */
const AT_ONCE = 1000;

/** Who passed and waits, and what became of each certificate. */
export class RegistryPage extends Page {
  /** @type {Registry} */
  registry = { waiting: [], certificates: [] };
  /** @type {Set<string>} */
  chosen = new Set();
  /** Rows drawn of who waits, and of the registry. */
  waitingShown = FIRST_ROWS;
  shown = FIRST_ROWS;
  words = '';
  /** @type {import('../../ui/table.js').Sort | null} */
  sort = null;

  get title() {
    return t('credential.title');
  }

  get may() {
    return hasRole('administrator', 'certificationExpert');
  }

  async load() {
    if (this.may) this.renew(await readRegistry(this.where.params.studyId));
  }

  /** @param {Registry} registry */
  renew(registry) {
    this.chosen = new Set();
    this.change({ registry });
    progressed();
  }

  view() {
    const { registry } = this;
    if (!this.may) return html`<div class="stack loose">${pageHead({ title: this.title })}${notice(t('credential.closed'))}</div>`;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('credential.lead'), actions: registry.certificates.some(one => one.issuedOn) ? linkButton({ label: t('credential.csv'), href: registryFile(this.where.params.studyId), icon: 'download' }) : nothing })}
      ${problemNotice(this.problem)}
      ${registry.waiting.length ? this.waiting() : nothing}
      ${registry.certificates.length ? this.certificates() : registry.waiting.length ? nothing : empty({ title: t('credential.none'), text: t('credential.none.text') })}
    </div>`;
  }

  waiting() {
    const free = this.registry.waiting.filter(one => !one.obstacle);
    return html`<section class="card stack"><h2>${t('credential.waiting')}</h2><p>${t('credential.waiting.words')}</p>
      ${table({
        caption: t('credential.waiting'), captionHidden: true, rows: this.registry.waiting, rowKey: one => one.sitting,
        shown: this.waitingShown, onmore: waitingShown => this.change({ waitingShown }),
        columns: [
          { key: 'name', label: t('credential.name'), head: true, cell: one => one.name },
          { key: 'sat', label: t('credential.sat'), cell: one => day(one.satOn) },
          { key: 'choose', label: t('credential.choose'), cell: one => (one.obstacle ? t(`credential.obstacle.${one.obstacle}`) : this.tick(one)) },
        ],
      })}
      <div class="row">${button({ label: t('credential.all'), disabled: this.busy || !free.length, onclick: () => this.change({ chosen: new Set(free.map(one => one.sitting)) }) })}
        ${button({ label: t('credential.propose', { n: this.chosen.size }), kind: 'primary', disabled: this.busy || this.chosen.size === 0, onclick: () => this.propose() })}</div></section>`;
  }

  /** @param {Waiting} one */
  tick(one) {
    return checkbox({ name: `choose-${one.sitting}`, label: html`<span class="visually-hidden">${one.name}</span>`, checked: this.chosen.has(one.sitting), onchange: checked => {
      if (checked) this.chosen.add(one.sitting);
      else this.chosen.delete(one.sitting);
      this.change();
    } });
  }

  propose() {
    return openDialog({
      title: t('credential.propose', { n: this.chosen.size }),
      confirm: t('credential.propose.confirm'),
      numbers: ['months'],
      body: problem => html`<div class="stack"><p>${t('credential.propose.words')}</p>
        ${numberField({ name: 'months', label: t('credential.months'), required: true, min: 1, max: 240, step: 1, value: MONTHS, error: problem?.field('/validMonths') })}</div>`,
      onconfirm: async ({ months }) => this.renew(await proposeCertificates(this.where.params.studyId, [...this.chosen], months)),
    });
  }

  certificates() {
    const issuable = this.registry.certificates.filter(one => one.status === 'proposed' && !one.ownProposal && !one.obstacle && one.passStands).slice(0, AT_ONCE);
    const rows = this.registry.certificates.filter(one => `${one.holder} ${one.number}`.toLowerCase().includes(this.words.toLowerCase().trim()));
    return html`<section class="stack"><h2>${t('credential.certificates')}</h2>
      ${issuable.length > 1 ? html`<div class="row">${button({ label: t('credential.issueAll', { n: issuable.length }), kind: 'primary', disabled: this.busy, onclick: () => this.issueAll(issuable) })}</div>` : nothing}
      ${this.registry.certificates.length > FIRST_ROWS ? textField({ name: 'words', label: t('credential.search'), type: 'search', required: true, value: this.words, oninput: words => this.change({ words }) }) : nothing}
      ${table({
        caption: t('credential.certificates'), captionHidden: true, rows, rowKey: one => one.id, sort: this.sort, onsort: sort => this.change({ sort }),
        shown: this.shown, onmore: shown => this.change({ shown }),
        columns: [
          { key: 'holder', label: t('credential.name'), head: true, sortBy: one => one.holder.toLowerCase(), cell: one => one.holder },
          { key: 'number', label: t('credential.number'), cell: one => (one.issuedOn ? html`<a class="nowrap" href="#/studies/${this.where.params.studyId}/lineage/certificates/${one.number}"><code>${one.number}</code></a>` : html`<code class="nowrap">${one.number}</code>`) },
          { key: 'status', label: t('credential.status'), sortBy: one => STATES.indexOf(one.status), cell: one => html`${badge(t(`credential.status.${one.status}`), one.status === 'active' ? 'good' : one.status === 'proposed' ? 'info' : 'bad')}${one.passStands ? nothing : html`<br><span class="small">${t('credential.noPass')}</span>`}` },
          { key: 'valid', label: t('credential.valid'), sortBy: one => one.expiresOn ?? '', cell: one => (one.issuedOn ? html`<span class="nowrap">${day(one.issuedOn)} –</span> <span class="nowrap">${day(one.expiresOn ?? '')}</span>` : t('credential.forMonths', { n: one.validMonths })) },
          { key: 'by', label: t('credential.by'), cell: one => html`${t('credential.proposedBy', { name: one.proposedBy })}${one.issuedBy ? html`<br>${t('credential.issuedBy', { name: one.issuedBy })}` : nothing}${one.acts.map(act => html`<br><span class="small soft">${t(`credential.done.${act.kind}`)} ${date(act.at)}, ${act.by}: ${act.reason}</span>`)}` },
          { key: 'acts', label: t('credential.acts'), cell: one => this.acts(one) },
        ],
      })}</section>`;
  }

  /** @param {Entry} certificate */
  issue({ id }) {
    return this.run(async () => this.renew(await issueCertificates(this.where.params.studyId, [id])));
  }

  /** @param {Entry[]} certificates */
  issueAll(certificates) {
    const label = t('credential.issueAll', { n: certificates.length });
    return ask({ title: label, message: html`<p>${t('credential.issueAll.words')}</p>`, confirm: t('credential.issue'), onconfirm: async () => this.renew(await issueCertificates(this.where.params.studyId, certificates.map(one => one.id))) });
  }

  /** @param {Entry} one */
  acts(one) {
    if (one.status === 'proposed') return html`<div class="row">${this.issuing(one)}${this.withdraw(one)}</div>`;
    if (one.status === 'revoked') return nothing;
    const held = one.status === 'suspended';
    return html`<div class="row tight acts">${held ? nothing : linkButton({ label: t('credential.print'), kind: 'quiet', describe: one.holder, href: certificatePaper(one.id), icon: 'download' })}${held ? this.act(one, 'reinstate') : this.act(one, 'suspend')}${this.act(one, 'revoke')}</div>`;
  }

  /** @param {Entry} one */
  issuing(one) {
    if (!one.passStands) return nothing;
    if (one.obstacle && !one.ownProposal) return html`<span>${t(`credential.obstacle.${one.obstacle}`)}</span>`;
    return one.ownProposal ? html`<span>${t('credential.second')}</span>` : button({ label: t('credential.issue'), describe: one.holder, kind: 'primary', disabled: this.busy, onclick: () => this.issue(one) });
  }

  /** @param {Entry} one */
  withdraw(one) {
    const label = t('credential.withdraw');
    return button({ label, describe: one.holder, disabled: this.busy, onclick: () => ask({
      title: label, message: html`<p>${t('credential.withdraw.words', { name: one.holder })}</p>`, confirm: label,
      onconfirm: async () => this.renew(await withdrawCertificate(one.id)),
    }) });
  }

  /** @param {Entry} one @param {import('./api.js').Act} kind */
  act(one, kind) {
    const label = t(`credential.act.${kind}`);
    return button({ label, kind: 'quiet', describe: one.holder, disabled: this.busy, onclick: () => ask({
      title: label, message: html`<p>${t(`credential.act.${kind}.words`, { name: one.holder })}</p>`, confirm: label, danger: kind !== 'reinstate', reason: t('credential.because'),
      onconfirm: async because => this.renew(await actOnCertificate(one.id, kind, because)),
    }) });
  }
}

/** A day without a time. @param {string} on */
const day = on => date(`${on}T12:00`);
