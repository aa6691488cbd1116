/**
 * The shapes in which ratings and responses come in: matrices where {@code NaN} means "not
 * answered", and ratings whose missing answers keep their kind.
 *
 * <p>Reads arrays of the caller and copies them; publishes {@link
 * org.rolewright.psychometrics.data.RatingMatrix} and small helpers on {@code double[][]}.
 * Invariant: no kind of missing is ever turned into a number here; each statistic states what it
 * does with each kind.
 */
package org.rolewright.psychometrics.data;
