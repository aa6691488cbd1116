import { dateTime, list, number, percent, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { badge, button, empty, html, linkButton, more, notice, nothing, pageHead, problemNotice, table } from '../../ui/index.js';
import { listTables, makeTable } from './api.js';

/** @typedef {import('./api.js').Issued} Issued */
/** @typedef {import('./api.js').Part} Part */
/** @typedef {import('./api.js').Line} Line */

/** Who passed, group by group: apart from scoring, counted only, small groups hidden. */
export class FairnessPage extends Page {
  /** @type {Issued[]} */
  tables = [];
  /** Of the next table, until it is made. */
  next = crypto.randomUUID();

  get title() {
    return t('fairness.title');
  }

  async load() {
    this.tables = await listTables(this.where.params.studyId);
  }

  view() {
    const [newest, ...older] = this.tables;
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('fairness.lead'), actions: html`${button({ label: t('fairness.make'), kind: newest ? '' : 'primary', disabled: this.busy, onclick: () => this.#make() })}${linkButton({ label: t('fairness.scoring'), href: `#/studies/${this.where.params.studyId}/scoring` })}` })}
      ${problemNotice(this.problem)}
      ${newest ? tableView(newest) : empty({ title: t('fairness.none'), text: t('fairness.none.text') })}
      ${older.length ? more(t('fairness.older'), html`<div class="stack loose">${older.map(tableView)}</div>`) : nothing}
      ${more(t('fairness.how'), html`<p>${t('fairness.how.counted')}</p><p>${t('fairness.how.hidden')}</p><p>${t('fairness.how.figures')}</p><p>${t('fairness.how.meaning')}</p>`)}
    </div>`;
  }

  #make() {
    return this.run(async () => {
      const made = await makeTable(this.where.params.studyId, this.next);
      this.change({ tables: [made, ...this.tables], next: crypto.randomUUID() });
    });
  }
}

/** @param {Issued} one */
function tableView({ id, issued, table: { candidates, statements, parts } }) {
  return html`<section class="stack loose" aria-labelledby=${`table-${id}`}>
    <div class="stack tight"><h2 id=${`table-${id}`}>${t('fairness.of', { at: dateTime(issued.at) })}</h2>
      <p>${t('fairness.counted', { n: statements, all: number(candidates), share: percent(statements / candidates) })} <span class="soft">${t('fairness.by', { name: issued.name })}</span></p>
      ${notice(summary(parts), flagged(parts).length ? 'warn' : 'info')}</div>
    ${parts.map(partView)}</section>`;
}

/** @param {Part[]} parts */
const flagged = parts => parts.flatMap(part => part.shown.filter(line => line.verdict === 'below' || line.verdict === 'clearly_below').map(line => named(part.trait, line.group)));

/** A group within a sentence. @param {Part['trait']} trait @param {Part['hidden'][number]} group */
const named = (trait, group) => t('fairness.named', { group: t(`fairness.${trait}.${group}`) });

/** @param {Part[]} parts */
function summary(parts) {
  const groups = flagged(parts);
  if (groups.length) return t('fairness.flagged', { groups: list(groups) });
  return parts.some(part => part.shown.length > 1) ? t('fairness.unflagged') : t('fairness.nothing');
}

/** @param {Part} part */
function partView({ trait, shown, hidden }) {
  const names = hidden.map(group => named(trait, group));
  return html`<section class="stack tight"><h3>${t(`fairness.${trait}`)}</h3>
    ${shown.length ? table({
      caption: t(`fairness.${trait}`), captionHidden: true, rows: shown, rowKey: line => line.group,
      columns: [
        { key: 'group', label: t('fairness.group'), head: true, cell: line => t(`fairness.${trait}.${line.group}`) },
        { key: 'n', label: t('fairness.candidates'), numeric: true, cell: line => number(line.candidates) },
        { key: 'passed', label: t('fairness.passed'), numeric: true, cell: line => number(line.passed) },
        { key: 'rate', label: t('fairness.rate'), numeric: true, cell: line => between(percent(line.rate, 1), percent(line.interval.lower, 1), percent(line.interval.upper, 1)) },
        { key: 'ratio', label: t('fairness.ratio'), numeric: true, cell: ratio },
        { key: 'p', label: t('fairness.p'), numeric: true, cell: chance },
        { key: 'verdict', label: t('fairness.verdict'), cell: line => html`<div class="row">${badge(t(`fairness.verdict.${line.verdict}`), line.verdict === 'clearly_below' ? 'bad' : line.verdict === 'below' || line.verdict === 'apart' ? 'warn' : '')}</div>` },
      ],
    }) : nothing}
    ${names.length ? html`<p class="small soft">${t('fairness.hidden', { groups: list(names) })}</p>` : nothing}</section>`;
}

/** @param {Line} line */
function ratio({ ratio: value, ratioInterval }) {
  if (value === undefined) return '–';
  return ratioInterval ? between(number(value, 2), number(ratioInterval.lower, 2), number(ratioInterval.upper, 2)) : number(value, 2);
}

/** @param {string} value @param {string} low @param {string} high */
const between = (value, low, high) => html`${value} <span class="small soft block">${t('fairness.between', { low, high })}</span>`;

/** @param {Line} line */
function chance({ p, adjustedP }) {
  if (p === undefined || adjustedP === undefined) return '–';
  return html`${probability(p)} <span class="small soft block">${t('fairness.adjusted', { p: probability(adjustedP) })}</span>`;
}

/** @param {number} p */
const probability = p => (p < 0.001 ? `< ${number(0.001, 3)}` : number(p, 3));
