package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.noInfinite;
import static org.rolewright.psychometrics.Arguments.positive;
import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Accuracy and consistency of pass/fail decisions on scores of any kind of test.
 *
 * <p>The test is replaced by ñ = [(X̄ − min)(max − X̄) − r s²] / [s²(1 − r)] equal 0/1 items (s²
 * with divisor n − 1). True scores follow a beta distribution whose moments come from the factorial
 * moments of the scores on the scale 0…ñ (ñ not rounded). For the decisions ñ is rounded, observed
 * scores given a true score are binomial, the observed cut is the cut fraction times ñ, rounded,
 * and the true cut is the cut fraction itself; the integrals run over the support of the true
 * scores.
 *
 * <p>The four-parameter beta often does not exist inside [0, 1]; the two-parameter one is then used
 * and the warning {@code FALLBACK} given. Not rescaled to the observed pass rate (the original
 * article does; the R package compared with does not).
 *
 * <p>Input: scores with the scale's ends, {@code NaN} = no score, left out. No classification
 * (empty) without variance, for fewer than two scores, or when r is not inside (0, 1) or leaves no
 * effective items or no beta ({@code OUT_OF_BOUNDS}).
 *
 * <p>Sources: Livingston &amp; Lewis (1995), Journal of Educational Measurement 32, 179–197; Hanson
 * (1991), ACT Research Report 91-5. Checked against {@code betafunctions} 1.9.0 (R 4.2.2), in the
 * form that treats both administrations alike.
 */
public final class LivingstonLewis {

  /** The distribution of true scores. */
  public enum Model {
    /** Bounds and shapes from four moments; two-parameter where that is inadmissible. */
    FOUR_PARAMETER_BETA,
    /** Shapes from two moments on [0, 1]. */
    TWO_PARAMETER_BETA
  }

  /**
   * The scale of the scores and the cut on it.
   *
   * @param minimum lowest possible score
   * @param maximum highest possible score
   * @param cut lowest passing score
   */
  public record Scale(double minimum, double maximum, double cut) {
    /** Refuses ends out of order and a cut that is not a number. */
    public Scale {
      require(minimum < maximum, "minimum must be below maximum", minimum + " and " + maximum);
      require(Double.isFinite(cut), "cut", cut);
    }

    double fraction() {
      return (cut - minimum) / (maximum - minimum);
    }
  }

  /**
   * The estimate.
   *
   * @param classification probabilities of decisions; empty where undefined
   * @param trueScores the beta distribution used
   * @param effectiveLength ñ before rounding
   * @param roundedLength ñ used for the decisions, 0 where undefined
   * @param cutOnEffectiveTest lowest passing score on the effective test
   * @param used scores used
   * @param dropped scores left out
   * @param warnings what a reader must know
   */
  public record Result(
      Optional<Classification> classification,
      Optional<TrueScores> trueScores,
      OptionalDouble effectiveLength,
      int roundedLength,
      int cutOnEffectiveTest,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  private final Model model;

  private LivingstonLewis(Model model) {
    this.model = model;
  }

  /** Four-parameter beta where admissible. */
  public static LivingstonLewis withDefaults() {
    return new LivingstonLewis(Model.FOUR_PARAMETER_BETA);
  }

  /** The distribution of true scores to fit. */
  public LivingstonLewis with(Model trueScoreModel) {
    return new LivingstonLewis(trueScoreModel);
  }

  /**
   * Estimates from scores.
   *
   * @param scores on the scale, {@code NaN} = no score
   * @param reliability r of the scores, at most 1
   * @param scale ends of the scale and the cut
   * @throws IllegalArgumentException if a score lies outside the scale or r is above 1
   */
  public Result estimate(double[] scores, double reliability, Scale scale) {
    require(reliability <= 1, "reliability must be at most 1", reliability);
    double range = scale.maximum() - scale.minimum();
    double[] shifted =
        Arrays.stream(noInfinite(scores, "scores")).map(x -> x - scale.minimum()).toArray();
    for (double x : shifted) {
      require(!(x < 0 || x > range), "score outside the scale", x + scale.minimum());
    }
    var moments = ScoreMoments.of(shifted);
    var warnings = new ArrayList<>(moments.warnings());
    double length = effectiveLength(moments, reliability, range);
    if (!moments.vary() || !(reliability > 0) || !(length >= 1) || Double.isInfinite(length)) {
      if (moments.vary()) {
        warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "reliability"));
      }
      return undefined(moments, warnings);
    }
    return fitted(moments, length, range, scale.fraction(), warnings);
  }

  private Result fitted(
      ScoreMoments moments, double length, double range, double cut, List<Warning> warnings) {
    double[] raw = trueMoments(moments, length, range);
    Optional<TrueScores> fit =
        model == Model.TWO_PARAMETER_BETA ? Optional.empty() : TrueScores.fourParameters(raw);
    if (fit.isEmpty()) {
      fit = TrueScores.twoParameters(raw);
      if (model == Model.FOUR_PARAMETER_BETA) {
        warnings.add(Warning.of(Kind.FALLBACK, "two-parameter beta"));
      }
    }
    if (fit.isEmpty()) {
      warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "true-score variance"));
      return undefined(moments, warnings);
    }
    Result given = given(fit.get(), length, cut);
    warnings.addAll(given.warnings());
    return new Result(
        given.classification(),
        fit,
        OptionalDouble.of(length),
        given.roundedLength(),
        given.cutOnEffectiveTest(),
        moments.scores().length,
        moments.dropped(),
        warnings);
  }

  private static Result undefined(ScoreMoments moments, List<Warning> warnings) {
    return new Result(
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        0,
        0,
        moments.scores().length,
        moments.dropped(),
        warnings);
  }

  /**
   * Classification for a known true-score distribution.
   *
   * <p>A cut outside the support of the true scores makes everyone truly pass or truly fail ({@code
   * OUT_OF_BOUNDS}); kappa is then unstable.
   *
   * @param trueScores distribution of true proportions
   * @param effectiveLength ñ, rounded here; at least 0.5
   * @param cutFraction the cut as a proportion of the scale
   */
  public static Result given(TrueScores trueScores, double effectiveLength, double cutFraction) {
    positive(effectiveLength, "effective length");
    int n = (int) Math.rint(effectiveLength);
    require(n >= 1, "effective length must round to at least 1", effectiveLength);
    int cut = (int) Math.rint(n * cutFraction);
    var classification = trueScores.classify(cutFraction, p -> Binomials.atLeast(cut, n, p));
    var warnings = new ArrayList<>(classification.warnings());
    if (cutFraction <= trueScores.lower() || cutFraction > trueScores.upper()) {
      warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "cut"));
    }
    return new Result(
        Optional.of(classification),
        Optional.of(trueScores),
        Optionals.finite(effectiveLength),
        n,
        cut,
        0,
        0,
        warnings);
  }

  private static double effectiveLength(ScoreMoments m, double reliability, double range) {
    return (m.mean() * (range - m.mean()) - reliability * m.variance())
        / (m.variance() * (1 - reliability));
  }

  /** Raw moments 0…4 of the true proportions from the factorial moments of the scores. */
  private static double[] trueMoments(ScoreMoments moments, double length, double range) {
    double[] raw = {1, 0, 0, 0, 0};
    for (int r = 1; r < raw.length; r++) {
      raw[r] = moments.factorial(r, length / range) / ScoreMoments.falling(length, r);
    }
    return raw;
  }
}
