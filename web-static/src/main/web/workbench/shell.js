/** The frame of the workbench: header, river of stages, and the place where pages are shown. */
import { i18n, t } from '../core/i18n.js';
import { asApiError, PageHost } from '../core/page.js';
import { navigate } from '../core/router.js';
import { hasRole, person, setPerson, toSignIn } from '../core/session.js';
import { render } from '../vendor/lit-html/lit-html.js';
import { failed, html, icon, languageSwitch, loading, nothing, river, themeSwitch } from '../ui/index.js';
import { endSession, listStudies, readProgress, readSession } from './api.js';

/** @typedef {import('../core/page.js').Page} Page */
/** @typedef {import('./api.js').StudySummary} StudySummary */
/** @typedef {import('./api.js').StageProgress} StageProgress */

const STAGES = [
  'study',
  'workshop',
  'survey',
  'analysis',
  'blueprint',
  'itembank',
  'form',
  'standard',
  'candidacy',
  'scoring',
  'credential',
  'report',
];

/** Areas that belong to the whole service; their words are in the catalogue `workbench`. */
/** @type {{name: string, icon: import('../ui/icon.js').Icon, readers: import('../core/session.js').Role[]}[]} */
export const ADMINISTRATION = [
  { name: 'people', icon: 'people', readers: ['administrator', 'certificationExpert', 'auditor'] },
  { name: 'outbox', icon: 'mail', readers: ['administrator'] },
  { name: 'audit', icon: 'trail', readers: ['administrator', 'certificationExpert', 'auditor'] },
];

const changes = new EventTarget();

/** Tells the shell that a stage moved on or that the list of studies changed. */
export function progressed() {
  changes.dispatchEvent(new Event('progressed'));
}

export class Shell {
  #target;
  /** @type {PageHost | undefined} */
  #host;
  /** @type {StudySummary[]} */
  #studies = [];
  /** @type {StageProgress[]} */
  #progress = [];
  #studyId = '';
  #area = '';

  /** @param {HTMLElement} target */
  constructor(target) {
    this.#target = target;
    i18n.addEventListener('change', () => this.#draw());
    changes.addEventListener('progressed', () => this.#refresh());
  }

  /** @returns {Promise<boolean>} whether there is somebody to work with it */
  async start() {
    try {
      const [signedIn, studies] = await Promise.all([readSession(), listStudies()]);
      setPerson(signedIn);
      this.#studies = studies;
    } catch (cause) {
      return this.#cannotStart(asApiError(cause));
    }
    this.#draw();
    const main = /** @type {HTMLElement} */ (this.#target.querySelector('main'));
    this.#host = new PageHost(main, { loading, failed });
    return true;
  }

  /** Without a session the sign-in page is already on its way. @param {import('../core/api.js').ApiError} problem */
  #cannotStart(problem) {
    if (problem.status !== 401) render(html`<main>${failed(problem, () => location.reload())}</main>`, this.#target);
    return false;
  }

  /** @param {string} area @param {string} studyId '' outside any study @param {Page} page */
  async show(area, studyId, page) {
    if (studyId !== this.#studyId) this.#progress = [];
    this.#area = area;
    this.#studyId = studyId;
    this.#draw();
    await Promise.all([this.#host?.show(page), this.#refresh()]);
  }

  /** The river is a courtesy: when its state cannot be read the stages are still there to be opened. */
  async #refresh() {
    const studyId = this.#studyId;
    const [studies, progress] = await Promise.allSettled([listStudies(), studyId ? readProgress(studyId) : []]);
    if (studyId !== this.#studyId) return;
    if (studies.status === 'fulfilled') this.#studies = studies.value;
    if (progress.status === 'fulfilled') this.#progress = progress.value;
    this.#draw();
  }

  #draw() {
    const study = this.#studies.find(one => one.id === this.#studyId);
    render(html`
      <a class="skip" href="#main" @click=${focusMain}>${t('workbench.skip')}</a>
      <header class="head">${this.#header()}
      ${study?.demonstration ? html`<p class="demonstration">${icon('info')}<span>${t('workbench.demonstration')}</span></p>` : nothing}</header>
      <div class="frame">
        <div class="rail no-print">
          ${this.#studyId ? this.#river() : nothing}
          <nav class="administration" aria-label=${t('workbench.administration')}>${this.#administration()}</nav>
        </div>
        <main id="main" tabindex="-1"></main>
      </div>`, this.#target);
  }

  #header() {
    return html`<div class="top no-print">
      <a class="brand" href="#/studies" aria-label="Rolewright"><img src="../ui/mark.svg" alt="" width="32" height="32"><span>Rolewright</span></a>
      ${this.#switcher()}
      <button type="button" class="button on-brand push" popovertarget="menu">${icon('menu')}<span class="wide-only">${person()?.name}</span><span class="visually-hidden">${t('workbench.menu')}</span></button>
      <div id="menu" class="menu" popover @click=${closeMenuOnLink}>
        <div><p class="strong">${person()?.name}</p><p class="small soft break">${person()?.email}</p>
          <p class="small soft">${person()?.roles.map(role => t(`core.role.${role}`)).join(', ')}</p></div>
        <nav class="phone-only" aria-label=${t('workbench.administration')}>${this.#administration()}</nav>
        <div class="menu-switches">${languageSwitch()}${themeSwitch()}</div>
        <a class="menu-link" href="../api/">${icon('book')}${t('workbench.contract')}</a>
        <button type="button" class="button" @click=${signOut}>${t('workbench.signOut')}</button>
      </div>
    </div>`;
  }

  #switcher() {
    if (this.#studies.length === 0) return nothing;
    const stage = STAGES.includes(this.#area) ? this.#area : 'study';
    return html`<label class="switcher"><span class="visually-hidden">${t('workbench.switcher')}</span>
      <select class="input" @change=${(/** @type {Event} */ event) => navigate(/** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="/studies" .selected=${this.#studyId === ''}>${t('workbench.studies')}</option>
        ${this.#studies.map(study => html`<option value="/studies/${study.id}/${stage}" .selected=${study.id === this.#studyId}>${study.title}</option>`)}
      </select></label>`;
  }

  #river() {
    return river({
      label: t('workbench.river'),
      stages: STAGES.map(stage => {
        const progress = this.#progress.find(one => one.stage === stage);
        return {
          href: `#/studies/${this.#studyId}/${stage}`,
          label: t(`workbench.stage.${stage}`),
          state: progress?.state ?? 'waiting',
          note: progress?.note,
          current: stage === this.#area,
        };
      }),
    });
  }

  #administration() {
    return html`<a class="menu-link" href="#/studies" aria-current=${this.#area === 'study' && !this.#studyId ? 'page' : 'false'}>${icon('book')}${t('workbench.studies')}</a>
      ${ADMINISTRATION.filter(area => hasRole(...area.readers)).map(({ name, icon: shape }) => html`<a class="menu-link" href="#/${name}" aria-current=${name === this.#area ? 'page' : 'false'}>${icon(shape)}${t(`workbench.area.${name}`)}</a>`)}`;
  }
}

/** @param {Event} event */
function focusMain(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** @param {Event} event */
function closeMenuOnLink(event) {
  if (/** @type {Element} */ (event.target).closest('a')) /** @type {HTMLElement} */ (event.currentTarget).hidePopover();
}

async function signOut() {
  await endSession();
  toSignIn();
}
