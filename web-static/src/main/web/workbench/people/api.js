import { get, post } from '../../core/api.js';

/** @typedef {import('../../core/session.js').Person} Person */
/** @typedef {{id: string, email: string, role: string, link: string}} Invitation */

/** @returns {Promise<Person[]>} */
export async function listPeople() {
  return (await get('/people')).people;
}

/** @param {{email: string, role: string}} invitation @returns {Promise<Invitation>} */
export const invite = invitation => post('/invitations', invitation);
