package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Cohen's kappa of two raters, unweighted or with credit for near misses.
 *
 * <pre>κ = (Po − Pe) / (1 − Pe)     Po = Σ w p_ij     Pe = Σ w p_i. p_.j
 * var(κ)  = [Σ p_ij (w − (w̄_i. + w̄_.j)(1 − κ))² − (κ − Pe(1 − κ))²] / (n(1 − Pe)²)
 * var₀(κ) = [Σ p_i.p_.j (w − (w̄_i. + w̄_.j))² − Pe²] / (n(1 − Pe)²)</pre>
 *
 * with w̄_i. = Σⱼ w p_.j and w̄_.j = Σᵢ w p_i.. The interval is κ ± z √var(κ); the test of κ = 0
 * uses var₀. The table is square over the categories that either rater used, in ascending order,
 * one step apart.
 *
 * <p>{@link StandardErrors#PSYCH} gives the interval that R psych 2.2.9 prints for weighted kappa:
 * it has p_j. Σₗ w_jl in place of w̄_.j, which is not the published formula. It serves comparison
 * only.
 *
 * <p><b>Input.</b> {@code first[subject]}, {@code second[subject]}: one number per category, {@code
 * NaN} = no rating. <b>Missing.</b> Subjects rated by both. <b>Special cases.</b> Undefined (0/0)
 * when both put everything into one and the same category, and without subjects.
 *
 * <p>Source: Cohen, J. (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968),
 * Psychological Bulletin 70, 213–220; Fleiss, Cohen &amp; Everitt (1969), Psychological Bulletin
 * 72, 323–327. Checked against R irr 0.84.1 {@code kappa2} and psych 2.2.9 {@code cohen.kappa}.
 */
public final class CohenKappa {

  /** Which formula gives the standard error of the interval. */
  public enum StandardErrors {
    /** As published by Fleiss, Cohen and Everitt. */
    FLEISS_COHEN_EVERITT,
    /** As R psych 2.2.9 computes it for weighted kappa; equal without weights. */
    PSYCH
  }

  private final KappaWeights weights;
  private final StandardErrors standardErrors;
  private final double confidence;

  private CohenKappa(KappaWeights weights, StandardErrors standardErrors, double confidence) {
    this.weights = weights;
    this.standardErrors = standardErrors;
    this.confidence = Arguments.confidence(confidence);
  }

  /** Unweighted, 95 % interval. */
  public static CohenKappa withDefaults() {
    return new CohenKappa(KappaWeights.UNWEIGHTED, StandardErrors.FLEISS_COHEN_EVERITT, 0.95);
  }

  /** The same with credit for near misses. */
  public CohenKappa with(KappaWeights credit) {
    return new CohenKappa(credit, standardErrors, confidence);
  }

  /** The same with another confidence, inside (0, 1). */
  public CohenKappa withConfidence(double level) {
    return new CohenKappa(weights, standardErrors, level);
  }

  /** The same with another formula of the standard error. */
  public CohenKappa with(StandardErrors formula) {
    return new CohenKappa(weights, formula, confidence);
  }

  /**
   * Kappa and what it rests on.
   *
   * @param kappa agreement beyond chance, as it comes
   * @param observed Po
   * @param expected Pe
   * @param standardError √var(κ)
   * @param interval confidence interval of the coefficient
   * @param z κ over √var₀
   * @param p two-sided, of κ = 0
   * @param categories in ascending order
   * @param used subjects rated by both
   * @param dropped subjects left out
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble kappa,
      OptionalDouble observed,
      OptionalDouble expected,
      OptionalDouble standardError,
      Optional<Interval> interval,
      OptionalDouble z,
      OptionalDouble p,
      List<Double> categories,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      categories = List.copyOf(categories);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Estimates kappa.
   *
   * @param first {@code first[subject]}, one number per category, {@code NaN} = no rating
   * @param second {@code second[subject]}, of the other rater
   * @throws IllegalArgumentException for unequal lengths or an infinite value
   */
  public Result estimate(double[] first, double[] second) {
    Arguments.sameLength(first.length, second.length, "first and second");
    Arguments.noInfinite(first, "first");
    Arguments.noInfinite(second, "second");
    int[] both =
        IntStream.range(0, first.length).filter(s -> !Double.isNaN(first[s] + second[s])).toArray();
    var categories =
        Categories.of(
            IntStream.of(both).mapToDouble(s -> first[s]).toArray(),
            IntStream.of(both).mapToDouble(s -> second[s]).toArray());
    var warnings = new ArrayList<Warning>();
    int dropped = first.length - both.length;
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (categories.count() < 2) {
      warnings.add(Warning.of(both.length == 0 ? Kind.NO_DATA : Kind.ONE_CATEGORY));
      return undefined(categories, both.length, dropped, warnings);
    }
    var joint = new double[categories.count()][categories.count()];
    for (int s : both) {
      joint[categories.index(first[s])][categories.index(second[s])] += 1.0 / both.length;
    }
    return result(joint, categories, both.length, dropped, warnings);
  }

  private static Result undefined(
      Categories categories, int used, int dropped, List<Warning> warnings) {
    var none = OptionalDouble.empty();
    return new Result(
        none,
        none,
        none,
        none,
        Optional.empty(),
        none,
        none,
        names(categories),
        used,
        dropped,
        warnings);
  }

  private static List<Double> names(Categories categories) {
    return Arrays.stream(categories.values()).boxed().toList();
  }

  private Result result(
      double[][] joint, Categories categories, int n, int dropped, List<Warning> warnings) {
    var table = new Table(joint, weights.matrix(places(joint.length)));
    double kappa = table.kappa();
    double scale = Math.sqrt(n) * (1 - table.expected());
    double[] columnCredit =
        standardErrors == StandardErrors.PSYCH && weights != KappaWeights.UNWEIGHTED
            ? table.columnCreditOfPsych()
            : table.columnCredit();
    double se = table.spread(columnCredit) / scale;
    OptionalDouble z = Optionals.ratio(kappa, table.nullSpread() / scale);
    if (kappa < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "kappa"));
    }
    if (z.isEmpty()) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "test"));
    }
    return new Result(
        Optionals.finite(kappa),
        Optionals.finite(table.observed()),
        Optionals.finite(table.expected()),
        Optionals.finite(se),
        Optional.of(
            Interval.around(kappa, Distributions.normalTwoSided(confidence) * se, confidence)),
        z,
        z.isPresent()
            ? OptionalDouble.of(Distributions.normalTwoSidedP(z.getAsDouble()))
            : OptionalDouble.empty(),
        names(categories),
        n,
        dropped,
        warnings);
  }

  private static double[] places(int categories) {
    return IntStream.range(0, categories).asDoubleStream().toArray();
  }

  /** Shares p_ij of both raters with the credit w of each cell. */
  private record Table(double[][] p, double[][] w) {

    double[] rows() {
      return Arrays.stream(p).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    double[] columns() {
      return new Table(Matrices.transpose(p), w).rows();
    }

    double observed() {
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum += product(w[i], p[i]);
      }
      return sum;
    }

    double expected() {
      return product(rows(), rowCredit());
    }

    double kappa() {
      return (observed() - expected()) / (1 - expected());
    }

    /** w̄_i., mean credit of a row's category against the other rater's. */
    double[] rowCredit() {
      double[] columns = columns();
      return Arrays.stream(w).mapToDouble(credits -> product(credits, columns)).toArray();
    }

    /** w̄_.j. */
    double[] columnCredit() {
      double[] rows = rows();
      return Arrays.stream(w).mapToDouble(credits -> product(credits, rows)).toArray();
    }

    double[] columnCreditOfPsych() {
      double[] rows = rows();
      var credit = new double[rows.length];
      Arrays.setAll(credit, j -> rows[j] * Arrays.stream(w[j]).sum());
      return credit;
    }

    double spread(double[] columnCredit) {
      double[] rowCredit = rowCredit();
      double kappa = kappa();
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        for (int j = 0; j < p.length; j++) {
          double off = w[i][j] - (rowCredit[i] + columnCredit[j]) * (1 - kappa);
          sum += p[i][j] * off * off;
        }
      }
      double centre = kappa - expected() * (1 - kappa);
      return Math.sqrt(Math.max(0, sum - centre * centre));
    }

    double nullSpread() {
      double[] rows = rows();
      double[] columns = columns();
      double[] rowCredit = rowCredit();
      double[] columnCredit = columnCredit();
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        for (int j = 0; j < p.length; j++) {
          double off = w[i][j] - rowCredit[i] - columnCredit[j];
          sum += rows[i] * columns[j] * off * off;
        }
      }
      return Math.sqrt(Math.max(0, sum - expected() * expected()));
    }

    private static double product(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }
}
