/**
 * Whether groups agree about the work: differences with their size, many tests at once, whole
 * profiles of tasks, and the panel against the field.
 *
 * <p>Reads ratings by group or profiles of task means; publishes records. Invariants: a difference
 * comes with its size and interval, not only a p; a family of tests is adjusted before it is read;
 * a high correlation is never taken for agreement in level.
 */
package org.rolewright.psychometrics.comparison;
