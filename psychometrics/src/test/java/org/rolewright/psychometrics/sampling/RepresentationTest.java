package org.rolewright.psychometrics.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;

class RepresentationTest {
  /** One characteristic: weight = population share over sample share, by definition. */
  @Test
  void with_one_characteristic_raking_is_post_stratification() {
    var margin = new Raking.Margin("region", new int[] {0, 0, 0, 1}, new double[] {.5, .5});
    var raked = Raking.of(List.of(margin));
    assertArrayEquals(new double[] {2 / 3.0, 2 / 3.0, 2 / 3.0, 2}, raked.weights(), 1e-12);
    assertEquals(4 / 3.0, raked.loss().designEffect(), 1e-12);
    assertEquals(3, raked.loss().effectiveN(), 1e-12);
    assertTrue(raked.converged());
  }

  @Test
  void a_category_nobody_answered_from_is_named() {
    var margin = new Raking.Margin("region", new int[] {0, 1}, new double[] {.25, .25, .5});
    var raked = Raking.of(List.of(margin));
    assertArrayEquals(new double[] {1, 1}, raked.weights(), 1e-12);
    assertEquals(List.of(Warning.of(Warning.Kind.SPARSE, "region category 3")), raked.warnings());
  }

  /** By hand, as 5²/25 + 0 + 5²/25; p = exp(−1) for two degrees of freedom. */
  @Test
  void chi_square_of_shares() {
    var check = Representativeness.of(new int[] {30, 50, 20}, new double[] {.25, .5, .25});
    assertEquals(2, check.chiSquare().getAsDouble(), 1e-12);
    assertEquals(Math.exp(-1), check.p().getAsDouble(), 1e-12);
    assertEquals(Math.sqrt(.02), check.effectW().getAsDouble(), 1e-12);
    assertEquals(2, check.degreesOfFreedom());
  }

  @Test
  void nobody_or_one_category_cannot_be_tested() {
    assertTrue(Representativeness.of(new int[] {0, 0}, new double[] {1, 1}).p().isEmpty());
    assertTrue(Representativeness.of(new int[] {7}, new double[] {1}).p().isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> Representativeness.of(new int[] {1, 1}, new double[] {1, 0}));
  }
}
