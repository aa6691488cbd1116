package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;

/**
 * What moving a cut by multiples of a standard error would do to the pass rate.
 *
 * <p>Cut + k · SE for each multiple k, with the percent of scores at or above it. The error may be
 * that of the judgements, that of measurement, or both ({@link #combined} √(SE² + SEM²)). Lowering
 * a cut trades false failures for false passes; which matters more is a policy.
 *
 * <p>Input: scores, {@code NaN} = no score, left out ({@code DROPPED_MISSING}); without scores the
 * pass percents are empty ({@code NO_DATA}).
 *
 * <p>Source: Geisinger &amp; McCormick (2010), Educational Measurement: Issues and Practice 29(1),
 * 38–44. Checked against R 4.2.2.
 *
 * @param options one per multiple, in the order given
 * @param standardError the error used
 * @param used scores used
 * @param dropped scores left out
 * @param warnings what a reader must know
 */
public record CutAdjustment(
    List<Option> options, double standardError, int used, int dropped, List<Warning> warnings) {

  /**
   * One adjusted cut.
   *
   * @param multiple k
   * @param cut cut + k · SE, not rounded
   * @param lowestPassing the lowest whole score that passes
   * @param passing percent of scores at or above the cut
   */
  public record Option(double multiple, double cut, int lowestPassing, OptionalDouble passing) {}

  /** Copies the lists. */
  public CutAdjustment {
    options = List.copyOf(options);
    warnings = List.copyOf(warnings);
  }

  /** √(SE² + SEM²): the errors of judgement and of measurement together. */
  public static double combined(double ofJudgement, double ofMeasurement) {
    return Math.hypot(notNegative(ofJudgement), notNegative(ofMeasurement));
  }

  /**
   * The adjusted cuts.
   *
   * @param cut unrounded cut
   * @param standardError not negative
   * @param scores of candidates
   * @param multiples for example −2, −1, 0, 1, 2
   */
  public static CutAdjustment of(
      double cut, double standardError, double[] scores, double... multiples) {
    require(Double.isFinite(cut), "cut", cut);
    notNegative(standardError);
    double[] known = Matrices.answered(scores);
    var warnings = new ArrayList<Warning>();
    if (known.length < scores.length) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (known.length == 0) {
      warnings.add(Warning.of(Kind.NO_DATA));
    }
    var options =
        Arrays.stream(multiples).mapToObj(k -> option(k, cut + k * standardError, known)).toList();
    return new CutAdjustment(
        options, standardError, known.length, scores.length - known.length, warnings);
  }

  /** The lowest whole score at or above a cut; the cut itself when it is whole but for rounding. */
  public static int lowestPassing(double cut) {
    return (int) Math.ceil(cut - 1e-9);
  }

  private static Option option(double multiple, double cut, double[] scores) {
    double passing = Arrays.stream(scores).filter(x -> x >= cut - 1e-9).count();
    return new Option(
        multiple, cut, lowestPassing(cut), Optionals.ratio(100 * passing, scores.length));
  }

  private static double notNegative(double error) {
    require(error >= 0 && Double.isFinite(error), "standard error must not be negative", error);
    return error;
  }
}
