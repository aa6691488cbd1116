import { dateTime, t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { empty, html, pageHead } from '../ui/index.js';
import { listWindows } from './api.js';

/** The exam windows that are held now or soon. */
export class WindowsPage extends Page {
  /** @type {import('./api.js').ExamWindow[]} */
  windows = [];

  get title() {
    return t('proctor.windows');
  }

  async load() {
    this.windows = await listWindows();
  }

  view() {
    return html`<div class="stack loose">${pageHead({ title: t('proctor.windows'), lead: t('proctor.windows.lead') })}
      ${this.windows.length ? html`<ul class="grid two bare">${this.windows.map(card)}</ul>` : empty({ title: t('proctor.windows.none'), text: t('proctor.windows.noneWhy'), icon: 'clock' })}</div>`;
  }
}

/** @param {import('./api.js').ExamWindow} one */
function card(one) {
  return html`<li><a class="card stack tight" href="#/windows/${one.windowId}"><h2>${one.title}</h2>
    <p>${[one.place, one.room].filter(Boolean).join(', ')}</p>
    <p class="soft">${dateTime(one.opensAt)} – ${dateTime(one.closesAt)}</p>
    <p>${t('proctor.windows.counts', { sittings: one.sittings, underWay: one.underWay, closed: one.closed })}</p></a></li>`;
}
