package org.rolewright.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.rolewright.demonstration.DemonstrationItem;
import org.rolewright.item.ItemContent;
import org.rolewright.marking.ItemScorer;
import org.rolewright.marking.KeyRule;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;

/** What simulated candidates say, to every item of the demonstration; the scorer judges. */
class ResponseTest {
  @Test
  void who_knows_earns_the_point_and_who_does_not_never_earns_all_of_it() {
    for (var item : DemonstrationItem.all())
      for (var language : item.content().languages()) {
        var content = item.content();
        var right = json(Response.right(content, language));
        assertEquals(0, BigDecimal.ONE.compareTo(points(content, language, right)), item.code());
        for (int person = 0; person < 10; person++) {
          var random = DrawnAnswers.random(person, 7);
          var wrong = json(Response.wrong(content, language, random));
          assertTrue(ItemScorer.fits(content, wrong), item.code() + " " + wrong);
          assertTrue(
              BigDecimal.ONE.compareTo(points(content, language, wrong)) > 0,
              item.code() + " " + wrong);
        }
      }
  }

  private static JsonNode json(Object said) {
    return Json.tree(Json.write(said));
  }

  private static BigDecimal points(ItemContent content, Language language, JsonNode response) {
    return ItemScorer.points(content, KeyRule.AS_WRITTEN, language, Optional.of(response));
  }

  @Test
  void the_same_seed_draws_the_same_answers_however_many_people_there_are() {
    var many = DrawnAnswers.of(50, 20, 7).right();
    var few = DrawnAnswers.of(30, 20, 7).right();
    for (int person = 0; person < few.length; person++)
      assertArrayEquals(many[person], few[person]);
    var other = DrawnAnswers.of(30, 20, 8).right();
    assertFalse(Arrays.deepEquals(few, other));
  }

  /**
   * Among 20,000 draws of one item the share of right answers lies within 0.02 of what the model
   * says: the mean of its curve over a standard normal ability, added up here over 20,001 points.
   */
  @Test
  void answers_are_right_as_often_as_the_model_says() {
    int people = 20_000;
    var right = DrawnAnswers.of(people, 1, 5).right();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    double a = random.nextDouble(0.5, 2);
    double b = random.nextGaussian() - 0.8;
    double expected = 0;
    for (int at = -10_000; at <= 10_000; at++) {
      double ability = at / 1_250.0;
      double density = Math.exp(-ability * ability / 2) / Math.sqrt(2 * Math.PI);
      expected += density / (1 + Math.exp(-a * (ability - b))) / 1_250;
    }
    double found = 0;
    for (var person : right) found += person[0] ? 1.0 / people : 0;
    assertEquals(expected, found, 0.02);
  }

  @Test
  void three_hundred_people_have_names_and_addresses_of_their_own() {
    var names = new TreeSet<String>();
    var addresses = new TreeSet<String>();
    for (int number = 0; number < Cohort.SIZE; number++) {
      var persona = Persona.of(number);
      assertTrue(persona.name().endsWith("(synthetic)"));
      assertTrue(persona.email().endsWith(".example"));
      names.add(persona.name());
      addresses.add(persona.email());
    }
    assertEquals(Cohort.SIZE, names.size());
    assertEquals(Cohort.SIZE, addresses.size());
  }
}
