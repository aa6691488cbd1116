/** Handing in, once: however long the line is dead and however often the page is loaded again. */
import { ApiError } from '../core/api.js';
import { backoff } from '../core/retry.js';

/**
 * @typedef {import('./api.js').Receipt} Receipt
 *
 * @typedef {object} HandingInOptions
 * @property {import('./queue.js').EventQueue} queue
 * @property {Pick<import('./api.js').Service, 'submit'>} service
 * @property {(ms: number, signal: AbortSignal) => Promise<void>} wait
 * @property {AbortSignal} left aborts with the page
 * @property {() => boolean} over whether the sitting was closed in the meantime
 */

/** @param {HandingInOptions} options @returns {Promise<Receipt | 'closed' | 'penElsewhere' | 'left'>} */
export async function handIn({ queue, service, wait, left, over }) {
  for (let attempt = 0; !left.aborted; attempt++) {
    await queue.merge();
    await allHeld(queue, left);
    if (over()) return 'closed';
    try {
      return await service.submit(queue.epoch, queue.last);
    } catch (cause) {
      if (cause instanceof ApiError && cause.code === 'penElsewhere') return 'penElsewhere';
      queue.wake();
    }
    await wait(backoff(attempt), left);
  }
  return 'left';
}

/** Resolves when the service holds everything. @param {HandingInOptions['queue']} queue @param {AbortSignal} left */
async function allHeld(queue, left) {
  queue.wake();
  while (queue.waiting > 0 && !left.aborted) await new Promise(changed => queue.addEventListener('change', changed, { once: true }));
}
