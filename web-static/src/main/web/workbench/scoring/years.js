import { number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { empty, html, linkButton, nothing, pageHead, table } from '../../ui/index.js';
import { listYears, yearsFile } from './api.js';
import { figureOf, shareOf } from './words.js';

/** Statistics of each form by calendar year, as accreditors ask for them. */
export class YearsPage extends Page {
  /** @type {import('./api.js').Year[]} */
  rows = [];

  get title() {
    return t('scoring.years.title');
  }

  async load() {
    this.rows = await listYears(this.where.params.studyId);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('scoring.years.lead'), eyebrow: t('scoring.title'), actions: html`${linkButton({ label: t('scoring.back'), href: `#/studies/${this.where.params.studyId}/scoring` })}${this.rows.length && hasRole('certificationExpert', 'auditor') ? linkButton({ label: t('scoring.csv'), href: yearsFile(this.where.params.studyId), icon: 'download' }) : nothing}` })}
      ${this.rows.length ? this.years() : empty({ title: t('scoring.years.none'), text: t('scoring.years.noneText') })}
    </div>`;
  }

  years() {
    return table({
      caption: t('scoring.years.title'),
      captionHidden: true,
      rows: this.rows,
      rowKey: row => `${row.year} ${row.formId}`,
      columns: [
        { key: 'year', label: t('scoring.year'), head: true, cell: row => `${row.year} · ${row.form}` },
        { key: 'n', label: t('scoring.candidates'), numeric: true, cell: row => number(row.figures.sittings) },
        { key: 'pass', label: t('scoring.passRate'), numeric: true, cell: row => shareOf(row.figures.decisions?.passRate) },
        { key: 'cut', label: t('scoring.cut'), numeric: true, cell: row => `${figureOf(row.cut.raw, 0)} / ${figureOf(row.cut.most, 0)}` },
        { key: 'mean', label: t('scoring.mean'), numeric: true, cell: row => figureOf(row.figures.distribution.mean) },
        { key: 'sd', label: t('scoring.sd'), numeric: true, cell: row => figureOf(row.figures.distribution.sd) },
        { key: 'alpha', label: t('scoring.alpha'), numeric: true, cell: row => guarded(row, row.figures.errors.alpha) },
        { key: 'sem', label: t('scoring.sem'), numeric: true, cell: row => guarded(row, row.figures.errors.sem) },
        { key: 'consistency', label: t('scoring.consistency'), numeric: true, cell: row => (row.figures.enough ? shareOf(row.figures.decisions?.consistency) : t('scoring.tooFew')) },
      ],
    });
  }
}

/** Too few candidates cannot carry such a figure. @param {import('./api.js').Year} row @param {number | undefined} value */
const guarded = (row, value) => (row.figures.enough ? figureOf(value) : t('scoring.tooFew'));
