package org.rolewright.psychometrics.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** How ranks behave whatever the ties. */
class RanksPropertiesTest {
  @Property
  void ranks_add_up_whatever_the_ties(@ForAll @NotEmpty @IntRange(min = 1, max = 5) int[] x) {
    double[] values = Arrays.stream(x).asDoubleStream().toArray();
    double n = x.length;
    assertEquals(n * (n + 1) / 2, Arrays.stream(Ranks.midRanks(values)).sum(), 1e-9);
  }
}
