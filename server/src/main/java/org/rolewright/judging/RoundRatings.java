package org.rolewright.judging;

import java.util.List;
import java.util.Map;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;

/** Ratings of one round that were handed in: percent by item, for each panelist. */
public record RoundRatings(int round, Map<PersonId, Map<ItemVersionId, Integer>> percents) {

  /** As proportions, {@code [panelist][item]}; {@code NaN} where there is none. */
  double[][] matrix(List<PersonId> panelists, List<ItemVersionId> items) {
    return panelists.stream()
        .map(person -> row(percents.getOrDefault(person, Map.of()), items))
        .toArray(double[][]::new);
  }

  private static double[] row(Map<ItemVersionId, Integer> given, List<ItemVersionId> items) {
    return items.stream()
        .mapToDouble(item -> given.containsKey(item) ? given.get(item) / 100.0 : Double.NaN)
        .toArray();
  }
}
