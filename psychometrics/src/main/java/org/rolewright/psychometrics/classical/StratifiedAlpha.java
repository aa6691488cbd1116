package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.rectangular;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.agreement.CoefficientAlpha;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * Reliability of a test built from content strata, such as the areas of a blueprint.
 *
 * <p>1 − Σ_h w²_h σ²_h (1 − α_h) / σ²_C, with σ²_h and α_h the variance and coefficient alpha of
 * stratum h, C = Σ w_h X_h and σ²_C its variance; all w_h are 1 unless weights are given.
 *
 * <p>Input: {@code scores[person][item]}; persons with a blank ({@code NaN}) are left out and
 * counted ({@code DROPPED_MISSING}). A stratum of one item, or without variance, has no alpha: the
 * whole is then empty, with {@code ONE_ITEM} or {@code NO_VARIANCE} naming the stratum, unless its
 * variance is 0 and it contributes nothing.
 *
 * <p>Source: Rajaratnam, Cronbach &amp; Gleser (1965), Psychometrika 30, 39–56; Feldt &amp; Brennan
 * (1989) in Educational Measurement, 3rd ed., 117. Checked against {@code sirt} 4.1.15 (R 4.2.2).
 *
 * @param value stratified alpha
 * @param strata per stratum, in order of first appearance
 * @param alphaTotal coefficient alpha of all items as one
 * @param compositeVariance σ²_C
 * @param used persons used
 * @param dropped persons left out
 * @param warnings what a reader must know
 */
public record StratifiedAlpha(
    OptionalDouble value,
    Map<String, Stratum> strata,
    OptionalDouble alphaTotal,
    OptionalDouble compositeVariance,
    int used,
    int dropped,
    List<Warning> warnings) {

  /**
   * One stratum.
   *
   * @param items number of items
   * @param weight w_h
   * @param variance variance of the stratum score, divisor n − 1
   * @param alpha coefficient alpha of the stratum
   */
  public record Stratum(int items, double weight, OptionalDouble variance, OptionalDouble alpha) {}

  /** Copies the collections. */
  public StratifiedAlpha {
    strata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(strata));
    warnings = List.copyOf(warnings);
  }

  /**
   * With all weights 1.
   *
   * @param scores {@code scores[person][item]}
   * @param strata the stratum of each item
   */
  public static StratifiedAlpha of(double[][] scores, List<String> strata) {
    return of(scores, strata, Map.of());
  }

  /**
   * With weights.
   *
   * @param scores {@code scores[person][item]}
   * @param strata the stratum of each item
   * @param weights weight of each stratum's score in the composite; 1 where absent
   * @throws IllegalArgumentException if the strata do not match the items
   */
  public static StratifiedAlpha of(
      double[][] scores, List<String> strata, Map<String, Double> weights) {
    sameLength(rectangular(scores, "scores"), strata.size(), "items and strata");
    double[][] complete = Matrices.completeRows(scores);
    var warnings = new ArrayList<Warning>();
    if (complete.length < scores.length) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (complete.length < 2) {
      warnings.add(Warning.of(complete.length == 0 ? Kind.NO_DATA : Kind.ONE_PERSON));
    }
    double[] composite = new double[complete.length];
    var parts = new LinkedHashMap<String, Stratum>();
    double error = 0;
    for (String name : strata.stream().distinct().toList()) {
      double[][] own = columns(complete, strata, name);
      double weight = weights.getOrDefault(name, 1.0);
      double[] part = Totals.of(own);
      Arrays.setAll(composite, p -> composite[p] + weight * part[p]);
      Stratum stratum = stratum(own, part, weight);
      parts.put(name, stratum);
      error += errorVariance(name, stratum, warnings);
    }
    double variance = Moments.variance(composite);
    if (variance == 0) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "composite"));
    }
    return new StratifiedAlpha(
        variance > 0 ? Optionals.finite(1 - error / variance) : OptionalDouble.empty(),
        parts,
        alpha(complete),
        Optionals.finite(variance),
        complete.length,
        scores.length - complete.length,
        warnings);
  }

  private static Stratum stratum(double[][] own, double[] part, double weight) {
    int items = own.length == 0 ? 0 : own[0].length;
    return new Stratum(items, weight, Optionals.finite(Moments.variance(part)), alpha(own));
  }

  private static OptionalDouble alpha(double[][] scores) {
    return scores.length == 0 ? OptionalDouble.empty() : CoefficientAlpha.of(scores).alpha();
  }

  private static double errorVariance(String name, Stratum s, List<Warning> warnings) {
    if (s.variance().isPresent() && s.variance().getAsDouble() == 0) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "stratum " + name));
      return 0;
    }
    if (s.items() == 1) {
      warnings.add(Warning.of(Kind.ONE_ITEM, "stratum " + name));
    }
    double alpha = s.alpha().orElse(Double.NaN);
    return s.weight() * s.weight() * s.variance().orElse(Double.NaN) * (1 - alpha);
  }

  private static double[][] columns(double[][] scores, List<String> strata, String name) {
    int[] own = IntStream.range(0, strata.size()).filter(i -> strata.get(i).equals(name)).toArray();
    return Arrays.stream(scores)
        .map(row -> Arrays.stream(own).mapToDouble(i -> row[i]).toArray())
        .toArray(double[][]::new);
  }
}
