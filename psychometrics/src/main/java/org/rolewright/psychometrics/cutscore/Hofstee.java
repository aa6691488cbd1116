package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Hofstee's compromise between an absolute and a relative standard.
 *
 * <p>The line from (k_min, f_max) to (k_max, f_min) is crossed with the curve of the percent
 * failing, which is exact at whole cuts and straight between them. k are the lowest and highest
 * acceptable cut, f the lowest and highest acceptable percent failing, each the mean over raters.
 *
 * <p>No cut (empty, {@code NO_INTERSECTION}) when line and curve do not cross between k_min and
 * k_max; the percents failing at both ends say which way the panel missed. Taking the nearest
 * corner is a policy, not an estimate. The standard error is the jackknife over raters: empty for
 * one rater ({@code ONE_RATER}) or when leaving one out leaves no crossing.
 *
 * <p>Input: whole scores on the scale of k; {@code NaN} = no score, left out.
 *
 * <p>Source: Hofstee (1983) in Anderson &amp; Helmick, On Educational Testing, 109–127; Cizek &amp;
 * Bunch (2007), Standard Setting, chapter 9. Checked against the formula evaluated in R 4.2.2.
 *
 * @param cut where line and curve cross
 * @param failing percent failing there
 * @param bounds mean bounds used
 * @param failingAtLowest percent failing at k_min
 * @param failingAtHighest percent failing at k_max
 * @param standardError jackknife over raters
 * @param used raters
 * @param scores scores used
 * @param dropped scores left out
 * @param warnings what a reader must know
 */
public record Hofstee(
    OptionalDouble cut,
    OptionalDouble failing,
    Bounds bounds,
    double failingAtLowest,
    double failingAtHighest,
    OptionalDouble standardError,
    int used,
    int scores,
    int dropped,
    List<Warning> warnings) {

  /**
   * What one rater accepts.
   *
   * @param lowestCut k_min
   * @param highestCut k_max
   * @param lowestFailing f_min, percent
   * @param highestFailing f_max, percent
   */
  public record Bounds(
      double lowestCut, double highestCut, double lowestFailing, double highestFailing) {

    /** Refuses bounds out of order and percents outside 0–100. */
    public Bounds {
      require(lowestCut <= highestCut, "cuts", lowestCut + " to " + highestCut);
      require(
          0 <= lowestFailing && lowestFailing <= highestFailing && highestFailing <= 100,
          "percents failing",
          lowestFailing + " to " + highestFailing);
    }

    static Bounds mean(List<Bounds> bounds) {
      return new Bounds(
          bounds.stream().mapToDouble(Bounds::lowestCut).average().orElseThrow(),
          bounds.stream().mapToDouble(Bounds::highestCut).average().orElseThrow(),
          bounds.stream().mapToDouble(Bounds::lowestFailing).average().orElseThrow(),
          bounds.stream().mapToDouble(Bounds::highestFailing).average().orElseThrow());
    }

    private double line(double cut) {
      double share = (cut - lowestCut) / (highestCut - lowestCut);
      return highestFailing + share * (lowestFailing - highestFailing);
    }
  }

  /** Copies the warnings. */
  public Hofstee {
    warnings = List.copyOf(warnings);
  }

  /** Whether line and curve cross. */
  public boolean intersects() {
    return cut.isPresent();
  }

  /**
   * Estimates the cut.
   *
   * @param scores candidates' scores
   * @param raters what each rater accepts
   * @throws IllegalArgumentException without a score or a rater
   */
  public static Hofstee of(double[] scores, List<Bounds> raters) {
    require(!raters.isEmpty(), "there must be a rater", 0);
    var curve = ScoreCurve.of(scores);
    var bounds = Bounds.mean(raters);
    OptionalDouble cut = cut(curve, bounds);
    OptionalDouble error =
        Panel.jackknife(raters, some -> cut(curve, Bounds.mean(some)).orElse(Double.NaN));
    return new Hofstee(
        cut,
        cut.isEmpty() ? cut : Optionals.finite(curve.failing(cut.getAsDouble())),
        bounds,
        curve.failing(bounds.lowestCut()),
        curve.failing(bounds.highestCut()),
        error,
        raters.size(),
        curve.sorted().length,
        scores.length - curve.sorted().length,
        warnings(cut, error, raters.size(), scores.length - curve.sorted().length));
  }

  private static OptionalDouble cut(ScoreCurve curve, Bounds bounds) {
    if (bounds.lowestCut() == bounds.highestCut()) {
      double failing = curve.failing(bounds.lowestCut());
      boolean inside = bounds.lowestFailing() <= failing && failing <= bounds.highestFailing();
      return inside ? OptionalDouble.of(bounds.lowestCut()) : OptionalDouble.empty();
    }
    return curve.crossing(bounds::line, bounds.lowestCut(), bounds.highestCut());
  }

  private static List<Warning> warnings(
      OptionalDouble cut, OptionalDouble error, int raters, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (cut.isEmpty()) {
      warnings.add(Warning.of(Kind.NO_INTERSECTION));
    }
    if (raters == 1) {
      warnings.add(Warning.of(Kind.ONE_RATER));
    } else if (cut.isPresent() && error.isEmpty()) {
      warnings.add(Warning.of(Kind.NO_INTERSECTION, "standard error"));
    }
    return warnings;
  }
}
