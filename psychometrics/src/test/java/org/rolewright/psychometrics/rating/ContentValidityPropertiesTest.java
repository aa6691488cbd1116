package org.rolewright.psychometrics.rating;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** How content validity behaves whatever the panel. */
class ContentValidityPropertiesTest {
  @Property
  void kappa_never_exceeds_the_index_and_both_stay_in_bounds(
      @ForAll @IntRange(min = 2, max = 40) int experts, @ForAll @IntRange(max = 40) int some) {
    var item = ContentValidityIndex.of(Math.min(some, experts), experts);
    assertTrue(item.kappa().getAsDouble() <= item.index().getAsDouble() + 1e-12);
    assertTrue(item.index().getAsDouble() >= 0 && item.index().getAsDouble() <= 1);
  }
}
