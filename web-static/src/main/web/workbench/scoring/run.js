import { dateTime, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole, person } from '../../core/session.js';
import { badge, button, html, linkButton, notice, nothing, pageHead, problemNotice, table, tabs, toast } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { listChanges, listKeyChanges, readRun, release, scoresFile, sign } from './api.js';
import { Figures } from './figures.js';
import { holdsView } from './holds.js';
import { itemsView, itemView } from './items.js';
import { change } from './keys.js';
import { overview } from './overview.js';
import { figureOf, standing, tone } from './words.js';

/** One run: what it found, what is held, what it changes, and its release. */
export class RunPage extends Page {
  shown = /** @type {import('./api.js').RunView} */ (/** @type {unknown} */ (undefined));
  figures = /** @type {Figures} */ (/** @type {unknown} */ (undefined));
  /** @type {import('./api.js').Change[]} */
  changes = [];
  /** @type {import('./api.js').KeyChange[]} */
  changesOfKeys = [];
  /** Held items whose particulars are open. @type {Set<string>} */
  opened = new Set();
  tab = 'overview';
  /** @type {import('../../ui/table.js').Sort | null} */
  sort = null;

  get title() {
    return this.shown ? t('scoring.run.title', { code: this.shown.formCode, number: this.shown.run.number }) : t('scoring.title');
  }

  get may() {
    return hasRole('certificationExpert');
  }

  async load() {
    await this.read();
    this.figures = new Figures(this.where.params.runId, () => this.change());
    if (this.where.query.get('item')) this.tab = 'items';
    else if (this.open.length) this.tab = 'holds';
    this.opened = new Set(this.shown.holds.filter(hold => !hold.decision).map(hold => hold.version));
  }

  async read() {
    const id = this.where.params.runId;
    [this.shown, this.changes] = await Promise.all([readRun(id), listChanges(id)]);
    this.changesOfKeys = this.may ? await listKeyChanges(this.shown.run.form) : [];
  }

  async renew() {
    await this.read();
    this.change();
  }

  get open() {
    return this.shown.holds.filter(hold => hold.decision?.verdict !== 'keep');
  }

  view() {
    const { run } = this.shown;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: run.reason, eyebrow: t('scoring.title'), actions: html`${badge(standing(run), tone(run))}${linkButton({ label: t('scoring.back'), href: `#/studies/${this.shown.study}/scoring` })}${hasRole('certificationExpert', 'auditor') ? linkButton({ label: t('scoring.csv'), href: scoresFile(run.id), icon: 'download' }) : nothing}` })}
      ${problemNotice(this.problem)}
      ${this.signing()}
      ${tabs({
        label: t('scoring.parts'),
        selected: this.tab,
        onselect: tab => this.change({ tab, sort: null }),
        tabs: [
          { id: 'overview', label: t('scoring.tab.overview'), content: () => overview(this.shown, this.figures) },
          { id: 'items', label: t('scoring.tab.items'), content: () => this.items() },
          { id: 'holds', label: t('scoring.tab.holds', { n: this.open.length }), content: () => holdsView(this) },
          { id: 'changes', label: t('scoring.tab.changes'), content: () => this.changed() },
          { id: 'record', label: t('scoring.tab.record'), content: () => this.record() },
        ],
      })}</div>`;
  }

  items() {
    const item = this.shown.items.find(one => one.version === this.where.query.get('item'));
    if (!item) return itemsView(this.shown, this.figures, { sort: this.sort, onsort: sort => this.change({ sort }) });
    return html`<div class="stack"><p><a href="#/studies/${this.shown.study}/scoring/runs/${this.shown.run.id}">${t('scoring.items.all')}</a></p>
      <h2>${item.position} · ${item.code}</h2>${itemView(item, this.figures)}
      ${this.may ? html`<div>${button({ label: t('scoring.hold.change'), describe: item.code, onclick: () => change(this, item) })}</div>` : nothing}</div>`;
  }

  /** What stands between the run and its release, and whose turn it is. */
  signing() {
    const { run, newest } = this.shown;
    if (run.released) return notice(t('scoring.released.by', { signer: run.signed?.name ?? '', name: run.released.name, at: dateTime(run.released.at) }), 'good');
    if (!newest) return notice(t('scoring.superseded'), 'warn');
    if (!run.cut) return nothing;
    if (this.open.length) return notice(t('scoring.open', { n: this.open.length }), 'warn');
    if (!this.may) return nothing;
    const mine = [run.signed?.person, run.made.person].includes(person()?.id);
    if (!run.signed) return html`<div class="card stack tight"><p>${t('scoring.sign.words')}</p><div>${button({ label: t('scoring.sign'), kind: 'primary', disabled: this.busy, onclick: () => this.sign() })}</div></div>`;
    return html`<div class="card stack tight"><p>${t('scoring.release.words', { name: run.signed.name, at: dateTime(run.signed.at) })}</p>
      ${mine ? html`<p class="soft">${t('scoring.release.notYou')}</p>` : html`<div>${button({ label: t('scoring.release'), kind: 'primary', disabled: this.busy, onclick: () => this.release() })}</div>`}</div>`;
  }

  sign() {
    return this.run(async () => {
      await sign(this.shown.run);
      await this.renew();
    });
  }

  release() {
    return this.run(async () => {
      await release(this.shown.run);
      await this.renew();
      progressed();
      toast(t('scoring.release.done'));
    });
  }

  changed() {
    if (this.changes.length === 0) return html`<p>${t('scoring.changed.none')}</p>`;
    const decisions = this.changes.filter(one => one.decisionChanged);
    return html`<div class="stack"><p>${t('scoring.changed.words', { n: this.changes.length })} ${t('scoring.changed.decisions', { n: decisions.length })}</p>${table({
      caption: t('scoring.changed.caption'),
      captionHidden: true,
      rows: [...decisions, ...this.changes.filter(one => !one.decisionChanged)].slice(0, 200),
      rowKey: row => row.sittingId,
      columns: [
        { key: 'sitting', label: t('scoring.sitting'), head: true, cell: row => html`<code>${row.sittingId.slice(0, 8)}</code>` },
        { key: 'before', label: t('scoring.before'), cell: row => result(row.before) },
        { key: 'after', label: t('scoring.after'), cell: row => result(row.after) },
        { key: 'decision', label: t('scoring.decision'), cell: row => (row.decisionChanged ? badge(t('scoring.decision.changed'), 'warn') : t('scoring.decision.same')) },
      ],
    })}</div>`;
  }

  record() {
    const { run } = this.shown;
    return html`<section class="card stack tight"><p>${t('scoring.record.words')}</p><dl class="pairs">
      <dt>${t('scoring.made')}</dt><dd>${run.made.name}, ${dateTime(run.made.at)}</dd>
      ${run.signed ? html`<dt>${t('scoring.signed')}</dt><dd>${run.signed.name}, ${dateTime(run.signed.at)}</dd>` : nothing}
      ${run.released ? html`<dt>${t('scoring.released')}</dt><dd>${run.released.name}, ${dateTime(run.released.at)}</dd>` : nothing}
      <dt>${t('scoring.record.form')}</dt><dd><code class="break">${run.formChecksum}</code></dd>
      <dt>${t('scoring.record.inputs')}</dt><dd><code class="break">${run.inputHash}</code></dd>
      <dt>${t('scoring.record.result')}</dt><dd><code class="break">${run.resultHash}</code></dd>
      <dt>${t('scoring.record.software')}</dt><dd>${run.software}</dd></dl></section>`;
  }
}

/** @param {import('./api.js').Result} one */
function result(one) {
  const words = one.passed === undefined ? '' : one.passed ? t('scoring.pass') : t('scoring.fail');
  return html`${figureOf(one.raw, Number.isInteger(one.raw) ? 0 : 2)} / ${figureOf(one.maximum, 0)}${one.scaled === undefined ? nothing : html` · ${one.scaled}`} ${words}`;
}
