import { t } from '../../core/i18n.js';
import { cancelJob } from '../../core/api.js';
import { Page } from '../../core/page.js';
import { navigate } from '../../core/router.js';
import { followJob } from '../../core/sse.js';
import { button, html, notice, pageHead, problemNotice, progress } from '../../ui/index.js';
import { listForms, readAssembly, startAssembly, suggestWishes } from './api.js';
import { wishFields } from './wishes.js';

/** Wishes for forms, and the search for them. */
export class AssemblePage extends Page {
  /** @type {import('./api.js').Wishes} */
  wishes = /** @type {any} */ (null);
  /** @type {import('./api.js').Summary[]} */
  earlier = [];
  /** @type {import('../../core/sse.js').JobState | null} */
  job = null;
  jobId = '';

  get title() {
    return t('form.assemble');
  }

  get studyId() {
    return this.where.params.studyId;
  }

  async load() {
    const from = this.where.query.get('from');
    const [suggested, forms] = await Promise.all([suggestWishes(this.studyId), listForms(this.studyId)]);
    this.earlier = forms.filter(form => form.state === 'published');
    this.wishes = from ? { ...(await readAssembly(from)).wishes, code: suggested.code } : suggested;
  }

  /** @param {Partial<import('./api.js').Wishes>} change */
  wish(change) {
    this.change({ wishes: { ...this.wishes, ...change } });
  }

  view() {
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, eyebrow: t('form.title'), lead: t('form.assemble.lead') })}
      ${problemNotice(this.problem)}
      ${this.jobId ? this.searching() : html`<form class="stack loose" @submit=${(/** @type {SubmitEvent} */ event) => this.search(event)}>
        ${wishFields(this)}
        <div class="row">${button({ label: t('form.search'), kind: 'primary', disabled: this.busy })}</div></form>`}
    </div>`;
  }

  searching() {
    const over = this.job && ['failed', 'cancelled'].includes(this.job.state);
    if (over) return html`${notice(this.job?.message ?? '', 'warn')}<div class="row">${button({ label: t('form.search.again'), onclick: () => this.change({ jobId: '', job: null }) })}</div>`;
    return progress({ label: t('form.searching'), share: this.job?.progress ?? null, message: this.job?.message, oncancel: () => this.run(() => cancelJob(this.jobId)) });
  }

  /** @param {SubmitEvent} event */
  async search(event) {
    event.preventDefault();
    const started = await this.run(async () => {
      this.jobId = await startAssembly(this.studyId, this.wishes);
    });
    if (!started) return;
    const end = await followJob(this.jobId, job => this.change({ job }), this.left.signal);
    if (end?.state === 'done') navigate(`/studies/${this.studyId}/form/assemblies/${this.jobId}`);
  }
}
