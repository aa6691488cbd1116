/** Who is signed in, and the way to the sign-in page and back. */
import { apiEvents } from './api.js';

/** @typedef {'administrator' | 'certificationExpert' | 'sme' | 'itemWriter' | 'proctor' | 'auditor'} Role */
/** @typedef {{id: string, name: string, email: string, roles: Role[]}} Person */

const ACCOUNT = new URL('../account/', import.meta.url);
const WORKBENCH = new URL('../workbench/', import.meta.url);

/** @type {Person | undefined} */
let signedIn;

/** @param {Person} person */
export function setPerson(person) {
  signedIn = person;
}

/** Who is signed in; undefined where nobody has asked yet. */
export function person() {
  return signedIn;
}

/**
 * Whether to offer something at all; the service decides whether it may be done.
 * @param {...Role} roles any of these
 */
export function hasRole(...roles) {
  return roles.some(role => signedIn?.roles.includes(role));
}

/** Whenever the service says that the session is over, ask to sign in and come back here. */
export function signInWhenAsked() {
  apiEvents.addEventListener('unauthorized', toSignIn);
}

export function toSignIn() {
  const here = location.pathname + location.search + location.hash;
  location.assign(`${ACCOUNT}#/sign-in?return=${encodeURIComponent(here)}`);
}

/**
 * Where to go after signing in: the page asked for, when it is ours, else the workbench.
 * @param {string | null} wanted @param {string} [origin]
 */
export function returnAddress(wanted, origin = location.origin) {
  if (!wanted) return WORKBENCH.href;
  const target = URL.parse(wanted, origin);
  return target?.origin === origin ? target.href : WORKBENCH.href;
}
