package org.rolewright.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.item.CandidateItem;
import org.rolewright.itembank.CandidateView.Stimulus;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.library.StimulusVersion;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** What a panelist does: promises, takes the form, rates in rounds. Each sees their own only. */
public final class PanelService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Texts texts;
  private final SettingService.Sources sources;
  private final InstallationSecret secret;
  private final SettingRepository repository = new SettingRepository();
  private final RatingRepository ratings = new RatingRepository();

  public PanelService(
      Database database,
      InstantSource clock,
      AuditService audit,
      Texts texts,
      SettingService.Sources sources,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.texts = texts;
    this.sources = sources;
    this.secret = secret;
  }

  /** The panels of a study on which somebody sits, the newest first. */
  public List<SettingSummary> listMine(Actor actor, StudyId study) {
    Permission.JUDGE_ITEMS.require(actor);
    return database.transaction(tx ->
        repository.ofPanelist(tx, study, person(actor)).stream()
            .map(setting -> summary(tx, setting))
            .toList());
  }

  private SettingSummary summary(Tx tx, Setting setting) {
    var rounds = repository.rounds(tx, setting.id());
    return new SettingSummary(
        setting.id(),
        sources.forms().published(tx, setting.form()).code(),
        setting.method(),
        setting.state(rounds),
        (int) repository.panel(tx, setting.id()).stream().filter(Panelist::remains).count(),
        (int) rounds.stream().filter(one -> !one.isOpen()).count(),
        setting.rounds(),
        setting.createdAt());
  }

  /** The panel as one of its panelists sees it. */
  public MyPanelView mine(Actor actor, SettingId id, Language language) {
    Permission.JUDGE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var setting = repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("setting"));
      return view(tx, setting, member(tx, actor, setting), language);
    });
  }

  /** Signs the promise of confidentiality, in the words that were shown. */
  public void promise(Actor actor, SettingId id, String text) {
    Permission.JUDGE_ITEMS.require(actor);
    act(
        actor,
        id,
        (tx, setting, me) -> {
          if (me.promise().isPresent()) return;
          boolean known =
              Arrays.stream(Language.values()).anyMatch(one -> promise(one).equals(text));
          if (!known) throw new Refusal.Stale();
          repository.promise(tx, id, me.person(), new Panelist.Promise(text, now()));
          record(tx, actor, "judging.promise", id, Map.of());
        });
  }

  private String promise(Language language) {
    return texts.text(language, "judging.promise");
  }

  /** Keeps a panelist's own answers; not once keys are open to them. */
  public void answer(Actor actor, SettingId id, Map<ItemVersionId, JsonNode> responses) {
    Permission.JUDGE_ITEMS.require(actor);
    act(
        actor,
        id,
        (tx, setting, me) -> {
          if (me.promise().isEmpty()) throw new Refusal.Conflict("thePromiseIsSignedFirst");
          responses.forEach((version, response) ->
              ratings.answer(tx, id, me.person(), version, Json.write(response), now()));
        });
  }

  /** Ends a panelist's own exam: from here on keys are open to them. */
  public void finish(Actor actor, SettingId id) {
    Permission.JUDGE_ITEMS.require(actor);
    act(
        actor,
        id,
        (tx, setting, me) -> {
          if (me.satAt().isPresent()) return;
          if (ratings.answers(tx, id, me.person()).size() < setting.items().size())
            throw new Refusal.Conflict("everyItemIsAnsweredFirst");
          repository.sat(tx, id, me.person(), now());
          record(tx, actor, "judging.sit", id, Map.of());
        });
  }

  /** Rates items in the open round; what nobody else sees before the round is closed. */
  public void rate(Actor actor, SettingId id, int round, Map<ItemVersionId, Integer> percents) {
    Permission.JUDGE_ITEMS.require(actor);
    act(
        actor,
        id,
        (tx, setting, me) -> {
          if (!me.ready()) throw new Refusal.Conflict("everyItemIsAnsweredFirst");
          if (!percents.values().stream().allMatch(setting.method()::allows))
            throw new Refusal.BrokenRule("ratingsAreYesOrNo");
          percents.forEach((version, percent) ->
              ratings.rate(
                  tx,
                  id,
                  round,
                  me.person(),
                  version,
                  new RatingRepository.Rating(percent, now())));
        });
  }

  /** Locks a panelist's ratings of the open round. */
  public void handIn(Actor actor, SettingId id, int round) {
    Permission.JUDGE_ITEMS.require(actor);
    act(
        actor,
        id,
        (tx, setting, me) -> {
          if (ratings.handedIn(tx, id, round).containsKey(me.person())) return;
          var own = ratings.ratings(tx, id, round, me.person());
          if (own.size() < setting.items().size())
            throw new Refusal.Conflict("everyItemIsRatedFirst");
          var digest = digest(id, round, me.person(), own);
          ratings.handIn(tx, id, round, me.person(), digest, now());
          record(tx, actor, "judging.handIn", id, Map.of("round", round, "digest", digest));
        });
  }

  private record HandedIn(
      SettingId setting, int round, PersonId person, Map<String, Integer> ratings) {}

  /**
   * Commits to ratings without saying them: without the installation's secret nobody can try
   * ratings against it, nor tell whether two panelists rated alike.
   */
  private String digest(SettingId id, int round, PersonId person, Map<ItemVersionId, Integer> own) {
    var lines = new TreeMap<String, Integer>();
    own.forEach((version, percent) -> lines.put(version.value().toString(), percent));
    var text = Json.canonical(new HandedIn(id, round, person, lines));
    return HexFormat.of().formatHex(secret.derive("panel ratings", text));
  }

  @FunctionalInterface
  private interface Act {
    void on(Tx tx, Setting setting, Panelist me);
  }

  /** Does something as a panelist of a setting that is not locked. */
  private void act(Actor actor, SettingId id, Act act) {
    database.run(tx -> {
      var setting = repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("setting"));
      var me = member(tx, actor, setting);
      if (!me.remains()) throw new Refusal.Conflict("youLeftThisPanel");
      if (setting.locked().isPresent()) throw new Refusal.Conflict("theRatingsAreLocked");
      act.on(tx, setting, me);
    });
  }

  private Panelist member(Tx tx, Actor actor, Setting setting) {
    sources.separation().requireFree(tx, actor, setting.study());
    return repository
        .panelist(tx, setting.id(), person(actor))
        .orElseThrow(() -> new Refusal.NotFound("setting"));
  }

  private MyPanelView view(Tx tx, Setting setting, Panelist me, Language language) {
    var rounds = repository.rounds(tx, setting.id());
    return new MyPanelView(
        setting.id(),
        setting.study(),
        sources.forms().published(tx, setting.form()).code(),
        setting.method(),
        setting.rounds(),
        setting.state(rounds),
        setting.candidate().text(),
        me.position(),
        me.trainedOn().isPresent(),
        me.promise().map(Panelist.Promise::text).orElseGet(() -> promise(language)),
        me.promise().map(Panelist.Promise::at),
        me.satAt(),
        me.left().map(Panelist.Leaving::at),
        me.promise().isEmpty() ? List.of() : items(tx, setting, me, language),
        rounds.stream().filter(Round::isOpen).findFirst().map(one -> open(tx, setting, me, one)),
        rounds.stream()
            .filter(round -> !round.isOpen())
            .map(round -> held(tx, setting, me, round))
            .toList(),
        repository.notes(tx, setting.id()));
  }

  private List<MyPanelView.Item> items(Tx tx, Setting setting, Panelist me, Language language) {
    var versions =
        sources.itembanks().versions(tx, setting.items()).stream()
            .collect(Collectors.toMap(ItemVersion::id, Function.identity()));
    var stimuli = stimuli(tx, versions.values());
    var answers = ratings.answers(tx, setting.id(), me.person());
    return IntStream.range(0, setting.items().size())
        .mapToObj(i -> {
          var version = versions.get(setting.items().get(i));
          var response = Optional.ofNullable(answers.get(version.id())).map(Json::tree);
          var stimulus =
              version.stimulus().map(stimuli::get).map(one -> Stimulus.of(one, language));
          var item = CandidateItem.of(version.content(), language);
          return me.satAt().isEmpty()
              ? new MyPanelView.Item(
                  i + 1, version.id(), item, stimulus, response, Optional.empty(), Optional.empty())
              : new MyPanelView.Item(
                  i + 1,
                  version.id(),
                  item,
                  stimulus,
                  response,
                  Optional.of(Json.mapper().valueToTree(version.content()).get("key")),
                  version.content().rationale().map(text -> text.best(language)));
        })
        .toList();
  }

  private Map<StimulusVersionId, StimulusVersion> stimuli(
      Tx tx, java.util.Collection<ItemVersion> versions) {
    var ids = versions.stream().flatMap(one -> one.stimulus().stream()).distinct().toList();
    return sources.library().stimuli(tx, ids).stream()
        .collect(Collectors.toMap(StimulusVersion::id, Function.identity()));
  }

  private MyPanelView.Open open(Tx tx, Setting setting, Panelist me, Round round) {
    return new MyPanelView.Open(
        round.number(),
        own(tx, setting, me, round),
        Optional.ofNullable(ratings.handedIn(tx, setting.id(), round.number()).get(me.person())));
  }

  private Map<UUID, Integer> own(Tx tx, Setting setting, Panelist me, Round round) {
    var own = new TreeMap<UUID, Integer>();
    ratings
        .ratings(tx, setting.id(), round.number(), me.person())
        .forEach((version, percent) -> own.put(version.value(), percent));
    return own;
  }

  /** Without names: the cuts of all in order of size. */
  private MyPanelView.Held held(Tx tx, Setting setting, Panelist me, Round round) {
    var result = round.closing().orElseThrow().result();
    var own = result.raters().stream().filter(one -> one.person().equals(me.person())).findFirst();
    return new MyPanelView.Held(
        round.number(),
        result.raters().size(),
        result.cut(),
        result.standardError(),
        result.low(),
        result.high(),
        own.map(one -> OptionalDouble.of(one.cut())).orElse(OptionalDouble.empty()),
        result.raters().stream().map(RoundResult.Rater::cut).sorted().toList(),
        own.isPresent() ? own(tx, setting, me, round) : Map.of(),
        result.items());
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
