package org.rolewright.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What candidates do on an exam day, each on a connection of its own: save in turn, evenly spread,
 * and hand in at a moment of their own. Those who come late come in and start beside the others.
 * Gatling makes the object by itself, so the day waits in a field of the class.
 */
public final class ExamDaySimulation extends Simulation {
  static ExamDay day;

  public ExamDaySimulation() {
    var underWay = day.early().stream().map(seat -> Map.<String, Object>of("seat", seat)).toList();
    var late = day.late().stream().map(code -> Map.<String, Object>of("code", code)).toList();
    setUp(
            scenario("under way")
                .feed(listFeeder(underWay))
                .exec(saves(), submission())
                .injectOpen(rampUsers(underWay.size()).during(day.turn())),
            scenario("late")
                .feed(listFeeder(late))
                .exec(start(), saves(), submission())
                .injectOpen(rampUsers(late.size()).during(day.startTime())))
        .protocols(
            http.baseUrl(day.address().toString())
                .contentTypeHeader("application/json")
                .header("X-Rolewright", "1")
                .disableCaching());
  }

  @Override
  public void before() {
    day.begin();
  }

  /** Comes in by its code and begins; what both took counts. */
  private static ChainBuilder start() {
    return exec(http("entry")
            .post("/api/v1/sittings")
            .body(StringBody(session -> Seat.entry(session.getString("code"))))
            .check(
                status().is(200),
                jsonPath("$.token").saveAs("token"),
                responseTimeInMillis().saveAs("entry")))
        .exitHereIfFailed()
        .exec(session ->
            session.set("seat", new Seat(day.address().getAuthority(), session.getString("token"))))
        .exec(asked("start", http("start").put("/api/v1/sitting/start").body(StringBody("{}"))))
        .exec(session -> session.remove("entry"));
  }

  /** Saves once a turn until the time is over. */
  private static ChainBuilder saves() {
    var save =
        http("save")
            .post("/api/v1/sitting/events")
            .body(StringBody(session -> seat(session).nextAnswer()));
    // Asked once: Gatling asks anew before each turn, and would hold what is left against what
    // passed.
    return exec(session -> session.set("left", day.left()))
        .during(session -> session.<Duration>get("left"), "turns", false)
        .on(exec(asked("save", save)).pace(day.turn()));
  }

  private static ChainBuilder submission() {
    return asked(
        "submit",
        http("submit")
            .put("/api/v1/sitting/submission")
            .body(StringBody(session -> seat(session).submission())));
  }

  private static ChainBuilder asked(String what, HttpRequestActionBuilder request) {
    return exec(request
            .header("X-Sitting", session -> seat(session).token())
            .check(status().saveAs("status"), responseTimeInMillis().saveAs("took")))
        .exec(session -> {
          day.heard(what, session);
          return session.remove("status").markAsSucceeded();
        });
  }

  private static Seat seat(Session session) {
    return Objects.requireNonNull(session.get("seat"));
  }
}
