/**
 * Why an item is on an exam: from any item back to the KSA, the task, the weight of its domain,
 * what peers said about the task, its wording and who wrote it; from any task forward to its items;
 * from a certificate to its score, cut and form and through all items of the form to the same end;
 * and what has lost its way (orphans).
 *
 * <p>Decides nothing and stores nothing; that a certificate was followed is on the trail. Reads one
 * view of the database, {@code lineage.item_lineage}, which joins the stages' own tables by their
 * published artefacts: the adopted blueprint, the run it rests on, the task list that was surveyed.
 * Publishes nothing.
 *
 * <p>Invariants: no text of an item is told here, neither stem nor key, so everybody who may read a
 * study may follow its items. A certificate names its holder, so fewer may follow one. Wordings and
 * codes are those of the list that was surveyed, also when the workshop has gone on since.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.lineage;
