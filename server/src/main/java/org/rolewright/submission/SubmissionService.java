package org.rolewright.submission;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.rolewright.access.Permission;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.ConductService;
import org.rolewright.delivery.EvidenceService;
import org.rolewright.delivery.Sitting;
import org.rolewright.delivery.SittingId;
import org.rolewright.delivery.StoredEvent;
import org.rolewright.form.FormId;
import org.rolewright.identity.IdentityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.proctoring.IncidentService;

/** Sittings that are over, and the judging of answers that came too late. */
public final class SubmissionService {
  /** Sittings of which everything is read at once: some hundred events each. */
  private static final int AT_ONCE = 500;

  private final Database database;
  private final InstantSource clock;
  private final Sources sources;

  /** What is read from. */
  public record Sources(
      IdentityService identity,
      ConductService conduct,
      EvidenceService evidence,
      IncidentService incidents) {}

  public SubmissionService(Database database, InstantSource clock, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.sources = sources;
  }

  /** Sittings of a form that began and are over, as scoring gets them. */
  public List<SubmittedSitting> submitted(Tx tx, FormId form) {
    var begun =
        sources.evidence.closed(tx, form).stream()
            .filter(sitting -> sitting.times().startedAt().isPresent())
            .toList();
    var submitted = new ArrayList<SubmittedSitting>(begun.size());
    for (var from = 0; from < begun.size(); from += AT_ONCE)
      submitted.addAll(submitted(tx, begun.subList(from, Math.min(begun.size(), from + AT_ONCE))));
    return submitted;
  }

  private List<SubmittedSitting> submitted(Tx tx, List<Sitting> sittings) {
    var events = sources.evidence.events(tx, sittings);
    var adjustments = sources.conduct.adjustments(tx, sittings);
    return sittings.stream()
        .map(sitting ->
            SubmittedSitting.of(sitting, events.get(sitting.id()), adjustments.get(sitting.id())))
        .toList();
  }

  /** How many they are. */
  public int count(Tx tx, FormId form) {
    return sources.evidence.countClosed(tx, form);
  }

  /** Sittings of a window with answers that came too late, those with something to decide first. */
  public List<LateSitting> listLate(Actor actor, ExamWindowId window) {
    Permission.JUDGE_LATE_ANSWERS.require(actor);
    return database.transaction(tx -> {
      var sittings = sources.evidence.withLateAnswers(tx, window);
      var events = sources.evidence.events(tx, sittings);
      return sittings.stream()
          .map(sitting -> line(sitting, late(events.get(sitting.id()))))
          .sorted(Comparator.comparing((LateSitting one) -> one.open() == 0))
          .toList();
    });
  }

  private static LateSitting line(Sitting sitting, List<StoredEvent> late) {
    return new LateSitting(
        sitting.id().value(),
        sitting.plan().displayName(),
        sitting.closedAt().orElseThrow(),
        late.size(),
        (int) late.stream().filter(event -> event.decision().isEmpty()).count(),
        (int) late.stream().filter(StoredEvent::counts).count());
  }

  /** How the late answers of a sitting came; not what they say. */
  public LateAnswersView lateAnswers(Actor actor, SittingId id) {
    Permission.JUDGE_LATE_ANSWERS.require(actor);
    return database.transaction(tx -> view(tx, actor, over(tx, id)));
  }

  /** Lets late answers count, or not; somebody who proctored the sitting may not. */
  public LateAnswersView decide(Actor actor, SittingId id, LateDecisionInput input) {
    Permission.JUDGE_LATE_ANSWERS.require(actor);
    return database.transaction(tx -> {
      var sitting = over(tx, id);
      if (!mayDecide(tx, actor, sitting)) throw new Refusal.Conflict("proctorsDoNotJudge");
      var person = actor.person().orElseThrow(Refusal.NotSignedIn::new);
      var decision =
          new StoredEvent.Decision(input.admit(), person, input.reason(), clock.instant());
      sources.evidence.decide(tx, actor, id, new HashSet<>(input.answers()), decision);
      return view(tx, actor, sitting);
    });
  }

  private Sitting over(Tx tx, SittingId id) {
    var sitting = sources.conduct.sitting(tx, id);
    if (sitting.closedAt().isEmpty()) throw new Refusal.Conflict("examNotOver");
    return sitting;
  }

  private boolean mayDecide(Tx tx, Actor actor, Sitting sitting) {
    return actor
        .person()
        .filter(person -> !sources.incidents.conductors(tx, sitting).contains(person))
        .isPresent();
  }

  private LateAnswersView view(Tx tx, Actor actor, Sitting sitting) {
    var events = sources.evidence.events(tx, sitting);
    return new LateAnswersView(
        sitting.id().value(),
        sitting.plan().displayName(),
        sitting.times().startedAt().orElseThrow(),
        sitting.closedAt().orElseThrow(),
        sitting.times().reason().orElseThrow(),
        mayDecide(tx, actor, sitting),
        late(events).stream().map(event -> line(tx, event, events)).toList());
  }

  private LateAnswersView.Line line(Tx tx, StoredEvent late, List<StoredEvent> events) {
    return new LateAnswersView.Line(
        late.client(),
        late.seq(),
        late.item().orElse(0),
        late.typedAt(),
        late.receivedAt(),
        late.standing(),
        effect(late, events),
        late.decision()
            .map(known ->
                new LateAnswersView.Verdict(
                    known.admitted(),
                    known.reason(),
                    sources.identity.person(tx, known.person()).name(),
                    known.at())));
  }

  /** What letting it count does, beside the answers that count anyway. */
  private static String effect(StoredEvent late, List<StoredEvent> events) {
    Optional<StoredEvent> newest =
        events.stream()
            .filter(event -> event.answers() && event.counts() && event != late)
            .filter(event -> event.item().equals(late.item()))
            .reduce((_, later) -> later);
    if (newest.filter(event -> after(event, late)).isPresent()) return "nothing";
    return newest.flatMap(StoredEvent::value).isPresent() ? "replaces" : "adds";
  }

  private static boolean after(StoredEvent one, StoredEvent other) {
    return one.epoch() > other.epoch() || one.epoch() == other.epoch() && one.seq() > other.seq();
  }

  private static List<StoredEvent> late(List<StoredEvent> events) {
    return events.stream().filter(event -> event.answers() && !event.inTime()).toList();
  }
}
