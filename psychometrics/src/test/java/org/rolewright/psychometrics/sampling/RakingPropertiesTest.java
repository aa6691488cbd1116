package org.rolewright.psychometrics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How raking behaves whatever the sample. */
class RakingPropertiesTest {
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
}
