package org.rolewright.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.appraisal.RunAnalysis;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.PublishedForm;
import org.rolewright.itembank.ItembankService;
import org.rolewright.marking.MarkingService;
import org.rolewright.marking.Result;
import org.rolewright.marking.Scorer;
import org.rolewright.marking.Scorer.Marked;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.RunView.DomainName;
import org.rolewright.scoring.Score.DomainScore;
import org.rolewright.scoring.ScoringRepository.Mark;
import org.rolewright.scoring.ScoringRepository.StoredItem;
import org.rolewright.scoring.ScoringRepository.StoredRun;
import org.rolewright.scoring.ScoringRepository.StoredScore;
import org.rolewright.standard.StandardService;
import org.rolewright.study.StudyId;
import org.rolewright.submission.SubmissionService;

/** Runs over the sittings of a form, and what they found. */
public final class ScoringService {
  private final Database database;
  private final Sources sources;
  private final ScoringRepository repository = new ScoringRepository();

  /** The earlier stages that are read. */
  public record Sources(
      AccessService access,
      BlueprintService blueprints,
      ItembankService itembanks,
      FormService forms,
      StandardService standards,
      CandidacyService candidacies,
      SubmissionService submissions,
      MarkingService marking) {}

  /** A published form with its runs. */
  public record FormRuns(
      FormId id, String code, boolean retired, int sittings, boolean cut, List<ScoringRun> runs) {}

  public ScoringService(Database database, Sources sources) {
    this.database = database;
    this.sources = sources;
  }

  /** Published forms of a study with their runs, the newest first. */
  public List<FormRuns> listForms(Actor actor, StudyId study) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx ->
        sources.forms().listForms(tx, study).stream()
            .filter(form -> form.published().isPresent())
            .map(form -> sources.forms().published(tx, form.id()))
            .map(form -> runs(tx, form))
            .toList());
  }

  private FormRuns runs(Tx tx, PublishedForm form) {
    return new FormRuns(
        form.id(),
        form.code(),
        form.retired(),
        sources.submissions().count(tx, form.id()),
        sources.standards().findAdopted(tx, form.id()).isPresent(),
        repository.ofForm(tx, form.id()).stream().map(run -> whole(tx, run)).toList());
  }

  /** A run with what the items did and what is held. */
  public RunView view(Actor actor, ScoringRunId id) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> view(tx, id));
  }

  public RunView view(Tx tx, ScoringRunId id) {
    return view(tx, run(tx, id));
  }

  private RunView view(Tx tx, ScoringRun run) {
    var form = sources.forms().published(tx, run.form());
    return new RunView(
        run,
        form.code(),
        form.study(),
        repository.ofForm(tx, run.form()).getFirst().id().equals(run.id()),
        run.cut().map(run.scale()::line),
        domains(tx, form),
        repository.items(tx, run.id()).stream().map(StoredItem::figures).toList(),
        listHolds(tx, run.id()));
  }

  /** The run whose scores of a form are in force. */
  public Optional<RunView> findInForce(Tx tx, FormId form) {
    return repository.inForce(tx, form).map(run -> view(tx, whole(tx, run)));
  }

  private List<DomainName> domains(Tx tx, PublishedForm form) {
    return sources.blueprints().blueprint(tx, form.blueprint()).outline().domains().stream()
        .map(domain -> new DomainName(domain.domain(), domain.code(), domain.title()))
        .toList();
  }

  private List<Hold> listHolds(Tx tx, ScoringRunId run) {
    return repository.holds(tx, run).stream()
        .map(hold ->
            new Hold(
                hold.version(),
                hold.flags(),
                hold.said()
                    .map(said ->
                        new Hold.Decision(
                            said.verdict(), said.reason(), signature(tx, said.by())))))
        .toList();
  }

  /** Scores of a run, by sitting; whose they are is not said. */
  public List<ScoreLine> scores(Actor actor, ScoringRunId id) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> scores(tx, id));
  }

  /** Scores of a run, by sitting. */
  public List<ScoreLine> scores(Tx tx, ScoringRunId id) {
    return repository.scores(tx, stored(tx, id).id()).stream()
        .map(one -> new ScoreLine(one.sitting().value(), one.satOn(), one.result(), one.hash()))
        .toList();
  }

  /** Statistics of each form by calendar year, over scores in force, the newest year first. */
  public List<AnnualRow> years(Actor actor, StudyId study) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> years(tx, study));
  }

  /** Statistics of each form by calendar year, the newest year first. */
  public List<AnnualRow> years(Tx tx, StudyId study) {
    return sources.forms().listForms(tx, study).stream()
        .flatMap(form -> repository.inForce(tx, form.id()).stream())
        .flatMap(run -> years(tx, run).stream())
        .sorted(Comparator.comparing(AnnualRow::year).reversed().thenComparing(AnnualRow::form))
        .toList();
  }

  private List<AnnualRow> years(Tx tx, StoredRun run) {
    var form = sources.forms().published(tx, run.form());
    var items = new Intake(sources).items(tx, form, run.keys());
    var scorer = new Scorer(items, run.cut(), run.scale());
    Map<Integer, List<Marked>> byYear =
        repository.scores(tx, run.id()).stream()
            .collect(
                Collectors.groupingBy(
                    score -> score.satOn().getYear(),
                    Collectors.mapping(StoredScore::marked, Collectors.toList())));
    var cut = run.cut().orElseThrow();
    return byYear.entrySet().stream()
        .map(year ->
            new AnnualRow(
                year.getKey(),
                form.id(),
                form.code(),
                run.number(),
                cut,
                run.scale(),
                new RunAnalysis(scorer, year.getValue()).figures()))
        .toList();
  }

  /** Scores that a run changes, or changed when it was released. */
  public List<ScoreChange> changes(Actor actor, ScoringRunId id) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> {
      var run = stored(tx, id);
      var earlier =
          run.state() == ScoringRun.State.COMPUTED
              ? repository.inForce(tx, run.form())
              : repository.before(tx, id);
      return earlier.map(one -> changes(tx, one.id(), id)).orElse(List.of());
    });
  }

  private List<ScoreChange> changes(Tx tx, ScoringRunId from, ScoringRunId to) {
    Map<SittingId, Result> before =
        repository.scores(tx, from).stream()
            .collect(Collectors.toMap(StoredScore::sitting, StoredScore::result));
    return repository.scores(tx, to).stream()
        .filter(score -> before.containsKey(score.sitting()))
        .map(score ->
            ScoreChange.of(score.sitting().value(), before.get(score.sitting()), score.result()))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  /** The newest run of a form, released or not. */
  public Optional<RawScores> findNewest(Tx tx, FormId form) {
    return repository.ofForm(tx, form).stream()
        .findFirst()
        .map(run -> new RawScores(whole(tx, run), repository.points(tx, run.id())));
  }

  /** Where the runs of a study stand. */
  public List<ScoringRun.State> listStates(Tx tx, StudyId study) {
    return sources.forms().listForms(tx, study).stream()
        .flatMap(form -> repository.ofForm(tx, form.id()).stream())
        .map(StoredRun::state)
        .toList();
  }

  /** The score in force of a sitting. */
  public Optional<Score> findReleased(Tx tx, SittingId sitting) {
    return repository.inForce(tx, sitting).map(score -> published(tx, score));
  }

  /** A score that was released, whether in force still or not. */
  public Score score(Tx tx, UUID id) {
    return repository
        .score(tx, id)
        .map(score -> published(tx, score))
        .orElseThrow(() -> new Refusal.NotFound("result"));
  }

  /** Scores in force of a candidate, the newest sitting first. */
  public List<Score> listReleased(Tx tx, CandidateId candidate) {
    return repository.inForce(tx, candidate).stream()
        .map(score -> published(tx, score))
        .sorted(Comparator.comparing(Score::satOn).reversed())
        .toList();
  }

  /** Scores in force of a study. */
  public List<Score> listReleased(Tx tx, StudyId study) {
    return sources.forms().listForms(tx, study).stream()
        .flatMap(form -> repository.inForce(tx, form.id()).stream())
        .flatMap(
            run -> repository.scores(tx, run.id()).stream().map(score -> published(score, run)))
        .toList();
  }

  /** Runs of all forms that were ever released, in order. */
  public List<ScoringRun> listReleasedRuns(Tx tx) {
    return repository.everReleased(tx).stream().map(run -> whole(tx, run)).toList();
  }

  /** Scores of a released run, with those that they replaced. */
  public List<ReleasedScore> listReleased(Tx tx, ScoringRunId id) {
    var run = stored(tx, id);
    Map<SittingId, Result> before =
        repository.before(tx, id).stream()
            .flatMap(one -> repository.scores(tx, one.id()).stream())
            .collect(Collectors.toMap(StoredScore::sitting, StoredScore::result));
    return repository.scores(tx, id).stream()
        .map(score ->
            new ReleasedScore(
                published(score, run), Optional.ofNullable(before.get(score.sitting()))))
        .toList();
  }

  private Score published(Tx tx, StoredScore score) {
    return published(score, stored(tx, score.run()));
  }

  private static Score published(StoredScore score, StoredRun run) {
    var cut = run.cut().orElseThrow();
    var errors = run.figures().errors();
    var result = score.result();
    return new Score(
        score.id(),
        run.id(),
        score.sitting(),
        score.booking(),
        score.candidate(),
        run.form(),
        cut.id(),
        score.language(),
        score.satOn(),
        result.raw(),
        result.maximum(),
        cut.raw(),
        result.scaled().orElseThrow(),
        result.passed().orElseThrow(),
        errors.sem(),
        errors.atCut(),
        RunAnalysis.borderline(cut, errors.atCut(), result.raw()),
        result.domains().stream().map(domain -> domain(domain, run.figures())).toList(),
        run.released().orElseThrow().at(),
        score.hash());
  }

  private static DomainScore domain(Result.DomainPoints points, RunFigures figures) {
    var known = figures.domain(points.domain());
    return new DomainScore(
        points.domain(),
        points.raw(),
        points.maximum(),
        known.map(RunFigures.Domain::sem).orElse(OptionalDouble.empty()),
        known.filter(RunFigures.Domain::reliable).isPresent());
  }

  public ScoringRun run(Tx tx, ScoringRunId id) {
    return whole(tx, stored(tx, id));
  }

  private StoredRun stored(Tx tx, ScoringRunId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("scoringRun"));
  }

  private ScoringRun whole(Tx tx, StoredRun run) {
    return new ScoringRun(
        run.id(),
        run.form(),
        run.formChecksum(),
        run.number(),
        run.state(),
        run.reason(),
        run.cut(),
        run.scale(),
        run.keys(),
        run.figures(),
        run.inputHash(),
        run.resultHash(),
        run.software(),
        signature(tx, run.made()),
        run.signed().map(mark -> signature(tx, mark)),
        run.released().map(mark -> signature(tx, mark)),
        run.replacedBy());
  }

  private Signature signature(Tx tx, Mark mark) {
    PersonId person = mark.person();
    return new Signature(person, sources.access().name(tx, person), mark.at());
  }
}
