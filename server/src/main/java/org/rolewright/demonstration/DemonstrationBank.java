package org.rolewright.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.demonstration.DemonstrationAccounts.Account;
import org.rolewright.item.Reference;
import org.rolewright.itembank.ItemDraft;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemSet;
import org.rolewright.itembank.ItemSetInput;
import org.rolewright.itemwriting.AssignmentId;
import org.rolewright.itemwriting.AssignmentInput;
import org.rolewright.library.StimulusId;
import org.rolewright.library.StimulusInput;
import org.rolewright.library.StimulusVersion;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.TaskId;

/** The fourth part: the items, entered by a writer. */
record DemonstrationBank(Database database, Demonstration.Bank bank, Map<Account, Actor> people) {
  /** So many are entered at once: a visitor sees the bank grow, and the trail stays readable. */
  private static final int BATCH = 20;

  /** Enters what is missing. */
  void load(BlueprintId blueprint) {
    var cases = cases();
    var missing = missing();
    for (int from = 0; from < missing.size(); from += BATCH) {
      var batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
      database.run(tx ->
          batch.forEach(item ->
              bank.drafts()
                  .create(
                      tx,
                      writer(),
                      DemonstrationStudy.ID,
                      id(item.code()),
                      draft(item, blueprint, cases))));
    }
    relate();
  }

  private Actor writer() {
    return people.get(Account.WRITER);
  }

  static ItemId id(String code) {
    return new ItemId(DemonstrationStudy.id("item " + code));
  }

  private List<DemonstrationItem> missing() {
    var there =
        bank.itembanks().bank(writer(), DemonstrationStudy.ID).items().stream()
            .map(one -> one.item())
            .collect(Collectors.toSet());
    return DemonstrationItem.all().stream()
        .filter(item -> !there.contains(id(item.code())))
        .toList();
  }

  private static ItemDraft draft(
      DemonstrationItem item, BlueprintId blueprint, Map<String, StimulusVersionId> cases) {
    return new ItemDraft(
        blueprint,
        new TaskId(DemonstrationStudy.id("task " + item.task())),
        item.level(),
        item.ksas().stream()
            .map(text -> new KsaId(DemonstrationStudy.id("ksa " + text)))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        item.content(),
        references(item),
        item.stimulus().map(cases::get),
        Optional.of(item.code()));
  }

  private static List<Reference> references(DemonstrationItem item) {
    var sources = DemonstrationItem.sources();
    return item.references().stream().map(sources::get).toList();
  }

  /** The cases, written and fixed, by their names. */
  private Map<String, StimulusVersionId> cases() {
    var there =
        bank.library().listStimuli(writer(), DemonstrationStudy.ID).stream()
            .collect(Collectors.toMap(StimulusVersion::stimulus, one -> one, (newer, _) -> newer));
    var cases = new HashMap<String, StimulusVersionId>();
    for (var one : DemonstrationItem.cases()) {
      var id = new StimulusId(DemonstrationStudy.id(one.key()));
      var version = Optional.ofNullable(there.get(id)).orElseGet(() -> write(id, one));
      cases.put(one.key(), fixed(version).id());
    }
    return cases;
  }

  private StimulusVersion write(StimulusId id, DemonstrationItem.Case one) {
    var input = new StimulusInput(one.title(), one.text());
    return bank.library().write(writer(), DemonstrationStudy.ID, id, input, 0).stimulus();
  }

  private StimulusVersion fixed(StimulusVersion version) {
    if (version.locked()) return version;
    return bank.library().lock(writer(), version.id(), version.revision());
  }

  /** Two writers have been asked for more. */
  void ask(LocalDate today) {
    ask("19042", Account.WRITER, 2, today.plusDays(10), "Analysis level, please.");
    ask("19036", Account.REVIEWER, 3, today.plusDays(21), "");
  }

  private void ask(String task, Account writer, int count, LocalDate until, String note) {
    var expert = people.get(Account.EXPERT);
    var id = new AssignmentId(DemonstrationStudy.id("assignment on " + task));
    boolean there =
        bank.writing().listAssignments(expert, DemonstrationStudy.ID).stream()
            .anyMatch(one -> one.id().equals(id));
    if (there) return;
    var asked =
        new AssignmentInput(
            people.get(writer).person().orElseThrow(),
            new TaskId(DemonstrationStudy.id("task " + task)),
            count,
            until,
            Optional.of(note).filter(text -> !text.isEmpty()));
    bank.writing().assign(expert, DemonstrationStudy.ID, id, asked, 0);
  }

  /** Items that give each other away. */
  private void relate() {
    var there =
        database.transaction(tx -> bank.itembanks().enemies(tx, DemonstrationStudy.ID)).stream()
            .map(ItemSet::id)
            .collect(Collectors.toSet());
    for (var item : DemonstrationItem.all()) {
      var set = DemonstrationStudy.id("enemies of " + item.code());
      if (item.enemies().isEmpty() || there.contains(set)) continue;
      var items = new ArrayList<ItemId>(List.of(id(item.code())));
      item.enemies().forEach(code -> items.add(id(code)));
      var input =
          new ItemSetInput(
              ItemSet.Kind.ENEMY, "They ask for the same, or one gives the other away.", items);
      bank.sets().put(writer(), DemonstrationStudy.ID, set, input, 0);
    }
  }
}
