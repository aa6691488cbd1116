package org.rolewright.psychometrics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How combined ratings behave whatever the ratings. */
class CombinedRatingsPropertiesTest {
  @Property
  void combined_ratings_do_not_depend_on_who_is_listed_first_or_twice(
      @ForAll @Size(24) List<@IntRange(min = 1, max = 5) Integer> i,
      @ForAll @Size(24) List<@IntRange(min = 0, max = 5) Integer> f) {
    double[][] importance = rows(i);
    double[][] frequency = rows(f);
    var once = TaskRatings.of(importance, frequency, 0);
    var twice = TaskRatings.of(reversedTwice(importance), reversedTwice(frequency), 0);
    for (Combination rule : RatingTest.rules(5).values()) {
      assertSame(CombinedRatings.of(once, rule).values(), CombinedRatings.of(twice, rule).values());
    }
  }

  private static void assertSame(List<OptionalDouble> first, List<OptionalDouble> second) {
    for (int t = 0; t < first.size(); t++) {
      assertEquals(first.get(t).isPresent(), second.get(t).isPresent());
      assertEquals(first.get(t).orElse(0), second.get(t).orElse(0), 1e-9);
    }
  }

  private static double[][] rows(List<Integer> values) {
    double[][] rows = new double[6][4];
    for (int k = 0; k < 24; k++) {
      rows[k / 4][k % 4] = values.get(k);
    }
    return rows;
  }

  private static double[][] reversedTwice(double[][] rows) {
    double[][] all = new double[12][];
    for (int r = 0; r < 6; r++) {
      all[11 - r] = rows[r];
      all[r] = rows[5 - r];
    }
    return all;
  }
}
