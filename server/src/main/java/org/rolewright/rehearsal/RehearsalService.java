package org.rolewright.rehearsal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.form.FormService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;

/** Rehearses exam windows, and publishes those that pass. */
public final class RehearsalService {
  /** What is shown of a rehearsal that failed; there may be one for each seat. */
  private static final int MOST_FINDINGS = 200;

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final CandidacyService candidacies;
  private final FormService forms;
  private final RehearsalRepository repository = new RehearsalRepository();

  public RehearsalService(
      Database database,
      InstantSource clock,
      AuditService audit,
      CandidacyService candidacies,
      FormService forms) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.candidacies = candidacies;
    this.forms = forms;
  }

  /** How an exam shall be given. */
  public record PublicationInput(boolean proctored, int lateStartMinutes) {}

  /** A window's publication, where it is published, and its newest rehearsal. */
  public record Standing(Optional<Publication> publication, Optional<Rehearsal> rehearsal) {}

  /** Tries a window out; keeps and returns what was found. */
  public Rehearsal rehearse(Actor actor, ExamWindowId window, int lateStartMinutes) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> rehearse(tx, actor, window, lateStartMinutes));
  }

  /** How a window stands. */
  public Standing standing(Actor actor, ExamWindowId window) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(
        tx -> new Standing(repository.findPublication(tx, window), repository.newest(tx, window)));
  }

  /**
   * Rehearses, and lets candidates book where nobody would lose time. A rehearsal that fails is
   * kept, and the window stays as it is.
   */
  public Standing publish(Actor actor, ExamWindowId window, PublicationInput input) {
    Permission.SCHEDULE_EXAMS.require(actor);
    var before = database.transaction(tx -> candidacies.window(tx, window));
    var rehearsal =
        database.transaction(tx -> rehearse(tx, actor, window, input.lateStartMinutes()));
    if (!rehearsal.findings().isEmpty())
      throw new Refusal.BrokenRule("rehearsalFailed", Map.of("count", rehearsal.findings().size()));
    return database.transaction(tx -> {
      if (candidacies.window(tx, window).version() != before.version()) throw new Refusal.Stale();
      candidacies.publishWindow(tx, actor, window);
      var publication = new Publication(window, input.proctored(), input.lateStartMinutes());
      repository.insert(tx, publication, rehearsal);
      audit.record(
          tx,
          actor,
          "rehearsal.publish",
          Subject.of("examWindow", window.value()),
          Map.of("proctored", input.proctored(), "lateStartMinutes", input.lateStartMinutes()));
      return new Standing(Optional.of(publication), Optional.of(rehearsal));
    });
  }

  /** Rehearses what is published and still to come again: bookings and accommodations change. */
  public void rehearsePublished(Actor program) {
    Permission.SCHEDULE_EXAMS.require(program);
    for (var id : database.transaction(repository::published))
      database.run(tx -> {
        var late = publication(tx, id).lateStartMinutes();
        if (candidacies.window(tx, id).closesAt().isAfter(clock.instant()))
          rehearse(tx, program, id, late);
      });
  }

  /** All windows that are published. */
  public List<ExamWindowId> listPublished(Tx tx) {
    return repository.published(tx);
  }

  /** How the exam of a window is given; nobody is let in without. */
  public Publication publication(Tx tx, ExamWindowId window) {
    return repository
        .findPublication(tx, window)
        .orElseThrow(() -> new Refusal.Conflict("examNotPublished"));
  }

  private Rehearsal rehearse(Tx tx, Actor actor, ExamWindowId id, int lateStartMinutes) {
    var form =
        forms.published(
            tx,
            candidacies
                .window(tx, id)
                .form()
                .orElseThrow(() -> new Refusal.BrokenRule("windowWithoutForm")));
    var admissions = new ArrayList<>(candidacies.listPossibleAdmissions(tx, id));
    if (repository.findPublication(tx, id).isPresent())
      admissions.addAll(candidacies.listAdmissions(tx, id));
    var findings = new ArrayList<Finding>();
    var schedules = 0;
    for (var admission : admissions) {
      var run = new DryRun(form, admission, Duration.ofMinutes(lateStartMinutes)).run();
      findings.addAll(run.findings());
      schedules += run.schedules();
    }
    var rehearsal =
        new Rehearsal(
            UUID.randomUUID(),
            id,
            form.checksum(),
            lateStartMinutes,
            admissions.size(),
            schedules,
            List.copyOf(findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))),
            clock.instant());
    repository.insert(tx, rehearsal);
    audit.record(
        tx,
        actor,
        "rehearsal.rehearse",
        Subject.of("examWindow", id.value()),
        Map.of("candidates", admissions.size(), "findings", findings.size()));
    return rehearsal;
  }
}
