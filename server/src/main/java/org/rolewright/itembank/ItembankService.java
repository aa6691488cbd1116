package org.rolewright.itembank;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.item.CandidateItem;
import org.rolewright.item.Difference;
import org.rolewright.itembank.UseRepository.StoredRules;
import org.rolewright.library.LibraryService;
import org.rolewright.library.StimulusId;
import org.rolewright.library.StimulusVersion;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** The bank: which items there are, what may be read of them, and what forms take from it. */
public final class ItembankService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StudyService studies;
  private final SeparationService separation;
  private final BlueprintService blueprints;
  private final LibraryService library;
  private final ItemRepository repository = new ItemRepository();
  private final UseRepository uses = new UseRepository();

  /** What the service builds upon. */
  public record Sources(
      StudyService studies,
      SeparationService separation,
      BlueprintService blueprints,
      LibraryService library) {}

  /** What a form uses a version for. */
  public enum Use {
    SCORED,
    PILOT
  }

  public ItembankService(
      Database database, InstantSource clock, AuditService audit, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    studies = sources.studies();
    separation = sources.separation();
    blueprints = sources.blueprints();
    library = sources.library();
  }

  /** The newest version of every item; beginnings of texts only for who may read them. */
  public BankView bank(Actor actor, StudyId study) {
    Permission.READ_BANK.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      boolean barred =
          actor.person().filter(person -> separation.isBarred(tx, person, study)).isPresent();
      return BankView.of(actor, barred, stock(tx, study), today());
    });
  }

  /** All versions of an item, the newest first. */
  public List<ItemVersion> item(Actor actor, ItemId id) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var versions = repository.ofItem(tx, id);
      if (versions.isEmpty()) throw new Refusal.NotFound("item");
      requireContent(tx, actor, versions);
      return versions;
    });
  }

  public ItemVersion version(Actor actor, ItemVersionId id) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> readable(tx, actor, id));
  }

  /** Every text that a draft had, the newest first. */
  public List<SavedText> listSavedTexts(Actor actor, ItemVersionId id) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      readable(tx, actor, id);
      return repository.savedTexts(tx, id);
    });
  }

  /** What changed from one version of an item to another. */
  public List<Difference> listDifferences(Actor actor, ItemVersionId from, ItemVersionId to) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var before = readable(tx, actor, from);
      var after = readable(tx, actor, to);
      if (!before.item().equals(after.item())) throw new Refusal.NotFound("itemVersion");
      return before.draft().differences(after.draft());
    });
  }

  /** An item as candidates see it. */
  public CandidateView candidateView(Actor actor, ItemVersionId id, Language language) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var version = readable(tx, actor, id);
      return new CandidateView(
          CandidateItem.of(version.content(), language),
          version
              .stimulus()
              .map(one -> library.stimulus(tx, one))
              .map(one -> CandidateView.Stimulus.of(one, language)));
    });
  }

  public ItemStatistics statistics(Actor actor, ItemVersionId id) {
    Permission.READ_BANK.require(actor);
    return database.transaction(tx -> {
      var version = version(tx, id);
      return ItemStatistics.of(
          version, uses.evidence(tx, id), uses.exposures(tx, id), rules(tx, version.study()));
    });
  }

  /**
   * Moves a version on after its approval, or retires it.
   *
   * @param revision that the person had read
   */
  public ItemVersion move(
      Actor actor, ItemVersionId id, ItemState to, String reason, int revision) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var version = lock(tx, id);
      separation.requireFree(tx, actor, version.study());
      if (version.revision() != revision) throw new Refusal.Stale();
      if (to != ItemState.RETIRED && !ItemState.USABLE.contains(version.state()))
        throw new Refusal.BrokenRule("only_a_review_approves_an_item");
      advance(tx, actor, version, to, reason);
      return version(tx, id);
    });
  }

  /** A version, with key and rationale. */
  public ItemVersion version(Tx tx, ItemVersionId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("itemVersion"));
  }

  /** How large the bank of a study is. */
  public BankSize size(Tx tx, StudyId study) {
    return repository.size(tx, study);
  }

  public List<ItemVersion> versions(Tx tx, Collection<ItemVersionId> ids) {
    return repository.versions(tx, ids);
  }

  /** Versions of a study in some states, by code, the newest of an item first. */
  public List<ItemVersion> versions(Tx tx, StudyId study, Collection<ItemState> states) {
    return repository.inStates(tx, study, states);
  }

  /** Holds a version until the transaction ends. */
  public ItemVersion lock(Tx tx, ItemVersionId id) {
    return repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("itemVersion"));
  }

  /** A version whose content this actor may read. */
  public ItemVersion readable(Tx tx, Actor actor, ItemVersionId id) {
    var version = version(tx, id);
    requireContent(tx, actor, repository.ofItem(tx, version.item()));
    return version;
  }

  /** The author and those who lead studies read content; nobody who prepares candidates does. */
  private void requireContent(Tx tx, Actor actor, List<ItemVersion> versions) {
    separation.requireFree(tx, actor, versions.getFirst().study());
    boolean isAuthor =
        actor.person().stream()
            .anyMatch(person -> versions.stream().anyMatch(version -> version.isBy(person)));
    if (!isAuthor) Permission.LEAD_STUDIES.require(actor);
  }

  /**
   * Brings a version into its next state; the caller has asked for permission and holds the row.
   *
   * @throws Refusal.BrokenRule where that state does not follow
   */
  public void advance(Tx tx, Actor actor, ItemVersion version, ItemState to, String reason) {
    if (!version.state().next().contains(to))
      throw new Refusal.BrokenRule(
          "states_of_an_item_follow_each_other",
          Map.of("from", version.state().code(), "to", to.code()));
    repository.move(tx, version.id(), to);
    record(
        tx,
        actor,
        "itembank.move",
        version,
        Map.of("from", version.state().code(), "to", to.code(), "reason", reason));
  }

  /** The versions that a form by this blueprint may take: of each item the newest usable one. */
  public List<PoolItem> pool(Tx tx, BlueprintId blueprint) {
    var study = blueprints.blueprint(tx, blueprint).study();
    return Pool.of(blueprints.cells(tx, blueprint), stock(tx, study), cases(tx, study));
  }

  private Map<UUID, StimulusId> cases(Tx tx, StudyId study) {
    var shown =
        repository.inStates(tx, study, ItemState.USABLE).stream()
            .flatMap(version -> version.stimulus().stream())
            .toList();
    return library.stimuli(tx, shown).stream()
        .collect(Collectors.toMap(one -> one.id().value(), StimulusVersion::stimulus));
  }

  /** Items that may not stand together, and those that only may together. */
  public List<ItemSet> enemies(Tx tx, StudyId study) {
    return uses.sets(tx, study);
  }

  /**
   * Marks a version as used by a form: it never changes again. An approved version becomes
   * operational or begins its pilot.
   */
  public void pin(Tx tx, Actor actor, ItemVersionId id, Use use) {
    var version = lock(tx, id);
    if (!ItemState.USABLE.contains(version.state()))
      throw new Refusal.BrokenRule("a_form_takes_approved_items", Map.of("code", version.code()));
    repository.use(tx, id, now());
    var wanted = use == Use.SCORED ? ItemState.OPERATIONAL : ItemState.PILOT;
    if (version.state() == ItemState.APPROVED) advance(tx, actor, version, wanted, "form");
  }

  /** Counts that a sitting was shown these versions; telling it twice counts once. */
  public void recordExposure(
      Tx tx, UUID sitting, String form, LocalDate day, Collection<ItemVersionId> versions) {
    if (!versions.isEmpty()) uses.insert(tx, versions, sitting, form, day);
  }

  /** Adds what a scoring run found; a run counts once on a version. */
  public void recordEvidence(Tx tx, Map<ItemVersionId, Evidence> found) {
    found.forEach((version, evidence) -> uses.insert(tx, version, evidence));
  }

  /** The rules of a study; those of common practice where it set none. */
  public BankRules rules(Tx tx, StudyId study) {
    return uses.rules(tx, study).map(StoredRules::rules).orElse(BankRules.COMMON);
  }

  /** Versions whose words are like these, the likest first. */
  public List<Likeness> listAlike(Tx tx, StudyId study, String plain, double least) {
    return repository.like(tx, study, plain, least);
  }

  private Stock stock(Tx tx, StudyId study) {
    return new Stock(
        repository.inStates(tx, study, EnumSet.allOf(ItemState.class)),
        uses.exposures(tx, study),
        uses.newestEvidence(tx, study),
        rules(tx, study));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void record(
      Tx tx, Actor actor, String action, ItemVersion version, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("itemVersion", version.id().value()), detail);
  }
}
