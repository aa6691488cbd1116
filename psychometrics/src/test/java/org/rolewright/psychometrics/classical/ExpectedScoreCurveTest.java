package org.rolewright.psychometrics.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against tables of the normal distribution, and the identity that the mean of P(θ) is p. */
class ExpectedScoreCurveTest {

  @Test
  void at_average_ability_the_curve_is_the_normal_table() {
    // p = Φ(1) = 0.841345; φ(1) = 0.241971; r = 0.6 when r_pb = 0.6 · 0.241971 / √(p(1 − p))
    double p = 0.8413447460685429;
    double pointBiserial = 0.6 * 0.24197072451914337 / Math.sqrt(p * (1 - p));
    // (1 + 0.6 · 0) / 0.8 = 1.25: Φ = 0.894350; θ = 1: 1.6 / 0.8 = 2: Φ = 0.977250
    var curve =
        ExpectedScoreCurve.of(new double[] {p}, new double[] {pointBiserial}, new double[] {0, 1});
    assertEquals(0.894350, curve[0], 5e-7);
    assertEquals(0.977250, curve[1], 5e-7);
  }

  @Test
  void over_all_abilities_the_mean_is_the_sum_of_p() {
    double[] p = {0.35, 0.62, 0.71, 0.9};
    double[] r = {0.2, 0.41, 0.33, 0.15};
    int steps = 1601;
    var abilities = new double[steps];
    for (int i = 0; i < steps; i++) abilities[i] = -8 + 0.01 * i;
    var curve = ExpectedScoreCurve.of(p, r, abilities);
    double mean = 0;
    for (int i = 0; i < steps; i++)
      mean += curve[i] * Math.exp(-abilities[i] * abilities[i] / 2) / Math.sqrt(2 * Math.PI) * 0.01;
    assertEquals(0.35 + 0.62 + 0.71 + 0.9, mean, 1e-6);
  }

  @Test
  void items_that_tell_nobody_apart_give_a_flat_curve_and_others_a_rising_one() {
    double[] abilities = {-3, 0, 3};
    var flat = ExpectedScoreCurve.of(new double[] {0.4}, new double[] {0}, abilities);
    for (double value : flat) assertEquals(0.4, value, 1e-12);
    var rising = ExpectedScoreCurve.of(new double[] {0.4}, new double[] {0.79}, abilities);
    assertTrue(rising[0] < rising[1] && rising[1] < rising[2] && rising[2] <= 1);
  }

  @Test
  void figures_that_cannot_be_are_refused() {
    double[] one = {0.5};
    assertThrows(
        IllegalArgumentException.class,
        () -> ExpectedScoreCurve.of(new double[] {Double.NaN}, one, one));
    assertThrows(
        IllegalArgumentException.class, () -> ExpectedScoreCurve.of(one, new double[] {1.2}, one));
    assertThrows(
        IllegalArgumentException.class, () -> ExpectedScoreCurve.of(one, new double[0], one));
  }
}
