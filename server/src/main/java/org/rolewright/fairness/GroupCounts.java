package org.rolewright.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rolewright.fairness.ImpactTable.Line;
import org.rolewright.fairness.ImpactTable.Part;
import org.rolewright.fairness.ImpactTable.Verdict;
import org.rolewright.psychometrics.comparison.AdverseImpact;

/**
 * Counts of the groups of one question, and what of them may be shown. Pure.
 *
 * @param statements by all who stated anything; those who did not answer this question among them
 * @param earlier tables of the study, which lie beside this one
 */
record GroupCounts(Trait trait, List<Count> counts, int statements, List<ImpactTable> earlier) {
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
   * Large enough groups; of these the smallest are hidden too as long as all that is not shown can
   * be told by subtraction, within this table or from an earlier one.
   */
  private List<Count> shown() {
    var shown = new ArrayList<>(counts.stream().filter(this::mayBeShown).toList());
    while (!shown.isEmpty() && isFound(shown))
      shown.remove(shown.stream().min(Comparator.comparing(Count::candidates)).orElseThrow());
    return shown;
  }

  private boolean mayBeShown(Count one) {
    return one.candidates() >= SMALLEST
        && earlier.stream()
            .flatMap(table -> line(table, one).stream())
            .allMatch(before -> isSafeBeside(before, one));
  }

  /** Nothing changed, or so much that nobody is found in the difference. */
  private static boolean isSafeBeside(Line before, Count now) {
    int more = now.candidates() - before.candidates();
    return more == 0 ? now.passed() == before.passed() : !areFew(more);
  }

  private boolean isFound(List<Count> shown) {
    return areFew(statements - sum(shown))
        || earlier.stream().anyMatch(table -> areFew(moreBeside(table, shown)));
  }

  /** How many more than in an earlier table are in none of the groups that both show. */
  private int moreBeside(ImpactTable table, List<Count> shown) {
    int more = statements - table.statements();
    for (var one : shown)
      more -= line(table, one).map(before -> one.candidates() - before.candidates()).orElse(0);
    return more;
  }

  /** Somebody, but so few that they are found. */
  private static boolean areFew(int people) {
    return people != 0 && Math.abs(people) < SMALLEST;
  }

  private static int sum(List<Count> counts) {
    return counts.stream().mapToInt(Count::candidates).sum();
  }

  private Optional<Line> line(ImpactTable table, Count one) {
    return table.parts().stream()
        .filter(part -> part.trait() == trait)
        .flatMap(part -> part.shown().stream())
        .filter(line -> line.group().equals(one.group()))
        .findFirst();
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
