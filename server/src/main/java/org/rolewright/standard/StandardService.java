package org.rolewright.standard;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormId;
import org.rolewright.judging.LockedSetting;
import org.rolewright.judging.SettingId;
import org.rolewright.judging.SettingService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.standard.StandardRepository.Mark;
import org.rolewright.standard.StandardRepository.Stored;
import org.rolewright.study.SeparationService;

/** Cut scores: what a panel recommended becomes what the board decides. */
public final class StandardService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final AccessService access;
  private final SeparationService separation;
  private final SettingService settings;
  private final StandardRepository repository = new StandardRepository();

  public StandardService(
      Database database,
      InstantSource clock,
      AuditService audit,
      AccessService access,
      SeparationService separation,
      SettingService settings) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.access = access;
    this.separation = separation;
    this.settings = settings;
  }

  /**
   * What the board may choose from, once ratings are locked.
   *
   * @param sem standard error of measurement, where the board has one
   */
  public CutOptions options(Actor actor, SettingId setting, Optional<Double> sem) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> options(tx, setting, sem));
  }

  /** What was proposed and adopted on a panel's recommendation, the newest first. */
  public List<CutDecision> listDecisions(Actor actor, SettingId setting) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> decisions(tx, setting));
  }

  private List<CutDecision> decisions(Tx tx, SettingId setting) {
    return repository.ofSetting(tx, settings.setting(tx, setting)).stream()
        .map(cut -> decision(tx, cut))
        .toList();
  }

  /** Everything that led to the cut, as one archive. */
  public byte[] replication(Actor actor, SettingId setting) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> {
      var locked = settings.locked(tx, setting);
      var names = new HashMap<PersonId, String>();
      for (var one : locked.panel()) names.put(one.person(), access.name(tx, one.person()));
      var archive =
          new Replication(
              locked,
              locked.rounds().stream()
                  .map(round -> settings.heldRound(tx, setting, round.number()))
                  .toList(),
              decisions(tx, setting),
              names,
              settings.codes(tx, locked.setting()));
      audit.record(tx, actor, "standard.export", Subject.of("setting", setting.value()), Map.of());
      return archive.zip();
    });
  }

  /** The first of two people proposes; what was proposed before and not adopted is taken back. */
  public CutDecision propose(Actor actor, SettingId setting, CutId id, CutInput input) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var locked = decidable(tx, actor, setting);
      var terms = terms(locked, id, input);
      repository.removeProposal(tx, setting);
      var cut =
          new Stored(
              terms,
              hash(terms),
              new Mark(person(actor), now()),
              Optional.empty(),
              Optional.empty());
      repository.insert(tx, cut);
      record(tx, actor, "standard.propose", id, Map.of("raw", terms.raw(), "hash", cut.hash()));
      return decision(tx, cut);
    });
  }

  private static Terms terms(LockedSetting locked, CutId id, CutInput input) {
    var options = CutOptions.of(locked, input.sem());
    var chosen =
        options
            .option(input.error(), input.multiple())
            .orElseThrow(() -> new Refusal.BrokenRule("aCutIsOneOfTheOptions"));
    return new Terms(
        id,
        options.setting(),
        locked.setting().form(),
        locked.setting().formChecksum(),
        locked.setting().method(),
        options.round(),
        options.recommended(),
        options.standardError(),
        options.low(),
        options.high(),
        input.error(),
        input.multiple(),
        input.sem(),
        input.semSource(),
        chosen.raw(),
        options.maximum(),
        input.reason());
  }

  static String hash(Terms terms) {
    return Sha256.hex(Json.canonical(terms));
  }

  /** The second of two people signs the same hash, and the cut is in force. */
  public CutDecision adopt(Actor actor, CutId id, String hash) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var setting = repository.settingOf(tx, id).orElseThrow(() -> new Refusal.NotFound("cut"));
      decidable(tx, actor, setting);
      var cut = stored(tx, id);
      if (cut.adopted().isPresent()) throw new Refusal.Conflict("theCutIsAdopted");
      if (!cut.hash().equals(hash) || !hash(cut.terms()).equals(hash)) throw new Refusal.Stale();
      if (cut.proposed().person().equals(person(actor)))
        throw new Refusal.BrokenRule("two_people_adopt_a_cut");
      if (!repository.adopt(tx, cut.terms(), hash, new Mark(person(actor), now())))
        throw new Refusal.Stale();
      record(tx, actor, "standard.adopt", id, Map.of("raw", cut.terms().raw(), "hash", hash));
      return decision(tx, stored(tx, id));
    });
  }

  /** Takes back what was proposed and not adopted. */
  public void withdraw(Actor actor, SettingId setting) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      decidable(tx, actor, setting);
      if (repository.removeProposal(tx, setting))
        audit.record(
            tx, actor, "standard.withdraw", Subject.of("setting", setting.value()), Map.of());
    });
  }

  /** The panel's locked ratings, for somebody who may decide on them. */
  private LockedSetting decidable(Tx tx, Actor actor, SettingId setting) {
    var locked = settings.locked(tx, setting);
    separation.requireFree(tx, actor, locked.setting().study());
    if (locked.isPanelist(person(actor)))
      throw new Refusal.BrokenRule("panelists_do_not_decide_on_their_cut");
    return locked;
  }

  /** The cut that a form has in force. */
  public Optional<CutScore> findAdopted(Tx tx, FormId form) {
    return repository.inForce(tx, form).map(id -> cut(tx, id));
  }

  /** The cut that a form has in force. */
  public CutScore adopted(Tx tx, FormId form) {
    return findAdopted(tx, form).orElseThrow(() -> new Refusal.Conflict("aCutIsAdoptedFirst"));
  }

  /** An adopted cut, whether in force or replaced. */
  public CutScore cut(Tx tx, CutId id) {
    var cut = stored(tx, id);
    var terms = cut.terms();
    var adopted = cut.adopted().orElseThrow(() -> new Refusal.Conflict("aCutIsAdoptedFirst"));
    return new CutScore(
        terms.id(),
        terms.form(),
        terms.formChecksum(),
        terms.setting(),
        terms.method(),
        terms.recommended(),
        terms.standardError(),
        new CutScore.Interval(terms.low(), terms.high()),
        terms.raw(),
        terms.maximum(),
        terms.multiple(),
        terms.reason(),
        new CutScore.Adoption(cut.proposed().person(), adopted.person(), adopted.at()),
        cut.hash());
  }

  /** A panel whose ratings are final. */
  public LockedSetting locked(Tx tx, SettingId setting) {
    return settings.locked(tx, setting);
  }

  /** What the board may choose from. */
  public CutOptions options(Tx tx, SettingId setting, Optional<Double> sem) {
    return CutOptions.of(settings.locked(tx, setting), sem);
  }

  private Stored stored(Tx tx, CutId id) {
    return repository
        .settingOf(tx, id)
        .map(setting -> repository.ofSetting(tx, settings.setting(tx, setting)))
        .flatMap(cuts -> cuts.stream().filter(cut -> cut.terms().id().equals(id)).findFirst())
        .orElseThrow(() -> new Refusal.NotFound("cut"));
  }

  private CutDecision decision(Tx tx, Stored cut) {
    return new CutDecision(
        cut.terms(),
        cut.hash(),
        signature(tx, cut.proposed()),
        cut.adopted().map(mark -> signature(tx, mark)),
        cut.replaced());
  }

  private Signature signature(Tx tx, Mark mark) {
    return new Signature(mark.person(), access.name(tx, mark.person()), mark.at());
  }

  private static PersonId person(Actor actor) {
    return actor.person().orElseThrow(Refusal.NotSignedIn::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, CutId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("cut", id.value()), detail);
  }
}
