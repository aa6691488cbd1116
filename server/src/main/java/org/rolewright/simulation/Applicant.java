package org.rolewright.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rolewright.platform.mail.Letter;
import org.rolewright.result.ResultRequest;
import org.rolewright.simulation.Browser.Pass;
import org.rolewright.study.StudyId;

/**
 * What one made-up person does by the private link in their mail.
 *
 * @param mailbox the newest letter to an address
 */
record Applicant(
    Browser browser, Function<String, Optional<Letter>> mailbox, StudyId study, Persona persona) {
  private static final Pattern LINK = Pattern.compile("/candidate/#/application/([\\w-]+)");
  private static final int HOURS = 1200;

  /** By the link in the newest letter; asks for one where there is none. */
  Pass pass() {
    return link()
        .orElseGet(() -> {
          browser.post(
              Browser.NOBODY,
              "/studies/%s/candidate-links".formatted(study.value()),
              Map.of("email", persona.email(), "language", persona.language().code()));
          return link().orElseThrow();
        });
  }

  private Optional<Pass> link() {
    return mailbox
        .apply(persona.email())
        .map(letter -> LINK.matcher(letter.body()))
        .filter(found -> found.find())
        .map(found -> Pass.link(found.group(1)));
  }

  /** Fills in and hands in what is not handed in yet; returns whether it waits for a decision. */
  boolean apply(Pass pass) {
    var own = browser.get(pass, "/own-application");
    var state = own.get("state").asText();
    if (!state.equals("draft")) return state.equals("submitted");
    browser.put(
        pass,
        "/own-application/person",
        Map.of(
            "name", persona.name(),
            "bornOn", persona.bornOn().toString(),
            "language", persona.language().code()));
    for (var claim : own.get("claims"))
      browser.put(
          pass, "/own-application/claims/" + claim.at("/requirement/id").asText(), claim(claim));
    browser.put(pass, "/own-application/submission", Map.of("attested", true));
    return true;
  }

  private static Map<String, Object> claim(JsonNode claim) {
    var said = new HashMap<String, Object>();
    said.put("statement", "Made up: I meet this.");
    if (claim.at("/requirement/leastHours").asInt() > 0) said.put("hours", HOURS);
    return said;
  }

  /** The seat that is booked, if any. */
  Optional<Seat> seat(Pass pass) {
    return seat(browser.get(pass, "/own-booking"));
  }

  private static Optional<Seat> seat(JsonNode booking) {
    return booking.has("booking") ? Optional.of(Seat.of(booking.get("booking"))) : Optional.empty();
  }

  /** Books the first exam that is offered; empty where none is. */
  Optional<Seat> book(Pass pass) {
    var offer = browser.get(pass, "/own-booking");
    if (offer.get("windows").isEmpty()) return Optional.empty();
    var wish = new HashMap<String, Object>();
    wish.put("window", offer.at("/windows/0/id").asText());
    if (offer.has("agreement")) wish.put("agreement", offer.at("/agreement/version").asInt());
    try {
      return seat(browser.put(pass, "/own-booking", wish));
    } catch (Browser.Refused late) {
      if (late.code().equals("bookingDeadlinePassed")) return Optional.empty();
      throw late;
    }
  }

  /** States their groups, where they would; sent again, it is the same. */
  void stateBackground(LocalDate today) {
    var stated = persona.background(today);
    if (!stated.isEmpty()) browser.put(pass(), "/own-background", stated);
  }

  /** Asks about the newest result. */
  void ask(ResultRequest.Kind kind, String reason) {
    var pass = pass();
    var score = browser.get(pass, "/own-results").at("/results/0/id").asText();
    browser.put(
        pass,
        "/own-results/%s/requests/%s".formatted(score, UUID.randomUUID()),
        Map.of("kind", kind, "reason", reason));
  }
}
