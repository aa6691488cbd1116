package org.rolewright.psychometrics.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;

/**
 * p-values of many tests, adjusted so that the family can be read together.
 *
 * <p>With p₍₁₎ ≤ … ≤ p₍ₘ₎: Bonferroni m·p; Holm max over j ≤ i of (m − j + 1)p₍ⱼ₎;
 * Benjamini–Hochberg min over j ≥ i of m·p₍ⱼ₎/j; all at most 1. Bonferroni and Holm bound the
 * chance of any false alarm, Benjamini–Hochberg the expected share of false alarms among those
 * raised.
 *
 * <p>A test that was not available ({@code NaN}) does not count in m and stays not available.
 *
 * <p>Source: Holm, S. (1979), Scandinavian Journal of Statistics 6, 65–70; Benjamini, Y. &amp;
 * Hochberg, Y. (1995), JRSS B 57, 289–300. Checked against R 4.2.2 {@code p.adjust}.
 *
 * @param bonferroni adjusted, in the order given
 * @param holm adjusted, in the order given
 * @param benjaminiHochberg adjusted, in the order given
 * @param tests number of tests that were available
 */
public record AdjustedP(
    List<OptionalDouble> bonferroni,
    List<OptionalDouble> holm,
    List<OptionalDouble> benjaminiHochberg,
    int tests) {

  /**
   * Adjusts.
   *
   * @param p in [0, 1], {@code NaN} = not available
   * @throws IllegalArgumentException for a p outside [0, 1]
   */
  public static AdjustedP of(double[] p) {
    for (double value : p) {
      Arguments.require(!(value < 0 || value > 1), "p must lie in [0, 1]", value);
    }
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted((i, j) -> Double.compare(p[i], p[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    int m = order.length;
    double[] bonferroni = Arrays.stream(p).map(x -> Math.min(1, m * x)).toArray();
    double[] holm = new double[p.length];
    double[] bh = new double[p.length];
    Arrays.fill(holm, Double.NaN);
    Arrays.fill(bh, Double.NaN);
    double largest = 0;
    for (int i = 0; i < m; i++) {
      largest = Math.max(largest, Math.min(1, (m - i) * p[order[i]]));
      holm[order[i]] = largest;
    }
    double smallest = 1;
    for (int i = m - 1; i >= 0; i--) {
      smallest = Math.min(smallest, m * p[order[i]] / (i + 1));
      bh[order[i]] = smallest;
    }
    return new AdjustedP(
        Optionals.finite(bonferroni), Optionals.finite(holm), Optionals.finite(bh), m);
  }

  /** As {@link #of(double[])}, from results that may be empty. */
  public static AdjustedP of(List<OptionalDouble> p) {
    return of(p.stream().mapToDouble(x -> x.orElse(Double.NaN)).toArray());
  }
}
