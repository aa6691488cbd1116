package org.rolewright.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.StoredEvent.Decision;
import org.rolewright.form.FormId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;

/** What is on record of sittings that are over, for the stages that come after. */
public final class EvidenceService {
  private final AuditService audit;
  private final SittingRepository sittings = new SittingRepository();
  private final AnswerRepository answers = new AnswerRepository();

  public EvidenceService(AuditService audit) {
    this.audit = audit;
  }

  /** One answer: the browser it comes from, and its number there. */
  public record AnswerId(UUID clientId, int seq) {}

  /** Sittings of a form that are over. */
  public List<Sitting> closed(Tx tx, FormId form) {
    return sittings.closed(tx, form);
  }

  /** How many sittings of a form began and are over. */
  public int countClosed(Tx tx, FormId form) {
    return sittings.countClosed(tx, form);
  }

  /** Whether one of these bookings led to a sitting that began and is over. */
  public boolean haveSat(Tx tx, List<BookingId> bookings) {
    return sittings.haveSat(tx, bookings);
  }

  /** Sittings of a window that are over and have late or misplaced answers. */
  public List<Sitting> withLateAnswers(Tx tx, ExamWindowId window) {
    return sittings.withLateAnswers(tx, window);
  }

  /** Everything a candidate did, in the order of (epoch, number). */
  public List<StoredEvent> events(Tx tx, Sitting sitting) {
    return answers.events(tx, sitting.number());
  }

  /** As {@link #events(Tx, Sitting)} of each sitting. */
  public Map<SittingId, List<StoredEvent>> events(Tx tx, List<Sitting> sittings) {
    var events = answers.events(tx, sittings.stream().map(Sitting::number).toList());
    return sittings.stream()
        .collect(
            Collectors.toMap(
                Sitting::id, sitting -> events.getOrDefault(sitting.number(), List.of())));
  }

  /**
   * Lets late answers count, or not; each is decided once. Said again by the same person it changes
   * nothing.
   */
  public void decide(Tx tx, Actor actor, SittingId id, Set<AnswerId> which, Decision decision) {
    var sitting =
        sittings.lock(tx, List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("sitting"));
    if (sitting.closedAt().isEmpty()) throw new Refusal.Conflict("examNotOver");
    var late =
        events(tx, sitting).stream()
            .filter(event -> event.answers() && !event.inTime())
            .collect(
                Collectors.toMap(event -> new AnswerId(event.client(), event.seq()), one -> one));
    if (!late.keySet().containsAll(which)) throw new Refusal.NotFound("lateAnswer");
    var open = which.stream().filter(one -> !said(late.get(one), decision)).toList();
    for (var one : open) answers.decide(tx, sitting.number(), one, decision);
    if (open.isEmpty()) return;
    audit.record(
        tx,
        actor,
        decision.admitted() ? "sitting.admitLate" : "sitting.refuseLate",
        Subject.of("sitting", id.value()),
        Map.of("reason", decision.reason(), "answers", open));
  }

  private static boolean said(StoredEvent event, Decision decision) {
    return event
        .decision()
        .filter(known ->
            known.admitted() == decision.admitted() && known.person().equals(decision.person()))
        .isPresent();
  }
}
