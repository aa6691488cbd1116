/**
 * Stage 2: what people in the role do: performance domains, task statements, statements of
 * knowledge, skill and ability (KSAs), and which task needs which KSA.
 *
 * <p>Decides the wording and order of statements. {@link org.rolewright.workshop.WorkshopService}
 * writes the board and publishes it, {@link org.rolewright.workshop.ImportService} takes files in,
 * {@code StatementRules} warns of wordings that could be better and of statements that stand alone.
 *
 * <p>Reads {@code study}. Publishes {@link org.rolewright.workshop.TaskList}, numbered from 1 and
 * hashed, which the survey asks about.
 *
 * <p>Invariants: a statement keeps its identity through all wordings and lists; every wording stays
 * with its author and time; nothing is deleted, a drop is a state with a reason and can be undone;
 * a published list never changes (a trigger holds it); an import stores all of its lines or none,
 * makes only what its preview showed, and drops nothing; changes of one board happen one after the
 * other.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.workshop;
