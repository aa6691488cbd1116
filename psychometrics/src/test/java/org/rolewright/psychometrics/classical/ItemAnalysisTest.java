package org.rolewright.psychometrics.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

class ItemAnalysisTest {

  @Provide
  Arbitrary<double[][]> answers() {
    Arbitrary<Double> answer = Arbitraries.of(0.0, 1.0);
    return answer
        .array(Double[].class)
        .ofSize(5)
        .map(row -> Arrays.stream(row).mapToDouble(x -> x).toArray())
        .array(double[][].class)
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Property
  void turning_the_items_round_turns_their_statistics_round(@ForAll("answers") double[][] scores) {
    var items = ItemAnalysis.of(scores);
    var turned = ItemAnalysis.of(each(scores, ItemAnalysisTest::reversed));
    for (int i = 0; i < 5; i++) {
      close(items.items().get(i).biserial(), turned.items().get(4 - i).biserial());
      close(items.items().get(i).alphaIfDeleted(), turned.items().get(4 - i).alphaIfDeleted());
    }
    close(items.alpha(), turned.alpha());
  }

  @Property
  void every_person_twice_changes_no_correlation(@ForAll("answers") double[][] scores) {
    double[][] twice = Stream.of(scores, scores).flatMap(Arrays::stream).toArray(double[][]::new);
    var once = ItemAnalysis.of(scores);
    var doubled = ItemAnalysis.of(twice);
    for (int i = 0; i < 5; i++) {
      var a = once.items().get(i);
      var b = doubled.items().get(i);
      close(a.difficulty(), b.difficulty());
      close(a.correctedPointBiserial(), b.correctedPointBiserial());
      close(a.correctedBiserial(), b.correctedBiserial());
    }
    close(once.kr21(), doubled.kr21());
  }

  @Property
  void scoring_wrong_for_right_turns_difficulty_but_not_discrimination(
      @ForAll("answers") double[][] scores) {
    var right = ItemAnalysis.of(scores);
    var wrong = ItemAnalysis.of(each(scores, r -> Arrays.stream(r).map(x -> 1 - x).toArray()));
    for (int i = 0; i < 5; i++) {
      var a = right.items().get(i);
      var b = wrong.items().get(i);
      close(a.difficulty(), OptionalDouble.of(1 - b.difficulty().orElseThrow()));
      close(a.correctedPointBiserial(), b.correctedPointBiserial());
      close(a.biserial(), b.biserial());
    }
    close(right.alpha(), wrong.alpha());
  }

  @Property
  void an_added_constant_item_leaves_the_others_as_they_were(@ForAll("answers") double[][] scores) {
    var before = ItemAnalysis.of(scores);
    var after =
        ItemAnalysis.of(
            each(scores, r -> IntStream.range(0, 6).mapToDouble(i -> i < 5 ? r[i] : 1).toArray()));
    for (int i = 0; i < 5; i++) {
      close(
          before.items().get(i).correctedPointBiserial(),
          after.items().get(i).correctedPointBiserial());
    }
    assertTrue(after.items().get(5).correctedPointBiserial().isEmpty());
    assertTrue(after.warnings().contains(Warning.of(Kind.NO_VARIANCE, "item 6")));
  }

  @Property
  void what_is_empty_has_a_warning_and_nothing_leaves_its_bounds(
      @ForAll("answers") double[][] scores) {
    var result = ItemAnalysis.of(scores);
    for (var item : result.items()) {
      assertTrue(Math.abs(item.correctedPointBiserial().orElse(0)) <= 1 + 1e-12);
      assertTrue(Math.abs(item.upperLowerDifference().orElse(0)) <= 1);
      if (item.correctedPointBiserial().isEmpty() || item.biserial().isEmpty()) {
        assertFalse(result.warnings().isEmpty());
      }
    }
    assertTrue(result.alpha().orElse(0) <= 1 + 1e-12);
    if (result.alpha().isPresent()) {
      assertTrue(result.kr21().orElseThrow() <= result.alpha().getAsDouble() + 1e-12);
    }
  }

  @Test
  void everyone_right_leaves_difficulty_only() {
    var result = ItemAnalysis.of(new double[][] {{1, 1}, {1, 1}, {1, 1}});
    assertEquals(1, result.items().getFirst().difficulty().orElseThrow());
    assertTrue(result.items().getFirst().biserial().isEmpty());
    assertTrue(result.alpha().isEmpty());
    assertTrue(result.kr21().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.NO_VARIANCE, "total")));
  }

  @Test
  void one_item_has_no_alpha() {
    var result = ItemAnalysis.of(new double[][] {{1}, {0}, {1}});
    assertTrue(result.alpha().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.ONE_ITEM)));
    assertTrue(result.items().getFirst().correctedPointBiserial().isEmpty());
  }

  @Test
  void one_person_has_difficulty_but_no_spread() {
    var result = ItemAnalysis.of(new double[][] {{1, 0, 1}});
    assertEquals(2, result.mean().orElseThrow());
    assertTrue(result.sd().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.ONE_PERSON)));
  }

  @Test
  void an_item_that_nobody_answered_is_not_zero() {
    double none = Double.NaN;
    var result =
        ItemAnalysis.withDefaults()
            .with(BlankRule.LEFT_OUT)
            .estimate(new double[][] {{1, none}, {0, none}});
    assertTrue(result.items().get(1).difficulty().isEmpty());
    assertEquals(2, result.items().get(1).dropped());
    assertTrue(result.warnings().contains(Warning.of(Kind.NO_DATA, "item 2")));
  }

  @Test
  void bad_arguments_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> ItemAnalysis.of(new double[0][]));
    assertThrows(IllegalArgumentException.class, () -> ItemAnalysis.of(new double[][] {{1}, {}}));
    assertThrows(
        IllegalArgumentException.class, () -> ItemAnalysis.withDefaults().withGroupShare(0.6));
  }

  @Test
  void a_wrong_key_is_flagged_and_the_right_one_is_not() {
    int[][] choices = new int[60][3];
    for (int p = 0; p < 60; p++) {
      choices[p] = new int[] {p < 20 ? 2 : 1, p < 35 ? 2 : 1, p < 45 ? 2 : 1};
    }
    var right = DistractorAnalysis.of(choices, new int[] {1, 1, 1});
    var wrong = DistractorAnalysis.of(choices, new int[] {2, 1, 1});
    var review = KeyValidation.withDefaults();
    assertTrue(review.review(right).isEmpty());
    assertTrue(
        review.review(wrong).stream()
            .anyMatch(
                f -> f.item() == 1 && f.flag() == KeyValidation.Flag.KEY_DISCRIMINATES_NEGATIVELY));
    assertTrue(
        review.review(wrong).stream()
            .anyMatch(f -> f.flag() == KeyValidation.Flag.TOP_GROUP_PREFERS_A_DISTRACTOR));
  }

  @Test
  void an_option_that_nobody_chose_has_a_row_without_figures() {
    var result =
        DistractorAnalysis.withDefaults()
            .withOptions(1, 2, 3)
            .withTraceGroups(2)
            .estimate(new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}}, new int[] {1, 1});
    var unused = result.items().getFirst().options().get(2);
    assertEquals(0, unused.count());
    assertTrue(unused.meanTotal().isEmpty());
    assertTrue(unused.restCorrelation().isEmpty());
    assertEquals(2, unused.trace().size());
  }

  @Test
  void a_stratum_of_one_item_has_no_alpha_and_says_so() {
    var result =
        StratifiedAlpha.of(
            new double[][] {{1, 0, 1}, {0, 0, 1}, {1, 1, 0}, {0, 1, 0}}, List.of("a", "a", "b"));
    assertTrue(result.value().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.ONE_ITEM, "stratum b")));
  }

  @Test
  void errors_by_score_are_the_same_at_both_ends() {
    var byScore = StandardError.byScore(10, 0.8, 0.75);
    for (int x = 0; x <= 10; x++) {
      close(byScore.lord().get(x), byScore.lord().get(10 - x));
    }
    assertEquals(0, byScore.lord().getFirst().orElseThrow());
    assertTrue(StandardError.byScore(10, 0.8, 1).keats().get(4).isEmpty());
    assertTrue(StandardError.byScore(1, 0.8, 0.5).lord().getFirst().isEmpty());
  }

  @Test
  void equal_totals_leave_no_cubic() {
    var result = FeldtQualls.of(new double[][] {{1, 2}, {2, 1}, {1, 2}});
    assertTrue(result.cubic().isEmpty());
    assertTrue(result.smoothed(3).isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.TOO_FEW_OBSERVATIONS, "cubic")));
  }

  private static double[][] each(
      double[][] rows, java.util.function.UnaryOperator<double[]> change) {
    return Arrays.stream(rows).map(change).toArray(double[][]::new);
  }

  private static double[] reversed(double[] row) {
    return IntStream.range(0, row.length).mapToDouble(i -> row[row.length - 1 - i]).toArray();
  }

  private static void close(OptionalDouble a, OptionalDouble b) {
    assertEquals(a.isPresent(), b.isPresent());
    assertEquals(a.orElse(0), b.orElse(0), 1e-9);
  }
}
