package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.rectangular;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Moments;

/**
 * How well each rater's judgements go with the items' empirical difficulty and with one another.
 *
 * <p>Per rater: Pearson correlation and root mean squared difference between judgements and
 * p-values; mean correlation with the other raters. For the panel: mean correlation over pairs of
 * raters. The difference to p-values mixes severity with inconsistency, as p-values are those of
 * all candidates and not of borderline ones; the correlation does not.
 *
 * <p>Input: {@code ratings[rater][item]} and p-values as proportions; cells with {@code NaN} on
 * either side are left out, pair by pair. Constant judgements have no correlation ({@code
 * NO_VARIANCE}).
 *
 * <p>Source: Hambleton &amp; Pitoniak (2006) in Educational Measurement, 4th ed., 433–470. Checked
 * against R 4.2.2.
 *
 * @param raters per rater, in order
 * @param meanCorrelation mean correlation over the pairs of raters that have one
 * @param used raters with a judgement
 * @param dropped raters without one
 * @param warnings what a reader must know
 */
public record RaterConsistency(
    List<Rater> raters,
    OptionalDouble meanCorrelation,
    int used,
    int dropped,
    List<Warning> warnings) {

  /**
   * One rater.
   *
   * @param correlation with the p-values
   * @param rootMeanSquaredDifference from the p-values
   * @param meanCorrelation with the other raters
   * @param judgements compared with a p-value
   */
  public record Rater(
      OptionalDouble correlation,
      OptionalDouble rootMeanSquaredDifference,
      OptionalDouble meanCorrelation,
      int judgements) {}

  /** Copies the lists. */
  public RaterConsistency {
    raters = List.copyOf(raters);
    warnings = List.copyOf(warnings);
  }

  /**
   * Compares raters.
   *
   * @param ratings {@code ratings[rater][item]}
   * @param empirical p-value of each item, {@code NaN} = unknown
   */
  public static RaterConsistency of(double[][] ratings, double[] empirical) {
    sameLength(rectangular(ratings, "ratings"), empirical.length, "items and p-values");
    double[][] r = correlations(ratings);
    var raters = new ArrayList<Rater>();
    var warnings = new ArrayList<Warning>();
    int used = 0;
    for (int j = 0; j < ratings.length; j++) {
      raters.add(rater(ratings[j], empirical, r[j]));
      used += raters.get(j).judgements() > 0 ? 1 : 0;
      if (raters.get(j).correlation().isEmpty()) {
        warnings.add(
            Warning.of(
                raters.get(j).judgements() == 0 ? Kind.NO_DATA : Kind.NO_VARIANCE,
                "rater " + (j + 1)));
      }
    }
    OptionalDouble mean = mean(r);
    if (mean.isEmpty()) {
      warnings.add(Warning.of(used < 2 ? Kind.ONE_RATER : Kind.NO_VARIANCE, "mean correlation"));
    }
    return new RaterConsistency(raters, mean, used, ratings.length - used, warnings);
  }

  private static Rater rater(double[] own, double[] empirical, double[] withOthers) {
    double[][] pairs = pairs(own, empirical);
    double squares = 0;
    for (int i = 0; i < pairs[0].length; i++) {
      squares += (pairs[0][i] - pairs[1][i]) * (pairs[0][i] - pairs[1][i]);
    }
    return new Rater(
        Optionals.finite(Moments.correlation(pairs[0], pairs[1])),
        Optionals.finite(Math.sqrt(squares / pairs[0].length)),
        mean(new double[][] {withOthers}),
        pairs[0].length);
  }

  /** Correlations between raters; {@code NaN} on the diagonal. */
  private static double[][] correlations(double[][] ratings) {
    double[][] r = new double[ratings.length][ratings.length];
    for (int a = 0; a < ratings.length; a++) {
      r[a][a] = Double.NaN;
      for (int b = 0; b < a; b++) {
        double[][] pairs = pairs(ratings[a], ratings[b]);
        r[a][b] = Moments.correlation(pairs[0], pairs[1]);
        r[b][a] = r[a][b];
      }
    }
    return r;
  }

  private static OptionalDouble mean(double[][] r) {
    double sum = 0;
    int n = 0;
    for (double[] row : r) {
      for (double value : row) {
        if (!Double.isNaN(value)) {
          sum += value;
          n++;
        }
      }
    }
    return Optionals.ratio(sum, n);
  }

  private static double[][] pairs(double[] a, double[] b) {
    int[] both =
        java.util.stream.IntStream.range(0, a.length)
            .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
            .toArray();
    return new double[][] {
      java.util.Arrays.stream(both).mapToDouble(i -> a[i]).toArray(),
      java.util.Arrays.stream(both).mapToDouble(i -> b[i]).toArray()
    };
  }
}
