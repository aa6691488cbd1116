/** Pictures of a run, fetched when they are first shown. */
import { t } from '../../core/i18n.js';
import { figure, figureWidth, html, table } from '../../ui/index.js';
import { loadFigure, readFigure } from './api.js';

/** @typedef {import('./api.js').FigureTable} FigureTable */

export class Figures {
  /** @type {Map<string, {svg: SVGElement | null, table: FigureTable | null}>} */
  #shown = new Map();

  /** @param {string} run @param {() => void} redraw */
  constructor(run, redraw) {
    this.run = run;
    this.redraw = redraw;
  }

  /** @param {'distribution' | 'items' | 'options'} name @param {string} [item] */
  show(name, item = '') {
    const shown = this.#shown.get(name + item) ?? this.#fetch(name, item);
    return figure({
      caption: shown.table?.caption ?? t('scoring.figure.loading'),
      svg: shown.svg,
      data: shown.table ? dataTable(shown.table) : html``,
    });
  }

  /** @param {string} name @param {string} item */
  #fetch(name, item) {
    const shown = { svg: null, table: null };
    this.#shown.set(name + item, shown);
    Promise.all([loadFigure(this.run, name, figureWidth(), item), readFigure(this.run, name, item)]).then(([svg, words]) => {
      this.#shown.set(name + item, { svg, table: words });
      this.redraw();
    }, () => this.#shown.delete(name + item));
    return shown;
  }
}

/** @param {FigureTable} words */
function dataTable({ caption, data }) {
  const columns = data.headers.map((label, at) => ({
    key: String(at),
    label,
    head: at === 0,
    numeric: at >= data.textColumns,
    cell: (/** @type {string[]} */ row) => row[at],
  }));
  return table({ caption, captionHidden: true, columns, rows: data.rows, rowKey: row => row.join('|') });
}
