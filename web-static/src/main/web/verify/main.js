/** Public: how a certificate stands, for whoever holds its number and code. A certificate's QR code leads here. */
import { i18n, loadCatalogues } from '../core/i18n.js';
import { PageHost } from '../core/page.js';
import { findRoute, parseHash } from '../core/router.js';
import { failed, html, languageSwitch, loading, themeSwitch } from '../ui/index.js';
import { render } from '../vendor/lit-html/lit-html.js';
import { VerifyPage } from './page.js';

const ROUTES = { '/:number/:code': VerifyPage };

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
await loadCatalogues(['core', 'verify']);
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
  const found = findRoute(ROUTES, path);
  host.show(new VerifyPage({ params: found?.params ?? {}, query }));
}
