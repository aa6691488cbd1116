/**
 * People, their accounts, sign-in and sessions.
 *
 * <p>Decides who somebody is, never what they may do (that is {@code access}). Invariants: an
 * address belongs to one person; passwords are kept as Argon2id only, session tokens as SHA-256
 * only; after five wrong passwords an account waits, longer each time.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.identity;
