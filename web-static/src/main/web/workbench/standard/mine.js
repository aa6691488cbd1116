import { language, loadCatalogues, number, percent, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { ask, button, choice, figure, figureWidth, html, keyed, notice, nothing, numberField, pageHead, problemNotice, stats, toast } from '../../ui/index.js';
import { question } from '../../ui/question.js';
import { assetFile, finishExam, handIn, loadPicture, putAnswer, putRating, readMine, readPicture, signPromise } from './api.js';
import { between, dataTable, keyWords, points, rated } from './words.js';

/** @typedef {import('./api.js').MyPanel} MyPanel */
/** @typedef {import('./api.js').Judged} Judged */

/** A panel for one of its panelists: promise, own exam, rounds of rating. What is typed is sent on going on. */
export class MinePage extends Page {
  /** @type {MyPanel} */
  panel = /** @type {any} */ (null);
  at = 0;
  /** @type {import('../../ui/question.js').Response} */
  response = null;
  /** @type {number | null} */
  percent = null;
  /** @type {{key: string, svg: SVGElement, words: import('./api.js').FigureTable} | null} */
  picture = null;

  get title() {
    return t('standard.panelOf', { code: this.panel?.formCode ?? '' });
  }

  get rates() {
    const { panel } = this;
    return Boolean(panel.open && !panel.open.handedInAt && panel.satAt && !panel.leftAt);
  }

  get sits() {
    return Boolean(this.panel.promisedAt && !this.panel.satAt && !this.panel.leftAt);
  }

  async load() {
    await loadCatalogues(['question']);
    this.panel = await readMine(this.where.params.settingId);
    await this.go(Math.max(0, this.panel.items.findIndex(one => !this.done(one))));
  }

  /** @param {Judged} one whether it is answered, or rated */
  done(one) {
    return this.rates ? one.version in (this.panel.open?.ratings ?? {}) : one.response !== undefined;
  }

  /** @param {number} at */
  async go(at) {
    const { panel } = this;
    const one = panel.items[at];
    if (!one) return;
    const held = panel.held.at(-1);
    const own = panel.open?.ratings[one.version] ?? held?.own[one.version];
    this.change({ at, response: one.response ?? null, percent: own ?? null, picture: null });
    if (this.rates && held) {
      const [svg, words] = await Promise.all([loadPicture(panel.id, held.number, one.version, figureWidth()), readPicture(panel.id, held.number, one.version)]);
      if (this.at === at) this.change({ picture: { key: one.version, svg, words } });
    }
  }

  view() {
    const { panel } = this;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('standard.title'), lead: t(`standard.method.${panel.method}`) })}
      ${problemNotice(this.problem)}
      <section class="card stack tight"><h2>${t('standard.candidate')}</h2><p class="as-written">${panel.candidate}</p></section>
      ${this.step()}
    </div>`;
  }

  step() {
    const { panel } = this;
    if (panel.leftAt) return html`${notice(t('standard.youLeft'))}${this.results()}`;
    if (!panel.promisedAt) return this.promise();
    if (this.sits) return this.exam();
    if (this.rates) return html`${this.rating()}${this.results()}`;
    if (panel.state === 'locked') return html`${notice(t('standard.over'), 'good')}${this.results()}`;
    const words = panel.open ? t('standard.wait.handedIn', { n: panel.open.number }) : !panel.trained ? t('standard.wait.training') : panel.held.length ? t('standard.wait.talk') : t('standard.wait.round');
    return html`${notice(words, 'good')}<div>${button({ label: t('standard.look'), disabled: this.busy, onclick: () => this.run(() => this.load()) })}</div>${this.results()}`;
  }

  promise() {
    return html`<section class="card stack"><h2>${t('standard.promise')}</h2><p>${this.panel.promise}</p>
      <div>${button({ label: t('standard.promise.sign'), kind: 'primary', disabled: this.busy, onclick: () => this.run(async () => {
        await signPromise(this.panel.id, this.panel.promise);
        await this.load();
      }) })}</div></section>`;
  }

  exam() {
    const { panel } = this;
    const answered = panel.items.filter(one => one.response !== undefined).length;
    return html`<section class="card stack"><h2 tabindex="-1" id="place">${t('standard.exam.place', { n: this.at + 1, all: panel.items.length })}</h2>
      <p class="soft">${t('standard.exam.words', { n: answered, all: panel.items.length })}</p>
      ${this.question(panel.items[this.at], false)}
      ${this.moves(answered === panel.items.length ? button({ label: t('standard.exam.finish'), kind: 'primary', disabled: this.busy, onclick: () => this.finish() }) : nothing)}</section>`;
  }

  /** @param {Judged} one @param {boolean} shown whether it is only to be looked at */
  question(one, shown) {
    return question({
      item: { ...one.item, id: one.version, ...(one.stimulus ? { stimulus: one.stimulus } : {}) },
      response: this.response, asset: assetFile, disabled: shown, onchange: response => this.change({ response }),
    });
  }

  rating() {
    const { panel } = this;
    const open = /** @type {NonNullable<MyPanel['open']>} */ (panel.open);
    const one = panel.items[this.at];
    const count = Object.keys(open.ratings).length;
    return html`<section class="card stack"><h2 tabindex="-1" id="place">${t('standard.rate.place', { round: open.number, n: this.at + 1, all: panel.items.length })}</h2>
      <p class="soft">${t('standard.rate.count', { n: count, all: panel.items.length })}</p>
      ${this.question(one, true)}
      <p><b>${t('standard.key')}</b> ${keyWords(one, language())}${one.rationale ? html`<br><span class="soft">${one.rationale}</span>` : nothing}</p>
      ${this.before(one)}
      ${keyed(one.version, this.scale())}
      ${this.moves(count === panel.items.length ? button({ label: t('standard.handIn'), kind: 'primary', disabled: this.busy, onclick: () => this.handIn() }) : nothing)}</section>`;
  }

  scale() {
    const label = t(`standard.ask.${this.panel.method}`);
    if (this.panel.method === 'yes_no_angoff')
      return choice({ name: 'percent', legend: label, inline: true, value: this.percent === null ? null : String(this.percent), options: [{ value: '100', label: t('standard.yes') }, { value: '0', label: t('standard.no') }], onchange: value => this.change({ percent: Number(value) }) });
    return numberField({ name: 'percent', label, required: true, min: 0, max: 100, step: 1, unit: t('standard.of100'), value: this.percent, error: this.error('/percent'), oninput: typed => (this.percent = typed === '' ? null : Number(typed)) });
  }

  /** What the last round came to for an item. @param {Judged} one */
  before(one) {
    const held = this.panel.held.at(-1);
    const found = held?.items.find(item => item.version === one.version);
    if (!held || !found) return nothing;
    const notes = this.panel.notes.filter(note => note.version === one.version);
    return html`<div class="stack tight"><h3>${t('standard.before', { n: held.number })}</h3>
      ${stats([
        { label: t('standard.before.own'), value: one.version in held.own ? rated(this.panel.method, held.own[one.version]) : '–' },
        { label: t('standard.mean'), value: percent(found.mean) },
        { label: t('standard.range'), value: t('standard.between', { low: percent(found.lowest), high: percent(found.highest) }) },
        ...(found.p === undefined ? [] : [{ label: t('standard.p'), value: percent(found.p) }]),
      ])}
      ${this.picture?.key === one.version ? figure({ caption: this.picture.words.caption, svg: this.picture.svg, data: dataTable(this.picture.words) }) : nothing}
      ${notes.map(note => html`<p class="as-written">${note.text} <span class="small soft">${note.author}</span></p>`)}</div>`;
  }

  /** @param {unknown} last */
  moves(last) {
    const end = this.at === this.panel.items.length - 1;
    return html`<div class="row">${button({ label: t('standard.previous'), disabled: this.busy || this.at === 0, onclick: () => this.move(-1) })}
      ${button({ label: end ? t('standard.save') : t('standard.next'), kind: last === nothing ? 'primary' : undefined, disabled: this.busy, onclick: () => this.move(end ? 0 : 1) })}${last}</div>`;
  }

  /** Sends what was given, then goes on; where it was not taken, nothing moves. @param {number} by */
  async move(by) {
    if (!(await this.run(() => this.send()))) return;
    await this.go(this.at + by);
    document.getElementById('place')?.focus();
  }

  async send() {
    const { panel } = this;
    const one = panel.items[this.at];
    if (this.sits && this.response !== null && JSON.stringify(this.response) !== JSON.stringify(one.response ?? null)) {
      await putAnswer(panel.id, one.version, this.response);
      one.response = this.response;
    }
    if (panel.open && this.rates && this.percent !== null && panel.open.ratings[one.version] !== this.percent) {
      await putRating(panel.id, panel.open.number, one.version, this.percent);
      panel.open.ratings[one.version] = this.percent;
    }
  }

  async finish() {
    if (!(await this.run(() => this.send()))) return;
    await ask({ title: t('standard.exam.finish'), message: html`<p>${t('standard.exam.finish.words')}</p>`, confirm: t('standard.exam.finish'), onconfirm: async () => {
      await finishExam(this.panel.id);
      await this.load();
    } });
  }

  async handIn() {
    if (!(await this.run(() => this.send()))) return;
    const n = this.panel.open?.number ?? 0;
    await ask({ title: t('standard.handIn'), message: html`<p>${t('standard.handIn.words')}</p>`, confirm: t('standard.handIn'), onconfirm: async () => {
      await handIn(this.panel.id, n);
      toast(t('standard.handedIn'));
      await this.load();
    } });
  }

  /** What closed rounds came to, without names, the newest first. */
  results() {
    return this.panel.held.toReversed().map(held => html`<section class="card stack"><h2>${t('standard.round', { n: held.number })}</h2>
      ${stats([
        { label: t('standard.cut'), value: points(held.cut), note: t('standard.ofPoints', { all: held.items.length }) },
        { label: t('standard.interval'), value: between(held) },
        { label: t('standard.ownCut.yours'), value: points(held.ownCut) },
        { label: t('standard.othersCuts'), value: t('standard.between', { low: points(held.cuts[0]), high: points(held.cuts.at(-1)) }), note: t('standard.byPanelists', { n: number(held.panelists) }) },
      ])}
      ${this.panel.notes.filter(note => note.round === held.number && !note.version).map(note => html`<p class="as-written">${note.text} <span class="small soft">${note.author}</span></p>`)}</section>`);
  }
}
