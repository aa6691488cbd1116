/** Sign in, sign out, the set-up of the first administrator, the acceptance of an invitation. */
import { i18n, loadCatalogues } from '../core/i18n.js';
import { PageHost } from '../core/page.js';
import { findRoute, parseHash } from '../core/router.js';
import { failed, html, languageSwitch, loading, themeSwitch } from '../ui/index.js';
import { render } from '../vendor/lit-html/lit-html.js';
import { InvitationPage } from './views/invitation.js';
import { SetupPage } from './views/setup.js';
import { SignInPage } from './views/sign-in.js';
import { SignOutPage } from './views/sign-out.js';

const ROUTES = {
  '/sign-in': SignInPage,
  '/sign-out': SignOutPage,
  '/setup/:token': SetupPage,
  '/invitation/:token': InvitationPage,
};

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
await loadCatalogues(['core', 'account']);
frame();
i18n.addEventListener('change', frame);
const host = new PageHost(/** @type {HTMLElement} */ (app.querySelector('main')), { loading, failed });
addEventListener('hashchange', open);
open();

function frame() {
  render(html`<div class="door">
    <header class="door-brand"><img src="../ui/mark.svg" alt="" width="44" height="44"><span>Rolewright</span></header>
    <main class="card door-card"></main>
    <footer class="row">${languageSwitch()}${themeSwitch()}</footer>
  </div>`, app);
}

function open() {
  const { path, query } = parseHash(location.hash);
  const found = findRoute(ROUTES, path) ?? { route: SignInPage, params: {} };
  host.show(new found.route({ params: found.params, query }));
}
