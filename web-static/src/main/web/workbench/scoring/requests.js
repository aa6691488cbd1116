import { date, dateTime, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { badge, bound, button, choice, empty, html, linkButton, nothing, openDialog, pageHead, textArea } from '../../ui/index.js';
import { answerRequest, listRequests } from './api.js';

/** @typedef {import('./api.js').Request_} Request_ */

/** What candidates asked about their results, what waits first. */
export class RequestsPage extends Page {
  /** @type {Request_[]} */
  requests = [];

  get title() {
    return t('scoring.requests.title');
  }

  async load() {
    this.requests = await listRequests(this.where.params.studyId);
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('scoring.requests.lead'), eyebrow: t('scoring.title'), actions: linkButton({ label: t('scoring.back'), href: `#/studies/${this.where.params.studyId}/scoring` }) })}
      ${this.requests.length ? this.requests.map(one => this.request(one)) : empty({ title: t('scoring.requests.none'), text: t('scoring.requests.noneText') })}
    </div>`;
  }

  /** @param {Request_} one */
  request({ request, name, passed, mayDecide }) {
    const { answer } = request;
    return html`<section class="card stack" aria-labelledby=${request.id}>
      <div class="row apart"><h2 id=${request.id}>${name}: ${t(`scoring.request.${request.kind}`)}</h2>
        ${answer ? badge(t(`scoring.outcome.${answer.outcome}`), 'good') : badge(t('scoring.request.due', { date: date(request.answerDue) }), 'warn')}</div>
      <p class="small soft">${dateTime(request.madeAt)} · ${passed ? t('scoring.pass') : t('scoring.fail')}</p>
      <p class="as-written">${request.reason}</p>
      ${answer ? html`<p class="as-written">${answer.answer}</p><p class="small soft">${answer.by.name}, ${dateTime(answer.by.at)}</p>` : nothing}
      ${answer ? nothing : mayDecide ? html`<div>${button({ label: t('scoring.request.answer'), describe: name, onclick: () => this.answer(request.id, name) })}</div>` : html`<p class="soft">${t('scoring.request.notYou')}</p>`}
    </section>`;
  }

  /** @param {string} id @param {string} name */
  answer(id, name) {
    const draft = { outcome: 'confirmed', answer: '' };
    openDialog({
      title: t('scoring.request.answer.title', { name }),
      confirm: t('scoring.request.send'),
      body: (problem, redraw) => html`
        ${choice({ name: 'outcome', legend: t('scoring.request.outcome'), value: draft.outcome, options: /** @type {const} */ (['confirmed', 'changed']).map(value => ({ value, label: t(`scoring.outcome.${value}`) })), onchange: outcome => { draft.outcome = outcome; redraw(); } })}
        ${textArea({ ...bound(draft, 'answer'), label: t('scoring.request.words'), required: true, rows: 4, maxlength: 4000, error: problem?.field('/answer') })}`,
      onconfirm: async () => {
        await answerRequest(id, draft.outcome === 'changed' ? 'changed' : 'confirmed', draft.answer);
        this.change({ requests: await listRequests(this.where.params.studyId) });
      },
    });
  }
}
