package org.rolewright.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;
import org.rolewright.study.ExclusionRule;
import org.rolewright.study.InclusionRule;
import org.rolewright.study.Protocol;
import org.rolewright.study.RatingScale;
import org.rolewright.study.RatingScale.Anchor;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyPlan;
import org.rolewright.study.WeightingRule;
import org.rolewright.survey.ClosedSurvey;
import org.rolewright.survey.ClosedSurvey.Channel;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.survey.Rating;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;
import org.rolewright.workshop.TaskListId;

/** A survey small enough to be computed by hand: scales of five points, tasks by domain. */
public final class SmallSurvey {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private final StudyId study = new StudyId(id(1));
  private final TaskList list;
  private final List<Response> responses = new ArrayList<>();
  private ExclusionRule exclusion = new ExclusionRule(0, false);
  private InclusionRule inclusion = new InclusionRule(InclusionRule.Kind.ALL, 1, 1, 0);
  private WeightingRule weighting =
      new WeightingRule(
          WeightingRule.Combination.PRODUCT_OF_MEANS, 0.5, WeightingRule.DomainRule.SUM);
  private long seed = 7;

  /**
   * @param sizes number of tasks of each domain
   */
  public SmallSurvey(int... sizes) {
    var domains = new ArrayList<TaskList.Domain>();
    int number = 0;
    for (int d = 0; d < sizes.length; d++) {
      var tasks = new ArrayList<TaskList.TaskStatement>();
      for (int t = 0; t < sizes[d]; t++, number++)
        tasks.add(
            new TaskList.TaskStatement(
                new TaskId(id(100 + number)), "D" + d + "." + t, "Task " + number, 1, ""));
      domains.add(new TaskList.Domain(new DomainId(id(10 + d)), "D" + d, "Domain " + d, "", tasks));
    }
    list = new TaskList(new TaskListId(id(2)), study, 1, domains, List.of(), "0".repeat(64), THEN);
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  /**
   * One answer: for each task {@code "53"} (importance 5, frequency 3), {@code "x"} (does not do
   * it) or {@code ""} (says nothing).
   */
  public SmallSurvey answer(String... tasks) {
    return answer(Channel.PERSONAL, Map.of(), tasks);
  }

  public SmallSurvey answer(Channel channel, Map<String, String> background, String... tasks) {
    var ratings = new HashMap<TaskId, Rating>();
    var all = list.tasks().map(TaskList.TaskStatement::id).toList();
    for (int t = 0; t < tasks.length; t++)
      if (!tasks[t].isEmpty()) ratings.put(all.get(t), rating(tasks[t]));
    responses.add(
        new Response(
            id(1000 + responses.size()),
            channel,
            ratings,
            background,
            Map.of("D0", "=1+1"),
            Optional.of(90)));
    return this;
  }

  private static Rating rating(String codes) {
    return codes.equals("x")
        ? new Rating(Optional.of(false), Optional.empty(), Optional.empty())
        : new Rating(Optional.of(true), code(codes, 0), code(codes, 1));
  }

  private static Optional<Integer> code(String codes, int at) {
    return Optional.of(codes.charAt(at) - '0');
  }

  public SmallSurvey excluding(ExclusionRule rule) {
    exclusion = rule;
    return this;
  }

  public SmallSurvey including(InclusionRule rule) {
    inclusion = rule;
    return this;
  }

  public SmallSurvey weighing(WeightingRule rule) {
    weighting = rule;
    return this;
  }

  public SmallSurvey drawing(long start) {
    seed = start;
    return this;
  }

  AnalysisInputs inputs() {
    var scales = List.of(scale(RatingScale.Kind.IMPORTANCE), scale(RatingScale.Kind.FREQUENCY));
    var protocol =
        new Protocol(
            Optional.of(Protocol.Raters.PEERS),
            "",
            scales,
            inclusion,
            exclusion,
            weighting,
            seed,
            199,
            Optional.empty());
    var plan = new StudyPlan(study, protocol, "1".repeat(64), THEN);
    int n = responses.size();
    var survey =
        new ClosedSurvey(
            new SurveyId(id(3)),
            study,
            list.id(),
            List.of(
                new ClosedSurvey.Question(
                    "region",
                    "Where?",
                    List.of(
                        new ClosedSurvey.Choice("north", "North"),
                        new ClosedSurvey.Choice("south", "South")))),
            new ClosedSurvey.Accounting(2 * n, n, 0, 0, 3, 1000),
            responses,
            Sha256.hex(responses.toString()),
            LocalDate.of(2026, 1, 2));
    return new AnalysisInputs(plan, list, survey);
  }

  private static RatingScale scale(RatingScale.Kind kind) {
    return new RatingScale(
        kind,
        "How?",
        IntStream.rangeClosed(1, 5).mapToObj(code -> new Anchor(code, "Point " + code)).toList());
  }

  public Findings findings() {
    return Analysis.of(inputs(), (_, _) -> {});
  }

  /** As the service would store it. */
  public AnalysisRun run() {
    var findings = findings();
    return new AnalysisRun(
        new AnalysisRunId(id(4)),
        study,
        inputs().survey().id(),
        list.id(),
        new AnalysisRun.Provenance(inputs().hash(), inputs().options(), "test"),
        findings,
        Sha256.hex(Json.canonical(findings)),
        THEN);
  }
}
