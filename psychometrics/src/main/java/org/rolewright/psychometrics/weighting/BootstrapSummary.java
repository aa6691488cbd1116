package org.rolewright.psychometrics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;

/** Turns replicates of weights into spreads and intervals. */
final class BootstrapSummary {
  private final WeightStudy study;
  private final double[] estimates;
  private final double[][] jackknife;
  private final double confidence;
  private final Quantile quantile;

  BootstrapSummary(WeightStudy study, WeightModel model, double confidence, Quantile quantile) {
    this.study = study;
    this.confidence = confidence;
    this.quantile = quantile;
    double[] total = model.total();
    this.estimates = model.weights(total);
    this.jackknife = jackknife(model, total);
  }

  /** {@code [weight][respondent left out]}. */
  private static double[][] jackknife(WeightModel model, double[] total) {
    double[][] values = new double[model.outputs()][model.respondents];
    for (int r = 0; r < model.respondents; r++) {
      double[] without = total.clone();
      model.add(without, r, -1);
      double[] weights = model.weights(without);
      for (int w = 0; w < weights.length; w++) {
        values[w][r] = weights[w];
      }
    }
    return values;
  }

  WeightBootstrap.Result of(double[][] replicates, int withEmptyTask) {
    double[][] defined =
        Arrays.stream(replicates)
            .filter(w -> Arrays.stream(w).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    var spreads = new ArrayList<WeightBootstrap.Spread>();
    for (int w = 0; w < estimates.length; w++) {
      int weight = w;
      spreads.add(spread(w, Arrays.stream(defined).mapToDouble(r -> r[weight]).toArray()));
    }
    int tasks = study.outline().tasks();
    int undefined = replicates.length - defined.length;
    return new WeightBootstrap.Result(
        defined.length,
        withEmptyTask,
        undefined,
        confidence,
        List.copyOf(spreads.subList(0, tasks)),
        List.copyOf(spreads.subList(tasks, spreads.size())),
        warnings(withEmptyTask, undefined));
  }

  private List<Warning> warnings(int withEmptyTask, int undefined) {
    var warnings = new ArrayList<Warning>();
    if (withEmptyTask > 0) {
      warnings.add(Warning.of(Warning.Kind.SPARSE, "replicates with an empty task"));
    }
    if (undefined > 0) {
      warnings.add(Warning.of(Warning.Kind.NO_DATA, "replicates without weights"));
    }
    if (study.ratings().respondents() == 1) {
      warnings.add(Warning.of(Warning.Kind.ONE_RATER));
    }
    return List.copyOf(warnings);
  }

  private WeightBootstrap.Spread spread(int weight, double[] replicates) {
    double estimate = estimates[weight];
    if (replicates.length < 2 || !Double.isFinite(estimate)) {
      return new WeightBootstrap.Spread(
          Optionals.finite(estimate),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty());
    }
    double mean = Moments.mean(replicates);
    double se = Moments.sd(replicates);
    Arrays.sort(replicates);
    double lower = quantile.ofSorted(replicates, (1 - confidence) / 2);
    double upper = quantile.ofSorted(replicates, (1 + confidence) / 2);
    return new WeightBootstrap.Spread(
        OptionalDouble.of(estimate),
        OptionalDouble.of(mean),
        OptionalDouble.of(mean - estimate),
        OptionalDouble.of(se),
        Optional.of(new Interval(lower, upper, confidence)),
        Optional.of(new Interval(2 * estimate - upper, 2 * estimate - lower, confidence)),
        bca(estimate, replicates, jackknife[weight]),
        jackknifeError(jackknife[weight]));
  }

  private Optional<WeightBootstrap.Bca> bca(double estimate, double[] sorted, double[] left) {
    long below = Arrays.stream(sorted).filter(v -> v < estimate).count();
    double a = acceleration(left);
    if (below == 0 || below == sorted.length || !Double.isFinite(a)) {
      return Optional.empty();
    }
    double z0 = Distributions.normalQuantile(below / (double) sorted.length);
    double z = Distributions.normalTwoSided(confidence);
    double lower = level(z0, a, -z);
    double upper = level(z0, a, z);
    var limits =
        new Interval(
            quantile.ofSorted(sorted, lower), quantile.ofSorted(sorted, upper), confidence);
    return Optional.of(new WeightBootstrap.Bca(z0, a, lower, upper, limits));
  }

  private static double level(double z0, double a, double z) {
    return Distributions.normalCdf(z0 + (z0 + z) / (1 - a * (z0 + z)));
  }

  /** ΣL³ / (6 (ΣL²)^1.5); {@code NaN} when leaving anyone out changes nothing. */
  private static double acceleration(double[] left) {
    double mean = Moments.mean(left);
    double squares = 0;
    double cubes = 0;
    for (double value : left) {
      double l = (left.length - 1) * (mean - value);
      squares += l * l;
      cubes += l * l * l;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static OptionalDouble jackknifeError(double[] left) {
    double n = left.length;
    return Optionals.finite(Math.sqrt((n - 1) / n * Moments.sumOfSquares(left)));
  }
}
