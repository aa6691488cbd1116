package org.rolewright.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Hides counts behind which few people stand. A count from 1 to 4 is hidden; so that it cannot be
 * had by subtracting the others from the total, the next greater counts are hidden too until at
 * least two are hidden and at least five people stand behind them together.
 */
final class SmallCells {
  /** The least number of people that is shown. */
  static final int LEAST = 5;

  private SmallCells() {}

  /** Which of the counts of one table row are hidden. */
  static BitSet hidden(int[] counts) {
    var hidden = new BitSet(counts.length);
    for (int i = 0; i < counts.length; i++) hidden.set(i, counts[i] > 0 && counts[i] < LEAST);
    var others =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] >= LEAST)
            .boxed()
            .sorted((a, b) -> Integer.compare(counts[a], counts[b]))
            .toList();
    for (int i : others) {
      if (hidden.isEmpty() || safe(hidden, counts)) break;
      hidden.set(i);
    }
    return hidden;
  }

  private static boolean safe(BitSet hidden, int[] counts) {
    return hidden.cardinality() >= 2
        && Arrays.stream(hidden.stream().toArray()).map(i -> counts[i]).sum() >= LEAST;
  }
}
