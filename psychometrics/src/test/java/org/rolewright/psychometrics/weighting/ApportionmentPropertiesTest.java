package org.rolewright.psychometrics.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.rolewright.psychometrics.weighting.Apportionment.Bounds;
import org.rolewright.psychometrics.weighting.Apportionment.Method;

/** How allocations behave whatever the weights. */
class ApportionmentPropertiesTest {
  @Property
  void every_method_places_all_items_within_bounds_and_keeps_the_order(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 60) Integer> weights,
      @ForAll @IntRange(min = 16, max = 120) int total,
      @ForAll @IntRange(min = 0, max = 2) int min) {
    double[] w = weights.stream().mapToDouble(i -> i).toArray();
    int[] least = IntStream.range(0, w.length).map(i -> min).toArray();
    for (Method method : Method.values()) {
      int[] items =
          Apportionment.withDefaults()
              .with(method)
              .allocate(w, total, Bounds.atLeast(least))
              .items();
      assertEquals(total, Arrays.stream(items).sum(), method.name());
      for (int i = 0; i < w.length; i++) {
        assertTrue(items[i] >= min);
        for (int j = 0; j < w.length; j++) {
          assertTrue(w[i] <= w[j] || items[i] >= items[j], method.name());
        }
      }
    }
  }

  @Property
  void without_bounds_the_largest_remainder_stays_within_the_quota(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 60) Integer> weights,
      @ForAll @IntRange(min = 1, max = 120) int total) {
    double[] w = weights.stream().mapToDouble(i -> i).toArray();
    var result = Apportionment.withDefaults().allocate(w, total);
    for (double residue : result.residues()) {
      assertTrue(Math.abs(residue) < 1 + 1e-9);
    }
    assertArrayEquals(result.items(), items(Method.LEAST_SQUARES, total, w));
  }

  private static int[] items(Method method, int total, double... weights) {
    return Apportionment.withDefaults().with(method).allocate(weights, total).items();
  }
}
