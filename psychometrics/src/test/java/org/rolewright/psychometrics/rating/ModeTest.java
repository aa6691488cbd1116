package org.rolewright.psychometrics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * "The value of the random sample that occurs with the greatest frequency. It is not necessarily
 * unique" (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.1), counted by hand.
 */
class ModeTest {
  @Test
  void the_mode_occurs_most_often() {
    assertMode(4, List.of(4.0), 5, 4, 3, 4, 2, 4, 5);
  }

  @Test
  void of_several_modes_the_smallest_stands_for_all() {
    assertMode(2, List.of(2.0, 5.0), 5, 2, 3, 5, 2);
  }

  @Test
  void when_every_value_occurs_equally_often_each_is_a_mode() {
    assertMode(1, List.of(1.0, 3.0, 4.0), 4, 1, 3);
  }

  @Test
  void what_was_not_answered_is_no_value() {
    assertMode(3, List.of(3.0), Double.NaN, 3, Double.NaN, Double.NaN);
  }

  @Test
  void without_ratings_there_is_no_mode() {
    var nothing = Descriptives.of(new double[] {Double.NaN});
    assertEquals(OptionalDouble.empty(), nothing.mode());
    assertEquals(List.of(), nothing.modes());
  }

  private static void assertMode(double mode, List<Double> modes, double... ratings) {
    var described = Descriptives.of(ratings);
    assertEquals(OptionalDouble.of(mode), described.mode());
    assertEquals(modes, described.modes());
  }
}
