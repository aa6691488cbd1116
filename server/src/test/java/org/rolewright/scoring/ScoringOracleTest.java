package org.rolewright.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.json.Json;

/**
 * The five items of LSAT section 6 (Bock and Lieberman 1970) as an exam that a thousand people sat.
 * Expected figures are those of R's psych 2.2.9, in the case file beside the statistics.
 */
class ScoringOracleTest {
  private static final Path ORACLES = Path.of("../psychometrics/src/test/resources/oracles");

  @Test
  void a_thousand_sittings_of_the_LSAT_have_the_figures_that_R_gives() throws IOException {
    var expected =
        Json.tree(Files.readString(ORACLES.resolve("B01_item_analysis_lsat6.json")))
            .get("expected");
    try (var exam = SatExam.of(ExamHall.Shape.ofSingles(5))) {
      var rows = Files.readAllLines(ORACLES.resolve("data/lsat6_expanded.csv"));
      exam.sitAll(rows.stream().skip(1).map(ScoringOracleTest::responses).toList());
      exam.withoutPattern();
      var view = exam.read(exam.run(exam.first, "the classical case"));
      var figures = view.at("/run/figures");
      assertEquals(1000, figures.get("sittings").asInt());
      near(expected.get("total_mean"), figures.at("/distribution/mean"));
      near(expected.get("total_sd_n_minus_1"), figures.at("/distribution/sd"));
      near(expected.get("kr20_alpha"), figures.at("/errors/alpha"));
      near(expected.get("kr21"), figures.at("/errors/kr21"));
      near(expected.get("sem"), figures.at("/errors/sem"));
      for (var at = 0; at < 5; at++) {
        var item = view.at("/items/" + at);
        near(expected.at("/p/" + at), item.get("p"));
        near(expected.at("/corrected_point_biserial/" + at), item.get("discrimination"));
        near(expected.at("/corrected_biserial/" + at), item.get("biserial"));
        near(expected.at("/alpha_if_deleted/" + at), item.get("alphaIfDeleted"));
      }
    }
  }

  private static Object[] responses(String row) {
    return Arrays.stream(row.split(",")).map(mark -> mark.equals("1") ? "b" : "a").toArray();
  }

  private static void near(JsonNode expected, JsonNode found) {
    assertEquals(expected.asDouble(), found.asDouble(), 1e-9, found.toString());
  }
}
