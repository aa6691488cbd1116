/**
 * Small numerical tools that several methods share and that Commons Math and Commons Statistics
 * lack or do by another convention: moments, sample quantiles of a stated type, ranks, quantiles of
 * the usual distributions.
 *
 * <p>Reads and returns primitives. Unlike the results of the method packages, these helpers return
 * {@code NaN} for what is undefined; the method that calls them turns it into "not available".
 */
package org.rolewright.psychometrics.math;
