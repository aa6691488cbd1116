import { date, number, percent, t } from '../../core/i18n.js';
import { badge, button, figure, figureWidth, html, more, nothing, openDialog, selectField, stats, table, textArea } from '../../ui/index.js';
import { loadPicture, putNote, readPicture } from './api.js';
import { between, dataTable, points } from './words.js';

/** @typedef {import('./panel.js').PanelPage} PanelPage */
/** @typedef {import('./api.js').Round} Round */
/** @typedef {import('./api.js').Result} Result */

/** Pictures of closed rounds, fetched once. */
export class RoundPictures {
  /** @type {Map<string, {svg: SVGElement, words: import('./api.js').FigureTable}>} */
  known = new Map();

  /** @param {{change: () => void}} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {import('./api.js').Setting} setting */
  async load(setting) {
    await Promise.all(setting.held.filter(one => one.result).map(one => this.fetch(setting.id, one.number)));
  }

  /** @param {string} setting @param {number} round @param {string} [version] */
  async fetch(setting, round, version) {
    const key = `${round} ${version ?? ''}`;
    if (this.known.has(key)) return;
    const [svg, words] = await Promise.all([loadPicture(setting, round, version, figureWidth()), readPicture(setting, round, version)]);
    this.known.set(key, { svg, words });
    this.page.change();
  }

  /** @param {number} round @param {string} [version] */
  shown(round, version) {
    const one = this.known.get(`${round} ${version ?? ''}`);
    return one ? figure({ caption: one.words.caption, svg: one.svg, data: dataTable(one.words) }) : nothing;
  }
}

/** What each round came to, the newest first. @param {PanelPage} page */
export function rounds(page) {
  const { setting } = page;
  return html`<div class="stack loose">${setting.held.toReversed().map(round => html`<section class="card stack"><h2>${t('standard.round', { n: round.number })}</h2>
    ${round.result ? result(page, round, round.result) : progress(page, round)}</section>`)}</div>`;
}

/** @param {PanelPage} page @param {Round} round */
function progress({ setting }, round) {
  const present = round.progress.filter(line => setting.panel.some(one => one.panelist.person === line.person && !one.panelist.left));
  return html`<p>${t('standard.handedInOf', { n: present.filter(one => one.handedInAt).length, all: present.length })}</p>`;
}

/** @param {PanelPage} page @param {Round} round @param {Result} found */
function result(page, round, found) {
  const { setting } = page;
  return html`${stats([
      { label: t('standard.cut'), value: points(found.cut), note: t('standard.ofPoints', { all: setting.items.length }) },
      { label: t('standard.error'), value: points(found.standardError), note: round.number > 1 ? t('standard.notIndependent') : nothing },
      { label: t('standard.interval'), value: between(found) },
      { label: t('standard.agreement'), value: found.agreement === undefined ? '–' : number(found.agreement, 2), note: t('standard.agreement.note') },
    ])}
    ${found.change ? html`<p>${t('standard.changed', { n: found.change.judgements, mean: percent(found.change.meanAbsolute ?? 0, 1) })}</p>` : nothing}
    ${page.pictures.shown(round.number)}
    ${raters(page, found)}
    ${items(page, round, found)}
    ${notes(page, round)}`;
}

/** @param {PanelPage} page @param {Result} found */
function raters({ setting }, found) {
  const name = (/** @type {string} */ id) => setting.panel.find(one => one.panelist.person === id)?.name ?? '';
  const flagged = found.raters.filter(one => one.flags.length);
  return html`${flagged.length ? html`<p>${t('standard.flagged', { n: flagged.length })}</p>` : nothing}
    ${more(t('standard.raters'), table({
      caption: t('standard.raters'), captionHidden: true, rows: found.raters.toSorted((a, b) => a.cut - b.cut), rowKey: one => one.person,
      columns: [
        { key: 'name', label: t('standard.name'), head: true, cell: one => name(one.person) },
        { key: 'cut', label: t('standard.ownCut'), numeric: true, cell: one => points(one.cut) },
        { key: 'distance', label: t('standard.distance'), numeric: true, cell: one => points(one.distance) },
        { key: 'with', label: t('standard.withPanel'), numeric: true, cell: one => points(one.withPanel) },
        ...(setting.showsDifficulty ? [{ key: 'p', label: t('standard.withDifficulty'), numeric: true, cell: (/** @type {import('./api.js').Rater} */ one) => points(one.withDifficulty) }] : []),
        { key: 'flags', label: t('standard.flags'), cell: one => (one.flags.length ? one.flags.map(flag => badge(t(`standard.flag.${flag}`), 'warn')) : t('standard.noFlag')) },
      ],
    }))}`;
}

/** @param {PanelPage} page @param {Round} round @param {Result} found */
function items(page, round, found) {
  const { setting } = page;
  return more(t('standard.items'), html`${table({
    caption: t('standard.items'), captionHidden: true, rows: found.items, rowKey: one => one.version,
    columns: [
      { key: 'code', label: t('standard.item'), head: true, cell: one => { const known = setting.items.find(item => item.version === one.version); return `${known?.position} · ${known?.code}`; } },
      { key: 'mean', label: t('standard.mean'), numeric: true, cell: one => percent(one.mean) },
      { key: 'range', label: t('standard.range'), numeric: true, cell: one => t('standard.between', { low: percent(one.lowest), high: percent(one.highest) }) },
      ...(setting.showsDifficulty ? [{ key: 'p', label: t('standard.p'), numeric: true, cell: (/** @type {import('./api.js').ItemResult} */ one) => (one.p === undefined ? '–' : percent(one.p)) }] : []),
      { key: 'spread', label: t('standard.spread'), cell: one => spread(page, round, one.version) },
    ],
  })}`);
}

/** @param {PanelPage} page @param {Round} round @param {string} version */
function spread(page, round, version) {
  if (page.pictures.known.has(`${round.number} ${version}`)) return page.pictures.shown(round.number, version);
  const position = page.setting.items.find(one => one.version === version)?.position ?? 0;
  return button({ label: t('standard.show'), describe: t('standard.question', { n: position }), onclick: () => page.pictures.fetch(page.setting.id, round.number, version) });
}

/** @param {PanelPage} page @param {Round} round */
function notes(page, round) {
  const { setting } = page;
  const all = setting.notes.filter(one => one.round === round.number);
  return html`<section class="stack tight"><h3>${t('standard.notes')}</h3>
    ${all.length ? html`<ul class="stack tight">${all.map(one => html`<li>${one.version ? html`<b>${t('standard.question', { n: setting.items.find(item => item.version === one.version)?.position ?? 0 })}</b> ` : nothing}<span class="as-written">${one.text}</span>
      <span class="small soft">${one.author}, ${date(one.writtenAt)}</span></li>`)}</ul>` : html`<p class="soft">${t('standard.notes.none')}</p>`}
    ${page.leads && setting.state !== 'locked' ? html`<div>${button({ label: t('standard.note'), describe: t('standard.round', { n: round.number }), onclick: () => write(page, round) })}</div>` : nothing}</section>`;
}

/** @param {PanelPage} page @param {Round} round */
function write(page, round) {
  const id = crypto.randomUUID();
  return openDialog({
    title: t('standard.note'),
    confirm: t('standard.save'),
    body: problem => html`<div class="stack">
      ${selectField({ name: 'version', label: t('standard.item'), options: [{ value: '', label: t('standard.note.whole') }, ...page.setting.items.map(one => ({ value: one.version, label: `${one.position} · ${one.code}` }))] })}
      ${textArea({ name: 'text', label: t('standard.note.text'), required: true, rows: 4, maxlength: 4000, error: problem?.field('/text') })}</div>`,
    onconfirm: async ({ version, text }) => page.renew(await putNote(page.setting.id, id, { round: round.number, text, ...(version ? { version } : {}) })),
  });
}
