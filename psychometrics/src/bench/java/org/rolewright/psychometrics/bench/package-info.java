/**
 * How fast the statistics are, beside R on the same machine, the same data and in the same run:
 * {@code ./run bench statistics}.
 *
 * <p>JMH times our methods; the scripts in {@code src/bench/R} time what people call there (psych,
 * lme4, boot) and the best vectorised base R. One figure of every measurement is compared, so that
 * both sides are known to have computed the same thing. Nothing here is shipped.
 */
package org.rolewright.psychometrics.bench;
