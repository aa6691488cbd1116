/**
 * The candidate's side before the exam: apply, see how it stands, ask for an accommodation, book a seat.
 *
 * A candidate has no account; the private link that was mailed holds the token, and every address of the
 * application holds it too, so back, forward and reload work. What is typed is kept in `Applicant` and sent at
 * once; it counts as saved when the service has said so.
 */
import { i18n, loadCatalogues, t } from '../core/i18n.js';
import { PageHost } from '../core/page.js';
import { findRoute, parseHash } from '../core/router.js';
import { languageSwitch, themeSwitch } from '../ui/language.js';
import { failed, loading } from '../ui/page.js';
import { html, render } from '../vendor/lit-html/lit-html.js';
import { AccommodationPage } from './views/accommodation.js';
import { BackgroundPage } from './views/background.js';
import { ExamsPage } from './views/exams.js';
import { HandInPage } from './views/hand-in.js';
import { MissingPage } from './views/missing.js';
import { OverviewPage } from './views/overview.js';
import { PersonPage } from './views/person.js';
import { ProgrammePage } from './views/programme.js';
import { RequirementPage } from './views/requirement.js';
import { ResultsPage } from './views/results.js';

const ROUTES = {
  '/programme/:studyId': ProgrammePage,
  '/application/:token': OverviewPage,
  '/application/:token/person': PersonPage,
  '/application/:token/requirement/:requirementId': RequirementPage,
  '/application/:token/hand-in': HandInPage,
  '/application/:token/accommodation': AccommodationPage,
  '/application/:token/exams': ExamsPage,
  '/application/:token/results': ResultsPage,
  '/application/:token/background': BackgroundPage,
};

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
await loadCatalogues(['core', 'candidate']);
frame();
const host = new PageHost(/** @type {HTMLElement} */ (app.querySelector('main')), { loading, failed });
i18n.addEventListener('change', () => (frame(), open()));
addEventListener('hashchange', open);
open();

function frame() {
  render(html`<a class="skip" href="#main" @click=${focusMain}>${t('candidate.skip')}</a>
    <header class="candidate-head"><img src="../ui/mark.svg" alt="" width="32" height="32"><span class="strong">Rolewright</span></header>
    <main id="main" class="candidate" tabindex="-1"></main>
    <footer class="candidate-foot row">${languageSwitch()}${themeSwitch()}</footer>`, app);
}

function open() {
  const { path, query } = parseHash(location.hash);
  const found = findRoute(ROUTES, path);
  host.show(new (found?.route ?? MissingPage)({ params: found?.params ?? {}, query }));
}

/** @param {Event} event */
function focusMain(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
