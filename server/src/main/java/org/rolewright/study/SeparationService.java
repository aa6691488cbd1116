package org.rolewright.study;

import java.time.InstantSource;
import java.util.Map;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationRepository.Setting;
import org.rolewright.study.SeparationRepository.StoredTrainer;

/** Keeps people who prepare candidates out of item content and standard setting. */
public final class SeparationService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final AccessService access;
  private final StudyService studies;
  private final SeparationRepository repository = new SeparationRepository();

  public SeparationService(
      Database database,
      InstantSource clock,
      AuditService audit,
      AccessService access,
      StudyService studies) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.access = access;
    this.studies = studies;
  }

  public Separation separation(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> separation(tx, study));
  }

  /**
   * Keeps them out, or lets them in for a written reason.
   *
   * @param version of the setting that the person had read, 0 for none
   */
  public Separation put(Actor actor, StudyId study, boolean barred, String reason, int version) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      if (!repository.put(tx, study, new Setting(barred, reason, version)))
        throw new Refusal.Stale();
      record(tx, actor, "study.separate", study, Map.of("barred", barred, "reason", reason));
      return separation(tx, study);
    });
  }

  public Separation declareTrainer(Actor actor, StudyId study, PersonId person, String note) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      repository.declare(tx, study, new StoredTrainer(person, note, clock.instant()), actor.name());
      record(tx, actor, "study.declareTrainer", study, Map.of("person", person));
      return separation(tx, study);
    });
  }

  /** Somebody else says that a person prepares candidates no more. */
  public Separation withdrawTrainer(Actor actor, StudyId study, PersonId person) {
    Permission.LEAD_STUDIES.require(actor);
    if (actor.person().filter(person::equals).isPresent())
      throw new Refusal.BrokenRule("trainersStayDeclaredByThemselves");
    return database.transaction(tx -> {
      if (repository.withdraw(tx, study, person))
        record(tx, actor, "study.withdrawTrainer", study, Map.of("person", person));
      return separation(tx, study);
    });
  }

  /**
   * Refuses somebody who prepares candidates, where the study keeps them out.
   *
   * @throws Refusal.Forbidden naming the rule
   */
  public void requireFree(Tx tx, Actor actor, StudyId study) {
    if (actor.person().isPresent() && isBarred(tx, actor.person().get(), study))
      throw new Refusal.Forbidden("trainersApart");
  }

  /** Whether somebody prepares candidates and the study keeps them out. */
  public boolean isBarred(Tx tx, PersonId person, StudyId study) {
    return repository.find(tx, study).map(Setting::barred).orElse(true)
        && isTrainer(tx, person, study);
  }

  /** Whether somebody prepares candidates, even where the study lets them in. */
  public boolean isTrainer(Tx tx, PersonId person, StudyId study) {
    return repository.isTrainer(tx, study, person);
  }

  private Separation separation(Tx tx, StudyId study) {
    var setting = repository.find(tx, study).orElse(new Setting(true, "", 0));
    var trainers =
        repository.trainers(tx, study).stream()
            .map(one ->
                new Separation.Trainer(
                    one.person(), access.name(tx, one.person()), one.note(), one.since()))
            .toList();
    return new Separation(setting.barred(), setting.reason(), setting.version(), trainers);
  }

  private void record(Tx tx, Actor actor, String action, StudyId study, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("study", study.value()), detail);
  }
}
