/** @typedef {{label: string, email?: string}} Invitee */

const EMAIL = /[^\s@<>,;"]+@[^\s@<>,;"]+/;
const EDGES = /^[\s,;<>"]+|[\s,;<>"]+$/g;

/**
 * People as somebody pastes them: one a line, a name, an address, or both in any order.
 * @param {string} text @returns {Invitee[]}
 */
export function inviteesOf(text) {
  return text.split('\n').map(line => line.trim()).filter(Boolean).map(invitee);
}

/** @param {string} line @returns {Invitee} */
function invitee(line) {
  const email = line.match(EMAIL)?.[0];
  const name = (email ? line.replace(email, '') : line).replace(EDGES, '');
  return email ? { label: name || email, email } : { label: name };
}

/** The links as a CSV file. @param {import('./api.js').PersonalLink[]} links */
export function linksFile(links) {
  const lines = links.map(({ label, link = '' }) => `${quoted(label)},${quoted(link)}\r\n`);
  return new Blob(['label,link\r\n', ...lines], { type: 'text/csv;charset=utf-8' });
}

/** Text that begins like a formula stays text. @param {string} cell */
function quoted(cell) {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
