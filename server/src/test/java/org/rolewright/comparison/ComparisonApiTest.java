package org.rolewright.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.form.FormBank.input;
import static org.rolewright.form.FormBank.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.form.FormBank;

/** Two forms that share what we put on both, compared over HTTP. */
class ComparisonApiTest {
  private static FormBank given;
  private static JsonNode one;
  private static JsonNode other;

  @BeforeAll
  static void fill() {
    given = new FormBank(8);
    var right = new HashMap<String, Integer>();
    for (var item : given.items) right.put(item.version(), 600);
    for (var item : given.formItems(0)) right.put(item.version(), 800);
    given.evidence(right);
    one = given.filled("ONE-1", 0);
    var draft = given.draft("OTHER-1");
    // two items of the first domain and none of the second stand on both forms
    var items = new java.util.ArrayList<>(given.formItems(4));
    var shared = given.formItems(0).subList(0, 2);
    items.subList(0, 2).clear();
    items.addAll(0, shared);
    other =
        on(given.first.call("saveForm"), draft)
            .body(input(draft, items, List.of()))
            .expect(200)
            .json();
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  private static ApiClient.Call of(ApiClient.Call call, JsonNode... forms) {
    var ids = new java.util.ArrayList<String>();
    for (var form : forms) ids.add(form.get("id").asText());
    return given.bank.of(call).with("forms", String.join(",", ids));
  }

  @Test
  void the_comparison_says_what_is_expected_and_what_is_shared() {
    var comparison = of(given.first.call("compareForms"), one, other).expect(200).json();
    assertEquals(12, comparison.at("/forms/0/scored").asInt());
    // twelve items of .8; on the other form two of .8 and ten of .6
    assertEquals(9.6, comparison.at("/forms/0/expected").asDouble(), 1e-9);
    assertEquals(7.6, comparison.at("/forms/1/expected").asDouble(), 1e-9);
    assertEquals(2, comparison.at("/overlaps/0/items").asInt());
    assertEquals(2, comparison.at("/overlaps/0/scored").asInt());
    assertEquals(2, comparison.at("/anchors/0/items").asInt());
    assertEquals(0, comparison.at("/anchors/1/items").asInt());
    double shares =
        comparison.at("/anchors/0/share").asDouble() + comparison.at("/anchors/1/share").asDouble();
    assertEquals(2, shares, 1e-9);
    assertFalse(comparison.at("/anchors/1/covered").asBoolean(), "a domain without an anchor");
  }

  @Test
  void curves_are_drawn_and_read_as_a_table() {
    var svg =
        of(given.first.call("drawFormComparison"), one, other)
            .with("figure", "difficulty")
            .expect(200)
            .text();
    assertTrue(svg.startsWith("<svg") && svg.contains("ONE-1") && svg.contains("OTHER-1"));
    var table =
        of(given.first.call("readFormComparison"), one, other)
            .with("figure", "expected")
            .expect(200)
            .json();
    assertEquals(3, table.at("/data/headers").size());
    assertEquals(21, table.at("/data/rows").size());
    var middle = table.at("/data/rows/10");
    assertTrue(middle.get(1).asDouble() > middle.get(2).asDouble(), middle.toString());
  }

  /** R 4.2.2: quantile(c(1, 2, 4, 8), 0.4, type = 7) is 2.4. */
  @Test
  void between_items_the_curve_runs_straight() {
    double[] ordered = {1, 2, 4, 8};
    assertEquals(2.4, ComparisonFigure.quantile(ordered, 0.4), 1e-12);
    assertEquals(8, ComparisonFigure.quantile(ordered, 1), 0);
  }

  @Test
  void one_form_alone_or_of_another_study_is_not_compared() {
    of(given.first.call("compareForms"), one).expect(400);
    var dashes = "-".repeat(36);
    given
        .bank
        .of(given.first.call("compareForms"))
        .with("forms", dashes + "," + dashes)
        .expect(404);
    var stranger = new FormBank(3);
    try {
      var foreign = stranger.draft("FAR-1");
      of(given.first.call("compareForms"), one, foreign).expect(404);
    } finally {
      stranger.close();
    }
  }
}
