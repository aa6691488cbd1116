package org.rolewright.psychometrics.cutscore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;

/**
 * Borderline group: the middle of the scores of candidates judged borderline.
 *
 * <p>The cut is their median (or mean); standard errors 1.2533 s/√n and s/√n.
 *
 * <p>Input: scores, {@code NaN} = no score, left out ({@code DROPPED_MISSING}). None leaves all
 * empty ({@code NO_DATA}); one leaves the errors empty ({@code ONE_PERSON}); fewer than ten are
 * {@code SPARSE}.
 *
 * <p>Source: Livingston &amp; Zieky (1982), Passing Scores; Cizek &amp; Bunch (2007), Standard
 * Setting, chapter 8. Checked against R 4.2.2.
 *
 * @param median the cut by the median
 * @param mean the cut by the mean
 * @param sd standard deviation of the scores
 * @param standardErrorOfMedian 1.2533 s/√n
 * @param standardErrorOfMean s/√n
 * @param used scores used
 * @param dropped scores left out
 * @param warnings what a reader must know
 */
public record BorderlineGroup(
    OptionalDouble median,
    OptionalDouble mean,
    OptionalDouble sd,
    OptionalDouble standardErrorOfMedian,
    OptionalDouble standardErrorOfMean,
    int used,
    int dropped,
    List<Warning> warnings) {

  private static final int RULE_OF_THUMB = 10;

  /** Copies the warnings. */
  public BorderlineGroup {
    warnings = List.copyOf(warnings);
  }

  /** Estimates the cut from the scores of candidates judged borderline. */
  public static BorderlineGroup of(double[] scores) {
    double[] known = Matrices.answered(scores);
    OptionalDouble error = Panel.standardError(known);
    return new BorderlineGroup(
        Optionals.finite(Quantile.TYPE_7.of(known, 0.5)),
        Optionals.finite(Moments.mean(known)),
        Optionals.finite(Moments.sd(known)),
        Optionals.finite(Panel.MEDIAN_FACTOR * error.orElse(Double.NaN)),
        error,
        known.length,
        scores.length - known.length,
        warnings(known.length, scores.length - known.length));
  }

  private static List<Warning> warnings(int used, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (used < 2) {
      warnings.add(Warning.of(used == 0 ? Kind.NO_DATA : Kind.ONE_PERSON));
    } else if (used < RULE_OF_THUMB) {
      warnings.add(Warning.of(Kind.SPARSE));
    }
    return warnings;
  }
}
