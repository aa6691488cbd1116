package org.rolewright.psychometrics.classical;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;

/** Items, distractors, blanks and errors against R and the definitions named in the cases. */
class ItemOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family("item analysis", c -> c.expects("p", "biserial"), ItemOracleTest::items),
        family("distractors", c -> c.has("key"), ItemOracleTest::distractors),
        family("stratified alpha", c -> c.expects("stratified_alpha"), ItemOracleTest::strata),
        family("conditional error", c -> c.expects("lord"), ItemOracleTest::conditionalError),
        family("blanks", c -> c.expects("n_not_reached"), ItemOracleTest::blanks));
  }

  private static void items(OracleCase c) {
    var r = ItemAnalysis.of(c.data());
    c.checkIfPresent("n", r.persons());
    c.checkIfPresent("k", r.items().size());
    c.checkIfPresent("p", each(r, ItemStatistics::difficulty));
    c.checkIfPresent("point_biserial", each(r, ItemStatistics::pointBiserial));
    c.checkIfPresent("corrected_point_biserial", each(r, ItemStatistics::correctedPointBiserial));
    c.checkIfPresent("biserial", each(r, ItemStatistics::biserial));
    c.checkIfPresent("corrected_biserial", each(r, ItemStatistics::correctedBiserial));
    c.checkIfPresent("alpha_if_deleted", each(r, ItemStatistics::alphaIfDeleted));
    c.checkIfPresent("item_reliability_index", each(r, ItemStatistics::reliabilityIndex));
    c.checkIfPresent("kr20_alpha", r.alpha());
    c.checkIfPresent("kr20", r.alpha());
    c.checkIfPresent("kr21", r.kr21());
    c.checkIfPresent("total_mean", r.mean());
    c.checkIfPresent("total_sd_n_minus_1", r.sd());
    c.checkIfPresent("sem", r.sem());
    c.checkIfPresent(
        "upper_lower_27",
        Map.of(
            "group_size_requested", r.groupSizeRequested(),
            "n_lower", r.lowerGroup(),
            "n_upper", r.upperGroup(),
            "D", each(r, ItemStatistics::upperLowerDifference)));
  }

  private static List<?> each(ItemAnalysis.Result result, Function<ItemStatistics, ?> figure) {
    return result.items().stream().map(figure).toList();
  }

  private static void distractors(OracleCase c) {
    int[] key = OracleCase.integers(c.input().path("key"));
    int[][] choices =
        Arrays.stream(c.data())
            .map(row -> Arrays.stream(row).mapToInt(x -> (int) x).toArray())
            .toArray(int[][]::new);
    var result =
        DistractorAnalysis.withDefaults()
            .withOmitted(c.integer("omit_code"))
            .estimate(choices, key);
    var expected = c.expected().path("items");
    for (int i = 0; i < expected.size(); i++) {
      var item = result.items().get(expected.get(i).path("item").asInt() - 1);
      c.check("items/" + i + "/item", item.number());
      c.check("items/" + i + "/key", item.key());
      c.check("items/" + i + "/options", item.options().stream().map(ItemOracleTest::row).toList());
    }
  }

  private static Map<String, ?> row(DistractorAnalysis.Option option) {
    return Map.of(
        "option", option.code(),
        "count", option.count(),
        "p", option.proportion(),
        "mean_total", option.meanTotal(),
        "pbis_total", option.totalCorrelation(),
        "pbis_rest", option.restCorrelation());
  }

  private static void strata(OracleCase c) {
    var result = StratifiedAlpha.of(c.data(), OracleCase.texts(c.input().path("strata")));
    c.check("alpha_by_stratum", byName(result, StratifiedAlpha.Stratum::alpha));
    c.check("var_by_stratum", byName(result, StratifiedAlpha.Stratum::variance));
    c.check("alpha_total", result.alphaTotal());
    c.check("stratified_alpha", result.value());
  }

  private static Map<String, ?> byName(
      StratifiedAlpha result, Function<StratifiedAlpha.Stratum, ?> figure) {
    return result.strata().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> figure.apply(e.getValue())));
  }

  private static void conditionalError(OracleCase c) {
    int k = c.integer("n_items");
    var items = ItemAnalysis.of(c.data());
    double kr20 = items.alpha().orElseThrow();
    double kr21 = items.kr21().orElseThrow();
    var byScore = StandardError.byScore(k, kr20, kr21);
    c.check("score", IntStream.rangeClosed(0, k).toArray());
    c.check("lord", byScore.lord());
    c.check("lord_keats", byScore.keats());
    c.check("kr20", kr20);
    c.check("kr21", kr21);
    var parts = FeldtQualls.of(c.data(), parts(c.input().path("parts").asText(), k));
    var byTotal = new HashMap<String, Double>();
    parts.varianceByTotal().forEach((x, v) -> byTotal.put(Integer.toString(x.intValue()), v));
    c.check("feldt_qualls_variance_by_score", byTotal);
    c.check("average_feldt_qualls_variance", parts.averageVariance());
    c.check("overall_part_alpha_error_variance", parts.partAlphaVariance());
    c.check("polynomial3", parts.cubic());
  }

  /** Reads "items 1-8, 9-16, …". */
  private static int[] parts(String text, int items) {
    int[] part = new int[items];
    String[] ranges = text.replace("items", "").split(",");
    for (int k = 0; k < ranges.length; k++) {
      String[] ends = ranges[k].strip().split("-");
      Arrays.fill(part, Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]), k);
    }
    return part;
  }

  private static void blanks(OracleCase c) {
    var items = Blanks.of(c.matrix("responses")).items();
    c.check("p_all_wrong", items.stream().map(Blanks.Item::blanksWrong).toList());
    c.check("p_available", items.stream().map(Blanks.Item::blanksLeftOut).toList());
    c.check("p_not_reached_excluded", items.stream().map(Blanks.Item::notReachedLeftOut).toList());
    c.check("n_not_reached", items.stream().map(Blanks.Item::notReached).toList());
    c.check("n_omitted", items.stream().map(Blanks.Item::omitted).toList());
  }
}
