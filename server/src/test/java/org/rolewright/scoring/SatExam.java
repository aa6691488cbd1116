package org.rolewright.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.ApiClient;
import org.rolewright.delivery.ExamHall;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.Role;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.json.Json;
import org.rolewright.submission.SubmittedSitting;

/**
 * An exam that many have sat. The first sitting is real; the others are copies of its rows with
 * other answers, because sitting a thousand exams is tested elsewhere.
 */
public final class SatExam implements AutoCloseable {
  public final ExamHall hall;
  public final ApiClient first;
  public final ApiClient second;
  public final ApiClient third;
  final List<ItemVersionId> versions;

  /** In the order in which every copy was shown them. */
  final List<ItemVersionId> shown;

  private int seats;
  private final SubmittedSitting pattern;
  private final Map<ItemVersionId, Integer> numbers = new HashMap<>();

  SatExam(ExamHall hall) {
    this.hall = hall;
    first = client();
    second = client();
    third = client();
    hall.started().submit();
    pattern =
        hall.wiring
            .database
            .transaction(tx -> hall.wiring.submissions.submitted(tx, hall.form))
            .getFirst();
    shown = pattern.answers().stream().map(SubmittedSitting.Answer::version).toList();
    pattern.answers().forEach(answer -> numbers.put(answer.version(), answer.item()));
    versions =
        hall.wiring.database.transaction(tx ->
            hall.wiring.forms.published(tx, hall.form).items().stream()
                .map(item -> item.versionId())
                .toList());
  }

  public static SatExam of(ExamHall.Shape shape) {
    return new SatExam(ExamHall.open(shape));
  }

  /** Forty people and six items: of forty, the nth has the first n mod 6 of five right. */
  public static SatExam forty() {
    var exam = of(ExamHall.Shape.ofSingles(6));
    var people = new ArrayList<Object[]>();
    for (var person = 0; person < 40; person++) {
      var right = person % 6;
      var responses = new Object[6];
      for (var item = 0; item < 5; item++) responses[item] = item < right ? "b" : "a";
      responses[5] = right < 2 ? "b" : "c";
      people.add(responses);
    }
    exam.sitAll(people);
    return exam.withoutPattern();
  }

  private ApiClient client() {
    return hall.rolewright.signedIn(hall.rolewright.person(Role.CERTIFICATION_EXPERT));
  }

  /** Takes the pattern itself out, so that only copies are scored; to be called last. */
  public SatExam withoutPattern() {
    hall.execute(
        "update delivery.sitting set started_at = null where id = '%s'"
            .formatted(pattern.id().value()));
    return this;
  }

  /** Somebody who gave these responses, in the order of the form; null for none. */
  UUID sit(Object... responses) {
    return sitAll(List.<Object[]>of(responses)).getFirst();
  }

  /** As many people; their sittings, in order. */
  public List<UUID> sitAll(List<Object[]> people) {
    var applications = people.stream().map(_ -> UUID.randomUUID()).toList();
    var bookings = people.stream().map(_ -> UUID.randomUUID()).toList();
    var sittings = people.stream().map(_ -> UUID.randomUUID()).toList();
    hall.execute(
        """
        insert into eligibility.application (id, study_id, email, language, state, name, born_on, attested, link_number,
            link_hash, link_until, links_mailed, links_since, confirmed, changed_at, submitted_at, authorised_at, authorised_until)
          select a, '%1$s', a || '@example.org', 'en', 'accepted', 'Candidate ' || a, '1990-01-01', 'yes', 1, sha256(('token-of-' || a)::bytea),
            now() + interval '1 year', 1, now(), true, now(), now(), now() - interval '1 day', now() + interval '1 year'
          from unnest('{%2$s}'::uuid[]) a;
        insert into candidacy.booking (id, application_id, study_id, window_id, seat, state, code_mark, booked_at)
          select b, a, '%1$s', '%3$s', %4$s + n, 'booked', sha256(b::text::bytea), now()
          from unnest('{%2$s}'::uuid[], '{%5$s}'::uuid[]) with ordinality one(a, b, n);
        insert into delivery.sitting (%6$s id, admission_id)
          select %6$s s, b from unnest('{%7$s}'::uuid[], '{%5$s}'::uuid[]) one(s, b), delivery.sitting o where o.id = '%8$s';
        insert into delivery.plan
          select n.number, p.document from delivery.plan p join delivery.sitting o on o.number = p.sitting and o.id = '%8$s',
            delivery.sitting n where n.id = any('{%7$s}'::uuid[]);
        insert into delivery.device (sitting, client_id, token_hash, label, epochs, first_at, last_at)
          select number, gen_random_uuid(), sha256(id::text::bytea), 'copy', '{1}', now(), now()
          from delivery.sitting where id = any('{%7$s}'::uuid[]);
        %9$s\
        """
            .formatted(
                hall.study.value(),
                joined(applications),
                hall.window.value(),
                1000 + seats,
                joined(bookings),
                COPIED,
                joined(sittings),
                pattern.id().value(),
                events(sittings, people)));
    seats += people.size();
    return sittings;
  }

  private String events(List<UUID> sittings, List<Object[]> people) {
    var rows = new ArrayList<String>();
    for (var p = 0; p < people.size(); p++)
      for (var at = 0; at < people.get(p).length; at++)
        if (people.get(p)[at] != null)
          rows.add(
              "('%s'::uuid, %d, %d, '%s')"
                  .formatted(
                      sittings.get(p),
                      at + 1,
                      numbers.get(versions.get(at)),
                      Json.write(people.get(p)[at]).replace("'", "''")));
    return rows.isEmpty()
        ? ""
        : """
        insert into delivery.answer_event
          select d.number, e.seq, 1, 'answer', e.item, e.value, now(), now(), 'counts' from (values %s) e(sitting, seq, item, value)
          join delivery.sitting s on s.id = e.sitting join delivery.device d on d.sitting = s.number\
        """
            .formatted(String.join(",", rows));
  }

  private static String joined(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private static final String COPIED =
      "window_id, form_id, state, revision, epoch, arrived_at, agreed_version, started_at,"
          + " allowed_ms, part, counts_until, closed_at, reason, exposed, digest,";

  /** Starts a run and waits for it. */
  public String run(ApiClient who, String reason) {
    var job =
        who.call("startScoring")
            .with("formId", hall.form.value())
            .body(
                Map.of(
                    "scale",
                    Map.of("minimum", 200, "passing", 500, "maximum", 800),
                    "reason",
                    reason))
            .expect(202)
            .json()
            .get("job")
            .asText();
    try {
      hall.wiring.jobs.follow(new JobId(UUID.fromString(job)), _ -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return job;
  }

  public JsonNode read(String run) {
    return first.call("readScoringRun").with("runId", run).expect(200).json();
  }

  /** Two people agree that an item counts for nobody. */
  public void drop(String version) {
    var change = UUID.randomUUID();
    first
        .call("proposeKeyChange")
        .with("formId", hall.form.value())
        .with("changeId", change)
        .body(
            Map.of(
                "versionId",
                version,
                "kind",
                "drop",
                "responses",
                List.of(),
                "reason",
                "It was known before the exam."))
        .expect(200);
    second
        .call("decideKeyChange")
        .with("changeId", change)
        .body(Map.of("agreed", true, "because", "It was known indeed."))
        .expect(200);
  }

  /** Scores in force. */
  public List<Score> scores() {
    return hall.wiring.database.transaction(tx -> hall.wiring.scoring.listReleased(tx, hall.study));
  }

  /** The token of a copied candidate's private link. */
  public static String token(Score score) {
    return "token-of-" + score.candidate().value();
  }

  /** By that link. */
  public static ApiClient.Call own(ApiClient.Call call, Score score) {
    return call.with("X-Candidate", token(score));
  }

  public ApiClient visitor() {
    return hall.rolewright.visitor();
  }

  /** A run whose held items are kept, signed by one and released by another. */
  public String released() {
    var run = run(first, "first scoring");
    for (var hold : read(run).get("holds"))
      first
          .call("decideHold")
          .with("runId", run)
          .with("versionId", hold.get("version").asText())
          .body(Map.of("verdict", "keep", "reason", "The panel looked at it."))
          .expect(204);
    var hash = Map.of("resultHash", read(run).at("/run/resultHash").asText());
    first.call("signScores").with("runId", run).body(hash).expect(204);
    second.call("releaseScores").with("runId", run).body(hash).expect(204);
    return run;
  }

  @Override
  public void close() {
    hall.close();
  }
}
