package org.rolewright.itemwriting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.access.PersonView;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.item.ContentRules;
import org.rolewright.item.ItemContent;
import org.rolewright.itembank.DraftService;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;

/** What writers are helped with. */
public final class WritingService {
  /** From this share of common trigrams on, two items are shown as alike. */
  private static final double ALIKE = 0.45;

  private static final EnumSet<ItemState> STANDING =
      EnumSet.complementOf(EnumSet.of(ItemState.RETIRED));

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Sources sources;
  private final AssignmentRepository repository = new AssignmentRepository();

  /** What the service builds upon. */
  public record Sources(
      AccessService access,
      SeparationService separation,
      BlueprintService blueprints,
      ItembankService bank,
      DraftService drafts) {}

  /** An item that says nearly the same; its text is open to those who may read the item. */
  public record Alike(ItemVersion version, double likeness, boolean readable) {}

  public WritingService(
      Database database, InstantSource clock, AuditService audit, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.sources = sources;
  }

  /** What an editor would say of an unsaved text. */
  public List<Finding> review(Actor actor, StudyId study, ItemContent content) {
    Permission.WRITE_ITEMS.require(actor);
    database.run(tx -> sources.separation().requireFree(tx, actor, study));
    return FlawRules.review(content);
  }

  /** What an editor would say of the items that stand. */
  public BankReading review(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> BankReading.of(standing(tx, actor, study)));
  }

  /** Items that say nearly what an unsaved text says. */
  public List<Alike> listAlike(
      Actor actor, StudyId study, ItemContent content, Optional<ItemId> but) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      sources.separation().requireFree(tx, actor, study);
      return sources.bank().listAlike(tx, study, ContentRules.words(content), ALIKE).stream()
          .filter(one -> but.filter(one.item()::equals).isEmpty())
          .map(one -> alike(actor, sources.bank().version(tx, one.version()), one.likeness()))
          .toList();
    });
  }

  private static Alike alike(Actor actor, ItemVersion version, double likeness) {
    boolean readable =
        Permission.LEAD_STUDIES.granted(actor) || actor.person().filter(version::isBy).isPresent();
    return new Alike(version, likeness, readable);
  }

  /** How well the bank fills the blueprint in force. */
  public Coverage coverage(Actor actor, StudyId study, int forms) {
    Permission.READ_BANK.require(actor);
    return database.transaction(tx ->
        Coverage.of(
            sources.blueprints().cells(tx, study),
            forms,
            versions(tx, study),
            repository.ofStudy(tx, study)));
  }

  /** All assignments for those who lead, one's own for writers. */
  public List<AssignmentView> listAssignments(Actor actor, StudyId study) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var newest = Coverage.newest(versions(tx, study));
      return repository.ofStudy(tx, study).stream()
          .filter(one ->
              Permission.LEAD_STUDIES.granted(actor)
                  || actor.person().filter(one.person()::equals).isPresent())
          .map(one -> view(tx, one, newest))
          .toList();
    });
  }

  /** Who can be asked for items. */
  public List<PersonView> listWriters(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> writers(tx, study));
  }

  private List<PersonView> writers(Tx tx, StudyId study) {
    return sources.access().listPeopleWho(tx, Permission.WRITE_ITEMS).stream()
        .filter(person -> !sources.separation().isBarred(tx, person.id(), study))
        .toList();
  }

  /** Asks somebody for items, or changes what was asked. */
  public AssignmentView assign(
      Actor actor, StudyId study, AssignmentId id, AssignmentInput input, int revision) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      requireWriter(tx, study, input.person());
      var cells = sources.blueprints().cells(tx, study);
      var before = repository.lock(tx, study, id);
      if (before.map(Assignment::revision).orElse(0) != revision) throw new Refusal.Stale();
      var after = assignment(id, input, cells, before);
      var by = actor.person().orElseThrow(Refusal.NotSignedIn::new);
      if (before.isPresent()) repository.update(tx, after);
      else repository.insert(tx, study, after, by);
      audit.record(
          tx,
          actor,
          "itemwriting.assign",
          Subject.of("writingAssignment", id.value()),
          Map.of(
              "person", after.person().value(),
              "task", after.task().value(),
              "count", after.count(),
              "dueOn", after.dueOn()));
      return view(tx, after, Coverage.newest(versions(tx, study)));
    });
  }

  /** Takes an assignment back; what was written stays. */
  public void withdraw(Actor actor, StudyId study, AssignmentId id) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      var found =
          repository
              .lock(tx, study, id)
              .orElseThrow(() -> new Refusal.NotFound("writingAssignment"));
      if (found.withdrawn()) return;
      repository.withdraw(tx, id, clock.instant());
      audit.record(
          tx, actor, "itemwriting.withdraw", Subject.of("writingAssignment", id.value()), Map.of());
    });
  }

  /** The items that stand, as a table with keys. */
  public DataFile export(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var items = standing(tx, actor, study);
      audit.record(
          tx,
          actor,
          "itemwriting.export",
          Subject.of("study", study.value()),
          Map.of("items", items.size()));
      return new ItemSheet(sources.blueprints().cells(tx, study)).of(items);
    });
  }

  /** What a table would bring in; nothing is stored. */
  public ItemImport preview(Actor actor, StudyId study, byte[] file) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> read(tx, actor, study, file));
  }

  /**
   * Takes a table in, whole or not at all.
   *
   * @param hash of the preview that the person had seen
   */
  public ItemImport take(Actor actor, StudyId study, byte[] file, String hash) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var read = read(tx, actor, study, file);
      if (!read.hash().equals(hash)) throw new Refusal.Stale();
      if (read.refused()) throw new Refusal.BrokenRule("itemSheetHasErrors");
      for (var draft : read.drafts())
        sources.drafts().create(tx, actor, study, new ItemId(UUID.randomUUID()), draft);
      audit.record(
          tx,
          actor,
          "itemwriting.import",
          Subject.of("study", study.value()),
          Map.of("items", read.drafts().size(), "hash", hash));
      return read;
    });
  }

  private ItemImport read(Tx tx, Actor actor, StudyId study, byte[] file) {
    var items = standing(tx, actor, study);
    return ItemImport.of(file, sources.blueprints().cells(tx, study), items);
  }

  /** The newest version of each item that is not retired; not for who prepares candidates. */
  private List<ItemVersion> standing(Tx tx, Actor actor, StudyId study) {
    sources.separation().requireFree(tx, actor, study);
    return Coverage.newest(sources.bank().versions(tx, study, STANDING));
  }

  private List<ItemVersion> versions(Tx tx, StudyId study) {
    return sources.bank().versions(tx, study, EnumSet.allOf(ItemState.class));
  }

  private void requireWriter(Tx tx, StudyId study, PersonId person) {
    if (writers(tx, study).stream().noneMatch(writer -> writer.id().equals(person)))
      throw new Refusal.BrokenRule("writingNeedsAWriter");
  }

  private Assignment assignment(
      AssignmentId id, AssignmentInput input, BlueprintCells cells, Optional<Assignment> before) {
    if (cells.domainOf(input.task()).isEmpty())
      throw new Refusal.BrokenRule("a_writing_assignment_is_for_a_cell_of_a_blueprint");
    return new Assignment(
        id,
        input.person(),
        cells.blueprint(),
        input.task(),
        input.count(),
        input.dueOn(),
        input.note().orElse(""),
        before.map(one -> one.revision() + 1).orElse(1),
        before
            .map(Assignment::assignedAt)
            .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS)),
        false);
  }

  private AssignmentView view(Tx tx, Assignment one, List<ItemVersion> newest) {
    var cells = sources.blueprints().cells(tx, one.blueprint());
    return AssignmentView.of(
        one,
        sources.access().name(tx, one.person()),
        cells,
        newest,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
