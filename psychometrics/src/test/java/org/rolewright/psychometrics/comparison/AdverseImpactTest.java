package org.rolewright.psychometrics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Ratios are those of published examples; p and intervals those of R 4.2.2: {@code
 * fisher.test(matrix(c(x, n - x, x0, n0 - x0), 2))$p.value}, and {@code exp(log(p / p0) + c(-1, 1)
 * * qnorm(.975) * sqrt((1 - p) / x + (1 - p0) / x0))}.
 */
class AdverseImpactTest {
  private static AdverseImpact.Group beside(int x, int n, int x0, int n0) {
    var found = AdverseImpact.of(new int[] {x, x0}, new int[] {n, n0}, 0.95);
    assertEquals(Optional.of(1), found.reference());
    return found.groups().getFirst();
  }

  private static void check(AdverseImpact.Group group, double ratio, double p, double... limits) {
    assertEquals(ratio, group.ratio().orElseThrow(), 1e-12);
    assertEquals(p, group.p().orElseThrow(), 1e-12);
    var interval = group.ratioInterval().orElseThrow();
    assertEquals(limits[0], interval.lower(), 1e-11);
    assertEquals(limits[1], interval.upper(), 1e-11);
  }

  @Test
  void twelve_of_forty_beside_forty_eight_of_eighty_is_half_as_the_guidelines_say() {
    var group = beside(12, 40, 48, 80);
    check(group, 0.5, 0.00340922176784919, 0.301432941046, 0.829371863383);
    assertTrue(group.belowFourFifths());
  }

  @Test
  void five_sixths_is_not_below_four_fifths_and_five_eighths_is() {
    var near = beside(40, 80, 60, 100);
    check(near, 5 / 6.0, 0.227206749367904, 0.635294706178, 1.093105983240);
    assertFalse(near.belowFourFifths());
    var far = beside(30, 80, 60, 100);
    check(far, 0.625, 0.00423644910538642, 0.451569093777, 0.865039271693);
    assertTrue(far.belowFourFifths());
  }

  @Test
  void exactly_four_fifths_is_not_below() {
    assertFalse(beside(48, 100, 60, 100).belowFourFifths());
    assertTrue(beside(4799, 10000, 60, 100).belowFourFifths());
  }

  @Test
  void the_lady_who_tasted_tea_has_the_p_that_Fisher_printed() {
    // three of four cups right and one of four wrong: 34 of 70 tables are as unlikely
    assertEquals(34 / 70.0, beside(1, 4, 3, 4).p().orElseThrow(), 1e-12);
  }

  @Test
  void a_group_without_a_selected_person_has_no_interval_of_its_ratio() {
    var group = beside(0, 12, 8, 20);
    assertEquals(0, group.ratio().orElseThrow());
    assertEquals(Optional.empty(), group.ratioInterval());
    assertEquals(0.0135292775448504, group.p().orElseThrow(), 1e-12);
  }

  @Test
  void several_groups_are_adjusted_together() {
    var found = AdverseImpact.of(new int[] {12, 30, 48}, new int[] {40, 80, 80}, 0.95).groups();
    // p of 12/40 and 30/80 beside 48/80 is .0034… and .0070… (all tables added up in fractions);
    // Holm (1979): the smaller of two is doubled, the larger stays unless it falls below that
    assertEquals(0.006818443535698364, found.get(0).adjustedP().orElseThrow(), 1e-12);
    assertEquals(0.006983958473862499, found.get(1).adjustedP().orElseThrow(), 1e-12);
  }

  @Test
  void nobody_selected_leaves_nothing_to_compare() {
    var found = AdverseImpact.of(new int[] {0, 0}, new int[] {5, 9}, 0.95);
    assertEquals(Optional.empty(), found.reference());
    assertEquals(OptionalDouble.empty(), found.groups().getFirst().ratio());
  }

  @Test
  void of_equal_rates_the_larger_group_is_the_reference() {
    var found = AdverseImpact.of(new int[] {1, 3, 2}, new int[] {2, 6, 4}, 0.95);
    assertEquals(Optional.of(1), found.reference());
    assertEquals(1, found.groups().getFirst().ratio().orElseThrow(), 1e-12);
  }

  @Test
  void more_selected_than_there_are_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> AdverseImpact.of(new int[] {3}, new int[] {2}, 0.95));
  }
}
