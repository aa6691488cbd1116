/** The proctor console: who sits the exam now, how each is getting on, and what a proctor can do for them. */
import { i18n, loadCatalogues, t } from '../core/i18n.js';
import { PageHost } from '../core/page.js';
import { findRoute, parseHash } from '../core/router.js';
import { signInWhenAsked } from '../core/session.js';
import { failed, html, languageSwitch, loading, themeSwitch } from '../ui/index.js';
import { render } from '../vendor/lit-html/lit-html.js';
import { RoomPage } from './room.js';
import { WindowsPage } from './windows.js';

const ROUTES = { '/': WindowsPage, '/windows/:windowId': RoomPage };

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
signInWhenAsked();
await loadCatalogues(['core', 'proctor']);
frame();
i18n.addEventListener('change', frame);
const host = new PageHost(/** @type {HTMLElement} */ (app.querySelector('main')), { loading, failed });
addEventListener('hashchange', open);
open();

function frame() {
  render(html`<a class="skip" href="#main" @click=${toMain}>${t('proctor.skip')}</a>
    <header class="proctor-top"><a class="proctor-brand" href="#/"><img src="../ui/mark.svg" alt="" width="32" height="32"><span>${t('proctor.title')}</span></a>
      <div class="row push">${languageSwitch()}${themeSwitch()}</div></header>
    <main class="proctor" id="main" tabindex="-1"></main>`, app);
}

/** The hash is the page's address, so the jump is made by hand. @param {Event} event */
function toMain(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function open() {
  const { path, query } = parseHash(location.hash || '#/');
  const found = findRoute(ROUTES, path) ?? { route: WindowsPage, params: {} };
  host.show(new found.route({ params: found.params, query }));
}
