/**
 * Stage 6: items, every version of each, and what became of them.
 *
 * <p>Decides that an item measures a task of an adopted blueprint and at least one KSA which that
 * task needs; who may read and change its text; when a text is fixed; how states follow each other
 * ({@link org.rolewright.itembank.ItemState}); which items may not stand together; when an item
 * rests or a pilot ends ({@link org.rolewright.itembank.BankRules}).
 *
 * <p>Reads the adopted {@link org.rolewright.blueprint.Blueprint}, its cells, and the pictures and
 * stimuli of {@code library}. Publishes {@link org.rolewright.itembank.ItemVersion} and the pool
 * that forms are made from ({@link org.rolewright.itembank.PoolItem}).
 *
 * <p>When a new blueprint is adopted, the items of the one before are carried to it ({@link
 * org.rolewright.itembank.Carrying}): an item whose task, domain and KSAs are all in the new
 * blueprint gets a next version with the same text, the same author and the same state, because
 * nothing that its reviewers judged has changed; the trail names the version it came from. Exposure
 * and evidence go with it, because candidates have seen that very text. A draft is rewritten. What
 * is under review, or would measure something else, stays behind and is listed with the reason:
 * that takes a judgement. Published forms keep the versions that they have.
 *
 * <p>Invariants, kept by the database as well: an item without a blueprint cell or a KSA cannot
 * exist; only a draft changes; an approved version is never reopened, a change makes the next
 * version; a hash over all that a form pins is computed by the database itself; evidence and
 * exposure are only added, and a sitting counts once. Every saved text of a draft is kept. Keys and
 * rationales are given to the author, to those who lead the study, and through a review to its
 * reviewers; never to people who prepare candidates where the study keeps them out.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.itembank;
