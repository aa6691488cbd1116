package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * The standard error of measurement, overall and by score, of a test of 0/1 items.
 *
 * <p>Overall s√(1 − r). By raw score x of k items: Lord √(x(k − x)/(k − 1)); Keats multiplies
 * Lord's by √((1 − r)/(1 − r₂₁)), so that the errors average to those of reliability r.
 *
 * <p>Special cases: one item has no Lord error ({@code ONE_ITEM}); r₂₁ = 1 or undefined, or r above
 * 1, leaves Keats's empty ({@code OUT_OF_BOUNDS}). Both are 0 at 0 and k, which is not perfect
 * precision but the edge of the scale.
 *
 * <p>Sources: Lord (1955), Educational and Psychological Measurement 15, 325–336; Keats (1957),
 * Psychometrika 22, 29–41. Checked against the formulas evaluated in R 4.2.2.
 */
public final class StandardError {
  private StandardError() {}

  /**
   * By raw score.
   *
   * @param lord Lord's error at each raw score 0…k
   * @param keats Keats's error at each raw score 0…k
   * @param warnings why one is not available
   */
  public record ByScore(
      List<OptionalDouble> lord, List<OptionalDouble> keats, List<Warning> warnings) {

    /** Copies the lists. */
    public ByScore {
      lord = List.copyOf(lord);
      keats = List.copyOf(keats);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The overall error s√(1 − r).
   *
   * @param sd standard deviation of the scores, not negative
   * @param reliability at most 1; may be negative
   */
  public static double overall(double sd, double reliability) {
    require(sd >= 0 && Double.isFinite(sd), "sd must not be negative", sd);
    require(reliability <= 1, "reliability must be at most 1", reliability);
    return sd * Math.sqrt(1 - reliability);
  }

  /**
   * The errors at every raw score.
   *
   * @param items number of items k, at least 1
   * @param reliability r, for example KR-20; {@code NaN} when unknown
   * @param kr21 KR-21; {@code NaN} when unknown
   */
  public static ByScore byScore(int items, double reliability, double kr21) {
    require(items >= 1, "items must be at least 1", items);
    double ratio = (1 - reliability) / (1 - kr21);
    double factor = ratio >= 0 ? Math.sqrt(ratio) : Double.NaN;
    double[] lord = new double[items + 1];
    double[] keats = new double[items + 1];
    for (int x = 0; x <= items; x++) {
      lord[x] = Math.sqrt(x * (items - x) / (items - 1.0));
      keats[x] = lord[x] * factor;
    }
    var warnings = new ArrayList<Warning>();
    if (items == 1) {
      warnings.add(Warning.of(Kind.ONE_ITEM));
    } else if (!Double.isFinite(factor)) {
      warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "reliability and KR-21"));
    }
    return new ByScore(Optionals.finite(lord), Optionals.finite(keats), warnings);
  }
}
