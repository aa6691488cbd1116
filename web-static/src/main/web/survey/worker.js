/**
 * Keeps the pages of the survey on the device, so that they open without a connection. Nothing of `/api` is
 * ever kept here: answers wait in the outbox, in storage of their own.
 */
const CACHE = 'rolewright-survey-1';
const scope = /** @type {any} */ (self);

scope.addEventListener('install', () => scope.skipWaiting());
scope.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api')) return;
  event.respondWith(fromNetworkOrDevice(event.request));
});

/** The newest there is; the copy without a connection. The address kept has no query: it is part of a link. @param {Request} request */
async function fromNetworkOrDevice(request) {
  const kept = await caches.open(CACHE);
  const address = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(address, answer.clone());
    return answer;
  } catch (cause) {
    const copy = await kept.match(address);
    if (!copy) throw cause;
    return copy;
  }
}
