package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.positive;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Quantile;

/**
 * Raters far from the panel. A flag is a reason to talk, not to remove: nothing is recomputed by
 * it.
 *
 * <p>A rater's cut is far when |0.6745 (cut − median)/MAD| passes the limit (3.5 unless told
 * otherwise), MAD the median absolute deviation, so that the rater in question hardly moves the
 * yardstick. With MAD 0 (half the panel agrees exactly) scores are empty and nobody is flagged by
 * it ({@code NO_VARIANCE}). Correlations below their limit (.30) are flagged too, where given.
 *
 * <p>Source: Iglewicz &amp; Hoaglin (1993), How to Detect and Handle Outliers, for the modified z;
 * Hambleton &amp; Pitoniak (2006) in Educational Measurement, 4th ed., for the use. Checked against
 * R 4.2.2 {@code mad(constant = 1)}.
 */
public final class OutlyingRaters {
  /** Φ⁻¹(.75): makes the score a z score for normal cuts. */
  private static final double NORMAL_MAD = 0.6744897501960817;

  /** Why a rater was flagged. */
  public enum Reason {
    /** The rater's own cut is far above the panel's. */
    CUT_FAR_ABOVE,
    /** The rater's own cut is far below the panel's. */
    CUT_FAR_BELOW,
    /** The rater's judgements hardly go with the items' difficulty. */
    AGAINST_DIFFICULTY,
    /** The rater's judgements hardly go with those of the other raters. */
    AGAINST_PANEL
  }

  /**
   * One flag.
   *
   * @param rater 1-based
   * @param reason why
   * @param value modified z or correlation
   */
  public record Finding(int rater, Reason reason, double value) {}

  /**
   * The review.
   *
   * @param scores modified z of each rater
   * @param findings flags, rater by rater
   * @param warnings why scores are empty
   */
  public record Result(
      List<OptionalDouble> scores, List<Finding> findings, List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      scores = List.copyOf(scores);
      findings = List.copyOf(findings);
      warnings = List.copyOf(warnings);
    }
  }

  private final double farthest;
  private final double lowestCorrelation;

  private OutlyingRaters(double farthest, double lowestCorrelation) {
    this.farthest = farthest;
    this.lowestCorrelation = lowestCorrelation;
  }

  /** 3.5 and .30. */
  public static OutlyingRaters withDefaults() {
    return new OutlyingRaters(3.5, 0.30);
  }

  /** The limit of the modified z, positive. */
  public OutlyingRaters withFarthest(double z) {
    return new OutlyingRaters(positive(z, "limit"), lowestCorrelation);
  }

  /** The lowest correlation that is not flagged. */
  public OutlyingRaters withLowestCorrelation(double r) {
    return new OutlyingRaters(farthest, r);
  }

  /** Reviews cuts only; an empty cut is passed over. */
  public Result review(List<OptionalDouble> cuts) {
    double[] given =
        cuts.stream().filter(OptionalDouble::isPresent).mapToDouble(c -> c.getAsDouble()).toArray();
    double median = Quantile.TYPE_7.of(given, 0.5);
    double[] distances = Arrays.stream(given).map(c -> Math.abs(c - median)).toArray();
    double mad = Quantile.TYPE_7.of(distances, 0.5);
    var scores = new ArrayList<OptionalDouble>();
    var findings = new ArrayList<Finding>();
    for (int r = 0; r < cuts.size(); r++) {
      double distance = cuts.get(r).orElse(Double.NaN) - median;
      OptionalDouble z = Optionals.ratio(NORMAL_MAD * distance, mad);
      scores.add(z);
      if (Math.abs(z.orElse(0)) > farthest) {
        var reason = z.getAsDouble() > 0 ? Reason.CUT_FAR_ABOVE : Reason.CUT_FAR_BELOW;
        findings.add(new Finding(r + 1, reason, z.getAsDouble()));
      }
    }
    return new Result(scores, findings, warnings(given.length, mad));
  }

  /** Reviews cuts and consistency of the same raters. */
  public Result review(List<OptionalDouble> cuts, RaterConsistency consistency) {
    sameLength(cuts.size(), consistency.raters().size(), "cuts and raters");
    Result byCut = review(cuts);
    var findings = new ArrayList<>(byCut.findings());
    for (int r = 0; r < cuts.size(); r++) {
      var rater = consistency.raters().get(r);
      flagLow(findings, r + 1, Reason.AGAINST_DIFFICULTY, rater.correlation());
      flagLow(findings, r + 1, Reason.AGAINST_PANEL, rater.meanCorrelation());
    }
    findings.sort(java.util.Comparator.comparingInt(Finding::rater));
    return new Result(byCut.scores(), findings, byCut.warnings());
  }

  private void flagLow(List<Finding> findings, int rater, Reason reason, OptionalDouble r) {
    if (r.orElse(1) < lowestCorrelation) {
      findings.add(new Finding(rater, reason, r.getAsDouble()));
    }
  }

  private static List<Warning> warnings(int given, double mad) {
    if (given < 3) {
      return List.of(Warning.of(given == 0 ? Kind.NO_DATA : Kind.TOO_FEW_OBSERVATIONS));
    }
    return mad == 0 ? List.of(Warning.of(Kind.NO_VARIANCE)) : List.of();
  }
}
