/** The exam as a candidate sees it. */
import { i18n, loadCatalogues } from '../core/i18n.js';
import { html, render } from '../vendor/lit-html/lit-html.js';
import { App } from './app.js';
import { show } from './looks.js';
import { cupboard, Device } from './store.js';
import { screenView } from './views/screen.js';

const place = /** @type {HTMLElement} */ (document.getElementById('app'));
show();
await loadCatalogues(['core', 'exam', 'question']);
const app = new App(await Device.open(await cupboard()));
let due = false;
const draw = () => {
  due = false;
  render(html`${screenView(app)}`, place);
};
const drawSoon = () => {
  if (!due) queueMicrotask(draw);
  due = true;
};
app.addEventListener('change', drawSoon);
i18n.addEventListener('change', drawSoon);
app.addEventListener('moved', () => (draw(), toHeading()));
draw();
await app.begin();
keepShell();

/** Another page begins at its heading, for eyes and for screen readers. */
function toHeading() {
  const heading = place.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** From now on the page opens without a line; the worker lays its files on the device. */
function keepShell() {
  const own = { createScriptURL: () => new URL('worker.js', import.meta.url).href };
  const types = /** @type {any} */ (globalThis).trustedTypes;
  const policy = types ? types.createPolicy('rolewright-worker', own) : own;
  navigator.serviceWorker?.register(policy.createScriptURL('')).catch(() => undefined);
}
