/**
 * How much of the exam each domain and task gets: weights of an analysis run become whole items.
 *
 * <p>Decides what follows from people's choices: which tasks are in, weights a panel set, bounds of
 * cells, the length of the test. Items are given by the largest remainder, first to domains, then
 * within each to its tasks, and what rounding gave or took is shown.
 *
 * <p>Reads {@link org.rolewright.analysis.AnalysisRun}; publishes {@link
 * org.rolewright.blueprint.Blueprint} once adopted.
 *
 * <p>Invariants: every change of a draft has a written reason and keeps the value before and after;
 * whoever proposed a blueprint, or changed the draft last, cannot adopt it; an adopted blueprint
 * never changes, a later version takes its place; a study has one draft at a time. The public
 * content outline holds titles, statements and shares, nothing secure.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.blueprint;
