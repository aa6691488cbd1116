import { date, number, t } from '../../../core/i18n.js';
import { letter } from '../../../ui/arrange.js';
import { html, more, notice, nothing, progress, stats, table } from '../../../ui/index.js';
import { plain } from '../../../ui/rich.js';
import { readItemStatistics } from '../api.js';

/** @typedef {import('../api.js').Evidence} Evidence */

/** What candidates' answers say about this version. Nothing is carried over from other versions. */
export class StatisticsPart {
  /** @type {import('../api.js').Statistics | null} */
  figures = null;

  /** @param {import('../api.js').ItemVersion} version */
  constructor(version) {
    this.version = version;
  }

  async load() {
    this.figures = await readItemStatistics(this.version.id);
  }

  view() {
    if (!this.figures) return nothing;
    const { evidence, exposure, pilot } = this.figures;
    const [latest] = evidence;
    return html`${latest ? summary(latest) : notice(html`<p>${t('itembank.stats.none')}</p>`)}
      ${pilot ? progress({ label: t('itembank.stats.pilot', { seen: pilot.seen, target: pilot.target }), share: Math.min(1, pilot.seen / pilot.target), message: pilot.done ? t('itembank.stats.pilotDone') : t('itembank.stats.pilotGoesOn') }) : nothing}
      ${evidence.length ? history(evidence) : nothing}
      ${latest?.figures.options.length ? this.#options(latest.figures.options) : nothing}
      ${exposed(exposure)}
      ${more(t('itembank.stats.how'), html`<p>${t('itembank.stats.howText')}</p>`)}`;
  }

  /** How often each option was chosen, and by whom. @param {Evidence['figures']['options']} chosen */
  #options(chosen) {
    const { options = [] } = this.version.content ?? {};
    return table({
      caption: t('itembank.stats.options'),
      rows: chosen,
      rowKey: one => one.id,
      columns: [
        { key: 'option', label: t('itembank.stats.option'), head: true, cell: one => optionName(options, one.id) },
        { key: 'n', label: t('itembank.stats.n'), numeric: true, cell: one => number(one.candidates) },
        { key: 'p', label: t('itembank.stats.share'), numeric: true, cell: one => number(one.p, 2) },
        { key: 'rpb', label: t('itembank.stats.rpb'), numeric: true, cell: one => (one.rpb === undefined ? '–' : number(one.rpb, 2)) },
      ],
    });
  }
}

/** @param {import('../api.js').Option[]} options @param {string} id */
function optionName(options, id) {
  const at = options.findIndex(one => one.id === id);
  const text = at < 0 ? id : plain(Object.values(options[at].text)[0] ?? '');
  return at < 0 ? id : `${letter(at)} ${text}`;
}

/** @param {Evidence} latest */
function summary({ candidates, figures: { p, rpb } }) {
  const [low, high] = wilson(p, candidates);
  return stats([
    { label: t('itembank.stats.p'), value: number(p, 2), note: t('itembank.stats.interval', { low: number(low, 2), high: number(high, 2) }) },
    { label: t('itembank.stats.rpb'), value: rpb === undefined ? '–' : number(rpb, 2), note: t('itembank.stats.rpbNote') },
    { label: t('itembank.stats.n'), value: number(candidates) },
  ]);
}

/** @param {Evidence[]} evidence */
function history(evidence) {
  return table({
    caption: t('itembank.stats.history'),
    rows: evidence,
    rowKey: one => one.run,
    columns: [
      { key: 'at', label: t('itembank.stats.recorded'), head: true, cell: one => date(one.recordedAt) },
      { key: 'span', label: t('itembank.stats.span'), cell: one => `${date(`${one.from}T12:00`)} – ${date(`${one.to}T12:00`)}` },
      { key: 'n', label: t('itembank.stats.n'), numeric: true, cell: one => number(one.candidates) },
      { key: 'p', label: t('itembank.stats.p'), numeric: true, cell: ({ candidates, figures }) => withInterval(figures.p, wilson(figures.p, candidates)) },
      { key: 'rpb', label: t('itembank.stats.rpb'), numeric: true, cell: ({ candidates, figures }) => (figures.rpb === undefined ? '–' : withInterval(figures.rpb, fisher(figures.rpb, candidates))) },
      { key: 'seconds', label: t('itembank.stats.seconds'), numeric: true, cell: ({ figures }) => (figures.seconds === undefined ? '' : number(figures.seconds, 0)) },
    ],
  });
}

/** @param {number} value @param {[number, number]} interval */
function withInterval(value, [low, high]) {
  return html`${number(value, 2)} <span class="soft small">${t('itembank.stats.interval', { low: number(low, 2), high: number(high, 2) })}</span>`;
}

/** @param {import('../api.js').Statistics['exposure']} exposure */
function exposed({ total, byForm }) {
  if (total === 0) return html`<p class="soft">${t('itembank.stats.unseen')}</p>`;
  return html`<p>${t('itembank.stats.exposure', { n: total, forms: byForm.length })}</p>`;
}

/** Wilson's 95 % interval of a proportion (Wilson 1927). @param {number} p @param {number} n @returns {[number, number]} */
export function wilson(p, n) {
  const z = 1.959964;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, (middle - half) / (1 + (z * z) / n)), Math.min(1, (middle + half) / (1 + (z * z) / n))];
}

/** Fisher's 95 % interval of a correlation. @param {number} r @param {number} n @returns {[number, number]} */
export function fisher(r, n) {
  if (n <= 3 || Math.abs(r) >= 1) return [-1, 1];
  const half = 1.959964 / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
