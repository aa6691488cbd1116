package org.rolewright.psychometrics.cutscore;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.cutscore.ModifiedAngoff.Missing;
import org.rolewright.psychometrics.irt.LogisticItem;

/** Angoff, Ebel and Bookmark against R 4.2.2 and the formulas of the cases' sources. */
class ItemCentredOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family("Angoff rounds", c -> c.has("round1", "round2"), ItemCentredOracleTest::rounds),
        family("Angoff edges", c -> c.has("missing", "single"), ItemCentredOracleTest::edges),
        family(
            "van der Linden",
            c -> c.area().equals("C") && c.method().contains("van der linden"),
            ItemCentredOracleTest::vanDerLinden),
        family("Ebel", c -> c.has("percent_by_judge"), ItemCentredOracleTest::ebel),
        family("Bookmark", c -> c.has("RP", "bookmarks_page"), ItemCentredOracleTest::bookmark));
  }

  private static void rounds(OracleCase c) {
    double[] p = c.vector("empirical_p");
    var ratings = List.of(c.matrix("round1"), c.matrix("round2"));
    var rounds = AngoffRounds.of(ModifiedAngoff.withDefaults(), ratings);
    for (int r = 0; r < 2; r++) {
      var figures = figures(rounds.rounds().get(r), RaterConsistency.of(ratings.get(r), p));
      c.check("round" + (r + 1), figures);
    }
    c.check("mean_change_per_judge", rounds.changes().getFirst().raterCutChange());
    c.check("mean_abs_change", rounds.changes().getFirst().meanAbsoluteChange());
  }

  private static Map<String, Object> figures(
      ModifiedAngoff.Result round, RaterConsistency consistency) {
    var found = new HashMap<String, Object>();
    var parts = round.components();
    found.put("judge_cut_raw", round.raterCuts());
    found.put("cut_raw", round.cut());
    found.put("cut_percent", round.percent());
    found.put("median_judge_cut", round.median());
    found.put("sd_judges", round.sd());
    found.put("se_judges", round.standardError());
    found.put("item_mean", round.itemMeans());
    found.put("item_sd", round.itemSds());
    found.put(
        "ms",
        Map.of(
            "judges", parts.raterMeanSquare(),
            "items", parts.itemMeanSquare(),
            "residual", parts.residualMeanSquare()));
    found.put(
        "var",
        Map.of(
            "judge", parts.rater(),
            "item", parts.item(),
            "judge_x_item", parts.residual()));
    found.put("se_cut_items_fixed_raw", round.standardError());
    found.put("se_cut_items_random_raw", round.standardErrorItemsRandom());
    found.put("trimmed_cut_drop_min_max", round.trimmed());
    found.put(
        "judge_item_p_correlation",
        consistency.raters().stream().map(RaterConsistency.Rater::correlation).toList());
    found.put(
        "judge_rmsd_from_p",
        consistency.raters().stream()
            .map(RaterConsistency.Rater::rootMeanSquaredDifference)
            .toList());
    found.put("interjudge_mean_r", consistency.meanCorrelation());
    found.put("icc2k_items", round.absoluteAgreement());
    found.put("icc3k_items", round.consistency());
    return found;
  }

  private static void edges(OracleCase c) {
    double[][] gaps = OracleCase.matrix(c.input().path("missing").path("ratings"));
    var angoff = ModifiedAngoff.withDefaults();
    c.check("missing/cut_item_mean_method", angoff.estimate(gaps).cut());
    c.check("missing/cut_judge_mean_method", angoff.with(Missing.RATER_MEAN).estimate(gaps).cut());
    c.check("missing/cut_listwise", angoff.with(Missing.LISTWISE).estimate(gaps).cut());
    var one = angoff.estimate(OracleCase.matrix(c.input().path("single").path("ratings")));
    c.check("single/cut", one.cut());
    c.check("single/sd", one.sd());
    c.check("single/se", one.standardError());
  }

  private static void vanDerLinden(OracleCase c) {
    var items = items(c);
    var results =
        Arrays.stream(c.matrix("ratings")).map(judge -> VanDerLinden.of(judge, items)).toList();
    var found = new HashMap<String, Object>();
    found.put("theta", results.stream().map(VanDerLinden::proficiency).toList());
    found.put("theta_c", found.get("theta"));
    found.put("judge_theta", found.get("theta"));
    found.put("E", results.stream().map(VanDerLinden::meanError).toList());
    found.put("M", results.stream().map(VanDerLinden::meanLargestError).toList());
    found.put("C", results.stream().map(VanDerLinden::value).toList());
    found.forEach(c::checkIfPresent);
  }

  private static List<LogisticItem> items(OracleCase c) {
    double d = c.has("D") ? c.number("D") : 1;
    if (c.has("item_abc")) {
      return Arrays.stream(c.matrix("item_abc"))
          .map(abc -> new LogisticItem(abc[0], abc[1], abc[2], d))
          .toList();
    }
    double[] a = c.vector("a");
    double[] b = c.vector("b");
    double[] guessing = c.has("c") ? c.vector("c") : new double[a.length];
    return IntStream.range(0, a.length)
        .mapToObj(i -> new LogisticItem(a[i], b[i], guessing[i], d))
        .toList();
  }

  private static void ebel(OracleCase c) {
    int[][] items =
        OracleCase.list(c.input().path("n_items")).stream()
            .map(OracleCase::integers)
            .toArray(int[][]::new);
    double[][][] percents =
        OracleCase.list(c.input().path("percent_by_judge")).stream()
            .map((JsonNode grid) -> OracleCase.matrix(grid))
            .toArray(double[][][]::new);
    var result = Ebel.of(items, percents);
    c.check("cut_raw_by_judge", result.raterCuts());
    c.check("cut_raw", result.cut());
    c.check("cut_percent", result.percent());
    c.check("sd", result.sd());
    c.checkIfPresent("se", result.standardError());
  }

  private static void bookmark(OracleCase c) {
    var without = logistic(c, new double[c.vector("a").length]);
    var guessed = logistic(c, c.vector("c_3pl"));
    int[] pages = OracleCase.integers(c.input().path("bookmarks_page"));
    var bookmark = Bookmark.withDefaults().withResponseProbability(c.number("RP"));
    var at = bookmark.estimate(without, pages);
    var before = bookmark.with(Bookmark.Place.ITEM_BEFORE).estimate(without, pages);
    c.check("location_2pl", at.locations());
    c.check("location_3pl_unadjusted", bookmark.with(Bookmark.Guessing.LEFT_IN).locations(guessed));
    c.check("location_3pl_guess_adjusted", bookmark.locations(guessed));
    c.check("order_of_items_2pl", at.order());
    c.check("judge_theta_bookmarked_item", at.raterProficiencies());
    c.check("judge_theta_item_before", before.raterProficiencies());
    c.check("panel_theta_median", at.median());
    c.check("panel_theta_mean", at.mean());
    c.check("raw_cut_tcc_at_median", at.rawCut());
    c.check("se_of_median_normal", at.standardErrorOfMedian());
    c.check("se_mean", at.standardErrorOfMean());
  }

  private static List<LogisticItem> logistic(OracleCase c, double[] guessing) {
    double[] a = c.vector("a");
    double[] b = c.vector("b");
    return IntStream.range(0, a.length)
        .mapToObj(i -> new LogisticItem(a[i], b[i], guessing[i], c.number("D")))
        .toList();
  }
}
