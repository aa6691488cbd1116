package org.rolewright.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Few people are never shown, and cannot be had by subtraction. */
class SmallCellsTest {
  private static String hidden(int... counts) {
    return SmallCells.hidden(counts).toString();
  }

  @Test
  void counts_of_five_and_more_and_of_nobody_are_shown() {
    assertEquals("{}", hidden(5, 0, 12));
  }

  @Test
  void a_lone_small_count_takes_the_next_greater_with_it() {
    assertEquals("{1, 2}", hidden(40, 3, 7));
  }

  @Test
  void two_small_counts_that_make_few_people_take_a_third_with_them() {
    assertEquals("{0, 1, 3}", hidden(1, 2, 30, 6));
    assertEquals("{0, 1}", hidden(3, 4, 30));
  }

  @Test
  void whoever_knows_the_total_learns_of_no_group_below_five() {
    var random = new SplittableRandom(5);
    for (int round = 0; round < 2000; round++) {
      var counts = random.ints(6, 0, 12).toArray();
      BitSet hidden = SmallCells.hidden(counts);
      for (int i = 0; i < counts.length; i++)
        assertTrue(counts[i] == 0 || counts[i] >= 5 || hidden.get(i));
      int sum = hidden.stream().map(i -> counts[i]).sum();
      boolean everythingHidden = hidden.cardinality() == nonZero(counts);
      assertTrue(hidden.isEmpty() || everythingHidden || sum >= 5 && hidden.cardinality() > 1);
    }
  }

  private static int nonZero(int[] counts) {
    int some = 0;
    for (int count : counts) some += count > 0 ? 1 : 0;
    return some;
  }
}
