/** The survey as a peer sees it: one page of questions after another, every answer kept at once. */
import { ApiError } from '../core/api.js';
import { i18n, loadCatalogues } from '../core/i18n.js';
import { failed, loading } from '../ui/page.js';
import { html, render } from '../vendor/lit-html/lit-html.js';
import { browserKey, Device } from './device.js';
import { Session } from './session.js';
import { surveyView } from './views/frame.js';
import { usedView } from './views/ended.js';

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const query = new URLSearchParams(location.search);
const survey = query.get('s') ?? '';
const openKey = query.get('k') ?? '';
const token = location.hash.slice(1);

await loadCatalogues(['core', 'peer']);
keepWorking();
render(html`<main class="peer">${loading()}</main>`, app);
await open();

async function open() {
  try {
    const session = new Session(survey, link(), new Device(survey, token || `open ${openKey}`));
    await session.open();
    const draw = () => render(surveyView(session), app);
    session.addEventListener('change', draw);
    i18n.addEventListener('change', draw);
    draw();
    keepPages().catch(() => undefined);
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    const used = cause.status === 409 || cause.status === 404;
    render(html`<main class="peer">${used ? usedView(cause) : failed(cause, open)}</main>`, app);
  }
}

/** From the second visit on the pages open without a connection; where that is not possible they need one. */
function keepWorking() {
  const own = { createScriptURL: () => new URL('worker.js', import.meta.url).href };
  const types = /** @type {any} */ (globalThis).trustedTypes;
  const policy = types ? types.createPolicy('rolewright-worker', own) : own;
  navigator.serviceWorker?.register(policy.createScriptURL('')).catch(() => undefined);
}

/** Lays the files of this visit where worker.js finds them without a connection. */
async function keepPages() {
  if (!('caches' in globalThis)) return;
  const files = performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname);
  const kept = await caches.open('rolewright-survey-1');
  await kept.addAll([location.pathname, ...new Set(files.filter(path => !path.startsWith('/api')))]);
}

/** @returns {import('./api.js').Link} */
function link() {
  return token ? { token } : { openKey, browserKey: browserKey(survey) };
}
