/** The last resort: what the service does not hold, as a file in the candidate's hands. */

/**
 * The text of the file. `seal` is an HMAC-SHA256 over the text before it, by the key of the sitting: it shows that
 * the file was written by this page and not changed since.
 * @param {import('./sitting.js').Sitting} sitting @param {string} clientId @returns {Promise<string>}
 */
export async function backupText({ view, queue, key }, clientId) {
  const events = queue.after(queue.held).map(({ turn: _, ...event }) => event);
  const body = { sitting: view.id, clientId, exam: view.exam.code, writtenAt: new Date().toISOString(), events };
  return JSON.stringify({ ...body, seal: (await key?.sign(JSON.stringify(body))) ?? '' }, null, 1);
}

/** Offers a text as a file. @param {string} name @param {string} text */
export function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
