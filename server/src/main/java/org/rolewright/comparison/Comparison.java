package org.rolewright.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rolewright.form.Form;
import org.rolewright.form.FormId;
import org.rolewright.form.Meter;
import org.rolewright.form.Placed;
import org.rolewright.itembank.ItemId;

/**
 * Forms side by side.
 *
 * @param overlaps for each two of them
 * @param anchors how the items that all share cover the domains; empty when they share none
 */
public record Comparison(List<Side> forms, List<Overlap> overlaps, List<Coverage> anchors) {

  /**
   * One of the forms.
   *
   * @param expected score, where every scored item was given before
   * @param seconds that its items are estimated to take
   */
  public record Side(
      FormId id,
      String code,
      int scored,
      int pilot,
      int known,
      OptionalDouble mean,
      OptionalDouble deviation,
      OptionalDouble discrimination,
      OptionalDouble expected,
      double seconds,
      boolean meetsBlueprint,
      List<Count> domains,
      List<Count> levels) {}

  /** So many scored items of a domain or level. */
  public record Count(String code, int items) {}

  /**
   * What two forms share.
   *
   * @param scored of those, how many are scored on both
   */
  public record Overlap(FormId one, FormId other, int items, int scored) {}

  /**
   * A domain among the anchors.
   *
   * @param share what the domain would have if the anchors were spread as the form is
   * @param covered whether its anchors are that share, rounded down or up
   */
  public record Coverage(String code, String title, int items, double share, boolean covered) {}

  /** A form with its meter. */
  record Measured(Form form, Meter meter) {
    Set<ItemId> items(Predicate<Placed> which) {
      return form.items().stream().filter(which).map(Placed::itemId).collect(Collectors.toSet());
    }
  }

  /**
   * @param anchorsByDomain how many of the items that all forms score belong to a domain, by its
   *     code
   */
  static Comparison of(
      List<Measured> forms, java.util.function.ToIntFunction<String> anchorsByDomain) {
    var overlaps = new ArrayList<Overlap>();
    for (int i = 0; i < forms.size(); i++)
      for (int j = i + 1; j < forms.size(); j++) overlaps.add(overlap(forms.get(i), forms.get(j)));
    return new Comparison(
        forms.stream().map(Comparison::side).toList(),
        List.copyOf(overlaps),
        coverage(forms.getFirst().meter(), anchorsByDomain));
  }

  private static Overlap overlap(Measured one, Measured other) {
    return new Overlap(
        one.form().id(),
        other.form().id(),
        shared(one, other, _ -> true),
        shared(one, other, Placed::scored));
  }

  private static int shared(Measured one, Measured other, Predicate<Placed> which) {
    var both = new HashSet<>(one.items(which));
    both.retainAll(other.items(which));
    return both.size();
  }

  /** The items that every form scores. */
  static Set<ItemId> anchors(List<Measured> forms) {
    var all = new HashSet<>(forms.getFirst().items(Placed::scored));
    for (var form : forms) all.retainAll(form.items(Placed::scored));
    return all;
  }

  private static List<Coverage> coverage(
      Meter meter, java.util.function.ToIntFunction<String> anchorsByDomain) {
    int anchors =
        meter.domains().stream().mapToInt(one -> anchorsByDomain.applyAsInt(one.code())).sum();
    if (anchors == 0 || meter.scored() == 0) return List.of();
    return meter.domains().stream()
        .map(domain -> {
          int items = anchorsByDomain.applyAsInt(domain.code());
          double share = (double) anchors * domain.scored() / meter.scored();
          boolean covered = items >= Math.floor(share) && items <= Math.ceil(share);
          return new Coverage(domain.code(), domain.title(), items, share, covered);
        })
        .toList();
  }

  private static Side side(Measured measured) {
    var meter = measured.meter();
    var difficulty = meter.difficulty();
    return new Side(
        measured.form().id(),
        measured.form().code(),
        meter.scored(),
        meter.pilot(),
        difficulty.known(),
        difficulty.mean(),
        difficulty.deviation(),
        difficulty.discrimination(),
        difficulty.expected(),
        meter.seconds(),
        meter.meetsBlueprint(),
        meter.domains().stream().map(one -> new Count(one.code(), one.scored())).toList(),
        meter.levels().stream().map(one -> new Count(one.level().code(), one.scored())).toList());
  }
}
