package org.rolewright.appraisal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Limits are those of the package's own words: alpha .70 over 30 sittings. */
class RunFiguresTest {
  @Test
  void a_sub_score_is_reliable_with_enough_sittings_and_enough_alpha() {
    assertTrue(RunFigures.reliable(30, OptionalDouble.of(0.70)));
    assertFalse(RunFigures.reliable(29, OptionalDouble.of(0.95)), "a handful of sittings");
    assertFalse(RunFigures.reliable(30, OptionalDouble.of(0.69)));
    assertFalse(RunFigures.reliable(30, OptionalDouble.empty()));
  }
}
