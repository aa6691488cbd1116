import { number, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { letter } from '../../ui/arrange.js';
import { badge, empty, html, notice, table } from '../../ui/index.js';
import { remarkList } from './editing/findings.js';
import { bankHead } from './frame.js';
import { lintBank } from './writing/api.js';

/** What the linter says of the whole bank, and whether right answers hide in one place. */
export class CheckPage extends Page {
  /** @type {import('./writing/api.js').BankLint} */
  lint = { items: [], keyBalance: [] };

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.part.check');
  }

  async load() {
    this.lint = await lintBank(this.study);
  }

  view() {
    const { items, keyBalance } = this.lint;
    return html`<div class="stack loose">${bankHead(this.study, 'check', { lead: t('itembank.check.lead') })}
      ${keyBalance.length ? html`<section class="stack" aria-labelledby="balance"><h2 id="balance">${t('itembank.balance')}</h2><p class="soft">${t('itembank.balance.lead')}</p>${keyBalance.map(balance)}</section>` : ''}
      <section class="stack" aria-labelledby="flaws"><h2 id="flaws">${t('itembank.flaws')}</h2>
      ${items.length ? table({
        caption: t('itembank.flaws'),
        captionHidden: true,
        rows: items,
        rowKey: one => one.item,
        columns: [
          { key: 'code', label: t('itembank.item'), head: true, cell: one => html`<a href="#/studies/${this.study}/itembank/items/${one.item}">${one.code}</a>` },
          { key: 'findings', label: t('itembank.remarks'), cell: one => remarkList(one.findings) },
        ],
      }) : empty({ title: t('itembank.flaws.none'), icon: 'check' })}</section></div>`;
  }
}

/** @param {import('./writing/api.js').KeyBalance} one */
function balance({ options, counts, expected, p, unbalanced }) {
  const caption = t('itembank.balance.of', { n: options });
  return html`<div class="card stack tight">${unbalanced ? notice(t('itembank.balance.uneven', { p: number(p ?? 0, 3) }), 'warn') : ''}${table({
    caption,
    rows: counts.map((count, at) => ({ at, count })),
    rowKey: one => String(one.at),
    columns: [
      { key: 'position', label: t('itembank.balance.position'), head: true, cell: one => letter(one.at) },
      { key: 'count', label: t('itembank.balance.count'), numeric: true, cell: one => number(one.count) },
      { key: 'expected', label: t('itembank.balance.expected'), numeric: true, cell: () => number(expected, 1) },
      { key: 'bar', label: t('itembank.balance.picture'), cell: one => html`<meter min="0" max=${Math.max(...counts, 1)} value=${one.count} aria-label=${caption}></meter>` },
    ],
  })}${unbalanced ? '' : p === undefined ? html`<p class="soft small">${t('itembank.balance.few')}</p>` : badge(t('itembank.balance.good'), 'good')}</div>`;
}
