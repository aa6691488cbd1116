package org.rolewright.psychometrics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.rolewright.psychometrics.rating.TaskRatings;

/** How weights behave whatever the ratings. */
class WeightsPropertiesTest {
  private static final double NA = Double.NaN;

  @Property
  void weights_sum_to_one_and_tasks_to_their_domain(
      @ForAll @Size(60) List<@IntRange(min = 0, max = 5) Integer> importance,
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> frequency) {
    for (DomainRule rule : DomainRule.values()) {
      var weights = BlueprintWeights.of(study(importance, frequency).with(rule));
      if (weights.domainValues().getFirst().isEmpty()) {
        assertTrue(!weights.warnings().isEmpty());
        continue;
      }
      var tasks = weights.taskValues().stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
      assertEquals(1, Arrays.stream(tasks).sum(), 1e-12);
      assertEquals(
          weights.domainValues().getFirst().getAsDouble(), tasks[0] + tasks[1] + tasks[2], 1e-12);
    }
  }

  @Property
  void a_multiple_of_the_frequency_scale_moves_no_product_weight(
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> importance,
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> frequency) {
    var once = BlueprintWeights.of(study(importance, frequency));
    var tripled = frequency.stream().map(f -> 3 * f).toList();
    var scaled = BlueprintWeights.of(study(importance, tripled));
    for (int d = 0; d < 3; d++) {
      assertEquals(
          once.domainValues().get(d).getAsDouble(),
          scaled.domainValues().get(d).getAsDouble(),
          1e-12);
      assertEquals(se(once, d), se(scaled, d), 1e-9);
    }
  }

  private static WeightStudy study(List<Integer> importance, List<Integer> frequency) {
    double[][] i = new double[10][6];
    double[][] f = new double[10][6];
    for (int k = 0; k < 60; k++) {
      i[k / 6][k % 6] = importance.get(k) == 0 ? NA : importance.get(k);
      f[k / 6][k % 6] = frequency.get(k);
    }
    return WeightStudy.withDefaults(
        TaskRatings.of(i, f, 0), Outline.of(new int[] {0, 0, 0, 1, 1, 2}));
  }

  private static double se(BlueprintWeights weights, int domain) {
    return weights.domains().get(domain).weight().standardError().getAsDouble();
  }

  @Property
  void permuted_tasks_carry_their_weights_with_them(
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> importance,
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> frequency) {
    int[] order = {5, 3, 0, 4, 2, 1};
    int[] domain = {0, 0, 0, 1, 1, 2};
    var before = BlueprintWeights.of(study(importance, frequency));
    var ratings =
        TaskRatings.of(permuted(importance, order), permuted(frequency, order), Double.NaN);
    var outline = Outline.of(Arrays.stream(order).map(t -> domain[t]).toArray());
    var after = BlueprintWeights.of(WeightStudy.withDefaults(ratings, outline));
    for (int t = 0; t < order.length; t++) {
      assertEquals(
          before.taskValues().get(order[t]).getAsDouble(),
          after.taskValues().get(t).getAsDouble(),
          1e-12);
    }
    assertEquals(se(before, 1), se(after, 1), 1e-9);
  }

  @Property
  void respondents_entered_twice_move_no_weight_and_shrink_its_error(
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> importance,
      @ForAll @Size(60) List<@IntRange(min = 1, max = 5) Integer> frequency) {
    int[] order = {0, 1, 2, 3, 4, 5};
    double[][] i = permuted(importance, order);
    double[][] f = permuted(frequency, order);
    var outline = Outline.of(new int[] {0, 0, 0, 1, 1, 2});
    var once = BlueprintWeights.of(WeightStudy.withDefaults(TaskRatings.of(i, f, 0), outline));
    var both = TaskRatings.of(twice(i), twice(f), 0);
    var doubled = BlueprintWeights.of(WeightStudy.withDefaults(both, outline));
    assertEquals(
        once.domainValues().getFirst().getAsDouble(),
        doubled.domainValues().getFirst().getAsDouble(),
        1e-12);
    // SD(u)/√n with n − 1: (9/19)^½ for 10 respondents entered twice
    assertEquals(se(once, 0) * Math.sqrt(9 / 19.0), se(doubled, 0), 1e-9);
  }

  private static double[][] permuted(List<Integer> values, int[] order) {
    double[][] rows = new double[10][6];
    for (int k = 0; k < 60; k++) {
      rows[k / 6][k % 6] = values.get(k / 6 * 6 + order[k % 6]);
    }
    return rows;
  }

  private static double[][] twice(double[][] rows) {
    double[][] all = Arrays.copyOf(rows, 2 * rows.length);
    System.arraycopy(rows, 0, all, rows.length, rows.length);
    return all;
  }
}
