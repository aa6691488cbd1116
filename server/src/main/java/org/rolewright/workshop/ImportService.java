package org.rolewright.workshop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Takes statements in from files: shown first, then made exactly as shown. */
public final class ImportService {
  private final Database database;
  private final InstantSource clock;
  private final StudyService studies;
  private final AuditService audit;
  private final Texts texts;
  private final WorkshopRepository repository = new WorkshopRepository();

  private record Planned(ImportPlan plan, ImportPreview preview) {}

  public ImportService(
      Database database,
      InstantSource clock,
      StudyService studies,
      AuditService audit,
      Texts texts) {
    this.database = database;
    this.clock = clock;
    this.studies = studies;
    this.audit = audit;
    this.texts = texts;
  }

  /** What a file would change; nothing is stored. */
  public ImportPreview preview(Actor actor, StudyId study, ImportFile file) {
    Permission.WRITE_STATEMENTS.require(actor);
    return database.transaction(tx -> plan(tx, study, file).preview());
  }

  /**
   * Takes a file in, whole or not at all.
   *
   * @param hash of the preview that the person had seen
   */
  public ImportPreview take(Actor actor, StudyId study, ImportFile file, String hash) {
    Permission.WRITE_STATEMENTS.require(actor);
    return database.transaction(tx -> {
      repository.lockBoard(tx, study);
      var planned = plan(tx, study, file);
      if (planned.preview().refused()) throw refusal(planned.preview());
      if (!planned.preview().hash().equals(hash)) throw new Refusal.Stale();
      var now = clock.instant();
      planned.plan().steps().forEach(step -> apply(tx, study, actor, now, step));
      audit.record(
          tx,
          actor,
          "workshop.import",
          Subject.of("study", study.value()),
          Map.of("lines", planned.preview().rows().size(), "hash", hash));
      return planned.preview();
    });
  }

  private Planned plan(Tx tx, StudyId study, ImportFile file) {
    studies.study(tx, study);
    var board = repository.board(tx, study);
    var plan = ImportPlan.of(board, ImportLayout.lines(file.bytes(), domain(board, file)));
    var steps = plan.steps().stream().map(ImportStep::words).toList();
    var hash = Sha256.hex(Json.canonical(List.of(plan.rows(), steps)));
    return new Planned(plan, new ImportPreview(plan.rows(), hash));
  }

  /** Where tasks without a domain of their own go. */
  private String domain(Board board, ImportFile file) {
    return board
        .standingDomains()
        .filter(domain -> file.domain().filter(domain.id()::equals).isPresent())
        .map(Domain::title)
        .findFirst()
        .orElseGet(() -> texts.text(file.language(), "workshop.notYetSorted"));
  }

  private static Refusal refusal(ImportPreview preview) {
    return new Refusal.Malformed(
        preview.rows().stream()
            .flatMap(row ->
                row.fault().stream()
                    .map(fault ->
                        new Refusal.Fault("line " + row.line(), fault.key(), fault.values())))
            .toList());
  }

  private void apply(Tx tx, StudyId study, Actor actor, Instant now, ImportStep step) {
    switch (step) {
      case ImportStep.AddDomain(var domain) -> repository.insert(tx, study, domain);
      case ImportStep.AddStatement(var statement) -> {
        repository.insert(tx, study, statement);
        var first = new Wording(1, statement.text(), actor.name(), now);
        repository.insertWording(tx, statement.id(), first, actor);
      }
      case ImportStep.Reword(var id, var number, var text) -> {
        repository.insertWording(tx, id, new Wording(number, text, actor.name(), now), actor);
        repository.useWording(tx, id, number);
      }
      case ImportStep.Move(var task, var domain) -> repository.moveLast(tx, study, task, domain);
      case ImportStep.AddLink(var link) -> repository.link(tx, link);
    }
  }
}
