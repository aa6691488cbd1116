/**
 * The trail of who did what: append-only, each entry hashed together with the one before, written
 * in the transaction of the act itself.
 *
 * <p>Decides the order of acts and whether the trail is whole. Reads and publishes nothing of the
 * stages; the words for an act, {@code act.survey.close}, stand in the catalogue of its stage.
 * Invariants: numbers run from 1 without gaps; an entry is never changed (a trigger refuses it);
 * {@code hash = SHA-256(previous hash, canonical text)}. What it does not prove: that the newest
 * entries were not cut off together with the head; an auditor who notes number and hash of the head
 * at a visit can prove that too.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.audit;
