package org.rolewright.psychometrics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;

/**
 * Whole numbers of items in proportion to weights.
 *
 * <p>{@link Method#LARGEST_REMAINDER}: fair shares s_i = median(min_i, λw_i, max_i) with Σs =
 * total, each rounded down, then one more for the largest remainders; without bounds this is
 * Hamilton's rule on the quota w_i · total / Σw. {@link Method#LEAST_SQUARES}: the whole numbers
 * within the bounds nearest to the quotas in squares. The divisor methods give one item after the
 * other, from the minimums on, to the greatest w / d(a): Webster d = a + ½, Jefferson a + 1, Adams
 * a, Huntington–Hill √(a(a + 1)).
 *
 * <p>Ties: larger weight first, then lower position; remainders are compared after rounding to
 * 10⁻¹², so that floating point decides nothing. A tie that decided an item is a {@link
 * Warning.Kind#TIE}.
 *
 * <p>Special cases: a weight of 0 gets its minimum only; the largest remainder may take an item
 * away when the total grows (Alabama paradox), divisor methods never do.
 *
 * <p>Source: Balinski, M. L. &amp; Young, H. P. (1982), Fair Representation; Birkhoff, G. (1976),
 * Proceedings of the National Academy of Sciences 73, 684–686. Checked against R 4.2.2 and the
 * textbook example 47000, 16000, 15900, 12000, 6000, 3100 of 10 seats.
 */
public final class Apportionment {
  private static final double NOISE = 1e-12;

  /** A rule of rounding. */
  public enum Method {
    /** Hamilton, with fair shares when there are bounds. */
    LARGEST_REMAINDER,
    /** Nearest to the quotas in squares within the bounds. */
    LEAST_SQUARES,
    /** Divisor method, d = a + ½ (Sainte-Laguë). */
    WEBSTER,
    /** Divisor method, d = a + 1 (D'Hondt); favours large weights. */
    JEFFERSON,
    /** Divisor method, d = a; favours small weights. */
    ADAMS,
    /** Divisor method, d = √(a(a + 1)). */
    HUNTINGTON_HILL
  }

  /**
   * The fewest and the most each may get.
   *
   * @param min at least 0
   * @param max at least {@code min}
   */
  public record Bounds(int[] min, int[] max) {

    /** Copies; refuses bounds out of order. */
    public Bounds {
      min = min.clone();
      max = max.clone();
      Arguments.sameLength(min.length, max.length, "minimums and maximums");
      for (int i = 0; i < min.length; i++) {
        Arguments.notNegative(min[i], "minimum");
        Arguments.require(min[i] <= max[i], "minimum above maximum", min[i] + " > " + max[i]);
      }
    }

    /** No bounds. */
    public static Bounds none(int size) {
      return atLeast(new int[size]);
    }

    /** Minimums only. */
    public static Bounds atLeast(int[] min) {
      int[] max = new int[min.length];
      Arrays.fill(max, Integer.MAX_VALUE);
      return new Bounds(min, max);
    }
  }

  /**
   * An allocation.
   *
   * @param method the rule used
   * @param items whole items, summing to the total
   * @param quotas w · total / Σw, without bounds
   * @param fairShares quotas fitted to the bounds
   * @param residues items − quotas: what rounding and bounds gave or took
   * @param warnings ties that decided an item, zero weights with a minimum
   */
  public record Result(
      Method method,
      int[] items,
      double[] quotas,
      double[] fairShares,
      double[] residues,
      List<Warning> warnings) {}

  private final Method method;

  private Apportionment(Method method) {
    this.method = method;
  }

  /** By the largest remainder. */
  public static Apportionment withDefaults() {
    return new Apportionment(Method.LARGEST_REMAINDER);
  }

  /** By another rule. */
  public Apportionment with(Method other) {
    return new Apportionment(other);
  }

  /** Allocates without bounds. */
  public Result allocate(double[] weights, int total) {
    return allocate(weights, total, Bounds.none(weights.length));
  }

  /**
   * Allocates within bounds.
   *
   * @param weights at least 0 in any unit, not all 0
   * @param total items to place, at least 0
   * @param bounds one pair per weight
   * @throws IllegalArgumentException for weights below 0 or all 0, and for bounds that the total
   *     cannot meet (Σ min &gt; total, or no room below the maximums of positive weights)
   */
  public Result allocate(double[] weights, int total, Bounds bounds) {
    check(weights, total, bounds);
    double sum = Arrays.stream(weights).sum();
    double[] quotas = Arrays.stream(weights).map(w -> w * total / sum).toArray();
    double[] shares = FairShares.of(weights, total, bounds);
    var seats = new Seats(weights, total, bounds);
    switch (method) {
      case LARGEST_REMAINDER -> seats.byRemainder(shares);
      case LEAST_SQUARES -> seats.byPriority((i, a) -> quotas[i] - a);
      case WEBSTER -> seats.byPriority((i, a) -> priority(weights[i], a + 0.5));
      case JEFFERSON -> seats.byPriority((i, a) -> priority(weights[i], a + 1.0));
      case ADAMS -> seats.byPriority((i, a) -> priority(weights[i], a));
      case HUNTINGTON_HILL ->
          seats.byPriority((i, a) -> priority(weights[i], Math.sqrt(a * (a + 1.0))));
    }
    double[] residues = new double[weights.length];
    for (int i = 0; i < residues.length; i++) {
      residues[i] = seats.items[i] - quotas[i];
    }
    return new Result(method, seats.items, quotas, shares, residues, List.copyOf(seats.warnings));
  }

  private static double priority(double weight, double divisor) {
    return weight == 0 ? Double.NEGATIVE_INFINITY : weight / divisor;
  }

  private static void check(double[] weights, int total, Bounds bounds) {
    Arguments.sameLength(weights.length, bounds.min().length, "weights and bounds");
    Arguments.notNegative(total, "items");
    double sum = 0;
    long room = 0;
    for (int i = 0; i < weights.length; i++) {
      Arguments.require(
          weights[i] >= 0 && Double.isFinite(weights[i]), "weights must be at least 0", weights[i]);
      sum += weights[i];
      room += weights[i] > 0 ? bounds.max()[i] : bounds.min()[i];
    }
    Arguments.require(sum > 0, "weights must not all be 0", sum);
    long least = Arrays.stream(bounds.min()).asLongStream().sum();
    Arguments.require(least <= total, "minimums exceed the items", least + " > " + total);
    Arguments.require(room >= total, "maximums leave no room", room + " < " + total);
  }

  /** Items being placed. */
  private static final class Seats {
    private final double[] weights;
    private final int total;
    private final Bounds bounds;
    private final int[] items;
    private final List<Warning> warnings = new ArrayList<>();

    Seats(double[] weights, int total, Bounds bounds) {
      this.weights = weights;
      this.total = total;
      this.bounds = bounds;
      this.items = bounds.min().clone();
      for (int i = 0; i < items.length; i++) {
        if (weights[i] == 0 && items[i] > 0) {
          warnings.add(Warning.of(Warning.Kind.CLAMPED, "weight 0 with a minimum: " + (i + 1)));
        }
      }
    }

    interface Priority {
      double of(int i, int items);
    }

    void byRemainder(double[] shares) {
      for (int i = 0; i < items.length; i++) {
        items[i] = (int) Math.floor(shares[i] + NOISE);
      }
      boolean[] raised = new boolean[items.length];
      double[] remainder = new double[items.length];
      for (int i = 0; i < items.length; i++) {
        remainder[i] = Math.rint((shares[i] - items[i]) / NOISE) * NOISE;
      }
      int left = total - Arrays.stream(items).sum();
      for (; left > 0; left--) {
        int next = place((i, a) -> raised[i] ? Double.NEGATIVE_INFINITY : remainder[i], left == 1);
        raised[next] = true;
      }
    }

    void byPriority(Priority priority) {
      for (int left = total - Arrays.stream(items).sum(); left > 0; left--) {
        place(priority, left == 1);
      }
    }

    /** Gives one item to the greatest priority; warns when a tie decided the last one. */
    private int place(Priority priority, boolean last) {
      int best = -1;
      int equal = -1;
      for (int i = 0; i < items.length; i++) {
        if (weights[i] == 0 || items[i] >= bounds.max()[i]) {
          continue;
        }
        int order =
            best < 0 ? 1 : compare(priority.of(i, items[i]), priority.of(best, items[best]));
        if (order == 0) {
          equal = i;
        }
        if (order > 0 || order == 0 && weights[i] > weights[best]) {
          equal = order > 0 ? -1 : best;
          best = i;
        }
      }
      if (last && equal >= 0) {
        warnings.add(Warning.of(Warning.Kind.TIE, (best + 1) + " before " + (equal + 1)));
      }
      items[best]++;
      return best;
    }

    private static int compare(double a, double b) {
      boolean finite = Double.isFinite(a) && Double.isFinite(b);
      boolean same = finite && Math.abs(a - b) <= NOISE * Math.max(1, Math.abs(b));
      return same ? 0 : Double.compare(a, b);
    }
  }
}
