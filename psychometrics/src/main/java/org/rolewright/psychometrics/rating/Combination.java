package org.rolewright.psychometrics.rating;

import java.util.Arrays;
import java.util.List;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * A rule that makes one rating per task out of importance I and frequency F.
 *
 * <p>Every rule is a set of quantities averaged over respondents, and a function of those means. So
 * the same description serves the estimate, its linearised error, the jackknife and the bootstrap.
 * Formulas stand at the factory methods. Mean of products and product of means differ by the
 * covariance of the two scales; only the geometric rule gives the same either way.
 *
 * <p>Sources: Kane, Kingsbury, Colton &amp; Estes (1989), Journal of Educational Measurement 26,
 * 17–27; Sanchez &amp; Fraser (1992), Journal of Applied Psychology 77, 545; Spray &amp; Huang
 * (2000), JEM 37, 187–201; Raymond &amp; Neustel (2006), Handbook of Test Development, chapter 9.
 * Checked against R 4.2.2.
 *
 * @param code short name for records and reports, such as {@code "mean-of-products/as-zero"}
 * @param quantities what is averaged over respondents
 * @param combine combined rating of every task from {@code means[quantity][task]}; a mean is {@code
 *     NaN} where no respondent counts
 */
public record Combination(String code, List<Quantity> quantities, Combiner combine) {

  /** What one respondent contributes for one task; {@code NaN} = left out. */
  @FunctionalInterface
  public interface Quantity {
    /**
     * The contribution.
     *
     * @param importance {@code NaN} when not given
     * @param frequency {@code NaN} when not given
     * @param notPerformed whether the respondent does not perform the task
     */
    double of(double importance, double frequency, boolean notPerformed);
  }

  /** The combined rating of every task, from {@code means[quantity][task]}. */
  @FunctionalInterface
  public interface Combiner {
    /** Combines; must pass {@code NaN} through for its task only. */
    double[] apply(double[][] means);
  }

  private static final Quantity IMPORTANCE = (i, f, np) -> performs(f, np) ? i : Double.NaN;
  private static final Quantity FREQUENCY = (i, f, np) -> performs(f, np) ? f : Double.NaN;
  private static final Quantity PERFORMING = (i, f, np) -> np ? 0 : f == f ? 1 : Double.NaN;

  private static final Combiner THE_AVERAGE = means -> means[0].clone();

  /** Copies the list. */
  public Combination {
    quantities = List.copyOf(quantities);
  }

  /** Whether the combined rating is the plain average of one quantity per respondent. */
  public boolean isAverage() {
    return combine == THE_AVERAGE;
  }

  /** Mean of I · F over respondents; "not performed" by the rule given. */
  public static Combination meanOfProducts(NotPerformed rule) {
    return averaged("mean-of-products/" + name(rule), ruled(rule, (i, f, np) -> i * f));
  }

  /** Mean I · mean F, both over those who perform the task. */
  public static Combination productOfMeans() {
    return new Combination(
        "product-of-means", List.of(IMPORTANCE, FREQUENCY), m -> perTask(m, x -> x[0] * x[1]));
  }

  /** Mean I · mean F · proportion performing. */
  public static Combination productOfMeansAndShare() {
    return new Combination(
        "product-of-means-and-share",
        List.of(IMPORTANCE, FREQUENCY, PERFORMING),
        m -> perTask(m, x -> x[0] * x[1] * x[2]));
  }

  /** Mean of I² · F: importance counts twice in the log. */
  public static Combination importanceSquared(NotPerformed rule) {
    return averaged("importance-squared/" + name(rule), ruled(rule, (i, f, np) -> i * i * f));
  }

  /** Mean of √(I · F), in points of the scales. */
  public static Combination meanOfRoots(NotPerformed rule) {
    return averaged("mean-of-roots/" + name(rule), ruled(rule, (i, f, np) -> Math.sqrt(i * f)));
  }

  /**
   * exp(mean of (ln I + ln F)/2) over those who perform the task; needs ratings above 0, as a 0 has
   * no logarithm.
   */
  public static Combination geometric() {
    Quantity halfLog = (i, f, np) -> performs(f, np) ? (log(i) + log(f)) / 2 : Double.NaN;
    return new Combination("geometric", List.of(halfLog), m -> perTask(m, x -> Math.exp(x[0])));
  }

  /** w_I · mean I + w_F · mean F over those who perform the task. */
  public static Combination additive(double importanceWeight, double frequencyWeight) {
    weights(importanceWeight, frequencyWeight);
    return new Combination(
        "additive/" + importanceWeight + "-" + frequencyWeight,
        List.of(IMPORTANCE, FREQUENCY),
        m -> perTask(m, x -> importanceWeight * x[0] + frequencyWeight * x[1]));
  }

  /**
   * w_I · z(mean I) + w_F · z(mean F), each standardised over tasks (n − 1). Values may be negative
   * and so cannot be turned into weights.
   */
  public static Combination additiveStandardised(double importanceWeight, double frequencyWeight) {
    weights(importanceWeight, frequencyWeight);
    return new Combination(
        "additive-z/" + importanceWeight + "-" + frequencyWeight,
        List.of(IMPORTANCE, FREQUENCY),
        m ->
            perTask(
                new double[][] {standardised(m[0]), standardised(m[1])},
                x -> importanceWeight * x[0] + frequencyWeight * x[1]));
  }

  /**
   * Mean of (I − 1) · K + F, K the number of points of the frequency scale: importance decides,
   * frequency breaks ties. The values are ranks in nature; their mean treats them as equally
   * spaced.
   *
   * @param frequencyPoints K, at least 1
   */
  public static Combination hierarchical(int frequencyPoints) {
    Arguments.require(frequencyPoints >= 1, "frequency points must be at least 1", frequencyPoints);
    return averaged(
        "hierarchical/" + frequencyPoints,
        ruled(NotPerformed.EXCLUDED, (i, f, np) -> (i - 1) * frequencyPoints + f));
  }

  /**
   * exp(m_I + b · m_F), m the mean log ratings over those who perform the task and b = (w_F/w_I) ·
   * SD(m_I)/SD(m_F) over tasks, so that the spreads of the two parts stand in the ratio w_I : w_F.
   * This is our reading of the adjusted multiplicative model of Kane et al. (1989), of which only
   * the abstract was at hand. Without spread in frequency b is 0.
   */
  public static Combination effectiveWeights(double importanceWeight, double frequencyWeight) {
    weights(importanceWeight, frequencyWeight);
    Arguments.positive(importanceWeight, "importance weight");
    Quantity logI = (i, f, np) -> performs(f, np) ? log(i) : Double.NaN;
    Quantity logF = (i, f, np) -> performs(f, np) ? log(f) : Double.NaN;
    return new Combination(
        "effective-weights/" + importanceWeight + "-" + frequencyWeight,
        List.of(logI, logF),
        m -> {
          double b = frequencyWeight / importanceWeight * exponent(m[0], m[1]);
          return perTask(m, x -> Math.exp(x[0] + b * x[1]));
        });
  }

  /** Mean importance over those who perform the task. */
  public static Combination meanImportance() {
    return averaged("mean-importance", IMPORTANCE);
  }

  /** Mean frequency; "not performed" by the rule given. */
  public static Combination meanFrequency(NotPerformed rule) {
    return averaged(
        "mean-frequency/" + name(rule),
        rule == NotPerformed.AS_ZERO ? (i, f, np) -> np ? 0 : f : FREQUENCY);
  }

  /** Proportion of respondents with a known answer who perform the task. */
  public static Combination proportionPerforming() {
    return averaged("proportion-performing", PERFORMING);
  }

  /** The exponent of frequency that gives both parts the same spread; 0 without spread. */
  static double exponent(double[] meanLogImportance, double[] meanLogFrequency) {
    double spread = Moments.sd(Matrices.answered(meanLogFrequency));
    return spread > 0 ? Moments.sd(Matrices.answered(meanLogImportance)) / spread : 0;
  }

  private static Combination averaged(String code, Quantity quantity) {
    return new Combination(code, List.of(quantity), THE_AVERAGE);
  }

  private static Quantity ruled(NotPerformed rule, Quantity pair) {
    double none = rule == NotPerformed.AS_ZERO ? 0 : Double.NaN;
    return (i, f, np) -> np ? none : pair.of(i, f, false);
  }

  private static boolean performs(double frequency, boolean notPerformed) {
    return !notPerformed && !Double.isNaN(frequency);
  }

  private static double log(double rating) {
    Arguments.require(!(rating <= 0), "a logarithm needs ratings above 0", rating);
    return Math.log(rating);
  }

  private static double[] perTask(double[][] means, ToDouble rule) {
    double[] combined = new double[means[0].length];
    double[] x = new double[means.length];
    for (int t = 0; t < combined.length; t++) {
      for (int k = 0; k < x.length; k++) {
        x[k] = means[k][t];
      }
      combined[t] = rule.of(x);
    }
    return combined;
  }

  private interface ToDouble {
    double of(double[] means);
  }

  private static double[] standardised(double[] means) {
    double[] known = Matrices.answered(means);
    double mean = Moments.mean(known);
    double sd = Moments.sd(known);
    return Arrays.stream(means).map(m -> (m - mean) / sd).toArray();
  }

  private static void weights(double importance, double frequency) {
    Arguments.require(importance >= 0 && frequency >= 0, "weights must be at least 0", importance);
    Arguments.positive(importance + frequency, "sum of the weights");
  }

  private static String name(NotPerformed rule) {
    return rule == NotPerformed.AS_ZERO ? "as-zero" : "excluded";
  }
}
