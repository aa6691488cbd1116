/** The roster as it changes: by events of the service; asked for when none came for a while. */
import { ApiError } from '../core/api.js';
import { pause } from '../core/retry.js';
import { events } from '../core/sse.js';
import { readRoster, rosterEvents } from './api.js';

const QUIET_MS = 15_000;

/**
 * @param {string} windowId @param {AbortSignal} signal
 * @param {(roster: import('./api.js').Roster) => void} onRoster @param {(alive: boolean) => void} onAlive whether what is shown is how it is now
 */
export async function follow(windowId, signal, onRoster, onAlive) {
  let heardAt = performance.now();
  const heard = (/** @type {import('./api.js').Roster} */ roster) => {
    heardAt = performance.now();
    onAlive(true);
    onRoster(roster);
  };
  listen(windowId, signal, heard).catch(() => onAlive(false));
  while (!signal.aborted) {
    await pause(QUIET_MS / 3, signal);
    if (signal.aborted || performance.now() - heardAt < QUIET_MS) continue;
    try {
      heard(await readRoster(windowId));
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      onAlive(false);
    }
  }
}

/** @param {string} windowId @param {AbortSignal} signal @param {(roster: import('./api.js').Roster) => void} heard */
async function listen(windowId, signal, heard) {
  for await (const event of events(rosterEvents(windowId), signal)) heard(JSON.parse(event.data));
}
