package org.rolewright.judging;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.access.PersonView;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormService;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.library.LibraryService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Leads panels: who sits on them, when rounds open and close, when ratings become final. */
public final class SettingService {
  private static final int FEWEST_PANELISTS = 3;
  private static final int FEWEST_ROUNDS = 2;
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Sources sources;
  private final SettingRepository repository = new SettingRepository();
  private final RatingRepository ratings = new RatingRepository();

  /** What is read from. */
  public record Sources(
      AccessService access,
      StudyService studies,
      SeparationService separation,
      LibraryService library,
      ItembankService itembanks,
      FormService forms) {}

  public SettingService(
      Database database, InstantSource clock, AuditService audit, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.sources = sources;
  }

  /** Panels of a study, the newest first. */
  public List<SettingSummary> listSettings(Actor actor, StudyId study) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> {
      sources.studies.study(tx, study);
      return repository.ofStudy(tx, study).stream().map(one -> summary(tx, one)).toList();
    });
  }

  private SettingSummary summary(Tx tx, Setting setting) {
    var rounds = repository.rounds(tx, setting.id());
    return new SettingSummary(
        setting.id(),
        sources.forms.published(tx, setting.form()).code(),
        setting.method(),
        setting.state(rounds),
        (int)
            repository.panel(tx, setting.id()).stream().filter(one -> one.left().isEmpty()).count(),
        (int) rounds.stream().filter(one -> !one.isOpen()).count(),
        setting.rounds(),
        setting.createdAt());
  }

  public SettingView setting(Actor actor, SettingId id) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> view(tx, setting(tx, id)));
  }

  /** People who may be asked to a panel of a study. */
  public List<PersonView> listEligible(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx ->
        sources.access.listPeopleWho(tx, Permission.JUDGE_ITEMS).stream()
            .filter(one -> !sources.separation.isBarred(tx, one.id(), study))
            .toList());
  }

  /** Begins a standard-setting study on a published form; sent again, it is the same. */
  public SettingView create(Actor actor, StudyId study, SettingId id, SettingInput input) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var form = sources.forms.published(tx, input.form());
      if (!form.study().equals(study)) throw new Refusal.NotFound("form");
      sources.separation.requireFree(tx, actor, study);
      if (repository.insert(tx, begun(tx, actor, id, form, input)))
        record(tx, actor, "judging.begin", id, Map.of("form", form.code()));
      return view(tx, setting(tx, id));
    });
  }

  private Setting begun(Tx tx, Actor actor, SettingId id, PublishedForm form, SettingInput input) {
    var wording =
        sources.studies.listCandidateWordings(tx, form.study()).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal.BrokenRule("theCandidateIsDescribedFirst"));
    return new Setting(
        id,
        form.study(),
        form.id(),
        form.checksum(),
        input.method(),
        input.rounds(),
        input.showsDifficulty(),
        new Setting.Candidate(wording.version(), wording.text()),
        person(actor),
        now(),
        Optional.empty(),
        form.items().stream().filter(Placed::scored).map(Placed::versionId).toList());
  }

  /** Asks somebody to the panel, or writes down their training. */
  public SettingView putPanelist(Actor actor, SettingId id, PersonId person, PanelistInput input) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, setting, rounds) -> {
          if (!mayJudge(tx, person, setting.study()))
            throw new Refusal.BrokenRule("aPanelistMayJudge");
          boolean known = repository.panelist(tx, id, person).isPresent();
          if (!known && !rounds.isEmpty()) throw new Refusal.Conflict("thePanelStandsOnceItJudges");
          repository.put(tx, id, person, input, actor.name(), now());
          record(
              tx,
              actor,
              "judging.ask",
              id,
              Map.of("person", person, "trainedOn", input.trainedOn()));
        });
  }

  private boolean mayJudge(Tx tx, PersonId person, StudyId study) {
    return !sources.separation.isBarred(tx, person, study)
        && sources.access.listPeopleWho(tx, Permission.JUDGE_ITEMS).stream()
            .anyMatch(one -> one.id().equals(person));
  }

  /** Writes down that a panelist left; closed rounds keep their ratings. */
  public SettingView dismiss(Actor actor, SettingId id, PersonId person, String because) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, setting, rounds) -> {
          var panelist = panelist(tx, id, person);
          if (!panelist.remains()) return;
          repository.leave(tx, id, person, new Panelist.Leaving(now(), because));
          record(tx, actor, "judging.dismiss", id, Map.of("person", person, "because", because));
        });
  }

  /** Opens the next round; everybody on the panel is prepared, and the one before is closed. */
  public SettingView open(Actor actor, SettingId id, int number) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, setting, rounds) -> {
          if (rounds.size() >= number) return;
          requireNext(setting, rounds, number);
          var panel = repository.panel(tx, id).stream().filter(Panelist::remains).toList();
          if (panel.size() < FEWEST_PANELISTS)
            throw new Refusal.BrokenRule("aPanelHasThree", Map.of("fewest", FEWEST_PANELISTS));
          if (!panel.stream().allMatch(Panelist::ready))
            throw new Refusal.BrokenRule("aPanelIsPreparedFirst");
          repository.open(tx, id, new Round(number, actor.name(), now(), Optional.empty()));
          record(tx, actor, "judging.open", id, Map.of("round", number));
        });
  }

  private static void requireNext(Setting setting, List<Round> rounds, int number) {
    if (number != rounds.size() + 1 || rounds.stream().anyMatch(Round::isOpen))
      throw new Refusal.Conflict("roundsComeInOrder");
    if (number > setting.rounds()) throw new Refusal.Conflict("theRoundsWereHeld");
  }

  /** Ends a round once everybody handed in: ratings are unsealed and become figures. */
  public SettingView close(Actor actor, SettingId id, int number) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, setting, rounds) -> {
          if (rounds.size() < number) throw new Refusal.NotFound("round");
          if (!rounds.get(number - 1).isOpen()) return;
          requireAllIn(tx, id, number);
          var result = result(tx, setting, number);
          repository.close(tx, id, number, new Round.Closing(actor.name(), now(), result));
          record(
              tx,
              actor,
              "judging.close",
              id,
              Map.of("round", number, "cut", result.cut(), "raters", result.raters().size()));
        });
  }

  private void requireAllIn(Tx tx, SettingId id, int number) {
    var handedIn = ratings.handedIn(tx, id, number).keySet();
    boolean all =
        repository.panel(tx, id).stream()
            .filter(Panelist::remains)
            .allMatch(one -> handedIn.contains(one.person()));
    if (!all || handedIn.size() < 2) throw new Refusal.Conflict("everybodyHandsInFirst");
  }

  private RoundResult result(Tx tx, Setting setting, int number) {
    var figures = new RoundFigures(setting.method(), setting.items(), difficulty(tx, setting));
    var before =
        number == 1
            ? Optional.<RoundRatings>empty()
            : Optional.of(ratings(tx, setting.id(), number - 1));
    return figures.of(ratings(tx, setting.id(), number), before);
  }

  /** How candidates did, where the board lets the panel see it. */
  private Map<ItemVersionId, Double> difficulty(Tx tx, Setting setting) {
    if (!setting.showsDifficulty()) return Map.of();
    var known = new HashMap<ItemVersionId, Double>();
    for (var item :
        sources.itembanks.pool(tx, sources.forms.published(tx, setting.form()).blueprint()))
      item.evidence().ifPresent(evidence -> known.put(item.version(), evidence.p()));
    known.keySet().retainAll(setting.items());
    return known;
  }

  /** Makes the ratings final: at least two rounds, none open. */
  public SettingView lock(Actor actor, SettingId id) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, setting, rounds) -> {
          if (rounds.size() < FEWEST_ROUNDS || rounds.getLast().isOpen())
            throw new Refusal.Conflict("twoRoundsAreClosedFirst");
          repository.lockRatings(tx, id, new Setting.Locking(person(actor), now()));
          record(tx, actor, "judging.lock", id, Map.of("rounds", rounds.size()));
        });
  }

  /** Writes down what was said after a round. */
  public SettingView note(Actor actor, SettingId id, java.util.UUID note, NoteInput input) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, setting, rounds) -> {
          if (input.round() > rounds.size() || rounds.get(input.round() - 1).isOpen())
            throw new Refusal.Conflict("notesFollowARound");
          var written =
              new Note(note, input.round(), input.version(), input.text(), actor.name(), now());
          if (repository.insert(tx, id, written, person(actor)))
            record(tx, actor, "judging.note", id, Map.of("note", note));
        });
  }

  @FunctionalInterface
  private interface Act {
    void on(Tx tx, Setting setting, List<Round> rounds);
  }

  /** Does something to a setting that is not locked, and shows it after that. */
  private SettingView act(Actor actor, SettingId id, Act act) {
    return database.transaction(tx -> {
      var setting = repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("setting"));
      sources.separation.requireFree(tx, actor, setting.study());
      if (setting.locked().isPresent()) throw new Refusal.Conflict("theRatingsAreLocked");
      act.on(tx, setting, repository.rounds(tx, id));
      return view(tx, setting(tx, id));
    });
  }

  public Setting setting(Tx tx, SettingId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("setting"));
  }

  /** Whether a study has a panel yet. */
  public boolean hasPanel(Tx tx, StudyId study) {
    return !repository.ofStudy(tx, study).isEmpty();
  }

  /** A panel whose ratings are final. */
  public LockedSetting locked(Tx tx, SettingId id) {
    var setting = setting(tx, id);
    if (setting.locked().isEmpty()) throw new Refusal.Conflict("ratingsAreLockedFirst");
    return new LockedSetting(
        setting, repository.panel(tx, id), repository.rounds(tx, id), repository.notes(tx, id));
  }

  /**
   * A round that is closed: for those who lead or watch, and for the panel, without names.
   *
   * @throws Refusal.NotFound for a round that is open or was not held
   */
  public HeldRound heldRound(Actor actor, SettingId id, int number) {
    if (!Permission.READ_FORMS.granted(actor)) Permission.JUDGE_ITEMS.require(actor);
    return database.transaction(tx -> {
      if (!Permission.READ_FORMS.granted(actor)) panelist(tx, id, person(actor));
      return heldRound(tx, id, number);
    });
  }

  /** A round that is closed. */
  public HeldRound heldRound(Tx tx, SettingId id, int number) {
    var closing =
        repository.rounds(tx, id).stream()
            .filter(round -> round.number() == number)
            .findFirst()
            .flatMap(Round::closing)
            .orElseThrow(() -> new Refusal.NotFound("round"));
    return new HeldRound(setting(tx, id), number, closing.result(), ratings(tx, id, number));
  }

  private RoundRatings ratings(Tx tx, SettingId id, int round) {
    return ratings.ratings(tx, id, round);
  }

  private Panelist panelist(Tx tx, SettingId id, PersonId person) {
    return repository.panelist(tx, id, person).orElseThrow(() -> new Refusal.NotFound("panelist"));
  }

  private SettingView view(Tx tx, Setting setting) {
    var rounds = repository.rounds(tx, setting.id());
    return new SettingView(
        setting.id(),
        setting.study(),
        setting.form(),
        sources.forms.published(tx, setting.form()).code(),
        setting.formChecksum(),
        setting.method(),
        setting.rounds(),
        setting.showsDifficulty(),
        setting.candidate(),
        setting.state(rounds),
        signature(tx, setting.facilitator(), setting.createdAt()),
        setting.locked().map(one -> signature(tx, one.by(), one.at())),
        judged(tx, setting),
        members(tx, setting),
        rounds.stream().map(round -> stage(tx, setting.id(), round)).toList(),
        repository.notes(tx, setting.id()));
  }

  /** The codes of its items in the bank, in order. */
  public List<String> codes(Tx tx, Setting setting) {
    var codes =
        sources.itembanks.versions(tx, setting.items()).stream()
            .collect(Collectors.toMap(ItemVersion::id, ItemVersion::code));
    return setting.items().stream().map(codes::get).toList();
  }

  private List<SettingView.Judged> judged(Tx tx, Setting setting) {
    var codes = codes(tx, setting);
    return IntStream.range(0, codes.size())
        .mapToObj(i -> new SettingView.Judged(i + 1, setting.items().get(i), codes.get(i)))
        .toList();
  }

  private List<SettingView.Member> members(Tx tx, Setting setting) {
    var answered = ratings.answered(tx, setting.id());
    return repository.panel(tx, setting.id()).stream()
        .map(one ->
            new SettingView.Member(
                sources.access.name(tx, one.person()), one, answered.getOrDefault(one.person(), 0)))
        .toList();
  }

  private SettingView.Stage stage(Tx tx, SettingId id, Round round) {
    var rated = ratings.rated(tx, id, round.number());
    var handedIn = ratings.handedIn(tx, id, round.number());
    return new SettingView.Stage(
        round.number(),
        round.openedAt(),
        round.closing().map(Round.Closing::at),
        repository.panel(tx, id).stream()
            .map(Panelist::person)
            .map(person ->
                new SettingView.Progress(
                    person,
                    rated.getOrDefault(person, 0),
                    Optional.ofNullable(handedIn.get(person))))
            .toList(),
        round.closing().map(Round.Closing::result));
  }

  private Signature signature(Tx tx, PersonId person, Instant at) {
    return new Signature(person, sources.access.name(tx, person), at);
  }

  private static PersonId person(Actor actor) {
    return actor.person().orElseThrow(Refusal.NotSignedIn::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, SettingId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("setting", id.value()), detail);
  }
}
