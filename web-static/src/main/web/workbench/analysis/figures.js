/** Pictures of a run, fetched when they are first shown. */
import { t } from '../../core/i18n.js';
import { figure, figureWidth, html, table } from '../../ui/index.js';
import { loadFigure, readFigure } from './api.js';

/** @typedef {import('./api.js').FigureTable} FigureTable */

export class Figures {
  /** @type {Map<string, {svg: SVGElement | null, table: FigureTable | null}>} */
  #shown = new Map();

  /** @param {string} runId @param {() => void} redraw */
  constructor(runId, redraw) {
    this.runId = runId;
    this.redraw = redraw;
  }

  /** @param {string} name */
  show(name) {
    const shown = this.#shown.get(name) ?? this.#fetch(name);
    return figure({
      caption: shown.table?.caption ?? t('analysis.figure.loading'),
      svg: shown.svg,
      data: shown.table ? dataTable(shown.table) : html``,
    });
  }

  /** @param {string} name */
  #fetch(name) {
    const shown = { svg: null, table: null };
    this.#shown.set(name, shown);
    Promise.all([loadFigure(this.runId, name, figureWidth()), readFigure(this.runId, name)]).then(([svg, words]) => {
      this.#shown.set(name, { svg, table: words });
      this.redraw();
    }, () => this.#shown.delete(name));
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
