/** Whether this browser on this line can carry an exam; each check says what was found. */

/**
 * @typedef {'good' | 'warn' | 'bad'} Found
 * @typedef {{name: 'secure' | 'storage' | 'room' | 'connection' | 'clock' | 'locks', found: Found, value?: number}} Check
 */

const ROOM_BYTES = 20_000_000;
const SLOW_MS = 1_500;

/**
 * @param {import('./sitting.js').Sitting} sitting
 * @param {import('./store.js').Device} device @returns {Promise<Check[]>}
 */
export async function checkAll(sitting, device) {
  return [
    { name: 'secure', found: isSecureContext ? 'good' : 'bad' },
    { name: 'storage', found: device.durable ? 'good' : 'warn' },
    await room(),
    { name: 'locks', found: 'locks' in navigator && 'serviceWorker' in navigator ? 'good' : 'warn' },
    ...await line(sitting),
  ];
}

/** @returns {Promise<Check>} */
async function room() {
  /** @type {StorageEstimate} */
  const estimate = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  const { quota = 0, usage = 0 } = estimate;
  await navigator.storage?.persist?.().catch(() => false);
  return { name: 'room', found: quota - usage >= ROOM_BYTES ? 'good' : 'warn', value: Math.floor((quota - usage) / 1e6) };
}

/** A few exchanges: how long they take, and how well the time is known after them. @param {import('./sitting.js').Sitting} sitting @returns {Promise<Check[]>} */
async function line(sitting) {
  const taken = [];
  for (let i = 0; i < 3; i++) {
    const begin = performance.now();
    await answered(sitting);
    taken.push(performance.now() - begin);
  }
  const best = Math.round(Math.min(...taken));
  const dead = sitting.queue.state === 'offline' || !sitting.clock.known;
  return [
    { name: 'connection', found: dead ? 'bad' : best > SLOW_MS ? 'warn' : 'good', value: best },
    { name: 'clock', found: dead ? 'bad' : 'good', value: Math.round(sitting.clock.doubt) / 1000 },
  ];
}

/** One exchange more, or ten seconds without any. @param {import('./sitting.js').Sitting} sitting */
function answered({ queue }) {
  return new Promise(done => {
    queue.addEventListener('answer', done, { once: true });
    setTimeout(done, 10_000);
    queue.wake();
  });
}
