package org.rolewright.itemwriting;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rolewright.item.ContentRules;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Where the keys of single-choice items with equally many options stand.
 *
 * @param options how many options the items have
 * @param counts items whose key stands first, second, …
 * @param expected count at each place if keys were spread evenly
 * @param p probability of counts at least as uneven if each key fell anywhere (Pearson's chi-square
 *     on options − 1 degrees of freedom); empty while fewer than five are expected at a place
 *     (Cochran 1954, Biometrics 10, 417–451)
 */
public record KeyBalance(int options, List<Integer> counts, double expected, OptionalDouble p) {
  private static final double LEAST_EXPECTED = 5;
  private static final double UNLIKELY = 0.05;

  /** One for each number of options in use. */
  public static List<KeyBalance> of(List<ItemContent> contents) {
    Map<Integer, int[]> places = new TreeMap<>();
    for (var content : contents)
      if (content instanceof Single single && single.options().size() > 1)
        ContentRules.keyPosition(single)
            .ifPresent(at -> places.computeIfAbsent(single.options().size(), int[]::new)[at]++);
    return places.values().stream().map(KeyBalance::of).toList();
  }

  private static KeyBalance of(int[] counts) {
    double expected = IntStream.of(counts).sum() / (double) counts.length;
    double chiSquare =
        IntStream.of(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    var p =
        expected < LEAST_EXPECTED
            ? OptionalDouble.empty()
            : OptionalDouble.of(Distributions.chiSquareUpper(chiSquare, counts.length - 1.0));
    return new KeyBalance(counts.length, IntStream.of(counts).boxed().toList(), expected, p);
  }

  /** Whether candidates could gain by guessing at a place. */
  public boolean unbalanced() {
    return p.isPresent() && p.getAsDouble() < UNLIKELY;
  }
}
