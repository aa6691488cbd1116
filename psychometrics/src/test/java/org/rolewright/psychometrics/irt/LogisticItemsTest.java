package org.rolewright.psychometrics.irt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogisticItemsTest {
  private static final List<LogisticItem> ITEMS =
      List.of(
          new LogisticItem(1.2, -1, 0.2, 1.7),
          new LogisticItem(0.8, -0.4, 0.15, 1.7),
          new LogisticItem(1.5, 0.5, 0, 1.7));

  @Property
  void information_is_the_squared_slope_over_pq(
      @ForAll @DoubleRange(min = -3, max = 3) double theta) {
    for (LogisticItem item : ITEMS) {
      double h = 1e-5;
      double slope = (item.probability(theta + h) - item.probability(theta - h)) / (2 * h);
      double p = item.probability(theta);
      double expected = slope * slope / (p * (1 - p));
      assertEquals(expected, Information.FISHER.of(item, theta), 1e-6 * (1 + expected));
    }
  }

  @Property
  void the_score_distribution_sums_to_one_and_its_mean_is_the_characteristic_curve(
      @ForAll @DoubleRange(min = -6, max = 6) double theta) {
    double[] f = SummedScores.distribution(ITEMS, theta);
    double mean = 0;
    for (int x = 0; x < f.length; x++) {
      mean += x * f[x];
    }
    assertEquals(1, Arrays.stream(f).sum(), 1e-12);
    assertEquals(SummedScores.expected(ITEMS, theta), mean, 1e-12);
  }

  @Property
  void a_proficiency_is_found_again_from_its_expected_score(
      @ForAll @DoubleRange(min = -3, max = 3) double theta) {
    double score = SummedScores.expected(ITEMS, theta);
    assertEquals(theta, SummedScores.proficiency(ITEMS, score).orElseThrow(), 1e-7);
  }

  @Property
  void an_item_stands_where_its_probability_is_reached(
      @ForAll @DoubleRange(min = 0.3, max = 0.95) double probability) {
    LogisticItem item = ITEMS.getFirst();
    assertEquals(probability, item.probability(item.location(probability)), 1e-12);
  }

  @Test
  void no_proficiency_lies_at_the_guessing_level_or_at_a_perfect_score() {
    assertTrue(SummedScores.proficiency(ITEMS, 0.35).isEmpty());
    assertTrue(SummedScores.proficiency(ITEMS, 3).isEmpty());
  }

  @Test
  void the_comparison_formula_of_cacirt_agrees_where_there_is_no_guessing() {
    LogisticItem item = ITEMS.getLast();
    assertEquals(Information.FISHER.of(item, 0.3), Information.AS_CACIRT.of(item, 0.3), 1e-15);
  }

  @Test
  void impossible_parameters_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new LogisticItem(0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new LogisticItem(1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new LogisticItem(1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> ITEMS.getFirst().location(0.2));
  }
}
