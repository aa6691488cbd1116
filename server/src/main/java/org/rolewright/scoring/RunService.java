package org.rolewright.scoring;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.appraisal.ItemReview;
import org.rolewright.appraisal.RunAnalysis;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.CandidacyService.Seat;
import org.rolewright.delivery.SittingId;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.marking.KeyRule;
import org.rolewright.marking.Result;
import org.rolewright.marking.Scale;
import org.rolewright.marking.Scorer.Marked;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobWork;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.json.Json;
import org.rolewright.scoring.ScoringRepository.Mark;
import org.rolewright.scoring.ScoringRepository.Said;
import org.rolewright.scoring.ScoringRepository.StoredHold;
import org.rolewright.scoring.ScoringRepository.StoredItem;
import org.rolewright.scoring.ScoringRepository.StoredRun;
import org.rolewright.scoring.ScoringRepository.StoredScore;

/** Makes runs over the sittings of a form. */
public final class RunService {
  private static final String KIND = "scoring.run";

  private final Database database;
  private final InstantSource clock;
  private final String software;
  private final Jobs jobs;
  private final AuditService audit;
  private final ScoringService.Sources sources;
  private final Intake intake;
  private final ScoringRepository repository = new ScoringRepository();

  /** What is asked for. */
  public record RunInput(Scale scale, String reason) {}

  /**
   * @param software version of the program, kept with every run
   */
  public RunService(
      Database database,
      InstantSource clock,
      String software,
      Jobs jobs,
      AuditService audit,
      ScoringService.Sources sources) {
    this.database = database;
    this.clock = clock;
    this.software = software;
    this.jobs = jobs;
    this.audit = audit;
    this.sources = sources;
    intake = new Intake(sources);
    jobs.register(KIND, this::compute);
  }

  /** Queues a run; it will have the identity of the job. */
  public JobId start(Actor actor, FormId form, RunInput input) {
    Permission.SCORE_EXAMS.require(actor);
    return database.transaction(tx -> {
      sources.forms().published(tx, form);
      if (sources.submissions().count(tx, form) == 0)
        throw new Refusal.Conflict("nobodyHasSatTheForm");
      var job = jobs.queue(tx, actor, KIND, form.value(), input);
      record(
          tx, actor, "scoring.start", form, Map.of("job", job.value(), "reason", input.reason()));
      return job;
    });
  }

  private void compute(Job job, JobWork.Progress progress) {
    var input = Json.read(job.input(), RunInput.class);
    var form = new FormId(job.subject());
    progress.at(0, "job.scoring.reading");
    var inputs = database.transaction(tx -> intake.read(tx, form, input.scale()));
    progress.at(0.3, "job.scoring.marking");
    var marked = new ArrayList<Marked>();
    for (var taken : inputs.taken()) {
      marked.add(inputs.scorer().mark(taken));
      progress.at(0.3 + 0.3 * marked.size() / inputs.taken().size(), "job.scoring.marking");
    }
    progress.at(0.6, "job.scoring.analysing");
    var analysis = new RunAnalysis(inputs.scorer(), marked);
    var items = new ItemReview(inputs.scorer(), marked, inputs.behaviour(), analysis).items();
    progress.at(0.9, "job.scoring.storing");
    var run = new Computed(new ScoringRunId(job.id().value()), inputs, input, marked, items);
    var by = new Mark(job.requestedBy().orElseThrow(), now());
    database.run(tx -> store(tx, run, analysis.figures(), by));
  }

  /** A run before it is stored. */
  private record Computed(
      ScoringRunId id,
      Intake.Inputs inputs,
      RunInput input,
      List<Marked> marked,
      List<ItemFigures> items) {}

  private void store(Tx tx, Computed run, RunFigures figures, Mark by) {
    var form = run.inputs().form();
    var seats = sources.candidacies().seats(tx, run.inputs().bookings().values());
    var scores = run.marked().stream().map(one -> score(run, seats, one)).toList();
    repository.lock(tx, form.id());
    var earlier = repository.ofForm(tx, form.id());
    var stored =
        new StoredRun(
            run.id(),
            form.id(),
            form.checksum(),
            repository.nextNumber(tx, form.id()),
            ScoringRun.State.COMPUTED,
            run.input().reason(),
            run.inputs().scorer().cut(),
            run.input().scale(),
            run.inputs().keys(),
            figures,
            run.inputs().hash(),
            resultHash(scores),
            software,
            by,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (!repository.insert(tx, stored)) return;
    var items = run.inputs().scorer().items();
    var rows = new ArrayList<StoredItem>();
    for (var at = 0; at < items.size(); at++)
      rows.add(new StoredItem(items.get(at).version().hash(), run.items().get(at)));
    repository.insertItems(tx, run.id(), rows);
    repository.insertScores(tx, scores);
    repository.insertHolds(tx, run.id(), holds(tx, run.items(), earlier));
    record(
        tx,
        new Actor.Program(KIND),
        "scoring.finish",
        form.id(),
        Map.of("run", run.id().value(), "number", stored.number(), "hash", stored.resultHash()));
  }

  static String resultHash(List<StoredScore> scores) {
    return Sha256.hex(scores.stream().map(StoredScore::hash).collect(Collectors.joining("\n")));
  }

  private static StoredScore score(Computed run, Map<BookingId, Seat> seats, Marked marked) {
    var sitting = marked.taken().sitting();
    var booking = run.inputs().bookings().get(sitting);
    var id = run.id().value() + " " + sitting.value();
    return new StoredScore(
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
        run.id(),
        sitting,
        booking,
        seats.get(booking).candidate(),
        marked.taken().language(),
        marked.taken().day(),
        marked.taken().responses(),
        marked.points(),
        marked.result(),
        hash(run.id(), sitting, marked.points(), marked.result()));
  }

  /** What a score's hash is over. */
  private record Fixed(
      ScoringRunId run, SittingId sitting, List<BigDecimal> points, Result result) {}

  static String hash(ScoringRunId run, SittingId sitting, List<BigDecimal> points, Result result) {
    return Sha256.hex(Json.canonical(new Fixed(run, sitting, points, result)));
  }

  /** A decision of an earlier run, with the rule that the item was scored by. */
  private record Decided(StoredHold hold, Said said, KeyRule rule) {
    boolean keeps(ItemFigures item) {
      return said.verdict() == Hold.Verdict.KEEP
          && rule.equals(item.rule())
          && hold.flags().equals(item.holdingFlags())
          && !hold.flags().contains(ItemFigures.Flag.COMMENTS);
    }
  }

  /**
   * Items to look at. What was last decided stays decided where it was to keep the key, for the
   * same flags, and the item is scored by the same rule.
   */
  private List<StoredHold> holds(Tx tx, List<ItemFigures> items, List<StoredRun> earlier) {
    var decided = decided(tx, earlier);
    return items.stream()
        .filter(item -> item.counts() && item.rule().kind() != KeyRule.Kind.CREDIT_ALL)
        .filter(item -> !item.holdingFlags().isEmpty())
        .map(item -> hold(item, Optional.ofNullable(decided.get(item.version()))))
        .toList();
  }

  /** The newest decision about each item. */
  private Map<UUID, Decided> decided(Tx tx, List<StoredRun> earlier) {
    var newest = BinaryOperator.maxBy(Comparator.comparing((Decided one) -> one.said().by().at()));
    var decided = new HashMap<UUID, Decided>();
    for (var run : earlier)
      for (var hold : repository.holds(tx, run.id())) {
        var version = hold.version().value();
        var rule = run.keys().getOrDefault(version, KeyRule.AS_WRITTEN);
        hold.said()
            .ifPresent(said -> decided.merge(version, new Decided(hold, said, rule), newest));
      }
    return decided;
  }

  private static StoredHold hold(ItemFigures item, Optional<Decided> decided) {
    return new StoredHold(
        new ItemVersionId(item.version()),
        item.holdingFlags(),
        decided.filter(one -> one.keeps(item)).map(Decided::said));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, FormId form, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("form", form.value()), detail);
  }
}
