package org.rolewright.result;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.eligibility.Candidate;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.form.FormService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.result.ResultRepository.Decided;
import org.rolewright.result.ResultRepository.Stored;
import org.rolewright.scoring.Score;
import org.rolewright.scoring.ScoringService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Results as candidates see them, and what they ask about them. */
public final class ResultService {
  private static final Duration TO_ASK = Duration.ofDays(30);
  private static final Duration TO_ANSWER = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Sources sources;
  private final ResultLetters letters;
  private final ResultPrinter printer;
  private final ResultRepository repository = new ResultRepository();

  /** The earlier stages that are read. */
  public record Sources(
      AccessService access,
      StudyService studies,
      BlueprintService blueprints,
      FormService forms,
      EligibilityService eligibility,
      ScoringService scoring) {}

  /** What a candidate asks, and why. */
  public record AskInput(ResultRequest.Kind kind, String reason) {}

  /** What is answered. */
  public record AnswerInput(ResultRequest.Outcome outcome, String answer) {}

  /** A request in the list of those who answer. */
  public record RequestLine(
      ResultRequest request, String name, boolean passed, boolean mayDecide) {}

  public ResultService(
      Database database,
      InstantSource clock,
      AuditService audit,
      Texts texts,
      Sources sources,
      ResultLetters letters) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.sources = sources;
    this.letters = letters;
    printer = new ResultPrinter(texts);
  }

  /** The candidate's own results, the newest first. */
  List<ResultView> views(Actor visitor, String token) {
    return database.transaction(tx -> views(tx, sources.eligibility.candidate(tx, token)));
  }

  private List<ResultView> views(Tx tx, Candidate candidate) {
    var asked = repository.ofCandidate(tx, candidate.id());
    return sources.scoring.listReleased(tx, candidate.id()).stream()
        .map(score -> view(tx, candidate, score, asked))
        .toList();
  }

  /** One of them as a document. */
  byte[] report(Actor visitor, String token, UUID score, Language language) {
    var view =
        views(visitor, token).stream()
            .filter(one -> one.id().equals(score))
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("result"));
    return printer.print(view, language);
  }

  private ResultView view(Tx tx, Candidate candidate, Score score, List<Stored> asked) {
    var own =
        asked.stream()
            .filter(one -> sources.scoring.score(tx, one.score()).sitting().equals(score.sitting()))
            .toList();
    return new ResultView(
        score.id(),
        sources.studies.study(tx, candidate.study()).title(),
        candidate.name(),
        score.satOn(),
        day(score.releasedAt()),
        score.passed(),
        Optional.of(score).filter(one -> !one.passed()).map(one -> diagnosis(tx, one)),
        askUntil(score.releasedAt()),
        mayAsk(score.releasedAt(), clock.instant()),
        own.stream().map(ResultService::asked).toList());
  }

  private static LocalDate askUntil(Instant released) {
    return day(released.plus(TO_ASK));
  }

  /** Until the end of the last day. */
  static boolean mayAsk(Instant released, Instant now) {
    return !day(now).isAfter(askUntil(released));
  }

  private ResultView.Diagnosis diagnosis(Tx tx, Score score) {
    var scale = sources.scoring.run(tx, score.run()).scale();
    var form = sources.forms.published(tx, score.form());
    var scores =
        score.domains().stream()
            .collect(Collectors.toMap(Score.DomainScore::domain, Function.identity()));
    var needed = score.cut().doubleValue() / score.maximum().doubleValue();
    return new ResultView.Diagnosis(
        score.scaled(),
        scale.passing(),
        scale.minimum(),
        scale.maximum(),
        sources.blueprints.blueprint(tx, form.blueprint()).outline().domains().stream()
            .filter(one -> scores.containsKey(one.domain().value()))
            .map(one -> domain(one.title(), scores.get(one.domain().value()), needed))
            .toList());
  }

  private static ResultView.Domain domain(String title, Score.DomainScore score, double needed) {
    return new ResultView.Domain(
        title, score.maximum().intValue(), level(score, needed), score.reliable());
  }

  /** Near is within one standard error of the domain; without one, anything but the same is far. */
  static ResultView.Level level(Score.DomainScore score, double needed) {
    var maximum = score.maximum().doubleValue();
    var above = score.raw().doubleValue() - needed * maximum;
    if (Math.abs(above) < score.error().orElse(0)) return ResultView.Level.NEAR;
    return above >= 0 ? ResultView.Level.REACHED : ResultView.Level.BELOW;
  }

  private static ResultView.AskedView asked(Stored request) {
    return new ResultView.AskedView(
        request.id(),
        request.kind(),
        request.reason(),
        request.madeAt(),
        request.answerDue(),
        request
            .decided()
            .map(one -> new ResultView.AnswerView(one.outcome(), one.answer(), one.at())));
  }

  /** Asks to have a score verified, or appeals; a second time, as a retry does, is once. */
  List<ResultView> ask(Actor visitor, String token, UUID score, UUID id, AskInput input) {
    return database.transaction(tx -> {
      var candidate = sources.eligibility.lockCandidate(tx, token);
      var own =
          sources.scoring.listReleased(tx, candidate.id()).stream()
              .filter(one -> one.id().equals(score))
              .findFirst()
              .orElseThrow(() -> new Refusal.NotFound("result"));
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      if (!mayAsk(own.releasedAt(), now)) throw new Refusal.Conflict("askedTooLate");
      var request =
          new Stored(
              id,
              score,
              candidate.id(),
              input.kind(),
              input.reason(),
              now,
              day(now.plus(TO_ANSWER)),
              Optional.empty());
      if (repository.insert(tx, request))
        record(tx, visitor, "result.ask", request, Map.of("kind", input.kind().code()));
      return views(tx, candidate);
    });
  }

  /** What candidates of a study asked, what waits first. */
  public List<RequestLine> listRequests(Actor actor, StudyId study) {
    Permission.SCORE_EXAMS.require(actor);
    return database.transaction(tx -> {
      Map<Object, Candidate> candidates =
          sources.eligibility.listCandidates(tx, study).stream()
              .collect(Collectors.toMap(Candidate::id, Function.identity()));
      var ids = candidates.values().stream().map(Candidate::id).toList();
      return repository.ofCandidates(tx, ids).stream()
          .map(one -> line(tx, actor, one, candidates.get(one.candidate()).name()))
          .toList();
    });
  }

  private RequestLine line(Tx tx, Actor actor, Stored request, String name) {
    var score = sources.scoring.score(tx, request.score());
    return new RequestLine(
        whole(tx, request), name, score.passed(), mayDecide(tx, actor, request.score()));
  }

  /** Answers a request, and tells the candidate so; who signed or released the scores does not. */
  public ResultRequest decide(Actor actor, UUID id, AnswerInput input) {
    Permission.SCORE_EXAMS.require(actor);
    return database.transaction(tx -> {
      var request = repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("request"));
      if (request.decided().isPresent())
        throw new Refusal.Conflict("a_request_about_a_result_stays");
      if (!mayDecide(tx, actor, request.score())) throw new Refusal.Conflict("signersDoNotAnswer");
      var by = actor.person().orElseThrow(Refusal.NotSignedIn::new);
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      repository.decide(tx, id, new Decided(input.outcome(), input.answer(), by, now));
      letters.answered(tx, request.candidate());
      record(tx, actor, "result.answer", request, Map.of("outcome", input.outcome().code()));
      return whole(tx, repository.lock(tx, id).orElseThrow());
    });
  }

  private boolean mayDecide(Tx tx, Actor actor, UUID score) {
    var run = sources.scoring.run(tx, sources.scoring.score(tx, score).run());
    var signers =
        java.util.stream.Stream.of(run.signed(), run.released())
            .flatMap(Optional::stream)
            .map(Signature::person)
            .toList();
    return actor.person().filter(person -> !signers.contains(person)).isPresent();
  }

  private ResultRequest whole(Tx tx, Stored request) {
    return new ResultRequest(
        request.id(),
        request.score(),
        request.candidate(),
        request.kind(),
        request.reason(),
        request.madeAt(),
        request.answerDue(),
        request
            .decided()
            .map(one ->
                new ResultRequest.Answer(
                    one.outcome(),
                    one.answer(),
                    new Signature(one.by(), sources.access.name(tx, one.by()), one.at()))));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private void record(Tx tx, Actor actor, String action, Stored request, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("score", request.score()), detail);
  }
}
