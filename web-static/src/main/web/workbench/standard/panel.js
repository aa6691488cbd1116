import { date, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole, person } from '../../core/session.js';
import { ask, button, html, more, notice, nothing, pageHead, problemNotice, tabs } from '../../ui/index.js';
import { progressed } from '../shell.js';
import { closeRound, listCuts, lockRatings, openRound, readOptions, readSetting } from './api.js';
import { cutPart } from './cut.js';
import { fetchImpact } from './impact.js';
import { people } from './people.js';
import { RoundPictures, rounds } from './rounds.js';
import { stateBadge } from './words.js';

/** @typedef {import('./api.js').Setting} Setting */

/** A panel for those who lead or watch it. */
export class PanelPage extends Page {
  /** @type {Setting} */
  setting = /** @type {any} */ (null);
  /** @type {import('./api.js').Options | null} */
  options = null;
  /** @type {import('./api.js').Decision[]} */
  cuts = [];
  /** @type {Awaited<ReturnType<typeof fetchImpact>> | null} */
  impact = null;
  pictures = new RoundPictures(this);
  sem = '';
  part = '';

  get title() {
    return t('standard.panelOf', { code: this.setting?.formCode ?? '' });
  }

  get leads() {
    return hasRole('certificationExpert') && !this.setting.panel.some(one => one.panelist.person === person()?.id);
  }

  async load() {
    await this.renew(await readSetting(this.where.params.settingId));
    this.part ||= this.setting.state === 'locked' ? 'cut' : this.setting.held.some(one => one.result) ? 'rounds' : 'people';
  }

  /** @param {Setting} setting */
  async renew(setting) {
    if (setting.state === 'locked') {
      this.cuts = await listCuts(setting.id);
      this.sem ||= String(this.cuts[0]?.terms.sem ?? '');
      await this.renewOptions(setting.id);
    }
    await this.pictures.load(setting);
    this.change({ setting });
    progressed();
  }

  /** What the board may choose from, and what each would mean. */
  async renewOptions(id = this.setting.id) {
    [this.options, this.impact] = await Promise.all([readOptions(id, this.sem), fetchImpact(id, this.sem)]);
  }

  view() {
    const { setting } = this;
    /** @type {{id: string, label: string, content: () => unknown}[]} */
    const parts = [{ id: 'people', label: t('standard.part.people'), content: () => people(this) }];
    if (setting.held.length) parts.push({ id: 'rounds', label: t('standard.part.rounds'), content: () => rounds(this) });
    if (setting.state === 'locked') parts.push({ id: 'cut', label: t('standard.part.cut'), content: () => cutPart(this) });
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('standard.title'), lead: html`${stateBadge(setting.state)} ${t(`standard.method.${setting.method}`)}`, actions: this.leads ? this.next() : nothing })}
      ${problemNotice(this.problem)}
      ${setting.state === 'judging' ? notice(t('standard.sealed')) : nothing}
      <section class="card stack tight"><h2>${t('standard.candidate')}</h2><p class="as-written">${setting.candidate.text}</p></section>
      ${tabs({ label: t('standard.parts'), tabs: parts, selected: this.part, onselect: part => this.change({ part }) })}
      ${more(t('standard.about'), html`<p>${t('standard.begunBy', { name: setting.began.name, date: date(setting.began.at) })}</p>
        ${setting.locked ? html`<p>${t('standard.lockedBy', { name: setting.locked.name, date: date(setting.locked.at) })}</p>` : nothing}
        <p>${setting.showsDifficulty ? t('standard.showsYes') : t('standard.showsNo')}</p>
        <p class="small soft break">${t('standard.checksum')} <code>${setting.formChecksum}</code></p>`)}
    </div>`;
  }

  /** What comes next. */
  next() {
    const { setting } = this;
    const open = setting.held.find(one => !one.closedAt);
    if (setting.state === 'locked') return nothing;
    if (open) return this.act(t('standard.close', { n: open.number }), t('standard.close.words'), () => closeRound(setting.id, open.number), 'rounds');
    const n = setting.held.length + 1;
    return html`${n <= setting.rounds ? this.act(t('standard.open', { n }), t('standard.open.words'), () => openRound(setting.id, n), 'rounds') : nothing}
      ${n > 2 ? this.act(t('standard.lock'), t('standard.lock.words'), () => lockRatings(setting.id), 'cut', n <= setting.rounds) : nothing}`;
  }

  /** @param {string} label @param {string} words @param {() => Promise<Setting>} does @param {string} part @param {boolean} [second] */
  act(label, words, does, part, second = false) {
    return button({
      label, kind: second ? undefined : 'primary', disabled: this.busy,
      onclick: () => ask({ title: label, message: html`<p>${words}</p>`, confirm: label, onconfirm: async () => {
        await this.renew(await does());
        this.change({ part });
      } }),
    });
  }
}
