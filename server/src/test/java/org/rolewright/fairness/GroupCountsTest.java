package org.rolewright.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rolewright.fairness.GroupCounts.Count;
import org.rolewright.fairness.ImpactTable.Line;
import org.rolewright.fairness.ImpactTable.Verdict;

/** Which groups may be shown: expected by hand, with ten as the smallest. */
class GroupCountsTest {
  private static ImpactTable.Part part(int statements, Count... counts) {
    return new GroupCounts(Trait.GENDER, List.of(counts), statements, List.of()).part();
  }

  private static List<String> shown(int statements, int... sizes) {
    var counts = new ArrayList<Count>();
    for (int size : sizes) counts.add(new Count("of " + size, size, size / 2));
    return shown(new GroupCounts(Trait.ETHNICITY, counts, statements, List.of()));
  }

  private static List<String> shown(GroupCounts counts) {
    return counts.part().shown().stream().map(Line::group).toList();
  }

  @Test
  void a_group_of_nine_is_hidden_and_one_of_ten_is_shown() {
    assertEquals(List.of("of 10", "of 30"), shown(60, 9, 10, 30));
  }

  @Test
  void a_small_group_that_subtraction_would_find_takes_the_next_with_it() {
    assertEquals(List.of("of 30"), shown(45, 3, 12, 30), "3 alone would be 45 − 42");
    assertEquals(List.of("of 12", "of 30"), shown(52, 3, 7, 12, 30), "3 and 7 hide each other");
    assertEquals(List.of("of 30"), shown(49, 3, 4, 12, 30), "3 and 4 are seven people together");
  }

  @Test
  void who_left_a_question_out_is_not_found_either() {
    assertEquals(List.of("of 30"), shown(51, 20, 30), "one would be 51 − 50");
    assertEquals(List.of("of 20", "of 30"), shown(50, 20, 30, 0), "nobody is left over");
    assertEquals(List.of("of 20", "of 30"), shown(60, 20, 30), "ten are left over");
  }

  @Test
  void a_table_of_small_groups_shows_nothing() {
    assertTrue(shown(20, 9, 9, 2).isEmpty());
    assertTrue(shown(24, 15, 9).isEmpty());
  }

  private static List<String> shownLater(int asian, int asianPassed, int white, int black) {
    var first = List.of(new Count("asian", 12, 6), new Count("white", 28, 20));
    var before = new GroupCounts(Trait.ETHNICITY, first, 40, List.of()).part();
    var now =
        List.of(
            new Count("asian", asian, asianPassed),
            new Count("white", white, 20),
            new Count("black", black, 0));
    return shown(
        new GroupCounts(
            Trait.ETHNICITY, now, 60, List.of(new ImpactTable(40, 40, List.of(before)))));
  }

  @Test
  void nobody_is_found_by_laying_a_table_beside_an_earlier_one() {
    assertEquals(List.of("asian", "white"), shownLater(22, 11, 38, 0), "each is ten more");
    assertEquals(List.of("asian", "white"), shownLater(12, 6, 48, 0), "one is the same");
    assertEquals(List.of("asian", "white", "black"), shownLater(12, 6, 38, 10), "ten are new");
    assertEquals(List.of(), shownLater(13, 7, 47, 0), "of 20 more, 19 would leave the one");
    assertEquals(List.of("white"), shownLater(12, 7, 48, 0), "one of the same twelve was rescored");
    assertEquals(List.of(), shownLater(11, 6, 49, 0), "one of the twelve took it back");
  }

  @Test
  void figures_become_words() {
    // of 29 CFR 1607.4 D's worked examples: 12 of 40 beside 48 of 80 is a half
    var half = part(120, new Count("a", 40, 12), new Count("b", 80, 48)).shown();
    assertEquals(Verdict.CLEARLY_BELOW, half.get(0).verdict());
    assertEquals(Verdict.HIGHEST, half.get(1).verdict());
    // 40 of 80 beside 60 of 100 is five sixths; 4 of 12 beside 10 of 20 two thirds, p = .47 (R)
    var near = part(180, new Count("a", 80, 40), new Count("b", 100, 60)).shown();
    assertEquals(Verdict.ALIKE, near.getFirst().verdict());
    var few = part(32, new Count("a", 12, 4), new Count("b", 20, 10)).shown();
    assertEquals(Verdict.BELOW, few.getFirst().verdict());
    // 850 of 1000 beside 950 of 1000 is .895, p < 1e-12 (R)
    var many = part(2000, new Count("a", 1000, 850), new Count("b", 1000, 950)).shown();
    assertEquals(Verdict.APART, many.getFirst().verdict());
  }
}
