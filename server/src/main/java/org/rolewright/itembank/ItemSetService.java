package org.rolewright.itembank;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.itembank.UseRepository.StoredRules;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** What holds between items, and for all of them: enemies, friends, the rules of the bank. */
public final class ItemSetService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StudyService studies;
  private final ItemRepository items = new ItemRepository();
  private final UseRepository repository = new UseRepository();

  /** Rules with their version; 0 while the study set none. */
  public record RulesView(BankRules rules, int version) {}

  public ItemSetService(
      Database database, InstantSource clock, AuditService audit, StudyService studies) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.studies = studies;
  }

  public List<ItemSet> listSets(Actor actor, StudyId study) {
    Permission.READ_BANK.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return repository.sets(tx, study);
    });
  }

  /**
   * Says that items may not stand together, or only together.
   *
   * @param version 0 enters a new set
   */
  public List<ItemSet> put(Actor actor, StudyId study, UUID id, ItemSetInput input, int version) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      requireItems(tx, study, input);
      var set =
          new ItemSet(
              id,
              input.kind(),
              input.reason(),
              input.items(),
              actor.name(),
              clock.instant(),
              version);
      if (!repository.put(tx, study, set)) throw new Refusal.Stale();
      record(tx, actor, "itembank.relate", study, Map.of("set", id, "items", input.items()));
      return repository.sets(tx, study);
    });
  }

  private void requireItems(Tx tx, StudyId study, ItemSetInput input) {
    if (new HashSet<>(input.items()).size() < 2)
      throw new Refusal.BrokenRule("a_set_has_two_items");
    for (var item : input.items()) {
      var versions = items.ofItem(tx, item);
      if (versions.isEmpty() || !versions.getFirst().study().equals(study))
        throw new Refusal.NotFound("item");
    }
  }

  public void remove(Actor actor, StudyId study, UUID id) {
    Permission.WRITE_ITEMS.require(actor);
    database.run(tx -> {
      if (repository.removeSet(tx, study, id))
        record(tx, actor, "itembank.unrelate", study, Map.of("set", id));
    });
  }

  public RulesView rules(Actor actor, StudyId study) {
    Permission.READ_BANK.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return rules(tx, study);
    });
  }

  public RulesView putRules(Actor actor, StudyId study, BankRules rules, int version) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      if (!repository.put(tx, study, rules, version)) throw new Refusal.Stale();
      record(tx, actor, "itembank.rule", study, Map.of("rules", rules));
      return rules(tx, study);
    });
  }

  private RulesView rules(Tx tx, StudyId study) {
    var stored = repository.rules(tx, study).orElse(new StoredRules(BankRules.COMMON, 0));
    return new RulesView(stored.rules(), stored.version());
  }

  private void record(Tx tx, Actor actor, String action, StudyId study, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("study", study.value()), detail);
  }
}
