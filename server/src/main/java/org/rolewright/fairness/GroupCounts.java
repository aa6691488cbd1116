package org.rolewright.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rolewright.fairness.ImpactTable.Line;
import org.rolewright.fairness.ImpactTable.Part;
import org.rolewright.fairness.ImpactTable.Verdict;
import org.rolewright.psychometrics.comparison.AdverseImpact;

/**
 * Counts of the groups of one question, and what of them may be shown. Pure.
 *
 * @param statements by all who stated anything; those who did not answer this question among them
 */
record GroupCounts(Trait trait, List<Count> counts, int statements) {
  /** Smaller groups are hidden. */
  static final int SMALLEST = 10;

  private static final double CONFIDENCE = 0.95;
  private static final double UNLIKELY = 0.05;

  record Count(String group, int candidates, int passed) {}

  Part part() {
    var shown = shown();
    return new Part(
        trait,
        lines(shown),
        counts.stream().filter(one -> !shown.contains(one)).map(Count::group).toList());
  }

  /**
   * Large enough groups; of these the smallest are hidden too as long as all that is not shown
   * comes to fewer than {@link #SMALLEST} people.
   */
  private List<Count> shown() {
    var shown =
        new ArrayList<>(counts.stream().filter(one -> one.candidates() >= SMALLEST).toList());
    while (!shown.isEmpty() && isFound(shown))
      shown.remove(shown.stream().min(Comparator.comparing(Count::candidates)).orElseThrow());
    return shown;
  }

  /** Whether who is left over is few enough to be told by subtraction. */
  private boolean isFound(List<Count> shown) {
    int rest = statements - shown.stream().mapToInt(Count::candidates).sum();
    return rest > 0 && rest < SMALLEST;
  }

  private static List<Line> lines(List<Count> shown) {
    var found =
        AdverseImpact.of(
            shown.stream().mapToInt(Count::passed).toArray(),
            shown.stream().mapToInt(Count::candidates).toArray(),
            CONFIDENCE);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < shown.size(); i++) lines.add(line(shown.get(i), found.groups().get(i)));
    return lines;
  }

  private static Line line(Count count, AdverseImpact.Group group) {
    return new Line(
        count.group(),
        count.candidates(),
        count.passed(),
        group.rate().value().orElseThrow(),
        group.rate().interval().orElseThrow(),
        group.ratio(),
        group.ratioInterval(),
        group.p(),
        group.adjustedP(),
        verdict(group));
  }

  private static Verdict verdict(AdverseImpact.Group group) {
    if (group.ratio().isEmpty()) return Verdict.HIGHEST;
    boolean unlikely = group.adjustedP().orElseThrow() < UNLIKELY;
    if (group.belowFourFifths()) return unlikely ? Verdict.CLEARLY_BELOW : Verdict.BELOW;
    return unlikely ? Verdict.APART : Verdict.ALIKE;
  }
}
