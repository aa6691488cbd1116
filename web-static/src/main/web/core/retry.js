/** When to try again: full jitter, so that a thousand clients do not come back in the same second. */

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** @param {number} attempt 0 for the first @param {() => number} [random] @returns {number} milliseconds to wait */
export function backoff(attempt, random = Math.random) {
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
}

/**
 * Waits; less when the signal aborts.
 * @param {number} ms @param {AbortSignal} [signal] @returns {Promise<void>}
 */
export function pause(ms, signal) {
  return new Promise(resolve => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
