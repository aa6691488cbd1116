import { number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { badge, figure, figureWidth, html, nothing, pageHead, table } from '../../ui/index.js';
import { compareForms, loadFigure, readFigure } from './api.js';
import { formAddress, minutes, proportion } from './words.js';

/** @typedef {import('./api.js').Side} Side */

const FIGURES = ['difficulty', 'expected'];

/** Forms side by side: how alike they are, and what they share. */
export class ComparePage extends Page {
  /** @type {import('./api.js').Comparison} */
  comparison = /** @type {any} */ (null);
  /** @type {{name: string, svg: SVGElement, words: import('./api.js').FigureTable}[]} */
  figures = [];

  get title() {
    return t('form.compare.title');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    const forms = this.where.query.get('forms') ?? '';
    this.comparison = await compareForms(this.studyId, forms);
    this.figures = await Promise.all(FIGURES.map(async name => {
      const [svg, words] = await Promise.all([loadFigure(this.studyId, forms, name, figureWidth()), readFigure(this.studyId, forms, name)]);
      return { name, svg, words };
    }));
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('form.title'), lead: t('form.compare.lead') })}
      ${this.sides()}
      ${this.figures.map(one => figure({ caption: one.words.caption, svg: one.svg, data: dataTable(one.words), note: one.name === 'expected' ? t('form.compare.expectedNote') : undefined }))}
      ${this.overlaps()}
      ${this.comparison.anchors.length ? this.anchors() : nothing}
    </div>`;
  }

  sides() {
    const { forms } = this.comparison;
    const rows = [
      { what: t('form.scored'), of: (/** @type {Side} */ one) => number(one.scored) },
      { what: t('form.pilot'), of: (/** @type {Side} */ one) => number(one.pilot) },
      { what: t('form.compare.meets'), of: (/** @type {Side} */ one) => (one.meetsBlueprint ? t('form.yes') : t('form.no')) },
      { what: t('form.compare.known'), of: (/** @type {Side} */ one) => number(one.known) },
      { what: t('form.compare.mean'), of: (/** @type {Side} */ one) => proportion(one.mean) },
      { what: t('form.compare.deviation'), of: (/** @type {Side} */ one) => proportion(one.deviation) },
      { what: t('form.compare.discrimination'), of: (/** @type {Side} */ one) => proportion(one.discrimination) },
      { what: t('form.compare.expected'), of: (/** @type {Side} */ one) => proportion(one.expected) },
      { what: t('form.meter.time'), of: (/** @type {Side} */ one) => minutes(one.seconds) },
      ...forms[0].domains.map((domain, i) => ({ what: t('form.compare.domain', { code: domain.code }), of: (/** @type {Side} */ one) => number(one.domains[i]?.items ?? 0) })),
      ...forms[0].levels.map((level, i) => ({ what: t(`form.level.${level.code}`), of: (/** @type {Side} */ one) => number(one.levels[i]?.items ?? 0) })),
    ];
    return table({
      caption: t('form.compare.sides'), rows, rowKey: row => row.what,
      columns: [
        { key: 'what', label: t('form.compare.what'), head: true, cell: row => row.what },
        ...forms.map(form => ({ key: form.id, label: form.code, numeric: true, cell: (/** @type {typeof rows[0]} */ row) => row.of(form) })),
      ],
    });
  }

  overlaps() {
    const codes = new Map(this.comparison.forms.map(form => [form.id, form.code]));
    return table({
      caption: t('form.compare.overlaps'), rows: this.comparison.overlaps, rowKey: one => `${one.one} ${one.other}`,
      columns: [
        { key: 'forms', label: t('form.compare.pair'), head: true, cell: one => html`<a href=${formAddress(this.studyId, one.one)}>${codes.get(one.one)}</a> · <a href=${formAddress(this.studyId, one.other)}>${codes.get(one.other)}</a>` },
        { key: 'items', label: t('form.compare.shared'), numeric: true, cell: one => number(one.items) },
        { key: 'scored', label: t('form.compare.sharedScored'), numeric: true, cell: one => number(one.scored) },
      ],
    });
  }

  anchors() {
    return table({
      caption: t('form.compare.anchors'), rows: this.comparison.anchors, rowKey: one => one.code,
      columns: [
        { key: 'domain', label: t('form.domain'), head: true, cell: one => `${one.code} ${one.title}` },
        { key: 'items', label: t('form.compare.anchorItems'), numeric: true, cell: one => number(one.items) },
        { key: 'share', label: t('form.compare.anchorShare'), numeric: true, cell: one => number(one.share, 1) },
        { key: 'covered', label: t('form.compare.covered'), cell: one => (one.covered ? badge(t('form.yes'), 'good') : badge(t('form.no'), 'warn')) },
      ],
    });
  }
}

/** @param {import('./api.js').FigureTable} words */
function dataTable({ caption, data }) {
  return table({
    caption, captionHidden: true, keep: true, rows: data.rows, rowKey: row => row[0],
    columns: data.headers.map((label, i) => ({ key: String(i), label, head: i === 0, numeric: i > 0, cell: (/** @type {string[]} */ row) => row[i] })),
  });
}
