/**
 * Lays the page of the exam on the device, all of it at once, so that it opens without a line. The newest that
 * comes soon is shown; else what is kept. Nothing of `/api` is ever touched.
 */
const EXAM_CACHE = 'rolewright-exam-1';
const PATIENCE_MS = 4_000;

/** Everything the page can need, also what it loads only later: kept true by a test. */
const FILES = [
  './', './main.js', './api.js', 'app.js', 'backup.js', 'check.js', 'entry.js', 'handing-in.js', 'keys.js', 'looks.js', 'marks.js', 'path.js',
  'queue.js', 'seal.js', 'sheet.js', 'sitting.js', 'store.js', 'times.js', 'typing.js', 'writer.js',
  'views/again.js', 'views/closed.js', 'views/code.js', 'views/finish.js', 'views/frame.js', 'views/intro.js', 'views/question.js', 'views/rest.js',
  'views/review.js', 'views/screen.js', 'views/standing.js', 'views/tools.js',
  '../core/announce.js', '../core/api.js', '../core/clock.js', '../core/early.js', '../core/i18n.js', '../core/page.js', '../core/retry.js', '../core/settings.js', '../core/theme.js',
  '../ui/arrange.js', '../ui/button.js', '../ui/choice.js', '../ui/dialog.js', '../ui/draft.js', '../ui/field.js', '../ui/icon.js', '../ui/language.js', '../ui/mark.svg',
  '../ui/page.js', '../ui/question.js', '../ui/rich.js',
  '../css/base.css', '../css/components.css', '../css/exam.css', '../css/print.css', '../css/question.css', '../css/tokens.css',
  '../i18n/en/core.json', '../i18n/en/exam.json', '../i18n/en/question.json', '../i18n/es/core.json', '../i18n/es/exam.json', '../i18n/es/question.json',
  '../vendor/lit-html/lit-html.js', '../vendor/lit-html/directive.js', '../vendor/lit-html/directive-helpers.js', '../vendor/lit-html/directives/if-defined.js',
  '../vendor/lit-html/directives/keyed.js', '../vendor/lit-html/directives/live.js', '../vendor/lit-html/directives/repeat.js',
];
const examScope = /** @type {any} */ (self);

examScope.addEventListener('install', (/** @type {any} */ event) => {
  examScope.skipWaiting();
  event.waitUntil(caches.open(EXAM_CACHE).then(kept => kept.addAll(FILES)));
});
examScope.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(examScope.clients.claim()));
examScope.addEventListener('fetch', (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api')) return;
  event.respondWith(soonest(url.pathname));
});

/** @param {string} address */
async function soonest(address) {
  const kept = await caches.open(EXAM_CACHE);
  const copy = await kept.match(address);
  try {
    const answer = await fetch(address, copy ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (answer.ok) await kept.put(address, answer.clone());
    else if (copy && answer.status >= 500) return copy;
    return answer;
  } catch (cause) {
    if (!copy) throw cause;
    return copy;
  }
}
