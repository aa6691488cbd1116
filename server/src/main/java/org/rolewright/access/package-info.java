/**
 * Who may do what, and how people get in: roles, permissions, the set-up link of the first
 * administrator, invitations, and the administrators' room (people, outbox, audit trail).
 *
 * <p>Every use case of every stage begins with {@code Permission.X.require(actor)}. Invariants: the
 * set-up link works once and only until it has made an administrator; an invitation is accepted
 * once; nobody but an administrator makes administrators and auditors.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.access;
