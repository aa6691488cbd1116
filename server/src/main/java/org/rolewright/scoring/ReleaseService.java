package org.rolewright.scoring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.itembank.Evidence;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.marking.Taken;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.ScoringRepository.Mark;
import org.rolewright.scoring.ScoringRepository.Said;
import org.rolewright.scoring.ScoringRepository.StoredHold;
import org.rolewright.scoring.ScoringRepository.StoredItem;
import org.rolewright.scoring.ScoringRepository.StoredRun;

/** From a computed run to scores in force: held items decided on, two people. */
public final class ReleaseService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final ScoringService.Sources sources;
  private final Intake intake;
  private final ScoringRepository repository = new ScoringRepository();

  /** What is decided about a held item, and why. */
  public record VerdictInput(Hold.Verdict verdict, String reason) {}

  public ReleaseService(
      Database database, InstantSource clock, AuditService audit, ScoringService.Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.sources = sources;
    intake = new Intake(sources);
  }

  /** Decides about a held item, for a reason. */
  public void decide(Actor actor, ScoringRunId id, ItemVersionId version, VerdictInput input) {
    Permission.SCORE_EXAMS.require(actor);
    database.run(tx -> {
      var run = locked(tx, id);
      if (!repository.decide(
          tx, id, version, new Said(input.verdict(), input.reason(), mark(actor))))
        throw new Refusal.NotFound("heldItem");
      record(
          tx,
          actor,
          "scoring.decideHold",
          run,
          Map.of(
              "version", version.value(),
              "verdict", input.verdict().code(),
              "reason", input.reason()));
    });
  }

  /** The first of two people signs. */
  public void sign(Actor actor, ScoringRunId id, String resultHash) {
    Permission.SCORE_EXAMS.require(actor);
    database.run(tx -> {
      var run = computed(tx, id, resultHash);
      if (run.signed().isPresent()) throw new Refusal.Conflict("somebodySignedTheScores");
      requireReleasable(tx, run);
      repository.sign(tx, id, mark(actor));
      record(tx, actor, "scoring.sign", run, Map.of("hash", resultHash));
    });
  }

  /** The second signs the same, and the scores are in force. */
  public void release(Actor actor, ScoringRunId id, String resultHash) {
    Permission.SCORE_EXAMS.require(actor);
    database.run(tx -> {
      var run = computed(tx, id, resultHash);
      if (run.signed().isEmpty()) throw new Refusal.Conflict("scoresAreSignedFirst");
      requireReleasable(tx, run);
      repository.inForce(tx, run.form()).ifPresent(one -> repository.replace(tx, one.id(), id));
      repository.release(tx, id, mark(actor));
      sources.itembanks().recordEvidence(tx, evidence(tx, run));
      record(
          tx,
          actor,
          "scoring.release",
          run,
          Map.of("hash", resultHash, "sittings", run.figures().sittings()));
    });
  }

  private void requireReleasable(Tx tx, StoredRun run) {
    if (repository.ofForm(tx, run.form()).getFirst().number() != run.number())
      throw new Refusal.Conflict("onlyTheNewestRunIsReleased");
    if (run.cut().isEmpty()) throw new Refusal.Conflict("released_scores_have_a_cut");
    if (repository.holds(tx, run.id()).stream().anyMatch(hold -> !kept(hold)))
      throw new Refusal.Conflict("scores_are_released_when_every_hold_is_decided");
    if (sources.marking().hasOpenChange(tx, run.form()))
      throw new Refusal.Conflict("aKeyChangeWaits");
    if (!isCurrent(tx, run)) throw new Refusal.Conflict("whatWasScoredHasChanged");
  }

  private static boolean kept(StoredHold hold) {
    return hold.said().filter(said -> said.verdict() == Hold.Verdict.KEEP).isPresent();
  }

  /** Whether keys, cut and the answers scored are still what they were; later sittings may wait. */
  private boolean isCurrent(Tx tx, StoredRun run) {
    var now = intake.read(tx, run.form(), run.scale());
    var answers = now.taken().stream().collect(Collectors.toMap(Taken::sitting, Taken::responses));
    return now.keys().equals(run.keys())
        && now.scorer().cut().equals(run.cut())
        && repository.scores(tx, run.id()).stream()
            .allMatch(score -> score.answers().equals(answers.get(score.sitting())));
  }

  private Map<ItemVersionId, Evidence> evidence(Tx tx, StoredRun run) {
    var form = sources.forms().published(tx, run.form());
    var days = run.figures().sat().orElseThrow();
    var found = new LinkedHashMap<ItemVersionId, Evidence>();
    for (var item : repository.items(tx, run.id()).stream().map(StoredItem::figures).toList())
      if (item.p().isPresent())
        found.put(
            new ItemVersionId(item.version()),
            new Evidence(
                run.id().value(),
                form.code(),
                days.first(),
                days.last(),
                run.figures().sittings(),
                figures(item),
                now()));
    return found;
  }

  private static Evidence.Figures figures(ItemFigures item) {
    return new Evidence.Figures(
        item.p().getAsDouble(),
        item.discrimination(),
        item.seconds(),
        item.choices().stream()
            .filter(choice -> choice.share().isPresent())
            .map(choice ->
                new Evidence.OptionFigures(
                    choice.id(), choice.count(), choice.share().getAsDouble(), choice.rest()))
            .toList());
  }

  private StoredRun computed(Tx tx, ScoringRunId id, String resultHash) {
    var run = locked(tx, id);
    if (run.state() != ScoringRun.State.COMPUTED)
      throw new Refusal.Conflict("theScoresAreReleased");
    if (!run.resultHash().equals(resultHash)) throw new Refusal.Stale();
    return run;
  }

  private StoredRun locked(Tx tx, ScoringRunId id) {
    var form = found(tx, id).form();
    repository.lock(tx, form);
    return found(tx, id);
  }

  private StoredRun found(Tx tx, ScoringRunId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("scoringRun"));
  }

  private Mark mark(Actor actor) {
    return new Mark(actor.person().orElseThrow(Refusal.NotSignedIn::new), now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, StoredRun run, Map<String, ?> detail) {
    var said = new LinkedHashMap<String, Object>(detail);
    said.put("run", run.id().value());
    audit.record(tx, actor, action, Subject.of("form", run.form().value()), said);
  }
}
