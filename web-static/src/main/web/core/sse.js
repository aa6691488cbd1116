/**
 * Server-sent events over `fetch`: unlike EventSource it sends the language and sees refusals.
 * After a lost connection it asks again from the last event it has.
 */
import { address, ApiError, jobEvents } from './api.js';
import { language } from './i18n.js';
import { backoff, pause } from './retry.js';

/** @typedef {{id: string, event: string, data: string}} ServerEvent */
/** @typedef {{state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled', progress: number, message: string}} JobState */

const OVER = new Set(['done', 'failed', 'cancelled']);

/**
 * Follows a job until it is over or the signal aborts.
 * @param {string} jobId
 * @param {(state: JobState) => void} onState @param {AbortSignal} signal
 * @returns {Promise<JobState | undefined>} the last state; undefined when aborted
 */
export async function followJob(jobId, onState, signal) {
  for await (const event of events(jobEvents(jobId), signal)) {
    const state = /** @type {JobState} */ (JSON.parse(event.data));
    onState(state);
    if (OVER.has(state.state)) return state;
  }
  return undefined;
}

/**
 * All events, across reconnects, until the caller stops or the signal aborts.
 * @param {string} path @param {AbortSignal} signal @returns {AsyncGenerator<ServerEvent>}
 */
export async function* events(path, signal) {
  let last = '';
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      for await (const event of connection(path, last, signal)) {
        attempt = 0;
        last = event.id || last;
        yield event;
      }
    } catch (cause) {
      if (signal.aborted) return;
      if (cause instanceof ApiError && !cause.unreachable && cause.status < 500) throw cause;
    }
    await pause(backoff(attempt), signal);
  }
}

/** @param {string} path @param {string} last @param {AbortSignal} signal */
async function* connection(path, last, signal) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'text/event-stream', 'Accept-Language': language() };
  if (last) headers['Last-Event-ID'] = last;
  const answer = await fetch(address(path), { headers, signal });
  if (!answer.ok || !answer.body) throw new ApiError({ status: answer.status });
  yield* parse(answer.body.pipeThrough(new TextDecoderStream()));
}

/**
 * @param {AsyncIterable<string>} chunks @returns {AsyncGenerator<ServerEvent>}
 */
export async function* parse(chunks) {
  let rest = '';
  for await (const chunk of chunks) {
    const blocks = (rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseBlock(block);
      if (event) yield event;
    }
  }
}

/** @param {string} block @returns {ServerEvent | null} null for a comment that only keeps the line open */
function parseBlock(block) {
  const event = { id: '', event: 'message', data: '' };
  /** @type {string[]} */
  const data = [];
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'id') event.id = value;
    else if (name === 'event') event.event = value;
  }
  return data.length ? { ...event, data: data.join('\n') } : null;
}
