package org.rolewright.blueprint;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.analysis.AnalysisService;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintRepository.Mark;
import org.rolewright.blueprint.BlueprintRepository.Stored;
import org.rolewright.blueprint.BlueprintRepository.StoredAdjustment;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;
import org.rolewright.workshop.WorkshopService;

/** Blueprints from proposal to adoption. */
public final class BlueprintService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final AccessService access;
  private final StudyService studies;
  private final WorkshopService workshops;
  private final AnalysisService analyses;
  private final BlueprintRepository repository = new BlueprintRepository();

  /** What the service builds upon. */
  public record Sources(
      AccessService access,
      StudyService studies,
      WorkshopService workshops,
      AnalysisService analyses) {}

  public BlueprintService(
      Database database, InstantSource clock, AuditService audit, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    access = sources.access();
    studies = sources.studies();
    workshops = sources.workshops();
    analyses = sources.analyses();
  }

  /** Makes a draft from an analysis: weights by the plan's rule, items by largest remainder. */
  public Blueprint propose(Actor actor, AnalysisRunId runId, int testLength) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var run = analyses.run(tx, runId);
      var choices = Choices.of(testLength);
      var draft =
          new Stored(
              new BlueprintId(UUID.randomUUID()),
              run.study(),
              runId,
              repository.nextVersion(tx, run.study()),
              1,
              Blueprint.State.DRAFT,
              choices,
              OutlineRules.outline(run, choices),
              mark(actor),
              Optional.empty(),
              Optional.empty());
      repository.insert(tx, draft);
      record(tx, actor, "blueprint.propose", draft, Map.of("testLength", testLength));
      return whole(tx, draft);
    });
  }

  /** What a change would lead to; nothing is stored. */
  public Outline tryChange(Actor actor, BlueprintId id, Change change) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> changed(tx, stored(tx, id), change, mark(actor)).outline());
  }

  /** Changes a draft, for a written reason. */
  public Blueprint change(Actor actor, BlueprintId id, int revision, ReasonedChange wish) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var before = draft(tx, id, revision);
      var after = changed(tx, before, wish.change(), mark(actor));
      var words = ChangeWords.of(wish.change(), before.outline(), after.outline());
      int number = repository.adjustments(tx, id).size() + 1;
      repository.change(tx, after);
      repository.insert(
          tx,
          id,
          new StoredAdjustment(
              number, wish.change().kind(), words, wish.reason(), after.proposed()));
      record(
          tx,
          actor,
          "blueprint.change",
          after,
          Map.of(
              "kind", wish.change().kind(),
              "subject", words.subject(),
              "before", words.before(),
              "after", words.after(),
              "reason", wish.reason()));
      return whole(tx, after);
    });
  }

  private Stored changed(Tx tx, Stored before, Change change, Mark by) {
    var choices = before.choices().with(change);
    var outline = OutlineRules.outline(analyses.run(tx, before.run()), choices);
    ChangeWords.of(change, before.outline(), outline);
    return new Stored(
        before.id(),
        before.study(),
        before.run(),
        before.version(),
        before.revision() + 1,
        before.state(),
        choices,
        outline,
        by,
        Optional.empty(),
        Optional.empty());
  }

  /** Makes a draft binding; never by the person who proposed it or changed it last. */
  public Blueprint adopt(Actor actor, BlueprintId id, int revision) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var draft = draft(tx, id, revision);
      var hash = Sha256.hex(Json.canonical(draft.outline()));
      repository.adopt(tx, id, mark(actor), hash);
      repository.insertCells(tx, cells(tx, draft));
      record(tx, actor, "blueprint.adopt", draft, Map.of("hash", hash));
      return blueprint(tx, id);
    });
  }

  /** Gives a draft up. */
  public void withdraw(Actor actor, BlueprintId id, int revision) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      var draft = draft(tx, id, revision);
      repository.withdraw(tx, id, mark(actor).at());
      record(tx, actor, "blueprint.withdraw", draft, Map.of());
    });
  }

  public Blueprint blueprint(Actor actor, BlueprintId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> blueprint(tx, id));
  }

  /** Versions of a study, the newest first. */
  public List<BlueprintSummary> listBlueprints(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return listBlueprints(tx, study);
    });
  }

  /** The content outline of the version in force, for everybody. */
  public ContentOutline contentOutline(Actor visitor, StudyId study) {
    return database.transaction(tx -> {
      var owner = studies.view(tx, study).programme().owner();
      return new ContentOutline(studies.study(tx, study), owner, adopted(tx, study));
    });
  }

  /** The version in force. */
  public Blueprint adopted(Tx tx, StudyId study) {
    return findAdopted(tx, study).orElseThrow(() -> new Refusal.NotFound("outline"));
  }

  public Optional<Blueprint> findAdopted(Tx tx, StudyId study) {
    return repository.adopted(tx, study).stream().findFirst().map(found -> whole(tx, found));
  }

  /** What items can be written for, by the version in force. */
  public BlueprintCells cells(Tx tx, StudyId study) {
    return repository.adopted(tx, study).stream()
        .findFirst()
        .map(found -> cells(tx, found))
        .orElseThrow(() -> new Refusal.NotFound("outline"));
  }

  /** What items can be written for, by an adopted version. */
  public BlueprintCells cells(Tx tx, BlueprintId id) {
    var found = stored(tx, id);
    if (found.state() != Blueprint.State.ADOPTED) throw new Refusal.NotFound("outline");
    return cells(tx, found);
  }

  private BlueprintCells cells(Tx tx, Stored blueprint) {
    var list = workshops.published(tx, analyses.run(tx, blueprint.run()).taskList());
    return BlueprintCells.of(blueprint.id(), blueprint.version(), blueprint.outline(), list);
  }

  public Blueprint blueprint(Tx tx, BlueprintId id) {
    return whole(tx, stored(tx, id));
  }

  public List<BlueprintSummary> listBlueprints(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream()
        .map(one ->
            new BlueprintSummary(
                one.id(),
                one.run(),
                one.version(),
                one.state(),
                one.outline().testLength(),
                one.proposed().at(),
                one.adopted().map(Mark::at)))
        .toList();
  }

  private Stored stored(Tx tx, BlueprintId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("blueprint"));
  }

  private Stored draft(Tx tx, BlueprintId id, int revision) {
    var found = repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("blueprint"));
    if (found.state() != Blueprint.State.DRAFT) throw new Refusal.Conflict("notADraft");
    if (found.revision() != revision) throw new Refusal.Stale();
    return found;
  }

  private Blueprint whole(Tx tx, Stored stored) {
    var adjustments =
        repository.adjustments(tx, stored.id()).stream()
            .map(one ->
                new Blueprint.Adjustment(
                    one.number(),
                    one.kind(),
                    one.words().subject(),
                    one.words().before(),
                    one.words().after(),
                    one.reason(),
                    signature(tx, one.made())))
            .toList();
    return new Blueprint(
        stored.id(),
        stored.study(),
        stored.run(),
        stored.version(),
        stored.revision(),
        stored.state(),
        stored.outline(),
        adjustments,
        signature(tx, stored.proposed()),
        stored.adopted().map(mark -> signature(tx, mark)),
        stored.hash());
  }

  private Blueprint.Signature signature(Tx tx, Mark mark) {
    return new Blueprint.Signature(mark.person(), access.name(tx, mark.person()), mark.at());
  }

  /** A blueprint is signed by people; the program cannot. */
  private Mark mark(Actor actor) {
    return new Mark(
        actor.person().orElseThrow(Refusal.NotSignedIn::new),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void record(Tx tx, Actor actor, String action, Stored blueprint, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("blueprint", blueprint.id().value()), detail);
  }
}
