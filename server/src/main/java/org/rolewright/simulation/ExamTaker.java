package org.rolewright.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rolewright.simulation.Browser.Pass;

/**
 * One candidate at the exam: comes in, starts, answers part by part, hands in. Every event has the
 * same number each time, so that somebody who was interrupted simply does it all again.
 *
 * @param says the responses to the items of a sitting, in its order
 * @param begun when the candidate's own clock says it began
 */
record ExamTaker(
    Browser browser, Persona persona, Function<UUID, List<Object>> says, Instant begun) {
  private static final int AT_ONCE = 100;
  private static final int LEAST_SECONDS = 20;
  private static final int MORE_SECONDS = 70;

  void sit(Seat seat) {
    var entry =
        browser.post(
            Browser.NOBODY,
            "/sittings",
            Map.of("code", seat.code(), "clientId", seat.booking(), "device", "Simulated browser"));
    var pass = Pass.sitting(entry.get("token").asText());
    var sitting = entry.get("sitting");
    if (sitting.at("/status/status").asText().equals("closed")) return;
    var started = browser.put(pass, "/sitting/start", agreement(sitting));
    var events = events(UUID.fromString(started.get("id").asText()), started.get("parts"));
    var epoch = started.at("/status/epoch").asInt();
    for (var from = 0; from < events.size(); from += AT_ONCE)
      post(pass, epoch, events.subList(from, Math.min(events.size(), from + AT_ONCE)));
    browser.put(pass, "/sitting/submission", Map.of("epoch", epoch, "lastSeq", events.size()));
  }

  private static Map<String, Object> agreement(JsonNode sitting) {
    return sitting.has("agreementVersion")
        ? Map.of("agreementVersion", sitting.get("agreementVersion").asText())
        : Map.of();
  }

  private void post(Pass pass, int epoch, List<Map<String, Object>> events) {
    browser.post(pass, "/sitting/events", Map.of("epoch", epoch, "waiting", 0, "events", events));
  }

  /** Sees and answers the items in order; goes on to each further part, past the breaks. */
  private List<Map<String, Object>> events(UUID sitting, JsonNode parts) {
    var events = new ArrayList<Map<String, Object>>();
    var said = says.apply(sitting);
    var at = begun;
    for (var part : parts) {
      if (!part.has("items")) continue;
      if (!events.isEmpty())
        add(events, "enter", at, Map.of("value", Map.of("part", part.get("part").asInt())));
      for (var shown : part.get("items")) {
        var item = shown.get("item").asInt();
        add(events, "seen", at, Map.of("item", item));
        at = at.plus(thinking(item));
        add(events, "answer", at, Map.of("item", item, "value", said.get(item - 1)));
      }
    }
    return events;
  }

  private Duration thinking(int item) {
    var random = DrawnAnswers.random(persona.number(), item);
    return Duration.ofSeconds(LEAST_SECONDS + random.nextInt(MORE_SECONDS));
  }

  private static void add(
      List<Map<String, Object>> events, String kind, Instant at, Map<String, Object> about) {
    var event = new LinkedHashMap<>(about);
    event.put("seq", events.size() + 1);
    event.put("kind", kind);
    event.put("at", at.toString());
    events.add(event);
  }
}
