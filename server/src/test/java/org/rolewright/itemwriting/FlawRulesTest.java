package org.rolewright.itemwriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rolewright.item.Credit;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Chosen;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.itemwriting.Finding.Severity;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/**
 * Each rule on an item that breaks it and on a like one that does not; the first option is the key.
 */
class FlawRulesTest {

  private static ItemContent item(Language language, String stem, String... options) {
    var all = new ArrayList<Option>();
    for (var text : options)
      all.add(
          new Option(
              "" + (char) ('a' + all.size()),
              Localized.of(language, text),
              Optional.empty(),
              false));
    return new Single(
        Localized.of(language, "<p>" + stem + "</p>"),
        all,
        new Chosen(List.of("a")),
        Credit.WHOLE,
        Optional.empty());
  }

  private static List<Flaw> english(String stem, String... options) {
    return FlawRules.review(item(Language.ENGLISH, stem, options)).stream()
        .map(Finding::flaw)
        .toList();
  }

  private static List<Flaw> spanish(String stem, String... options) {
    return FlawRules.review(item(Language.SPANISH, stem, options)).stream()
        .map(Finding::flaw)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Which of these is not a sign of stroke?, true",
    "All of these help EXCEPT which one?, true",
    "Which step is least urgent?, true",
    "Which action shouldn't the worker take?, true",
    "How many visits are due at least?, false",
    "A client has not eaten today. What does the worker ask first?, false"
  })
  void a_lead_in_that_asks_for_what_is_not_so_is_found_but_a_story_may_say_no(
      String stem, boolean found) {
    assertEquals(found, english(stem, "Rest", "Water", "Salt").contains(Flaw.NEGATIVE_LEAD_IN));
  }

  @ParameterizedTest
  @CsvSource({
    "¿Cuál de estos no es un signo de derrame cerebral?, true",
    "Todos estos pasos ayudan excepto uno. ¿Cuál es?, false",
    "¿Qué paso es el menos urgente?, true",
    "¿Cuántas visitas hacen falta por lo menos?, false",
    "Una clienta no comió hoy. ¿Qué pregunta primero la promotora?, false"
  })
  void the_same_holds_in_Spanish(String stem, boolean found) {
    assertEquals(found, spanish(stem, "Descanso", "Agua", "Sal").contains(Flaw.NEGATIVE_LEAD_IN));
  }

  @Test
  void a_negative_that_is_stressed_is_only_noted() {
    var stressed =
        FlawRules.review(
            item(
                Language.ENGLISH,
                "Which of these is <strong>not</strong> a sign of stroke?",
                "Rest",
                "Water",
                "Salt"));
    assertEquals(List.of(Severity.NOTE), stressed.stream().map(Finding::severity).toList());
  }

  @Test
  void options_that_stand_for_all_or_none_are_found() {
    assertEquals(
        List.of(Flaw.ALL_OF_THE_ABOVE),
        english("Which drink helps a dehydrated adult?", "Water", "Broth", "All of the above"));
    assertEquals(
        List.of(Flaw.NONE_OF_THE_ABOVE),
        english(
            "Which drink helps a dehydrated adult?", "Water", "Broth", "None of these answers"));
    assertEquals(
        List.of(Flaw.ALL_OF_THE_ABOVE),
        spanish("¿Qué bebida ayuda a un adulto?", "Agua", "Caldo", "Todas las anteriores"));
    assertEquals(
        List.of(Flaw.NONE_OF_THE_ABOVE),
        spanish("¿Qué bebida ayuda a un adulto?", "Agua", "Caldo", "Ninguna de las anteriores"));
  }

  @Test
  void a_key_much_longer_than_the_others_is_a_cue_and_a_long_distractor_is_not() {
    var lengthy = "Ask open questions and write down what the client says in her own words";
    assertEquals(
        List.of(Flaw.LONGEST_KEY),
        english("What does the worker do first?", lengthy, "Call the office", "Close the file"));
    assertEquals(
        List.of(),
        english("What does the worker do first?", "Call the office", lengthy, "Close the file"));
  }

  @Test
  void absolute_words_are_warned_of_and_vague_ones_noted() {
    var findings =
        FlawRules.review(
            item(
                Language.ENGLISH,
                "When are the hands washed?",
                "Before each visit",
                "It is never needed",
                "It is often needed"));
    assertEquals(
        List.of(Flaw.ABSOLUTE_WORD, Flaw.VAGUE_WORD),
        findings.stream().map(Finding::flaw).toList());
    assertEquals(
        List.of("/options/1/text/en", "/options/2/text/en"),
        findings.stream().map(Finding::pointer).toList());
    assertEquals(Map.of("word", "never"), findings.getFirst().values());
  }

  @Test
  void a_word_of_the_stem_in_the_key_alone_is_a_cue() {
    assertEquals(
        List.of(Flaw.REPEATED_WORD),
        english(
            "Which plan answers a question about asthma triggers?",
            "The triggers list",
            "The visit calendar",
            "The budget sheet"));
    assertEquals(
        List.of(),
        english(
            "Which plan answers a question about asthma triggers?",
            "The triggers list",
            "The triggers budget",
            "The budget sheet"));
  }

  @Test
  void options_that_say_the_same_and_numbers_out_of_order_are_found() {
    assertEquals(
        List.of(Flaw.SAME_OPTIONS),
        english("Which paper comes first?", "A consent form", "a consent form.", "A bill"));
    assertEquals(
        List.of(Flaw.UNORDERED_NUMBERS),
        english("How many days does it last?", "14 days", "3 days", "21 days"));
    assertEquals(List.of(), english("How many days does it last?", "3", "14", "21"));
    assertEquals(List.of(), english("How many days does it last?", "21 days", "14 days", "3 days"));
  }

  @Test
  void what_every_option_begins_with_belongs_into_the_stem() {
    assertEquals(
        List.of(Flaw.SAME_BEGINNING),
        english(
            "What comes next in the visit?",
            "The worker should call home",
            "The worker should write notes",
            "The worker should wait outside"));
  }

  @Test
  void a_stem_that_asks_nothing_or_breaks_off_at_an_article_is_found() {
    assertEquals(List.of(Flaw.EMPTY_STEM), english("Blood pressure:", "Low", "High", "Middling"));
    assertEquals(
        List.of(Flaw.ARTICLE_CUE),
        english("The paper that a client signs first is an", "invoice", "agreement", "roster"));
    assertEquals(
        List.of(Flaw.ARTICLE_CUE),
        spanish("El papel que se firma primero es la", "factura", "hoja", "lista"));
  }

  @Test
  void each_language_is_read_by_its_own_words() {
    var both =
        new Single(
            Localized.of("<p>Which drink helps her most?</p>", "<p>¿Qué bebida no le ayuda?</p>"),
            List.of(
                new Option("a", Localized.of("Water", "Agua"), Optional.empty(), false),
                new Option("b", Localized.of("Broth", "Caldo"), Optional.empty(), false)),
            new Chosen(List.of("a")),
            Credit.WHOLE,
            Optional.empty());
    assertEquals(
        List.of("/stem/es"), FlawRules.review(both).stream().map(Finding::pointer).toList());
  }

  /** Reference of p: {@code pchisq(20, 3, lower.tail = FALSE)} of R 4.2.2. */
  @Test
  void keys_that_gather_at_one_place_are_found_by_chi_square() {
    var bank = new ArrayList<ItemContent>();
    int[] wanted = {30, 10, 10, 10};
    for (int place = 0; place < wanted.length; place++)
      for (int n = 0; n < wanted[place]; n++) bank.add(keyAt(place, 4));
    var balance = KeyBalance.of(bank).getFirst();
    assertEquals(List.of(30, 10, 10, 10), balance.counts());
    assertEquals(15, balance.expected());
    assertEquals(0.0001697424, balance.p().orElseThrow(), 1e-10);
    assertTrue(balance.unbalanced());
  }

  @Test
  void a_small_bank_is_not_judged_for_its_key_places() {
    var few = KeyBalance.of(List.of(keyAt(0, 3), keyAt(0, 3))).getFirst();
    assertTrue(few.p().isEmpty());
    assertEquals(List.of(2, 0, 0), few.counts());
  }

  private static ItemContent keyAt(int place, int options) {
    var all = new ArrayList<Option>();
    for (int at = 0; at < options; at++)
      all.add(
          new Option("" + at, Localized.of(Language.ENGLISH, "x" + at), Optional.empty(), false));
    return new Single(
        Localized.of(Language.ENGLISH, "?"),
        all,
        new Chosen(List.of("" + place)),
        Credit.WHOLE,
        Optional.empty());
  }
}
