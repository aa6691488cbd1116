package org.rolewright.lineage;

import java.util.Map;
import java.util.OptionalInt;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.credential.CredentialService;
import org.rolewright.itembank.ItemId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;
import org.rolewright.workshop.TaskId;

/** Follows items back to the work they measure, and tasks forward to their items. */
public final class LineageService {
  private final Database database;
  private final AuditService audit;
  private final StudyService studies;
  private final CredentialService credentials;
  private final CertificateChain chain;
  private final LineageRepository repository = new LineageRepository();

  public LineageService(
      Database database,
      AuditService audit,
      StudyService studies,
      CredentialService credentials,
      CertificateChain chain) {
    this.database = database;
    this.audit = audit;
    this.studies = studies;
    this.credentials = credentials;
    this.chain = chain;
  }

  /** The whole study: what stands behind each task, and what stands alone. */
  public StudyLineage study(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return StudyLineage.of(repository.ofStudy(tx, study));
    });
  }

  /** A task of the newest blueprint that has it. */
  public TaskLineage task(Actor actor, StudyId study, TaskId task) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      var rows = repository.ofTask(tx, study, task);
      if (rows.isEmpty()) throw new Refusal.NotFound("task");
      var newest = rows.getFirst().origin();
      return TaskLineage.of(rows.stream().filter(row -> row.origin().equals(newest)).toList());
    });
  }

  /**
   * A certificate, back to the words of the panel; that it was followed is on the trail.
   *
   * @param number as typed
   */
  public CertificateLineage certificate(Actor actor, StudyId study, String number) {
    Permission.TRACE_CERTIFICATES.require(actor);
    return database.transaction(tx -> {
      var one = credentials.issued(tx, study, number);
      var lineage = chain.of(tx, one, versions -> repository.ofVersions(tx, study, versions));
      var subject = Subject.of("certificate", one.id().value());
      audit.record(tx, actor, "lineage.followCertificate", subject, Map.of());
      return lineage;
    });
  }

  /**
   * An item.
   *
   * @param version its number; the newest where none is named
   */
  public ItemLineage item(Actor actor, StudyId study, ItemId item, OptionalInt version) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return ItemLineage.of(study, repository.ofItem(tx, study, item), version);
    });
  }
}
