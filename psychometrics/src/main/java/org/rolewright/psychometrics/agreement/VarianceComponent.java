package org.rolewright.psychometrics.agreement;

import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;

/**
 * One variance component of a generalizability study.
 *
 * @param effect what varies, such as {@code "object"} or {@code "object x condition"}
 * @param estimate as it comes; may be negative, empty when the design does not identify it
 * @param standardError of the estimate, supposing normal effects; empty when there is none
 */
public record VarianceComponent(
    String effect, OptionalDouble estimate, OptionalDouble standardError) {

  static VarianceComponent of(String effect, double estimate, double standardError) {
    return new VarianceComponent(
        effect, Optionals.finite(estimate), Optionals.finite(standardError));
  }

  /** Whether the estimate came out below 0. */
  public boolean isNegative() {
    return estimate.orElse(0) < 0;
  }

  /** The estimate with 0 in place of a negative one; {@code NaN} when undefined. */
  double zeroed() {
    return Math.max(0, estimate.orElse(Double.NaN));
  }
}
