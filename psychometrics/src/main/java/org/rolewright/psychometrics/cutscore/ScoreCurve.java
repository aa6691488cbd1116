package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.rolewright.psychometrics.Optionals;

/**
 * Percent failing (below the cut) as a function of the cut: exact at whole cuts, straight lines
 * between them.
 */
record ScoreCurve(double[] sorted) {

  static ScoreCurve of(double[] scores) {
    double[] known = Arrays.stream(scores).filter(x -> !Double.isNaN(x)).sorted().toArray();
    require(known.length > 0, "scores must hold a score", 0);
    return new ScoreCurve(known);
  }

  /** Percent strictly below a cut, interpolated between whole cuts. */
  double failing(double cut) {
    double low = Math.floor(cut);
    double share = cut - low;
    return share == 0 ? below(low) : (1 - share) * below(low) + share * below(low + 1);
  }

  /** Percent strictly below a cut, not interpolated. */
  double below(double cut) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < cut) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 100.0 * low / sorted.length;
  }

  /** Where line − failing, which never rises, passes 0 between two cuts; empty if it does not. */
  OptionalDouble crossing(DoubleUnaryOperator line, double from, double to) {
    double left = from;
    double above = line.applyAsDouble(left) - failing(left);
    if (above < 0) {
      return OptionalDouble.empty();
    }
    while (left < to) {
      double right = Math.min(Math.floor(left) + 1, to);
      double next = line.applyAsDouble(right) - failing(right);
      if (next <= 0) {
        return Optionals.finite(
            above == next ? left : left + (right - left) * above / (above - next));
      }
      left = right;
      above = next;
    }
    return above == 0 ? OptionalDouble.of(left) : OptionalDouble.empty();
  }
}
