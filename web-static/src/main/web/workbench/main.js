/**
 * The workbench: what the certification expert, the SMEs, the auditor and the administrator use.
 *
 * How a stage plugs in
 * 1. Folder `workbench/<stage>/`: `api.js` (all its URLs, one function per operation), `index.js` (`routes`),
 *    one file per page. Nothing is imported from another stage's folder; what two stages draw goes to `ui/`.
 * 2. `index.js` exports `routes`: pattern → class that extends `Page` (core/page.js):
 *      export const routes = { '/studies/:studyId/survey': SurveyPage, '/studies/:studyId/survey/sample': SamplePage };
 *    A stage's paths begin with `/studies/:studyId/<stage>`; `this.where.params` and `this.where.query` hold the rest.
 * 3. One line in `AREAS` below. The folder and `i18n/<language>/<stage>.json` are fetched when first visited.
 *
 * How a page is written
 * - `async load()` fetches into fields, `view()` is a pure function of them, `this.change({...})` sets and draws again.
 * - What the service may refuse runs in `await this.run(() => putX(...))`: sets `this.busy`, then `this.problem`;
 *   show it by `problemNotice(this.problem)` and, at a field, `error: this.error('/name')` (JSON pointer).
 * - What a role may not do is not offered: `hasRole('certificationExpert')` of core/session.js. The service decides.
 * - `progressed()` of ./shell.js after anything that may move the river or change the list of studies.
 * - Jobs: `followJob(jobId, state => this.change({ job: state }), this.left.signal)` of core/sse.js, `progress(...)` of ui/,
 *   `cancelJob` of core/api.js.
 * - Form groups that change their subject stand in `keyed(id, …)`. No `style="…"`, no markup but by `html`.
 * - Words: `t('survey.sample.title')` is `"sample.title"` in `i18n/<language>/survey.json`; keys are written out in
 *   full, or as a template whose fixed part names a family: t(`survey.state.${state}`). Numbers by `number`, `percent`,
 *   `date` of core/i18n.js. Plurals: {"one": "{n} task", "other": "{n} tasks"} and `t(key, { n })`.
 */
import { loadCatalogues } from '../core/i18n.js';
import { findRoute, parseHash } from '../core/router.js';
import { signInWhenAsked } from '../core/session.js';
import { MissingPage } from './missing.js';
import { ADMINISTRATION, Shell } from './shell.js';

/** @typedef {{routes: Record<string, new (where: import('../core/page.js').Where) => import('../core/page.js').Page>}} Area */

/** @type {Record<string, () => Promise<Area>>} */
const AREAS = {
  study: () => import('./study/index.js'),
  workshop: () => import('./workshop/index.js'),
  survey: () => import('./survey/index.js'),
  analysis: () => import('./analysis/index.js'),
  blueprint: () => import('./blueprint/index.js'),
  itembank: () => import('./itembank/index.js'),
  form: () => import('./form/index.js'),
  standard: () => import('./standard/index.js'),
  candidacy: () => import('./candidacy/index.js'),
  scoring: () => import('./scoring/index.js'),
  fairness: () => import('./fairness/index.js'),
  credential: () => import('./credential/index.js'),
  report: () => import('./report/index.js'),
  lineage: () => import('./lineage/index.js'),
  people: () => import('./people/index.js'),
  outbox: () => import('./outbox/index.js'),
  audit: () => import('./audit/index.js'),
};

signInWhenAsked();
await loadCatalogues(['core', 'workbench']);
const shell = new Shell(/** @type {HTMLElement} */ (document.getElementById('app')));
if (await shell.start()) {
  addEventListener('hashchange', open);
  await open();
}

/** Shows the page that the address names. */
async function open() {
  const asked = location.hash;
  const { path, query } = parseHash(asked === '' ? '#/studies' : asked);
  const area = areaOf(path);
  const found = area in AREAS ? findRoute((await arrive(area)).routes, path) : null;
  if (location.hash !== asked) return; // gone on while the folder was on its way
  const where = { params: found?.params ?? {}, query };
  await shell.show(area, studyOf(path), new (found?.route ?? MissingPage)(where));
}

/** The part of the workbench that a path belongs to: `/studies/7/survey/sample` → `survey`. @param {string} path */
function areaOf(path) {
  const [, first, , stage] = path.split('/');
  return first === 'studies' ? (stage ?? 'study') : first;
}

/** @param {string} path */
function studyOf(path) {
  const [, first, id, stage] = path.split('/');
  return first === 'studies' && stage ? id : '';
}

/** @param {string} area */
async function arrive(area) {
  const [module] = await Promise.all([AREAS[area](), loadCatalogues(ADMINISTRATION.some(one => one.name === area) ? [] : [area])]);
  return module;
}
