package org.rolewright.psychometrics.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

  @Property
  void weighted_shares_equal_the_targets(
      @ForAll @Size(60) List<@IntRange(min = 0, max = 1) Integer> first,
      @ForAll @IntRange(min = 1, max = 9) int share) {
    int[] a = first.stream().mapToInt(Integer::intValue).toArray();
    int[] b = new int[60];
    for (int i = 0; i < 60; i++) {
      a[i] = i < 4 ? i % 2 : a[i]; // all four combinations occur
      b[i] = i < 4 ? i / 2 : i % 2;
    }
    double[] targetA = {share, 10 - share};
    double[] targetB = {3, 7};
    var raked =
        Raking.of(List.of(new Raking.Margin("a", a, targetA), new Raking.Margin("b", b, targetB)));
    assertTrue(raked.converged());
    assertEquals(share / 10.0, weightOfFirst(raked.weights(), a), 1e-9);
    assertEquals(.3, weightOfFirst(raked.weights(), b), 1e-9);
    assertTrue(raked.loss().designEffect() >= 1 - 1e-12);
  }

  private static double weightOfFirst(double[] weights, int[] category) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += category[i] == 0 ? weights[i] / weights.length : 0;
    }
    return sum;
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
