package org.rolewright.proctoring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.ConductService;
import org.rolewright.delivery.Sitting;
import org.rolewright.delivery.SittingId;
import org.rolewright.identity.IdentityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.proctoring.ProctoringRepository.Deed;

/** Irregularity reports, and what is on record of one sitting. */
public final class IncidentService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final IdentityService identity;
  private final ConductService conduct;
  private final ProctoringRepository repository = new ProctoringRepository();

  public IncidentService(
      Database database,
      InstantSource clock,
      AuditService audit,
      IdentityService identity,
      ConductService conduct) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.identity = identity;
    this.conduct = conduct;
  }

  /** Time that was given to a sitting. */
  public record AdjustmentView(String kind, long ms, Instant from, Instant until, String reason) {}

  /** Everything on record of a sitting but what was answered. */
  public record RecordView(
      UUID sittingId,
      String name,
      String state,
      Optional<Instant> startedAt,
      Optional<Instant> closedAt,
      List<AdjustmentView> adjustments,
      List<ConductService.DeviceView> devices,
      List<Incident> incidents) {}

  /** Reports; the same identity again is the next version of the report. */
  public List<Incident> report(Actor actor, ExamWindowId window, UUID id, IncidentInput input) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(tx -> {
      for (var sitting : input.sittingId().stream().toList())
        if (!conduct.sitting(tx, sitting).window().equals(window))
          throw new Refusal.NotFound("sitting");
      var person = actor.person().orElseThrow(Refusal.NotSignedIn::new);
      repository.insert(tx, window, id, input, new Deed(person, clock.instant()));
      audit.record(
          tx,
          actor,
          "proctoring.reportIncident",
          Subject.of("incident", id),
          Map.of("category", input.category(), "severity", input.severity()));
      return incidents(tx, window);
    });
  }

  public List<Incident> listIncidents(Actor actor, ExamWindowId window) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(tx -> incidents(tx, window));
  }

  public RecordView sitting(Actor actor, SittingId id) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(tx -> {
      var sitting = conduct.sitting(tx, id);
      return new RecordView(
          id.value(),
          sitting.plan().displayName(),
          sitting.state().code(),
          sitting.times().startedAt(),
          sitting.closedAt(),
          conduct.adjustments(tx, id).stream()
              .map(one ->
                  new AdjustmentView(
                      one.kind().name().toLowerCase(java.util.Locale.ROOT),
                      one.added().toMillis(),
                      one.from(),
                      one.until(),
                      one.reason()))
              .toList(),
          conduct.devices(tx, id),
          incidents(tx, sitting.window()).stream()
              .filter(incident -> incident.sittingId().filter(id.value()::equals).isPresent())
              .toList());
    });
  }

  /** Who had a hand in a sitting or in its room. */
  public Set<PersonId> conductors(Tx tx, Sitting sitting) {
    return repository.conductors(
        tx, new ProctoringRepository.Scene(sitting.window(), sitting.admission(), sitting.id()));
  }

  /** In what exams somebody had a hand. */
  public Hand hand(Tx tx, PersonId person) {
    return repository.hand(tx, person);
  }

  private List<Incident> incidents(Tx tx, ExamWindowId window) {
    return repository.incidents(tx, window).stream()
        .map(entry -> named(entry.getKey(), identity.person(tx, entry.getValue()).name()))
        .toList();
  }

  private static Incident named(Incident incident, String reportedBy) {
    return new Incident(
        incident.id(),
        incident.version(),
        incident.sittingId(),
        incident.category(),
        incident.severity(),
        incident.text(),
        incident.statement(),
        incident.outcome(),
        reportedBy,
        incident.at());
  }
}
