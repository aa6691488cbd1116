package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Distributions;

/**
 * The six intraclass correlations of Shrout and Fleiss: reliability of one rating, or of the mean
 * of k, of n objects (persons, tasks) by raters.
 *
 * <p>With mean squares B between objects, W within objects, J between raters and E what is left:
 *
 * <pre>ICC(1,1) = (B − W) / (B + (k−1)W)                    ICC(1,k) = (B − W) / B
 * ICC(2,1) = (B − E) / (B + (k−1)E + k(J−E)/n)         ICC(2,k) = (B − E) / (B + (J−E)/n)
 * ICC(3,1) = (B − E) / (B + (k−1)E)                    ICC(3,k) = (B − E) / B</pre>
 *
 * 1: other raters for every object; 2: the same raters, agreement in level counts; 3: the same
 * raters, only the order counts (consistency). F tests ρ = 0: B/W for 1, B/E for 2 and 3. Intervals
 * of 1 and 3 are exact F intervals; of 2 by Satterthwaite's degrees of freedom, stepped up for the
 * mean by Spearman–Brown ({@link AverageInterval} has R irr's variant).
 *
 * <p><b>Input.</b> {@link #estimate}: {@code ratings[object][rater]}; {@link #estimateTaskProfile}:
 * {@code ratings[respondent][task]} with tasks as objects and respondents as raters. Any numeric
 * scale, {@code NaN} = no rating. One pass over the table, and one over its gaps.
 *
 * <p><b>Missing.</b> Every rating is used. With empty cells ({@link Method#VARIANCE_COMPONENTS}) 2
 * and 3 come from components by Henderson's Method 1 ({@link CrossedStudy}) and 1 from the
 * unbalanced one-way analysis; k is the harmonic mean number of ratings of an object (for 1:
 * Donner's n₀), and intervals and F use the mean squares a full table of that size would be
 * expected to have: an approximation.
 *
 * <p><b>Special cases.</b> Undefined with one object, one rater, or where numerator and denominator
 * are 0 (no variance at all); mean forms also when all objects have equal means. With E = 0 (or W =
 * 0) and B &gt; 0 the coefficient is 1, its interval [1, 1] and F, being infinite, not available.
 * Negative values are reported as they are and flagged.
 *
 * <p>Source: Shrout, P. E. &amp; Fleiss, J. L. (1979), Psychological Bulletin 86, 420–428; McGraw,
 * K. O. &amp; Wong, S. P. (1996), Psychological Methods 1, 30–46. Checked against the published
 * table, R psych 2.2.9 {@code ICC} and irr 0.84.1 {@code icc}.
 */
public final class IntraclassCorrelation {

  /** The six forms. */
  public enum Form {
    /** One-way, one rating. */
    ICC1,
    /** Two-way random, agreement, one rating. */
    ICC2,
    /** Two-way mixed, consistency, one rating. */
    ICC3,
    /** One-way, mean of k ratings. */
    ICC1K,
    /** Two-way random, agreement, mean of k ratings. */
    ICC2K,
    /** Two-way mixed, consistency, mean of k ratings. */
    ICC3K
  }

  /** How the interval of the agreement of means, ICC(2,k), is had. */
  public enum AverageInterval {
    /** Limits of ICC(2,1) stepped up by Spearman–Brown, as R psych does. */
    SPEARMAN_BROWN,
    /** Degrees of freedom with k ρ(2,k) in place of ρ(2,k), as R irr 0.84.1 prints. */
    IRR
  }

  /** What the coefficients were computed from. */
  public enum Method {
    /** Mean squares of a full table. */
    MEAN_SQUARES,
    /** Variance components of a table with empty cells. */
    VARIANCE_COMPONENTS
  }

  private final double confidence;
  private final AverageInterval averageInterval;

  private IntraclassCorrelation(double confidence, AverageInterval averageInterval) {
    this.confidence = Arguments.confidence(confidence);
    this.averageInterval = averageInterval;
  }

  /** 95 % intervals, the mean's by Spearman–Brown. */
  public static IntraclassCorrelation withDefaults() {
    return new IntraclassCorrelation(0.95, AverageInterval.SPEARMAN_BROWN);
  }

  /** The same with another confidence, inside (0, 1). */
  public IntraclassCorrelation withConfidence(double level) {
    return new IntraclassCorrelation(level, averageInterval);
  }

  /** The same with another interval of ICC(2,k). */
  public IntraclassCorrelation with(AverageInterval other) {
    return new IntraclassCorrelation(confidence, other);
  }

  /**
   * One coefficient.
   *
   * @param form which of the six
   * @param icc the coefficient, as it comes
   * @param interval confidence interval of the coefficient
   * @param f F of the test of ρ = 0
   * @param df1 its degrees of freedom above
   * @param df2 and below; not a whole number when cells are empty
   * @param p upper tail probability of F
   * @param intervalDf Satterthwaite's degrees of freedom behind the interval of an agreement form
   */
  public record Coefficient(
      Form form,
      OptionalDouble icc,
      Optional<Interval> interval,
      OptionalDouble f,
      double df1,
      double df2,
      OptionalDouble p,
      OptionalDouble intervalDf) {}

  /**
   * The six coefficients and what they rest on.
   *
   * @param method what the coefficients were computed from
   * @param coefficients in the order of {@link Form}
   * @param between B
   * @param within W
   * @param raters J
   * @param residual E
   * @param ratingsPerObject k of the mean forms (harmonic mean when cells are empty)
   * @param objects n, objects with a rating
   * @param raterCount raters with a rating
   * @param cells ratings
   * @param dropped objects without any rating
   * @param warnings what a reader must know
   */
  public record Result(
      Method method,
      List<Coefficient> coefficients,
      OptionalDouble between,
      OptionalDouble within,
      OptionalDouble raters,
      OptionalDouble residual,
      OptionalDouble ratingsPerObject,
      int objects,
      int raterCount,
      long cells,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      coefficients = List.copyOf(coefficients);
      warnings = List.copyOf(warnings);
    }

    /** The coefficient of one form. */
    public Coefficient form(Form form) {
      return coefficients.get(form.ordinal());
    }
  }

  /** The result with the defaults; rows are the objects. */
  public static Result of(double[][] ratings) {
    return withDefaults().estimate(ratings);
  }

  /**
   * The result with the defaults for {@code ratings[respondent][task]}, tasks being the objects.
   */
  public static Result ofTaskProfile(double[][] ratings) {
    return withDefaults().estimateTaskProfile(ratings);
  }

  /**
   * Rows are the objects.
   *
   * @param ratings {@code ratings[object][rater]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result estimate(double[][] ratings) {
    return estimate(TwoWayTable.of(ratings));
  }

  /**
   * Columns are the objects: would other respondents give the same task profile?
   *
   * @param ratings {@code ratings[respondent][task]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result estimateTaskProfile(double[][] ratings) {
    return estimate(TwoWayTable.of(ratings).transposed());
  }

  private Result estimate(TwoWayTable table) {
    var two = TwoWayMeanSquares.of(table);
    var one = OneWay.of(table);
    var coefficients =
        List.of(
            oneWay(Form.ICC1, one),
            agreement(Form.ICC2, two),
            consistency(Form.ICC3, two),
            oneWay(Form.ICC1K, one),
            agreement(Form.ICC2K, two),
            consistency(Form.ICC3K, two));
    return new Result(
        two.isExact() ? Method.MEAN_SQUARES : Method.VARIANCE_COMPONENTS,
        coefficients,
        Optionals.finite(two.object()),
        Optionals.finite(one.within),
        Optionals.finite(two.condition()),
        Optionals.finite(two.interaction()),
        Optionals.finite(two.objectCells()),
        table.observedRows(),
        table.observedColumns(),
        table.cells(),
        table.rows() - table.observedRows(),
        warnings(table, coefficients));
  }

  /** One-way analysis; {@code k} is n₀ = (N − Σn²/N)/(n − 1) when objects differ in ratings. */
  private record OneWay(double between, double within, double k, double df1, double df2) {

    static OneWay of(TwoWayTable table) {
      double total = table.sumOfSquares() - table.meanTerm();
      double objects = table.rowTerm() - table.meanTerm();
      double inside = total - objects <= 1e-13 * total ? 0 : total - objects;
      double df1 = table.observedRows() - 1.0;
      double df2 = table.cells() - table.observedRows();
      double squares = Arrays.stream(table.rowCount()).mapToDouble(c -> (double) c * c).sum();
      double k = (table.cells() - squares / table.cells()) / df1;
      double between = objects <= 1e-13 * total ? 0 : objects;
      return new OneWay(between / df1, inside / df2, k, df1, df2);
    }
  }

  private Coefficient oneWay(Form form, OneWay one) {
    return fromF(form, one.between, one.within, one.k, one.df1, one.df2);
  }

  private Coefficient consistency(Form form, TwoWayMeanSquares two) {
    return fromF(
        form,
        two.object(),
        two.interaction(),
        two.objectCells(),
        two.objectDf(),
        two.interactionDf());
  }

  /** Forms 1 and 3, whose F has the F distribution times 1 + kρ/(1 − ρ). */
  private Coefficient fromF(
      Form form, double between, double error, double k, double df1, double df2) {
    boolean mean = form.ordinal() >= Form.ICC1K.ordinal();
    double f = between / error;
    return new Coefficient(
        form,
        coefficient(between - error, mean ? between : between + (k - 1) * error, between + error),
        interval(atF(f / quantile(df1, df2), k, mean), atF(f * quantile(df2, df1), k, mean)),
        Optionals.finite(f),
        df1,
        df2,
        tail(f, df1, df2),
        OptionalDouble.empty());
  }

  /** Undefined where the denominator is 0 but for rounding. */
  private static OptionalDouble coefficient(double above, double below, double size) {
    return Math.abs(below) <= 1e-12 * size
        ? OptionalDouble.empty()
        : Optionals.finite(above / below);
  }

  private static double atF(double f, double k, boolean mean) {
    if (Double.isInfinite(f)) {
      return 1;
    }
    return mean ? 1 - 1 / f : (f - 1) / (f + k - 1);
  }

  /** Form 2. */
  private Coefficient agreement(Form form, TwoWayMeanSquares two) {
    double b = two.object();
    double e = two.interaction();
    double j = two.condition();
    double k = two.objectCells();
    double n = two.conditionCells();
    double size = b + e + j;
    double single = coefficient(b - e, b + (k - 1) * e + k * (j - e) / n, size).orElse(Double.NaN);
    double mean = coefficient(b - e, b + (j - e) / n, size).orElse(Double.NaN);
    boolean asIrr = form == Form.ICC2K && averageInterval == AverageInterval.IRR;
    if (single == 1) {
      return perfect(form, two);
    }
    double df = satterthwaite(two, asIrr ? mean : single);
    double upperF = quantile(two.objectDf(), df);
    double lowerF = quantile(df, two.objectDf());
    double lower = n * (b - upperF * e) / (upperF * (k * j + (k * n - k - n) * e) + n * b);
    double upper = n * (lowerF * b - e) / (k * j + (k * n - k - n) * e + n * lowerF * b);
    return new Coefficient(
        form,
        Optionals.finite(form == Form.ICC2 ? single : mean),
        form == Form.ICC2
            ? interval(lower, upper)
            : interval(steppedUp(lower, k), steppedUp(upper, k)),
        Optionals.finite(b / e),
        two.objectDf(),
        two.interactionDf(),
        tail(b / e, two.objectDf(), two.interactionDf()),
        Optionals.finite(df));
  }

  private Coefficient perfect(Form form, TwoWayMeanSquares two) {
    var none = OptionalDouble.empty();
    return new Coefficient(
        form,
        OptionalDouble.of(1),
        interval(1, 1),
        none,
        two.objectDf(),
        two.interactionDf(),
        none,
        none);
  }

  /** Degrees of freedom of aJ + bE with a = kρ/(n(1 − ρ)), b = 1 + a(n − 1). */
  private static double satterthwaite(TwoWayMeanSquares two, double rho) {
    double n = two.conditionCells();
    double a = two.objectCells() * rho / (n * (1 - rho));
    double raters = a * two.condition();
    double rest = (1 + a * (n - 1)) * two.interaction();
    double sum = raters + rest;
    return sum * sum / (raters * raters / two.conditionDf() + rest * rest / two.interactionDf());
  }

  private static double steppedUp(double single, double k) {
    return k * single / (1 + (k - 1) * single);
  }

  private double quantile(double df1, double df2) {
    return df1 > 0 && df2 > 0
        ? Distributions.fQuantile(1 - (1 - confidence) / 2, df1, df2)
        : Double.NaN;
  }

  private static OptionalDouble tail(double f, double df1, double df2) {
    return df1 > 0 && df2 > 0 && f >= 0 && Double.isFinite(f)
        ? Optionals.finite(Distributions.fUpper(f, df1, df2))
        : OptionalDouble.empty();
  }

  private Optional<Interval> interval(double lower, double upper) {
    return lower <= upper && Double.isFinite(lower) && Double.isFinite(upper)
        ? Optional.of(new Interval(lower, upper, confidence))
        : Optional.empty();
  }

  private static List<Warning> warnings(TwoWayTable table, List<Coefficient> coefficients) {
    var warnings = new ArrayList<Warning>(TwoWayMeanSquares.warnings(table));
    for (var coefficient : coefficients) {
      String name = coefficient.form().name();
      if (coefficient.icc().isEmpty()) {
        warnings.add(Warning.of(Kind.NOT_ATTAINABLE, name));
      } else if (coefficient.icc().getAsDouble() < 0) {
        warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, name));
      } else if (coefficient.icc().getAsDouble() > 1) {
        warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, name));
      }
    }
    return warnings;
  }
}
