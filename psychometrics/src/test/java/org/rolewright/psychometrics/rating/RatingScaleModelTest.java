package org.rolewright.psychometrics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;

class RatingScaleModelTest {
  private static final double NA = Double.NaN;
  private static final double[] LOCATIONS = {-1, -.4, 0, .5, .9};
  private static final double[] THRESHOLDS = {-1.2, .1, 1.1};

  /** Draws ratings 1–4 from the model itself, with θ of SD 0.8. */
  private static double[][] drawn(int respondents, double blanks) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    double[][] ratings = new double[respondents][LOCATIONS.length];
    for (double[] row : ratings) {
      double theta = .8 * random.nextGaussian();
      for (int t = 0; t < row.length; t++) {
        double[] p = probabilities(theta, LOCATIONS[t], THRESHOLDS);
        double u = random.nextDouble();
        int x = 0;
        while (x < 3 && u > p[x]) {
          u -= p[x++];
        }
        row[t] = random.nextDouble() < blanks ? NA : x + 1;
      }
    }
    return ratings;
  }

  private static double[] probabilities(double theta, double delta, double[] tau) {
    double[] p = new double[tau.length + 1];
    p[0] = 1;
    for (int x = 1; x < p.length; x++) {
      p[x] = p[x - 1] * Math.exp(theta - delta - tau[x - 1]);
    }
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(v -> v / sum).toArray();
  }

  @Test
  void parameters_that_made_the_data_are_found_again() {
    var fit = RatingScaleModel.withDefaults().fit(drawn(2000, .1));
    assertTrue(fit.converged());
    for (int t = 0; t < LOCATIONS.length; t++) {
      assertEquals(LOCATIONS[t], fit.tasks().get(t).location().getAsDouble(), .1);
    }
    for (int k = 0; k < THRESHOLDS.length; k++) {
      assertEquals(THRESHOLDS[k], fit.thresholds().get(k), .1);
    }
    assertEquals(.8, fit.sd().getAsDouble(), .08);
  }

  /**
   * The reference is plain summation over 401 points, written here without any of the model's code.
   */
  @Test
  void the_likelihood_is_right_and_no_neighbour_is_better() {
    double[][] ratings = drawn(150, .1);
    var fit = RatingScaleModel.withDefaults().fit(ratings);
    double[] delta = fit.tasks().stream().mapToDouble(t -> t.location().getAsDouble()).toArray();
    double[] tau = fit.thresholds().stream().mapToDouble(d -> d).toArray();
    double sd = fit.sd().getAsDouble();
    double best = bruteForce(ratings, delta, tau, sd);
    assertEquals(best, fit.logLikelihood().getAsDouble(), 1e-5);
    for (double step : new double[] {-.02, .02}) {
      assertTrue(bruteForce(ratings, delta, tau, sd + step) < best);
      for (int t = 0; t < delta.length; t++) {
        double[] moved = delta.clone();
        moved[t] += step;
        assertTrue(bruteForce(ratings, moved, tau, sd) < best);
      }
      double[] bent = {tau[0] + step, tau[1] - step, tau[2]};
      assertTrue(bruteForce(ratings, delta, bent, sd) < best);
    }
  }

  private static double bruteForce(double[][] ratings, double[] delta, double[] tau, double sd) {
    double sum = 0;
    for (double[] row : ratings) {
      double likelihood = 0;
      for (int q = -200; q <= 200; q++) {
        double z = q / 25.0;
        double product = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 25;
        for (int t = 0; t < row.length; t++) {
          product *=
              Double.isNaN(row[t]) ? 1 : probabilities(sd * z, delta[t], tau)[(int) row[t] - 1];
        }
        likelihood += product;
      }
      sum += Math.log(likelihood);
    }
    return sum;
  }

  @Test
  void weights_sum_to_one_and_the_lowest_location_weighs_most() {
    var tasks = RatingScaleModel.withDefaults().fit(drawn(300, 0)).tasks();
    double[] weights = tasks.stream().mapToDouble(t -> t.weight().getAsDouble()).toArray();
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
    assertEquals(
        weights[
            IntStream.range(0, 5)
                .boxed()
                .min((i, j) ->
                    Double.compare(
                        tasks.get(i).location().getAsDouble(),
                        tasks.get(j).location().getAsDouble()))
                .get()],
        Arrays.stream(weights).max().getAsDouble());
  }

  @Test
  void an_added_constant_moves_ratings_but_no_location() {
    double[][] ratings = drawn(100, 0);
    double[][] shifted =
        Arrays.stream(ratings)
            .map(row -> Arrays.stream(row).map(x -> x + 2).toArray())
            .toArray(double[][]::new);
    var once = RatingScaleModel.withDefaults().fit(ratings);
    var moved = RatingScaleModel.withDefaults().fit(shifted);
    for (int t = 0; t < 5; t++) {
      assertEquals(once.tasks().get(t).location(), moved.tasks().get(t).location());
      assertEquals(
          once.tasks().get(t).expectedRating().getAsDouble() + 2,
          moved.tasks().get(t).expectedRating().getAsDouble(),
          1e-9);
    }
  }

  @Test
  void a_task_everyone_rates_highest_has_no_location_and_is_named() {
    double[][] ratings = {{1, 3, 2}, {2, 3, 1}, {3, 3, 2}, {2, 3, 3}, {NA, NA, NA}};
    var fit = RatingScaleModel.withDefaults().fit(ratings);
    assertEquals(OptionalDouble.empty(), fit.tasks().get(1).location());
    assertTrue(fit.warnings().contains(Warning.of(Warning.Kind.NO_VARIANCE, "task 2")));
    assertEquals(1, fit.dropped());
  }

  @Test
  void equal_or_absent_ratings_leave_everything_undefined() {
    var flat = RatingScaleModel.withDefaults().fit(new double[][] {{3, 3}, {3, 3}});
    assertTrue(flat.logLikelihood().isEmpty());
    assertTrue(flat.warnings().contains(Warning.of(Warning.Kind.NO_VARIANCE)));
    var none = RatingScaleModel.withDefaults().fit(new double[][] {{NA, NA}});
    assertTrue(none.warnings().contains(Warning.of(Warning.Kind.NO_DATA)));
  }

  @Test
  void stopping_early_is_a_result() {
    var fit = RatingScaleModel.withDefaults().withMaxIterations(2).fit(drawn(50, 0));
    assertFalse(fit.converged());
    assertTrue(fit.warnings().contains(Warning.of(Warning.Kind.NOT_CONVERGED)));
  }
}
