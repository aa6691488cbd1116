package org.rolewright.psychometrics.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void ties_share_the_mean_of_their_places() {
    assertArrayEquals(new double[] {1, 2.5, 2.5, 4}, Ranks.midRanks(new double[] {10, 20, 20, 30}));
    assertEquals(6, Ranks.tieCorrection(new double[] {10, 20, 20, 30}));
  }
}
