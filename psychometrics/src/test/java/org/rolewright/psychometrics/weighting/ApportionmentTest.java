package org.rolewright.psychometrics.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.weighting.Apportionment.Bounds;
import org.rolewright.psychometrics.weighting.Apportionment.Method;

class ApportionmentTest extends OracleTest {
  private static final Map<String, Method> NAMES =
      Map.of(
          "hamilton", Method.LARGEST_REMAINDER,
          "largest", Method.LARGEST_REMAINDER,
          "webster", Method.WEBSTER,
          "sainte", Method.WEBSTER,
          "jefferson", Method.JEFFERSON,
          "hondt", Method.JEFFERSON,
          "adams", Method.ADAMS,
          "hill", Method.HUNTINGTON_HILL);

  @Override
  protected List<Family> families() {
    return List.of(
        family("largest remainder", c -> c.expects("allocations"), this::largestRemainder),
        family("largest remainder within bounds", c -> c.expects("fair_share"), this::bounded),
        family("divisor methods", ApportionmentTest::isDivisorCase, this::divisors));
  }

  private static boolean isDivisorCase(OracleCase c) {
    return !c.expects("allocations")
        && !c.expects("fair_share")
        && (c.has("weights") || c.hasEach("weights"))
        && !named(c).isEmpty();
  }

  /** The keys of {@code expected}, or of its results, that name a method. */
  private static List<String> named(OracleCase c) {
    var keys = c.expects("results") ? c.expected().path("results").path(0) : c.expected();
    return keys.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> method(key).isPresent())
        .toList();
  }

  private static Optional<Method> method(String key) {
    return NAMES.keySet().stream()
        .filter(key.toLowerCase(java.util.Locale.ROOT)::contains)
        .findFirst()
        .map(NAMES::get);
  }

  private void largestRemainder(OracleCase c) {
    c.check("allocations", each(c, in -> orRefused(Method.LARGEST_REMAINDER, in)));
  }

  private void bounded(OracleCase c) {
    c.check("fair_share", each(c, in -> allocate(Method.LARGEST_REMAINDER, in).fairShares()));
    c.check("allocation_fair_share", each(c, in -> orRefused(Method.LARGEST_REMAINDER, in)));
    c.check("allocation_least_squares", each(c, in -> orRefused(Method.LEAST_SQUARES, in)));
  }

  private void divisors(OracleCase c) {
    var keys = named(c);
    if (c.expects("results")) {
      c.check("results", each(c, in -> byMethod(keys, in)));
    } else if (c.has("cases")) {
      keys.forEach(key -> c.check(key, each(c, in -> byMethod(keys, in).get(key))));
    } else {
      keys.forEach(key -> c.check(key, byMethod(keys, c.input()).get(key)));
    }
  }

  private static Map<String, Object> byMethod(List<String> keys, JsonNode in) {
    var items = new HashMap<String, Object>();
    keys.forEach(key -> items.put(key, orRefused(method(key).orElseThrow(), in)));
    return items;
  }

  /** Not available when the bounds cannot be met. */
  private static Optional<int[]> orRefused(Method method, JsonNode in) {
    try {
      return Optional.of(allocate(method, in).items());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static List<Object> each(OracleCase c, Function<JsonNode, Object> f) {
    return c.cases().stream().map(f).toList();
  }

  private static Apportionment.Result allocate(Method method, JsonNode in) {
    double[] weights = OracleCase.vector(in.get("weights"));
    var bounds =
        !in.has("min")
            ? Bounds.none(weights.length)
            : !in.has("max")
                ? Bounds.atLeast(OracleCase.integers(in.get("min")))
                : new Bounds(
                    OracleCase.integers(in.get("min")), OracleCase.integers(in.get("max")));
    return Apportionment.withDefaults()
        .with(method)
        .allocate(weights, in.get("items").asInt(), bounds);
  }

  private static int[] items(Method method, int total, double... weights) {
    return Apportionment.withDefaults().with(method).allocate(weights, total).items();
  }

  /** The textbook example of Balinski and Young's critics: 6, 6, 2. */
  @Test
  void the_largest_remainder_has_the_alabama_paradox_and_webster_has_not() {
    assertArrayEquals(new int[] {4, 4, 2}, items(Method.LARGEST_REMAINDER, 10, 6, 6, 2));
    assertArrayEquals(new int[] {5, 5, 1}, items(Method.LARGEST_REMAINDER, 11, 6, 6, 2));
    assertTrue(items(Method.WEBSTER, 11, 6, 6, 2)[2] >= items(Method.WEBSTER, 10, 6, 6, 2)[2]);
  }

  @Test
  void floating_point_decides_no_tie() {
    assertArrayEquals(new int[] {1, 2, 3, 4}, items(Method.LARGEST_REMAINDER, 10, .1, .2, .3, .4));
  }

  /**
   * 100 000, 80 000, 30 000, 20 000 votes for 8 seats: D'Hondt 4, 3, 1, 0; Sainte-Laguë 3, 3, 1, 1
   * (the usual worked example of both quotient tables).
   */
  @Test
  void divisor_methods_give_the_textbook_seats() {
    double[] votes = {100, 80, 30, 20};
    assertArrayEquals(new int[] {4, 3, 1, 0}, items(Method.JEFFERSON, 8, votes));
    assertArrayEquals(new int[] {3, 3, 1, 1}, items(Method.WEBSTER, 8, votes));
    assertArrayEquals(new int[] {1, 1, 1, 1}, items(Method.ADAMS, 4, votes));
    assertArrayEquals(new int[] {1, 1, 1, 1}, items(Method.HUNTINGTON_HILL, 4, votes));
    assertArrayEquals(new int[] {1, 1, 0, 0}, items(Method.ADAMS, 2, votes));
  }

  @Test
  void a_tie_that_decides_an_item_is_told() {
    var result = Apportionment.withDefaults().allocate(new double[] {1, 1, 1}, 10);
    assertArrayEquals(new int[] {4, 3, 3}, result.items());
    assertEquals(Warning.Kind.TIE, result.warnings().getFirst().kind());
    assertEquals(10.0 / 3, result.quotas()[0], 1e-12);
    assertEquals(4 - 10.0 / 3, result.residues()[0], 1e-12);
  }

  @Test
  void bounds_that_cannot_be_met_are_refused() {
    var rule = Apportionment.withDefaults();
    double[] weights = {.5, .5};
    assertThrows(
        IllegalArgumentException.class,
        () -> rule.allocate(weights, 3, Bounds.atLeast(new int[] {2, 2})));
    assertThrows(
        IllegalArgumentException.class,
        () -> rule.allocate(weights, 9, new Bounds(new int[2], new int[] {4, 4})));
    assertThrows(IllegalArgumentException.class, () -> rule.allocate(new double[2], 9));
  }

  @Test
  void tasks_sum_to_their_domain() {
    double[] tasks = {.1, .1, .1, .2, .2, .3};
    int[] domain = {0, 0, 0, 1, 1, 2};
    var nested =
        NestedApportionment.of(
            tasks, domain, 25, Bounds.atLeast(new int[] {1, 1, 8}), Apportionment.withDefaults());
    int[] items = nested.taskItems();
    assertArrayEquals(
        nested.domains().items(),
        new int[] {items[0] + items[1] + items[2], items[3] + items[4], items[5]});
    assertEquals(25, Arrays.stream(items).sum());
    assertEquals(8, items[5]);
  }

  @Test
  void a_minimum_for_a_domain_without_weight_has_no_task_to_go_to() {
    var nested =
        NestedApportionment.of(
            new double[] {1, 0},
            new int[] {0, 1},
            5,
            Bounds.atLeast(new int[] {0, 1}),
            Apportionment.withDefaults());
    assertArrayEquals(new int[] {4, 0}, nested.taskItems());
    assertTrue(nested.warnings().contains(Warning.of(Warning.Kind.NOT_ATTAINABLE, "domain 2")));
  }
}
