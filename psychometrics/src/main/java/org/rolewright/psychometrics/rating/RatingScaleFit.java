package org.rolewright.psychometrics.rating;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * EM for the rating scale model.
 *
 * <p>The sum of a respondent's categories says all about θ given which tasks were rated, so a
 * respondent costs one pass over the points plus one per task left blank.
 */
final class RatingScaleFit {
  private static final int POINTS = 121;
  private static final double RANGE = 6;
  private static final double SMALLEST_SD = 1e-3;
  private static final double LONGEST_STEP = 1;

  private final int[][] data;
  private final int tasks;
  private final int steps;
  private final double[] taskScore;
  private final double[] stepCount;

  private final double[] location;
  private final double[] threshold;
  private double sd = 1;
  private double logLikelihood;
  private int iterations;

  private final double[] normal = new double[POINTS];
  private final double[][] mass;

  RatingScaleFit(int[][] data, int steps) {
    this.data = data;
    this.tasks = data[0].length;
    this.steps = steps;
    this.taskScore = new double[tasks];
    this.stepCount = new double[steps];
    this.location = new double[tasks];
    this.threshold = new double[steps];
    this.mass = new double[tasks][POINTS];
    for (int[] row : data) {
      for (int t = 0; t < tasks; t++) {
        taskScore[t] += Math.max(0, row[t]);
        for (int k = 0; k < row[t]; k++) {
          stepCount[k]++;
        }
      }
    }
    double sum = 0;
    for (int q = 0; q < POINTS; q++) {
      normal[q] = Math.exp(-z(q) * z(q) / 2);
      sum += normal[q];
    }
    for (int q = 0; q < POINTS; q++) {
      normal[q] /= sum;
    }
  }

  private static double z(int q) {
    return -RANGE + 2 * RANGE * q / (POINTS - 1);
  }

  boolean run(int maxIterations, double tolerance) {
    double moved = Double.POSITIVE_INFINITY;
    for (iterations = 0; iterations < maxIterations && moved > tolerance; iterations++) {
      double sdBefore = sd;
      double next = expectation();
      moved = maximisation();
      sd = Math.max(SMALLEST_SD, next);
      moved = Math.max(moved, Math.abs(sd - sdBefore));
    }
    expectation();
    return moved <= tolerance;
  }

  /** Posterior mass of each task's raters at every point; returns the SD of the next step. */
  private double expectation() {
    double[][] logSum = new double[tasks][POINTS];
    double[] all = new double[POINTS];
    for (int t = 0; t < tasks; t++) {
      for (int q = 0; q < POINTS; q++) {
        logSum[t][q] = logSum(sd * z(q) - location[t]);
        all[q] += logSum[t][q];
      }
      Arrays.fill(mass[t], 0);
    }
    double[] total = new double[POINTS];
    double[] posterior = new double[POINTS];
    double square = 0;
    logLikelihood = fixedPart();
    for (int[] row : data) {
      logLikelihood += posterior(row, logSum, all, posterior);
      for (int q = 0; q < POINTS; q++) {
        total[q] += posterior[q];
        square += posterior[q] * z(q) * z(q);
      }
      for (int t = 0; t < tasks; t++) {
        if (row[t] < 0) {
          for (int q = 0; q < POINTS; q++) {
            mass[t][q] -= posterior[q];
          }
        }
      }
    }
    for (double[] ofTask : mass) {
      for (int q = 0; q < POINTS; q++) {
        ofTask[q] += total[q];
      }
    }
    return sd * Math.sqrt(square / data.length);
  }

  /** −Σ score · δ − Σ count · τ: the part of the log-likelihood that does not depend on θ. */
  private double fixedPart() {
    double sum = 0;
    for (int t = 0; t < tasks; t++) {
      sum -= taskScore[t] * location[t];
    }
    for (int k = 0; k < steps; k++) {
      sum -= stepCount[k] * threshold[k];
    }
    return sum;
  }

  private double posterior(int[] row, double[][] logSum, double[] all, double[] posterior) {
    System.arraycopy(all, 0, posterior, 0, POINTS);
    double score = 0;
    for (int t = 0; t < tasks; t++) {
      if (row[t] < 0) {
        for (int q = 0; q < POINTS; q++) {
          posterior[q] -= logSum[t][q];
        }
      } else {
        score += row[t];
      }
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < POINTS; q++) {
      posterior[q] = score * sd * z(q) - posterior[q];
      largest = Math.max(largest, posterior[q]);
    }
    double sum = 0;
    for (int q = 0; q < POINTS; q++) {
      posterior[q] = normal[q] * Math.exp(posterior[q] - largest);
      sum += posterior[q];
    }
    for (int q = 0; q < POINTS; q++) {
      posterior[q] /= sum;
    }
    return largest + Math.log(sum);
  }

  /** ln Σ_x exp Σ_{k ≤ x}(distance − τ_k). */
  private double logSum(double distance) {
    double[] p = probabilities(distance);
    return -Math.log(p[0]);
  }

  private double[] probabilities(double distance) {
    double[] p = new double[steps + 1];
    double largest = 0;
    for (int x = 1; x <= steps; x++) {
      p[x] = p[x - 1] + distance - threshold[x - 1];
      largest = Math.max(largest, p[x]);
    }
    double sum = 0;
    for (int x = 0; x <= steps; x++) {
      p[x] = Math.exp(p[x] - largest);
      sum += p[x];
    }
    for (int x = 0; x <= steps; x++) {
      p[x] /= sum;
    }
    return p;
  }

  /** One Newton step of every location, then one of all thresholds; returns the largest move. */
  private double maximisation() {
    double moved = 0;
    for (int t = 0; t < tasks; t++) {
      double[] moments = moments(t);
      double step = clamp((moments[0] - taskScore[t]) / moments[1]);
      location[t] += step;
      moved = Math.max(moved, Math.abs(step));
    }
    return Math.max(moved, moveThresholds());
  }

  /** Expected score of a task over all its raters, and the information on its location. */
  private double[] moments(int t) {
    double score = 0;
    double information = 0;
    for (int q = 0; q < POINTS; q++) {
      double[] p = probabilities(sd * z(q) - location[t]);
      double mean = 0;
      double square = 0;
      for (int x = 1; x <= steps; x++) {
        mean += x * p[x];
        square += (double) x * x * p[x];
      }
      score += mass[t][q] * mean;
      information += mass[t][q] * (square - mean * mean);
    }
    return new double[] {score, information};
  }

  private double moveThresholds() {
    if (steps == 1) {
      return 0;
    }
    double[] gradient = new double[steps];
    double[][] information = new double[steps][steps];
    for (int t = 0; t < tasks; t++) {
      for (int q = 0; q < POINTS; q++) {
        addTail(mass[t][q], tail(sd * z(q) - location[t]), gradient, information);
      }
    }
    for (int k = 0; k < steps; k++) {
      gradient[k] -= stepCount[k];
    }
    double[] before = threshold.clone();
    DecompositionSolver solver =
        new LUDecomposition(new Array2DRowRealMatrix(information)).getSolver();
    double[] step = solver.solve(new ArrayRealVector(gradient)).toArray();
    for (int k = 0; k < steps; k++) {
      threshold[k] += clamp(step[k]);
    }
    double mean = Arrays.stream(threshold).sum() / steps;
    for (int k = 0; k < steps; k++) {
      threshold[k] -= mean;
    }
    for (int t = 0; t < tasks; t++) {
      location[t] += mean;
    }
    return IntStream.range(0, steps)
        .mapToDouble(k -> Math.abs(threshold[k] - before[k]))
        .max()
        .orElse(0);
  }

  /** P(X &gt; k) for k = 0 … m − 1. */
  private double[] tail(double distance) {
    double[] p = probabilities(distance);
    double[] tail = new double[steps];
    double sum = 0;
    for (int k = steps - 1; k >= 0; k--) {
      sum += p[k + 1];
      tail[k] = sum;
    }
    return tail;
  }

  private void addTail(double weight, double[] tail, double[] gradient, double[][] information) {
    for (int k = 0; k < steps; k++) {
      gradient[k] += weight * tail[k];
      for (int j = 0; j < steps; j++) {
        information[k][j] += weight * (tail[Math.max(j, k)] - tail[j] * tail[k]);
      }
    }
  }

  private static double clamp(double step) {
    return Math.clamp(step, -LONGEST_STEP, LONGEST_STEP);
  }

  double[] locations() {
    return location.clone();
  }

  double[] thresholds() {
    return threshold.clone();
  }

  double sd() {
    return sd;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  int iterations() {
    return iterations;
  }

  double standardError(int task) {
    return 1 / Math.sqrt(moments(task)[1]);
  }

  /** Expected rating at θ = 0, in points of the scale. */
  double expected(int task, double[] scale) {
    double[] p = probabilities(-location[task]);
    return IntStream.range(0, p.length).mapToDouble(x -> p[x] * scale[x]).sum();
  }
}
