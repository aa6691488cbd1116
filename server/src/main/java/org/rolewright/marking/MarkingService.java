package org.rolewright.marking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.marking.MarkingRepository.Stored;
import org.rolewright.marking.MarkingRepository.Verdict;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;

/** Changes of keys once an exam was given: proposed by one person, agreed to by another. */
public final class MarkingService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final AccessService access;
  private final FormService forms;
  private final ItembankService itembanks;
  private final MarkingRepository repository = new MarkingRepository();

  public MarkingService(
      Database database,
      InstantSource clock,
      AuditService audit,
      AccessService access,
      FormService forms,
      ItembankService itembanks) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.access = access;
    this.forms = forms;
    this.itembanks = itembanks;
  }

  /** All changes for a form, the oldest decision first, then what waits. */
  public List<KeyChange> listChanges(Actor actor, FormId form) {
    Permission.SCORE_EXAMS.require(actor);
    return database.transaction(tx -> listChanges(tx, form));
  }

  /** The first of two people proposes. */
  public KeyChange propose(Actor actor, FormId form, UUID id, KeyChangeInput input) {
    Permission.SCORE_EXAMS.require(actor);
    return database.transaction(tx -> {
      var version = placed(tx, form, new ItemVersionId(input.versionId()));
      requireFitting(tx, version, input.rule());
      var change =
          new Stored(
              id,
              form,
              version,
              input.rule(),
              input.reason(),
              person(actor),
              now(),
              java.util.Optional.empty());
      if (repository.insert(tx, change))
        record(tx, actor, "key.propose", change, Map.of("reason", input.reason()));
      return change(tx, id);
    });
  }

  /** Another person agrees, or anybody declines; the one who proposed may take it back so. */
  public KeyChange decide(Actor actor, UUID id, boolean agreed, String because) {
    Permission.SCORE_EXAMS.require(actor);
    return database.transaction(tx -> {
      var change = repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("keyChange"));
      if (change.verdict().isPresent()) throw new Refusal.Conflict("a_key_change_stays");
      repository.decide(tx, id, new Verdict(agreed, because, person(actor), now()));
      record(tx, actor, agreed ? "key.change" : "key.decline", change, Map.of("because", because));
      return change(tx, id);
    });
  }

  /** How the items of a form are scored where not as written; further right answers add up. */
  public Map<ItemVersionId, KeyRule> rules(Tx tx, FormId form) {
    var rules = new LinkedHashMap<ItemVersionId, KeyRule>();
    for (var change : repository.ofForm(tx, form))
      if (change.verdict().filter(Verdict::agreed).isPresent())
        rules.merge(change.version(), change.rule(), KeyRule::then);
    rules.values().removeIf(rule -> rule.kind() == KeyRule.Kind.AS_WRITTEN);
    return rules;
  }

  /** Whether a change for the form waits for somebody. */
  public boolean hasOpenChange(Tx tx, FormId form) {
    return repository.ofForm(tx, form).stream().anyMatch(change -> change.verdict().isEmpty());
  }

  /** All changes for a form, the oldest decision first, then what waits. */
  public List<KeyChange> listChanges(Tx tx, FormId form) {
    return repository.ofForm(tx, form).stream().map(change -> whole(tx, change)).toList();
  }

  private ItemVersionId placed(Tx tx, FormId form, ItemVersionId version) {
    return forms.published(tx, form).items().stream()
        .map(item -> item.versionId())
        .filter(version::equals)
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("item"));
  }

  private void requireFitting(Tx tx, ItemVersionId version, KeyRule rule) {
    var content = itembanks.version(tx, version).content();
    if (!rule.responses().stream().allMatch(response -> ItemScorer.fits(content, response)))
      throw new Refusal.BrokenRule("aKeyFitsItsItem");
  }

  private KeyChange change(Tx tx, UUID id) {
    return repository
        .find(tx, id)
        .map(change -> whole(tx, change))
        .orElseThrow(() -> new Refusal.NotFound("keyChange"));
  }

  private KeyChange whole(Tx tx, Stored change) {
    return new KeyChange(
        change.id(),
        change.form(),
        change.version(),
        change.rule(),
        change.reason(),
        signature(tx, change.proposedBy(), change.proposedAt()),
        change
            .verdict()
            .map(verdict ->
                new KeyChange.Decision(
                    verdict.agreed(),
                    verdict.because(),
                    signature(tx, verdict.by(), verdict.at()))));
  }

  private Signature signature(Tx tx, PersonId person, Instant at) {
    return new Signature(person, access.name(tx, person), at);
  }

  private static PersonId person(Actor actor) {
    return actor.person().orElseThrow(Refusal.NotSignedIn::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, Stored change, Map<String, ?> detail) {
    var said = new LinkedHashMap<String, Object>(detail);
    said.put("version", change.version().value());
    said.put("kind", change.rule().kind().code());
    audit.record(tx, actor, action, Subject.of("form", change.form().value()), said);
  }
}
