package org.rolewright.psychometrics.weighting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.rating.Combination;
import org.rolewright.psychometrics.rating.TaskRatings;

/**
 * The arithmetic that estimate, linearised error, jackknife and bootstrap share.
 *
 * <p>Each respondent is one dense row: first the values of every quantity and kept task (0 where
 * left out), then 1 or 0 for whether they count. A sample, drawn or real, is then the sum of its
 * rows, and weights are a function of that sum.
 */
final class WeightModel {
  private final WeightStudy study;
  private final int[] kept;
  private final int quantities;

  /** Values and counts of one respondent: 2 · quantities · kept tasks. */
  final int width;

  /** {@code rows[respondent][column]}. */
  private final double[][] rows;

  final int respondents;

  WeightModel(WeightStudy study) {
    this.study = study;
    boolean[] keeps = study.outline().kept();
    this.kept = IntStream.range(0, keeps.length).filter(t -> keeps[t]).toArray();
    this.quantities = study.combination().quantities().size();
    this.width = 2 * quantities * kept.length;
    this.respondents = study.ratings().respondents();
    this.rows = new double[respondents][width];
    for (int r = 0; r < respondents; r++) {
      fill(r);
      if (study.domainRule() == DomainRule.RESPONDENT_SHARES) {
        toShares(rows[r]);
      }
    }
  }

  private void fill(int respondent) {
    TaskRatings ratings = study.ratings();
    double[] row = rows[respondent];
    int i = 0;
    for (Combination.Quantity quantity : study.combination().quantities()) {
      for (int t : kept) {
        double x =
            quantity.of(
                ratings.importance().value(respondent, t),
                ratings.frequency().value(respondent, t),
                ratings.notPerformed(respondent, t));
        boolean counts = !Double.isNaN(x);
        row[i] = counts ? x : 0;
        row[i + width / 2] = counts ? 1 : 0;
        i++;
      }
    }
  }

  /** Values become shares of their sum; a respondent whose sum is 0 counts nowhere. */
  private void toShares(double[] row) {
    double sum = 0;
    for (int i = 0; i < width / 2; i++) {
      sum += row[i];
    }
    for (int i = 0; i < width / 2; i++) {
      row[i] = sum > 0 ? row[i] / sum : 0;
      row[i + width / 2] = sum > 0 ? row[i + width / 2] : 0;
    }
  }

  /** Number of weights that {@link #weights} returns: every task, then every domain. */
  int outputs() {
    return study.outline().tasks() + study.outline().domains();
  }

  /** The sum of all rows. */
  double[] total() {
    double[] sums = new double[width];
    for (int r = 0; r < respondents; r++) {
      add(sums, r, 1);
    }
    return sums;
  }

  /** Adds a respondent's row the given number of times. */
  void add(double[] sums, int respondent, double times) {
    double[] row = rows[respondent];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * row[i];
    }
  }

  /**
   * Adds the rows of a sample, each as often as it was drawn; four at a time, because reading and
   * writing the sums is what takes the time.
   *
   * @param counts how often each respondent was drawn
   * @param from first respondent
   * @param to respondent after the last
   */
  void add(double[] sums, int[] counts, int from, int to) {
    int[] drawn = new int[to - from];
    int size = 0;
    for (int r = from; r < to; r++) {
      if (counts[r] != 0) {
        drawn[size++] = r;
      }
    }
    int next = 0;
    for (; next + 4 <= size; next += 4) {
      addFour(sums, counts, drawn, next);
    }
    for (; next < size; next++) {
      add(sums, drawn[next], counts[drawn[next]]);
    }
  }

  private void addFour(double[] sums, int[] counts, int[] drawn, int at) {
    double[] a = rows[drawn[at]];
    double[] b = rows[drawn[at + 1]];
    double[] c = rows[drawn[at + 2]];
    double[] d = rows[drawn[at + 3]];
    double timesA = counts[drawn[at]];
    double timesB = counts[drawn[at + 1]];
    double timesC = counts[drawn[at + 2]];
    double timesD = counts[drawn[at + 3]];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += timesA * a[i] + timesB * b[i] + timesC * c[i] + timesD * d[i];
    }
  }

  /** Respondents who count for at least one kept task. */
  int used() {
    return (int)
        Arrays.stream(rows)
            .filter(row -> Arrays.stream(row, width / 2, width).anyMatch(counts -> counts > 0))
            .count();
  }

  /** Whether some quantity of some kept task has no respondent in the sample. */
  boolean hasEmptyTask(double[] sums) {
    for (int i = width / 2; i < width; i++) {
      if (sums[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** The means over respondents, quantity by quantity; {@code NaN} without a respondent. */
  double[] means(double[] sums) {
    double[] means = new double[width / 2];
    for (int i = 0; i < means.length; i++) {
      means[i] = sums[i] / sums[i + width / 2];
    }
    return means;
  }

  /** Weights of all tasks (0 when not kept), then of all domains, from the sums of a sample. */
  double[] weights(double[] sums) {
    return weightsOfMeans(means(sums));
  }

  /** The combined rating of each kept task. */
  double[] combined(double[] means) {
    double[][] byQuantity = new double[quantities][];
    for (int k = 0; k < quantities; k++) {
      byQuantity[k] = Arrays.copyOfRange(means, k * kept.length, (k + 1) * kept.length);
    }
    return study.combination().combine().apply(byQuantity);
  }

  int[] keptTasks() {
    return kept;
  }

  double[] weightsOfMeans(double[] means) {
    double[] ofKept = combined(means);
    double[] ofAll = new double[study.outline().tasks()];
    for (int i = 0; i < kept.length; i++) {
      ofAll[kept[i]] = ofKept[i];
    }
    var weights = PointWeights.of(ofAll, study.outline(), study.domainRule());
    double[] joined = Arrays.copyOf(weights.tasks(), outputs());
    System.arraycopy(weights.domains(), 0, joined, ofAll.length, weights.domains().length);
    return joined;
  }

  /**
   * What each respondent adds to each weight, to first order: {@code influence[weight][respondent]}
   * = Σ over columns of ∂weight/∂mean · (value − mean) / share of respondents who count.
   */
  double[][] influence(double[] sums) {
    double[] means = means(sums);
    double[][] slope = slopes(means);
    double[][] influence = new double[outputs()][respondents];
    double[] residual = new double[means.length];
    for (int r = 0; r < respondents; r++) {
      for (int i = 0; i < residual.length; i++) {
        double counts = rows[r][i + width / 2];
        residual[i] = counts == 0 ? 0 : (rows[r][i] - means[i]) * respondents / sums[i + width / 2];
      }
      for (int w = 0; w < influence.length; w++) {
        influence[w][r] = dot(slope[w], residual);
      }
    }
    return influence;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** ∂weight/∂mean by the five-point central difference, {@code [weight][column]}. */
  private double[][] slopes(double[] means) {
    double[][] slopes = new double[outputs()][means.length];
    for (int i = 0; i < means.length; i++) {
      if (Double.isNaN(means[i])) {
        continue;
      }
      double step = Math.max(Math.abs(means[i]), 1e-3) / 256;
      double[] near = difference(means, i, step);
      double[] far = difference(means, i, 2 * step);
      for (int w = 0; w < slopes.length; w++) {
        slopes[w][i] = (8 * near[w] - far[w]) / (12 * step);
      }
    }
    return slopes;
  }

  private double[] difference(double[] means, int column, double step) {
    double[] moved = means.clone();
    moved[column] = means[column] + step;
    double[] up = weightsOfMeans(moved);
    moved[column] = means[column] - step;
    double[] down = weightsOfMeans(moved);
    for (int w = 0; w < up.length; w++) {
      up[w] -= down[w];
    }
    return up;
  }
}
