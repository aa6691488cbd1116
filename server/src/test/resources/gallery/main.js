/** Every element of ui/ in its states, for looking at and for axe. Not part of what is served. */
import { ApiError, loadSvg } from '../core/api.js';
import { loadCatalogues, number } from '../core/i18n.js';
import { memoryStore, Outbox } from '../core/outbox.js';
import { Page, PageHost } from '../core/page.js';
import * as ui from '../ui/index.js';

const { html } = ui;
const IMPORTANCE = ['Not important', 'Somewhat important', 'Important', 'Very important', 'Critical'].map((label, i) => ({ value: i + 1, label }));
const TASKS = [
  { id: 'a', domain: 'Outreach', task: 'Contact clients in person, by phone or in writing to make sure they have kept their appointments', mean: 4.1, n: 143 },
  { id: 'b', domain: 'Outreach', task: 'Refer community members to needed health services', mean: 3.62, n: 140 },
  { id: 'c', domain: 'Documentation', task: 'Maintain up-to-date client records', mean: 4.55, n: 141 },
];
const TOO_SHORT = new ApiError({ status: 422, detail: 'Say more.' });
const REFUSED = new ApiError({ status: 422, detail: 'Two entries cannot be stored.', errors: [{ pointer: '/name', message: 'The name is empty.' }, { pointer: '/n', message: 'At least 1.' }] });

class Gallery extends Page {
  sort = { key: 'mean', direction: 'descending' };
  tab = 'one';
  ratings = { one: 4, two: null, three: ui.ABSENT };
  roles = ['b'];
  svg = null;

  async load() {
    this.svg = await loadSvg('figure.svg');
  }

  view() {
    return html`<div class="stack loose">
      ${ui.pageHead({ eyebrow: 'Community Health Workers', title: 'Gallery', lead: 'Every element in its states.', actions: html`${ui.button({ label: 'Second', onclick() {} })}${ui.button({ label: 'First', kind: 'primary', icon: 'add', onclick() {} })}` })}
      ${ui.stats([{ label: 'Invited', value: number(612) }, { label: 'Usable', value: number(187) }, { label: 'Response rate', value: '30.6 %', note: 'AAPOR RR2' }, { label: 'Reliability (tasks)', value: number(0.94, 2) }])}
      ${ui.notice('An information.')} ${ui.notice('Done well.', 'good')} ${ui.notice('Look at this.', 'warn')} ${ui.problemNotice(REFUSED)}
      <div class="row">${ui.badge('Draft')} ${ui.badge('Keep', 'good')} ${ui.badge('Review', 'warn')} ${ui.badge('Refused', 'bad')} ${ui.badge('Open', 'info')}</div>
      <div class="row">${ui.button({ label: 'Plain', onclick() {} })} ${ui.button({ label: 'Quiet', kind: 'quiet', onclick() {} })} ${ui.button({ label: 'Remove', kind: 'danger', onclick() {} })} ${ui.button({ label: 'Off', disabled: true, onclick() {} })} ${ui.linkButton({ label: 'CSV', href: '#', icon: 'download' })}</div>
      <section class="card stack"><h2>Input</h2><div class="grid two">
        ${ui.textField({ name: 'name', label: 'Name of the programme', required: true, hint: 'As on the certificate.', error: REFUSED.field('/name') })}
        ${ui.numberField({ name: 'n', label: 'Incumbents', value: 61000, unit: 'people', min: 1 })}
        ${ui.selectField({ name: 'rule', label: 'Weighting rule', required: true, value: 'b', options: [{ value: 'a', label: 'Additive' }, { value: 'b', label: 'Multiplicative' }] })}
        ${ui.passwordField({ name: 'password', label: 'Password', required: true, autocomplete: 'new-password' })}
        ${ui.textArea({ name: 'purpose', label: 'Purpose', value: 'Why this examination exists.' })}
        ${ui.textField({ name: 'off', label: 'Cannot be changed', value: 'Frozen', disabled: true })}
        ${ui.choice({ name: 'role', legend: 'Role', value: 'a', options: [{ value: 'a', label: 'Auditor', hint: 'Sees everything' }, { value: 'b', label: 'SME' }] })}
        ${ui.choices({ name: 'groups', legend: 'Groups', values: this.roles, inline: true, options: [{ value: 'a', label: 'Rural' }, { value: 'b', label: 'Urban' }], onchange: roles => this.change({ roles }) })}
      </div>${ui.checkbox({ name: 'agree', label: 'I agree to take part', checked: true })}</section>
      <section class="card stack"><h2>Scales</h2>
        ${Object.keys(this.ratings).map(key => ui.scale({ name: `s-${key}`, legend: 'Importance', points: IMPORTANCE, value: this.ratings[key], absent: 'I do not do this', onchange: value => this.change({ ratings: { ...this.ratings, [key]: value } }) }))}
      </section>
      ${ui.tabs({ label: 'Parts', selected: this.tab, onselect: tab => this.change({ tab }), tabs: [{ id: 'one', label: 'Tasks', content: () => this.#tasks() }, { id: 'two', label: 'Figure', content: () => this.#figure() }] })}
      ${ui.linkTabs({ label: 'Pages', current: '#a', links: [{ href: '#a', label: 'Overview' }, { href: '#b', label: 'Sample' }] })}
      <section class="card stack"><h2>Import</h2>${ui.csvInput({ label: 'Task list', hint: 'Columns: domain, task', onfile() {} })}
        ${ui.importPreview({ caption: 'What would change', columns: ['Domain', 'Task'], rows: [{ line: 2, change: 'new', cells: ['Outreach', 'Visit homes'] }, { line: 3, change: 'changed', cells: ['Outreach', 'Teach parents'], before: ['Outreach', 'Teach'] }, { line: 4, change: 'error', cells: ['', '=A1'], message: 'A cell begins like a formula.' }, { line: 5, change: 'same', cells: ['Records', 'Keep records'] }] })}</section>
      <div class="grid two">${ui.progress({ label: 'Analysis', share: 0.42, message: 'Bootstrap 420 of 1,000', oncancel() {} })} ${ui.progress({ label: 'Waiting', share: null })}</div>
      ${ui.saveState(new Outbox({ store: memoryStore(), send: async () => {} }))}
      ${ui.river({ label: 'Stages', stages: [{ href: '#1', label: 'Study', state: 'done', current: false }, { href: '#2', label: 'Survey', state: 'active', note: '143 of 160 answered', current: true }, { href: '#3', label: 'Report', state: 'waiting', current: false }] })}
      ${ui.more('How was this computed?', html`<p>Mean of the ratings of those who perform the task.</p>`)}
      ${ui.empty({ title: 'No survey yet', text: 'Publish the task list first.' })}
      <div class="row">${ui.button({ label: 'Ask', onclick: () => ui.ask({ title: 'Adopt the blueprint?', message: html`<p>It can not be changed afterwards.</p>`, confirm: 'Adopt', reason: 'Reason', onconfirm: async reason => (reason.length < 10 ? Promise.reject(TOO_SHORT) : ui.toast('Adopted')) }) })}${ui.languageSwitch()}${ui.themeSwitch()}</div>
    </div>`;
  }

  #tasks() {
    return ui.table({
      caption: 'Mean importance by task', rows: TASKS, rowKey: row => row.id, sort: this.sort, onsort: sort => this.change({ sort }),
      columns: [
        { key: 'task', label: 'Task', head: true, cell: row => row.task, sortBy: row => row.task },
        { key: 'domain', label: 'Domain', cell: row => row.domain, sortBy: row => row.domain },
        { key: 'mean', label: 'Mean', numeric: true, cell: row => number(row.mean, 2), sortBy: row => row.mean },
        { key: 'n', label: 'n', numeric: true, cell: row => number(row.n), sortBy: row => row.n },
        { key: 'decision', label: 'Decision', cell: row => (row.mean > 4 ? ui.badge('Keep', 'good') : ui.badge('Review', 'warn')) },
      ],
    });
  }

  #figure() {
    return ui.figure({ caption: 'Mean importance', svg: this.svg, data: ui.table({ caption: 'Data', rows: TASKS, rowKey: row => row.id, groupBy: row => row.domain, keep: true, columns: [{ key: 't', label: 'Task', head: true, cell: row => row.id }, { key: 'm', label: 'Mean', numeric: true, cell: row => number(row.mean, 2) }] }) });
  }
}

await loadCatalogues(['core']);
new PageHost(document.getElementById('app'), ui).show(new Gallery());
