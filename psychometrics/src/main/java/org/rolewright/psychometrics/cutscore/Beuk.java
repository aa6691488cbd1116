package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.positive;
import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Moments;

/**
 * Beuk's compromise between the cut and the pass rate that raters expect.
 *
 * <p>The line through (mean cut x̄, mean pass rate ȳ) with slope s_y/s_x is crossed with the curve
 * of the percent passing, which is exact at whole raw cuts and straight between them. The line
 * never falls and the curve never rises, so there is one crossing; the panel gives way more on the
 * matter on which it agrees less.
 *
 * <p>Special cases: all raters name the same cut, the line is vertical and the cut is theirs
 * ({@code NO_VARIANCE}); the same pass rate, the line is level; one rater has no slope and no
 * result ({@code ONE_RATER}). The standard error is the jackknife over raters, for three or more.
 *
 * <p>Input: whole raw scores 0…maximum, {@code NaN} = no score, left out; cuts and pass rates in
 * percent.
 *
 * <p>Source: Beuk (1984), Journal of Educational Measurement 21, 147–152; Cizek &amp; Bunch (2007),
 * Standard Setting, chapter 9. Checked against the formula evaluated in R 4.2.2.
 *
 * @param cutPercent cut in percent of the maximum
 * @param cut raw cut
 * @param passing percent passing there
 * @param meanCut x̄, percent
 * @param meanPassing ȳ, percent
 * @param slope s_y/s_x; empty when vertical
 * @param standardError of cutPercent, jackknife over raters
 * @param used raters
 * @param scores scores used
 * @param dropped scores left out
 * @param warnings what a reader must know
 */
public record Beuk(
    OptionalDouble cutPercent,
    OptionalDouble cut,
    OptionalDouble passing,
    OptionalDouble meanCut,
    OptionalDouble meanPassing,
    OptionalDouble slope,
    OptionalDouble standardError,
    int used,
    int scores,
    int dropped,
    List<Warning> warnings) {

  /**
   * What one rater expects.
   *
   * @param cutPercent lowest acceptable percent right
   * @param passPercent percent of candidates who should pass
   */
  public record Judgement(double cutPercent, double passPercent) {

    /** Refuses percents outside 0–100. */
    public Judgement {
      require(cutPercent >= 0 && cutPercent <= 100, "cut percent", cutPercent);
      require(passPercent >= 0 && passPercent <= 100, "pass percent", passPercent);
    }
  }

  /** Copies the warnings. */
  public Beuk {
    warnings = List.copyOf(warnings);
  }

  /**
   * Estimates the cut.
   *
   * @param scores raw scores of candidates
   * @param maximum highest possible raw score
   * @param raters what each rater expects
   * @throws IllegalArgumentException without a score or a rater
   */
  public static Beuk of(double[] scores, double maximum, List<Judgement> raters) {
    require(!raters.isEmpty(), "there must be a rater", 0);
    positive(maximum, "maximum");
    var curve = ScoreCurve.of(scores);
    var line = Line.through(raters);
    OptionalDouble raw = line.cut(curve, maximum);
    var warnings = new ArrayList<Warning>();
    int dropped = scores.length - curve.sorted().length;
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (raters.size() == 1) {
      warnings.add(Warning.of(Kind.ONE_RATER));
    } else if (line.vertical()) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "cuts"));
    }
    return new Beuk(
        Optionals.finite(100 * raw.orElse(Double.NaN) / maximum),
        raw,
        raw.isEmpty() ? raw : Optionals.finite(100 - curve.failing(raw.getAsDouble())),
        Optionals.finite(line.x()),
        Optionals.finite(line.y()),
        Optionals.finite(line.slope()),
        standardError(curve, maximum, raters),
        raters.size(),
        curve.sorted().length,
        dropped,
        warnings);
  }

  private static OptionalDouble standardError(
      ScoreCurve curve, double maximum, List<Judgement> raters) {
    return raters.size() < 3
        ? OptionalDouble.empty()
        : Panel.jackknife(
            raters,
            some -> 100 * Line.through(some).cut(curve, maximum).orElse(Double.NaN) / maximum);
  }

  /** The panel's line; the slope is infinite when vertical and {@code NaN} for one rater. */
  private record Line(double x, double y, double slope) {

    static Line through(List<Judgement> raters) {
      double[] cuts = raters.stream().mapToDouble(Judgement::cutPercent).toArray();
      double[] rates = raters.stream().mapToDouble(Judgement::passPercent).toArray();
      double slope =
          raters.size() > 1 && Moments.isConstant(cuts)
              ? Double.POSITIVE_INFINITY
              : Moments.sd(rates) / Moments.sd(cuts);
      return new Line(Moments.mean(cuts), Moments.mean(rates), slope);
    }

    boolean vertical() {
      return Double.isInfinite(slope);
    }

    OptionalDouble cut(ScoreCurve curve, double maximum) {
      if (Double.isNaN(slope)) {
        return OptionalDouble.empty();
      }
      return vertical()
          ? OptionalDouble.of(x * maximum / 100)
          : curve.crossing(
              raw -> 100 - (y + slope * (100 * raw / maximum - x)), 0, Math.floor(maximum) + 1);
    }
  }
}
