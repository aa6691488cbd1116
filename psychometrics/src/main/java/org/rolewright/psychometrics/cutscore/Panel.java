package org.rolewright.psychometrics.cutscore;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.math.Moments;

/** What the methods of this package say about a panel of raters. */
final class Panel {
  /**
   * Standard error of a median against that of a mean, for normal values: √(π/2) to the four
   * decimals that the sources of this field print and compute with.
   */
  static final double MEDIAN_FACTOR = 1.2533;

  private Panel() {}

  /** s/√n; empty for fewer than two. */
  static OptionalDouble standardError(double[] cuts) {
    return Optionals.finite(Moments.sd(cuts) / Math.sqrt(cuts.length));
  }

  /**
   * Jackknife standard error of a cut over raters; empty for fewer than two raters or when a cut
   * without one of them is undefined.
   */
  static <R> OptionalDouble jackknife(List<R> raters, ToDoubleFunction<List<R>> cut) {
    int n = raters.size();
    if (n < 2) {
      return OptionalDouble.empty();
    }
    double[] without =
        IntStream.range(0, n).mapToDouble(i -> cut.applyAsDouble(without(raters, i))).toArray();
    boolean defined = Arrays.stream(without).allMatch(Double::isFinite);
    return defined
        ? Optionals.finite(Math.sqrt((n - 1.0) / n * Moments.sumOfSquares(without)))
        : OptionalDouble.empty();
  }

  private static <R> List<R> without(List<R> raters, int left) {
    return IntStream.range(0, raters.size()).filter(i -> i != left).mapToObj(raters::get).toList();
  }
}
