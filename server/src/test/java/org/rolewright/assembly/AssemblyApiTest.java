package org.rolewright.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.form.FormBank;
import org.rolewright.platform.Role;

/** From wishes over HTTP to drafts, or to the reason why there are none. */
class AssemblyApiTest {
  private static FormBank given;

  @BeforeAll
  static void fill() {
    given = new FormBank(9);
    var right = new HashMap<String, Integer>();
    for (int i = 0; i < given.items.size(); i++)
      right.put(given.items.get(i).version(), 500 + (i * 37) % 400);
    given.evidence(right);
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  private static ObjectNode wishes() {
    var wishes = given.bank.of(given.first.call("suggestAssembly")).expect(200).json();
    return ((ObjectNode) wishes).put("seconds", 5);
  }

  private static JsonNode assembled(ObjectNode wishes) {
    var job =
        given
            .bank
            .of(given.first.call("startAssembly"))
            .body(wishes)
            .expect(202)
            .json()
            .get("job")
            .asText();
    var patience = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      var state = given.first.call("readJob").with("jobId", job).expect(200).json().get("state");
      if (state.asText().equals("done")) break;
      assertTrue(!state.asText().equals("failed"), "the search failed");
      assertTrue(Instant.now().isBefore(patience), "the search never ended");
      pause();
    }
    return given.first.call("readAssembly").with("assemblyId", job).expect(200).json();
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode meter(JsonNode form) {
    return given.first.call("readFormMeter").with("formId", form.asText()).expect(200).json();
  }

  private static List<String> versions(JsonNode form) {
    var parts =
        given.first.call("readForm").with("formId", form.asText()).expect(200).json().get("parts");
    return parts.findValuesAsText("versionId");
  }

  @Test
  void suggested_wishes_make_two_forms_that_meet_the_blueprint_and_share_nothing() {
    var result = assembled(wishes());
    assertTrue(List.of("optimal", "found").contains(result.get("status").asText()));
    assertEquals(2, result.get("forms").size());
    assertTrue(result.get("bound").asDouble() <= result.get("objective").asDouble());
    var seen = new HashSet<String>();
    for (var form : result.get("forms")) {
      assertTrue(meter(form).get("meetsBlueprint").asBoolean());
      var versions = versions(form);
      assertEquals(12, versions.size());
      seen.addAll(versions);
    }
    assertEquals(24, seen.size());
    double apart =
        Math.abs(
            meter(result.at("/forms/0")).at("/difficulty/expected").asDouble()
                - meter(result.at("/forms/1")).at("/difficulty/expected").asDouble());
    assertTrue(apart < 0.05, "expected scores differ by " + apart);
    var list = given.bank.of(given.first.call("listAssemblies")).expect(200).json();
    assertTrue(list.get("assemblies").findValuesAsText("id").contains(result.get("id").asText()));
  }

  @Test
  void forms_share_the_anchors_that_were_wished_and_mark_them() {
    var result = assembled(wishes().put("common", 4).put("code", "ANCHOR"));
    var first = new HashSet<>(versions(result.at("/forms/0")));
    first.retainAll(versions(result.at("/forms/1")));
    assertEquals(4, first.size());
    var form =
        given
            .first
            .call("readForm")
            .with("formId", result.at("/forms/0").asText())
            .expect(200)
            .json();
    int marked = 0;
    for (var part : form.get("parts"))
      for (var item : part.path("items")) if (item.get("common").asBoolean()) marked++;
    assertEquals(4, marked);
  }

  @Test
  void what_is_missing_is_named_in_words_in_both_languages() {
    var task = given.bank.cell(0, 0);
    var wishes = wishes().put("code", "SHORT").put("length", 12).put("tasks", "free");
    wishes
        .putArray("cells")
        .addObject()
        .put("task", task.get("id").asText())
        .put("level", "analysis")
        .put("min", 3)
        .put("max", 12);
    var result = assembled(wishes);
    assertEquals("impossible", result.get("status").asText());
    assertEquals(0, result.get("forms").size());
    // nine items of the cell, every third of them at analysis level: three; two forms want six
    var where = task.get("code").asText();
    assertEquals(
        "Short by 3 in " + where + " at analysis level. The bank has 3 that may be used.",
        result.at("/reasons/0").asText());
    var spanish =
        given
            .first
            .call("readAssembly")
            .with("assemblyId", result.get("id").asText())
            .header("Accept-Language", "es")
            .expect(200)
            .json();
    assertEquals(
        "Faltan 3 en " + where + " de nivel análisis. El banco tiene 3 que se pueden usar.",
        spanish.at("/reasons/0").asText());
  }

  @Test
  void wishes_that_contradict_themselves_are_refused_at_once() {
    var wishes = wishes();
    wishes.putArray("levels").addObject().put("level", "recall").put("min", 9).put("max", 3);
    var refused = given.bank.of(given.first.call("startAssembly")).body(wishes).expect(422);
    assertEquals("aMinimumIsBelowItsMaximum", refused.code());
  }

  @Test
  void only_those_who_lead_the_study_start_a_search() {
    var auditor = given.bank.signedIn(given.bank.person(Role.AUDITOR));
    given.bank.of(auditor.call("startAssembly")).body(wishes()).expect(403);
    given.bank.of(auditor.call("listAssemblies")).expect(200);
  }
}
