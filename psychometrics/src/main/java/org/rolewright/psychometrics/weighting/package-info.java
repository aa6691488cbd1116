/**
 * From ratings to a blueprint: which tasks stay, what weight tasks and domains carry and how sure
 * that is, how the weights move under other rules, and how many items each gets.
 *
 * <p>Reads {@link org.rolewright.psychometrics.rating.TaskRatings} and an {@link
 * org.rolewright.psychometrics.weighting.Outline}; publishes weights with errors and integer
 * allocations. Invariants: weights sum to 1; tasks sum to their domain, also in whole items;
 * respondents (never ratings or tasks) are resampled; each choice that moves a weight is a named
 * rule, recorded in the result.
 */
package org.rolewright.psychometrics.weighting;
