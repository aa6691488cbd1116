package org.rolewright.psychometrics.agreement;

import java.util.OptionalDouble;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;

/**
 * The prophecy of Spearman and Brown: reliability of a measure made longer or shorter by parallel
 * parts.
 *
 * <pre>r(L) = L r / (1 + (L − 1) r)        L(r*) = r* (1 − r) / (r (1 − r*))</pre>
 *
 * <p>Source: Spearman, C. (1910), British Journal of Psychology 3, 271–295; Brown, W. (1910), same
 * volume, 296–322. Checked against base R.
 */
public final class SpearmanBrown {

  private SpearmanBrown() {}

  /**
   * Reliability at {@code factor} times the length.
   *
   * @param reliability of the measure as it is, at most 1; may be negative
   * @param factor L, positive; below 1 shortens
   * @return empty where 1 + (L − 1) r is not positive, as it can be for a negative reliability
   * @throws IllegalArgumentException for a reliability above 1 or a factor that is not positive
   */
  public static OptionalDouble lengthened(double reliability, double factor) {
    Arguments.require(reliability <= 1, "reliability must not be above 1", reliability);
    Arguments.positive(factor, "factor");
    double below = 1 + (factor - 1) * reliability;
    return below > 0 ? Optionals.finite(factor * reliability / below) : OptionalDouble.empty();
  }

  /**
   * How many times the length a target needs.
   *
   * @param reliability of the measure as it is, at most 1
   * @param target wanted reliability, inside (0, 1)
   * @return empty where no length reaches the target, that is for a reliability of 0 or below
   * @throws IllegalArgumentException for a reliability above 1 or a target outside (0, 1)
   */
  public static OptionalDouble factorFor(double reliability, double target) {
    Arguments.require(reliability <= 1, "reliability must not be above 1", reliability);
    Arguments.require(target > 0 && target < 1, "target must lie inside (0, 1)", target);
    return reliability <= 0
        ? OptionalDouble.empty()
        : Optionals.finite(target * (1 - reliability) / (reliability * (1 - target)));
  }
}
