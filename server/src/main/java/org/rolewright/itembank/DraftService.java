package org.rolewright.itembank;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.item.ContentCleaning;
import org.rolewright.item.ContentCleaning.Notice;
import org.rolewright.item.ContentRules;
import org.rolewright.item.Difference;
import org.rolewright.item.ItemContent;
import org.rolewright.library.LibraryService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.DomainId;

/** Writes items: drafts, and the next version of what is fixed. */
public final class DraftService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final SeparationService separation;
  private final BlueprintService blueprints;
  private final LibraryService library;
  private final ItembankService bank;
  private final ItemRepository repository = new ItemRepository();

  /** A version as stored, with what was taken out of its texts. */
  public record Edited(ItemVersion version, List<Notice> notices) {}

  /** What was stored meanwhile, and where an unsaved text differs from it. */
  public record Comparison(ItemVersion version, List<Difference> differences) {}

  public DraftService(
      Database database,
      InstantSource clock,
      AuditService audit,
      ItembankService.Sources sources,
      ItembankService bank) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    separation = sources.separation();
    blueprints = sources.blueprints();
    library = sources.library();
    this.bank = bank;
  }

  /** What items can be written for: the cells of the blueprint in force. */
  public BlueprintCells cells(Actor actor, StudyId study) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> blueprints.cells(tx, study));
  }

  /** Cleans an unsaved text; nothing is stored. */
  public ContentCleaning clean(Actor actor, StudyId study, ItemContent written) {
    Permission.WRITE_ITEMS.require(actor);
    database.run(tx -> separation.requireFree(tx, actor, study));
    return ContentCleaning.of(written);
  }

  /** Begins an item; sending it twice changes nothing. */
  public Edited create(Actor actor, StudyId study, ItemId id, ItemDraft draft) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> create(tx, actor, study, id, draft));
  }

  /** As {@link #create(Actor, StudyId, ItemId, ItemDraft)}, inside the caller's transaction. */
  public Edited create(Tx tx, Actor actor, StudyId study, ItemId id, ItemDraft draft) {
    separation.requireFree(tx, actor, study);
    repository.lockBank(tx, study);
    var there = repository.ofItem(tx, id);
    if (!there.isEmpty()) return already(tx, actor, there);
    var cleaned = cleaned(tx, study, draft);
    var code = draft.code().orElseGet(() -> repository.nextCode(tx, study));
    var first = version(tx, actor, new Place(id, study, code), cleaned.draft());
    repository.insertItem(tx, first);
    store(tx, actor, first, "itembank.create");
    return new Edited(bank.version(tx, first.id()), cleaned.notices());
  }

  private Edited already(Tx tx, Actor actor, List<ItemVersion> versions) {
    return new Edited(bank.readable(tx, actor, versions.getFirst().id()), List.of());
  }

  /**
   * Writes a draft anew.
   *
   * @param revision that the writer had read
   * @throws Refusal.Stale when somebody else wrote meanwhile; both texts are kept
   */
  public Edited edit(Actor actor, ItemVersionId id, ItemDraft draft, int revision) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      bank.readable(tx, actor, id);
      var before = bank.lock(tx, id);
      if (before.state() != ItemState.DRAFT)
        throw new Refusal.BrokenRule("only_a_draft_of_an_item_changes");
      if (before.revision() != revision) throw new Refusal.Stale();
      var cleaned = cleaned(tx, before.study(), draft);
      var after = before.rewritten(cleaned.draft(), domain(tx, cleaned.draft()), actor, now());
      repository.update(tx, after, ContentRules.words(after.content()));
      save(tx, actor, after);
      record(tx, actor, "itembank.edit", after, Map.of("revision", after.revision()));
      return new Edited(bank.version(tx, id), cleaned.notices());
    });
  }

  /** Where an unsaved text differs from what is stored. */
  public Comparison compare(Actor actor, ItemVersionId id, ItemDraft unsaved) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var stored = bank.readable(tx, actor, id);
      var cleaned = unsaved.with(ContentCleaning.of(unsaved.content()).content());
      return new Comparison(stored, stored.draft().differences(cleaned));
    });
  }

  /** Begins the next version of an item with the text of this one or an earlier one. */
  public ItemVersion renew(Actor actor, ItemId item, ItemVersionId from, String reason) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var source = bank.readable(tx, actor, from);
      if (!source.item().equals(item)) throw new Refusal.NotFound("itemVersion");
      repository.lockBank(tx, source.study());
      int number = repository.ofItem(tx, item).getFirst().number() + 1;
      var place = new Place(item, source.study(), source.code(), number, reason);
      var next = version(tx, actor, place, source.draft());
      store(tx, actor, next, "itembank.renew");
      return bank.version(tx, next.id());
    });
  }

  /** Where a version stands in the bank, and why it is begun. */
  private record Place(ItemId item, StudyId study, String code, int number, String reason) {
    Place(ItemId item, StudyId study, String code) {
      this(item, study, code, 1, "");
    }
  }

  private record Cleaned(ItemDraft draft, List<Notice> notices) {}

  private Cleaned cleaned(Tx tx, StudyId study, ItemDraft draft) {
    var cleaned = ContentCleaning.of(draft.content());
    library.requirePictures(tx, study, cleaned.assets());
    requireOwnStimulus(tx, study, draft);
    return new Cleaned(draft.with(cleaned.content()), cleaned.notices());
  }

  private void requireOwnStimulus(Tx tx, StudyId study, ItemDraft draft) {
    draft
        .stimulus()
        .map(one -> library.stimulus(tx, one))
        .filter(one -> !one.study().equals(study))
        .ifPresent(_ -> {
          throw new Refusal.NotFound("stimulus");
        });
    if (!blueprints.blueprint(tx, draft.blueprint()).study().equals(study))
      throw new Refusal.NotFound("blueprint");
  }

  private ItemVersion version(Tx tx, Actor actor, Place place, ItemDraft draft) {
    var now = now();
    return new ItemVersion(
        new ItemVersionId(UUID.randomUUID()),
        place.item(),
        place.study(),
        place.code(),
        place.number(),
        1,
        ItemState.DRAFT,
        draft.blueprint(),
        draft.task(),
        domain(tx, draft),
        draft.level(),
        List.copyOf(draft.ksas()),
        draft.content(),
        draft.references(),
        draft.stimulus(),
        "",
        Author.of(actor),
        now,
        Author.of(actor),
        now,
        place.reason(),
        Optional.empty());
  }

  private DomainId domain(Tx tx, ItemDraft draft) {
    return blueprints
        .cells(tx, draft.blueprint())
        .domainOf(draft.task())
        .orElseThrow(() -> new Refusal.BrokenRule("an_item_measures_a_cell_of_a_blueprint"));
  }

  private void store(Tx tx, Actor actor, ItemVersion version, String action) {
    repository.insert(tx, version, ContentRules.words(version.content()));
    save(tx, actor, version);
    record(
        tx,
        actor,
        action,
        version,
        Map.of("code", version.code(), "number", version.number(), "reason", version.reason()));
  }

  private void save(Tx tx, Actor actor, ItemVersion version) {
    var text = new SavedText(version.revision(), actor.name(), now(), version.draft());
    repository.save(tx, version.id(), version.revision(), text);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(
      Tx tx, Actor actor, String action, ItemVersion version, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("itemVersion", version.id().value()), detail);
  }
}
