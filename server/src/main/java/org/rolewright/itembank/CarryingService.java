package org.rolewright.itembank;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.item.ContentRules;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;

/** Brings items of an earlier blueprint to the one in force. */
public final class CarryingService {
  private static final EnumSet<ItemState> LIVING =
      EnumSet.complementOf(EnumSet.of(ItemState.RETIRED));

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final SeparationService separation;
  private final BlueprintService blueprints;
  private final ItemRepository repository = new ItemRepository();
  private final UseRepository uses = new UseRepository();

  public CarryingService(
      Database database, InstantSource clock, AuditService audit, ItembankService.Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    separation = sources.separation();
    blueprints = sources.blueprints();
  }

  /** What would be carried, and what would be left. */
  public Carrying preview(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> carrying(tx, actor, study));
  }

  /**
   * Carries what can be carried.
   *
   * @param blueprint that the person had seen
   * @param reason kept with every next version
   * @return what was left
   * @throws Refusal.Stale when another blueprint is in force by now
   */
  public Carrying carry(Actor actor, StudyId study, BlueprintId blueprint, String reason) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      repository.lockBank(tx, study);
      var carrying = carrying(tx, actor, study);
      if (!carrying.blueprint().equals(blueprint)) throw new Refusal.Stale();
      for (var one : carrying.ready()) carry(tx, actor, one, blueprint, reason);
      return carrying(tx, actor, study);
    });
  }

  private Carrying carrying(Tx tx, Actor actor, StudyId study) {
    separation.requireFree(tx, actor, study);
    return Carrying.of(blueprints.cells(tx, study), repository.inStates(tx, study, LIVING));
  }

  private void carry(Tx tx, Actor actor, Carrying.Ready one, BlueprintId blueprint, String reason) {
    var before = repository.lock(tx, one.version()).orElseThrow();
    if (before.state() == ItemState.DRAFT) rewrite(tx, actor, before.carried(blueprint));
    else next(tx, actor, before, blueprint, reason);
  }

  /** A draft goes on as a draft of its author's. */
  private void rewrite(Tx tx, Actor actor, ItemVersion after) {
    repository.update(tx, after, ContentRules.words(after.content()));
    var text = new SavedText(after.revision(), actor.name(), now(), after.draft());
    repository.save(tx, after.id(), after.revision(), text);
    record(tx, actor, after, Map.of("blueprint", after.blueprint()));
  }

  /** The next version says the same, stands where the one before stands, and has its past. */
  private void next(Tx tx, Actor actor, ItemVersion before, BlueprintId blueprint, String reason) {
    int number = repository.ofItem(tx, before.item()).getFirst().number() + 1;
    var after =
        before.carried(blueprint, new ItemVersionId(UUID.randomUUID()), number, now(), reason);
    repository.insert(tx, after, ContentRules.words(after.content()));
    repository.move(tx, after.id(), before.state());
    uses.inherit(tx, before.id(), after.id());
    record(
        tx,
        actor,
        after,
        Map.of(
            "blueprint", blueprint,
            "from", before.id(),
            "number", number,
            "state", before.state().code(),
            "reason", reason));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, ItemVersion version, Map<String, ?> detail) {
    var subject = Subject.of("itemVersion", version.id().value());
    audit.record(tx, actor, "itembank.carry", subject, detail);
  }
}
