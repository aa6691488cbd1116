/**
 * What respondents and experts said about each task: descriptives, who performs it, how importance
 * and frequency are combined into one rating, and the validity of content.
 *
 * <p>Decides how missing and "not performed" enter each figure (every rule has a name) and how two
 * scales become one. Reads {@link org.rolewright.psychometrics.rating.TaskRatings} and plain
 * ratings; publishes records. Invariants: a blank is out of numerator and denominator; "not
 * performed" counts as 0 only where the rule says so; importance by people who do not perform a
 * task is not used; the code values of a scale are part of a multiplicative method, because
 * shifting them changes ratios.
 */
package org.rolewright.psychometrics.rating;
