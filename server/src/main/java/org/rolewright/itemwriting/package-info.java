/**
 * Helps writers: what to write, what reads badly, what was written before.
 *
 * <p>Decides nothing about an item. Finds flaws in a text ({@link
 * org.rolewright.itemwriting.FlawRules}), keys that gather at one place ({@link
 * org.rolewright.itemwriting.KeyBalance}), items that say nearly the same, the cells of the
 * blueprint that lack items, and who writes them until when; takes items in from tables and gives
 * them out.
 *
 * <p>Reads the bank; what it takes in becomes drafts there.
 *
 * <p>Invariants: a finding is a hint and never forbids; a table is taken in whole or not at all,
 * exactly as its preview showed.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.itemwriting;
