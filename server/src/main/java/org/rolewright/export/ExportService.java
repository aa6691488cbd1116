package org.rolewright.export;

import java.util.Map;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.credential.CredentialService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.ScoringRunId;
import org.rolewright.scoring.ScoringService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Tables to be taken out; each taking is on the trail. */
public final class ExportService {
  private final Database database;
  private final AuditService audit;
  private final StudyService studies;
  private final ScoringService scoring;
  private final CredentialService credentials;

  public ExportService(
      Database database,
      AuditService audit,
      StudyService studies,
      ScoringService scoring,
      CredentialService credentials) {
    this.database = database;
    this.audit = audit;
    this.studies = studies;
    this.scoring = scoring;
    this.credentials = credentials;
  }

  /** Scores of a run, by sitting. */
  public DataFile scores(Actor actor, ScoringRunId run) {
    Permission.EXPORT_DATA.require(actor);
    return database.transaction(tx -> {
      var view = scoring.view(tx, run);
      var form = Subject.of("form", view.run().form().value());
      var scores = new ScoreTable(view, scoring.scores(tx, run));
      return taken(tx, actor, "export.scores", form, scores.file());
    });
  }

  /** Statistics of each form by calendar year. */
  public DataFile years(Actor actor, StudyId study) {
    Permission.EXPORT_DATA.require(actor);
    return database.transaction(tx -> {
      var years = new YearTable(scoring.years(tx, study));
      return taken(tx, actor, "export.years", of(tx, study), years.file());
    });
  }

  /** Issued certificates of a study. */
  public DataFile registry(Actor actor, StudyId study) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      var issued = new RegistryTable(credentials.listIssued(tx, study));
      return taken(tx, actor, "export.registry", of(tx, study), issued.file());
    });
  }

  private Subject of(Tx tx, StudyId study) {
    return Subject.of("study", studies.study(tx, study).id().value());
  }

  private DataFile taken(Tx tx, Actor actor, String action, Subject of, DataFile file) {
    var detail = Map.of("file", file.name(), "rows", file.rows().size());
    audit.record(tx, actor, action, of, detail);
    return file;
  }
}
