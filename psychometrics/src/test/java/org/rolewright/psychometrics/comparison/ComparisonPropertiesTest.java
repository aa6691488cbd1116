package org.rolewright.psychometrics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How comparisons behave whatever the groups. */
class ComparisonPropertiesTest {
  @Property
  void a_shifted_and_rescaled_scale_changes_no_standardised_difference(
      @ForAll @Size(12) List<@IntRange(min = 1, max = 5) Integer> ratings,
      @ForAll @DoubleRange(min = -10, max = 10) double shift,
      @ForAll @DoubleRange(min = .1, max = 10) double scale) {
    double[] all = ratings.stream().mapToDouble(i -> i).toArray();
    double[] moved = Arrays.stream(all).map(x -> shift + scale * x).toArray();
    var before = GroupDifference.of(Arrays.copyOf(all, 6), Arrays.copyOfRange(all, 6, 12));
    var after = GroupDifference.of(Arrays.copyOf(moved, 6), Arrays.copyOfRange(moved, 6, 12));
    assertEquals(before.hedgesG().isPresent(), after.hedgesG().isPresent());
    assertEquals(before.hedgesG().orElse(0), after.hedgesG().orElse(0), 1e-7);
  }

  @Property
  void adjusted_p_keep_their_order_and_never_shrink(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> given) {
    double[] p = given.stream().mapToDouble(x -> x).toArray();
    var adjusted = AdjustedP.of(p);
    for (int i = 0; i < p.length; i++) {
      double holm = adjusted.holm().get(i).getAsDouble();
      double bh = adjusted.benjaminiHochberg().get(i).getAsDouble();
      assertTrue(p[i] <= bh + 1e-15 && bh <= holm + 1e-12 && holm <= 1);
      assertTrue(holm <= adjusted.bonferroni().get(i).getAsDouble() + 1e-15);
    }
  }

  @Property
  void the_distance_of_profiles_is_the_sum_of_its_parts(
      @ForAll @Size(16) List<@IntRange(min = 1, max = 9) Integer> values) {
    double[] x = values.subList(0, 8).stream().mapToDouble(i -> i).toArray();
    double[] y = values.subList(8, 16).stream().mapToDouble(i -> i).toArray();
    var d = ProfileAgreement.of(x, y).distance();
    assertEquals(d.squared(), d.level() + d.scatter() + d.shape(), 1e-9);
    int[] shuffled = {3, 1, 7, 0, 5, 2, 6, 4};
    var permuted =
        ProfileAgreement.of(
            IntStream.of(shuffled).mapToDouble(i -> x[i]).toArray(),
            IntStream.of(shuffled).mapToDouble(i -> y[i]).toArray());
    assertEquals(d.squared(), permuted.distance().squared(), 1e-9);
  }

  @Property
  void with_two_groups_f_is_the_square_of_t(
      @ForAll @Size(12) List<@IntRange(min = 1, max = 5) Integer> ratings) {
    double[] all = ratings.stream().mapToDouble(i -> i).toArray();
    double[] first = Arrays.copyOf(all, 5);
    double[] second = Arrays.copyOfRange(all, 5, 12);
    var t = GroupDifference.of(first, second).pooled();
    var f = OneWay.of(new double[][] {first, second}).classical();
    assertEquals(t.t().isPresent(), f.statistic().isPresent());
    assertEquals(Math.pow(t.t().orElse(0), 2), f.statistic().orElse(0), 1e-8);
    assertEquals(t.p().orElse(1), f.p().orElse(1), 1e-8);
  }
}
