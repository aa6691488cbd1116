package org.rolewright.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rolewright.item.Credit;
import org.rolewright.item.ItemContent;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/** Expected points are counted by hand from the rules in the class's own words. */
class ItemScorerTest {
  private static final Localized STEM = Localized.of("What?", "¿Qué?");

  private static List<ItemContent.Option> options(String... ids) {
    return java.util.Arrays.stream(ids)
        .map(id -> new ItemContent.Option(id, STEM, Optional.empty(), false))
        .toList();
  }

  private static ItemContent single() {
    return new ItemContent.Single(
        STEM,
        options("a", "b", "c"),
        new ItemContent.Chosen(List.of("b")),
        Credit.WHOLE,
        Optional.empty());
  }

  private static ItemContent multiple(Credit credit) {
    return new ItemContent.Multiple(
        STEM,
        options("a", "b", "c", "d", "e"),
        new ItemContent.Chosen(List.of("a", "c", "d")),
        credit,
        Optional.empty());
  }

  private static ItemContent ordering(Credit credit) {
    return new ItemContent.Ordering(
        STEM,
        options("a", "b", "c", "d"),
        new ItemContent.Sequence(List.of("c", "a", "b", "d")),
        credit,
        Optional.empty());
  }

  private static ItemContent matching(Credit credit) {
    return new ItemContent.Matching(
        STEM,
        List.of(
            new ItemContent.Prompt("p1", STEM),
            new ItemContent.Prompt("p2", STEM),
            new ItemContent.Prompt("p3", STEM)),
        options("a", "b", "c", "d"),
        new ItemContent.Pairs(Map.of("p1", "a", "p2", "c", "p3", "d")),
        credit,
        Optional.empty());
  }

  private static ItemContent text() {
    return new ItemContent.Text(
        STEM,
        new ItemContent.Accepted(
            Map.of(
                Language.ENGLISH, List.of("informed consent"),
                Language.SPANISH, List.of("razón"))),
        Credit.WHOLE,
        Optional.empty());
  }

  private static ItemContent numeric() {
    return new ItemContent.Numeric(
        STEM,
        Optional.empty(),
        new ItemContent.Value(Optional.of("12.5"), Optional.of("0.1")),
        Credit.WHOLE,
        Optional.empty());
  }

  private static void earns(String points, ItemContent content, String response) {
    earns(points, content, KeyRule.AS_WRITTEN, Language.ENGLISH, response);
  }

  private static void earns(
      String points, ItemContent content, KeyRule rule, Language language, String response) {
    Optional<JsonNode> given = Optional.ofNullable(response).map(Json::tree);
    assertEquals(
        new BigDecimal(points), ItemScorer.points(content, rule, language, given), response);
  }

  @Test
  void a_single_choice_is_right_or_not() {
    earns("1.0000", single(), "\"b\"");
    earns("0.0000", single(), "\"a\"");
    earns("0.0000", single(), null);
    earns("0.0000", single(), "[\"b\"]");
    earns("0.0000", single(), "7");
  }

  @Test
  void wrong_choices_take_away_what_right_ones_earn() {
    earns("1.0000", multiple(Credit.PARTIAL), "[\"a\",\"c\",\"d\"]");
    earns("0.6667", multiple(Credit.PARTIAL), "[\"a\",\"c\"]");
    earns("0.6667", multiple(Credit.PARTIAL), "[\"a\",\"b\",\"c\",\"d\"]");
    earns("0.3333", multiple(Credit.PARTIAL), "[\"a\",\"b\",\"c\",\"d\",\"e\"]");
    earns("0.0000", multiple(Credit.PARTIAL), "[\"b\",\"e\",\"a\"]");
    earns("0.0000", multiple(Credit.PARTIAL), "[]");
    earns("0.0000", multiple(Credit.WHOLE), "[\"a\",\"c\"]");
    earns("1.0000", multiple(Credit.WHOLE), "[\"d\",\"c\",\"a\"]");
  }

  @Test
  void of_an_order_each_element_at_its_place_earns_its_share() {
    earns("1.0000", ordering(Credit.PARTIAL), "[\"c\",\"a\",\"b\",\"d\"]");
    earns("0.5000", ordering(Credit.PARTIAL), "[\"a\",\"c\",\"b\",\"d\"]");
    earns("0.0000", ordering(Credit.PARTIAL), "[\"c\",\"a\"]");
    earns("0.0000", ordering(Credit.WHOLE), "[\"a\",\"c\",\"b\",\"d\"]");
  }

  @Test
  void of_pairs_each_right_one_earns_its_share() {
    earns("1.0000", matching(Credit.PARTIAL), "{\"p1\":\"a\",\"p2\":\"c\",\"p3\":\"d\"}");
    earns("0.6667", matching(Credit.PARTIAL), "{\"p1\":\"a\",\"p3\":\"d\"}");
    earns("0.0000", matching(Credit.WHOLE), "{\"p1\":\"a\",\"p3\":\"d\"}");
    earns("0.0000", matching(Credit.PARTIAL), "\"a\"");
  }

  @Test
  void words_are_right_in_the_language_of_the_sitting_whatever_their_case_and_spaces() {
    earns("1.0000", text(), "\"  Informed   CONSENT \"");
    earns("0.0000", text(), "\"razón\"");
    earns("1.0000", text(), KeyRule.AS_WRITTEN, Language.SPANISH, "\"RAZÓN\"");
    earns("1.0000", text(), KeyRule.AS_WRITTEN, Language.SPANISH, "\"RAZO\\u0301N\"");
    earns("0.0000", text(), KeyRule.AS_WRITTEN, Language.SPANISH, "\"razon\"");
  }

  @Test
  void numbers_are_right_within_the_tolerance_with_point_or_comma() {
    earns("1.0000", numeric(), "\"12,4\"");
    earns("1.0000", numeric(), "\" 12.6 \"");
    earns("1.0000", numeric(), "\"+12.50\"");
    earns("0.0000", numeric(), "\"12.61\"");
    earns("0.0000", numeric(), "\"1e999999999\"");
    earns("0.0000", numeric(), "\"twelve\"");
  }

  @Test
  void a_changed_key_adds_right_answers_credits_all_or_drops() {
    var also = new KeyRule(KeyRule.Kind.ALSO_RIGHT, List.of(Json.tree("\"c\"")));
    earns("1.0000", single(), also, Language.ENGLISH, "\"c\"");
    earns("1.0000", single(), also, Language.ENGLISH, "\"b\"");
    earns("0.0000", single(), also, Language.ENGLISH, "\"a\"");
    var all = new KeyRule(KeyRule.Kind.CREDIT_ALL, List.of());
    earns("1.0000", single(), all, Language.ENGLISH, null);
    earns("0.0000", single(), new KeyRule(KeyRule.Kind.DROP, List.of()), Language.ENGLISH, "\"b\"");
    var number = new KeyRule(KeyRule.Kind.ALSO_RIGHT, List.of(Json.tree("\"13\"")));
    earns("1.0000", numeric(), number, Language.ENGLISH, "\"13,0\"");
    var order =
        new KeyRule(KeyRule.Kind.ALSO_RIGHT, List.of(Json.tree("[\"a\",\"c\",\"b\",\"d\"]")));
    earns("1.0000", ordering(Credit.WHOLE), order, Language.ENGLISH, "[\"a\",\"c\",\"b\",\"d\"]");
  }

  @Test
  void a_further_right_answer_is_one_that_could_be_given() {
    assertTrue(ItemScorer.fits(single(), Json.tree("\"c\"")));
    assertFalse(ItemScorer.fits(single(), Json.tree("\"z\"")));
    assertFalse(ItemScorer.fits(ordering(Credit.WHOLE), Json.tree("[\"a\",\"b\"]")));
    assertFalse(ItemScorer.fits(numeric(), Json.tree("\"many\"")));
    assertTrue(ItemScorer.fits(multiple(Credit.WHOLE), Json.tree("[\"a\"]")));
    assertFalse(ItemScorer.fits(matching(Credit.WHOLE), Json.tree("{\"p1\":\"z\"}")));
  }

  /** A cut of 7 of 10; scale 200 to 500 to 800: a point is worth 100 scaled points. */
  @Test
  void a_scaled_score_lies_on_the_line_through_the_cut_and_the_top() {
    var scale = new Scale(200, 500, 800);
    var ten = new BigDecimal("10.0000");
    var cut = Cut.applied(java.util.UUID.randomUUID(), BigDecimal.valueOf(7), ten, ten);
    assertEquals(new BigDecimal("7"), cut.raw());
    assertEquals(500, scale.scaled(new BigDecimal("7.0000"), cut));
    assertEquals(800, scale.scaled(ten, cut));
    assertEquals(400, scale.scaled(new BigDecimal("6.0000"), cut));
    assertEquals(200, scale.scaled(new BigDecimal("3.0000"), cut), "not below the lowest");
    assertEquals(499, scale.scaled(new BigDecimal("6.9999"), cut), "never rounded up to a pass");
    assertEquals(533, scale.scaled(new BigDecimal("7.3333"), cut));
  }

  /** 70 + 30 × 3 / 36 is 72.5 exactly, though 30 / 36 has no end. */
  @Test
  void an_exact_half_is_rounded_up() {
    var hundred = new BigDecimal("100.0000");
    var cut = Cut.applied(java.util.UUID.randomUUID(), BigDecimal.valueOf(64), hundred, hundred);
    assertEquals(73, new Scale(0, 70, 100).scaled(new BigDecimal("67.0000"), cut));
  }

  /** 7 of 10 is 6.3 of 9, so 7 of 9. */
  @Test
  void a_dropped_item_lowers_the_cut_in_proportion_rounded_up() {
    var cut =
        Cut.applied(
            java.util.UUID.randomUUID(),
            BigDecimal.valueOf(7),
            BigDecimal.TEN,
            new BigDecimal("9.0000"));
    assertEquals(new BigDecimal("7"), cut.raw());
    assertTrue(cut.passedBy(new BigDecimal("7.0000")));
    assertFalse(cut.passedBy(new BigDecimal("6.9999")));
    var whole = Cut.applied(cut.id(), BigDecimal.valueOf(6), BigDecimal.TEN, new BigDecimal("5"));
    assertEquals(new BigDecimal("3"), whole.raw(), "3 of 5 is 6 of 10 exactly");
  }
}
