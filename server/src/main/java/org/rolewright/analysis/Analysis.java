package org.rolewright.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.jobs.JobWork.Progress;
import org.rolewright.psychometrics.rating.CombinedRatings;
import org.rolewright.psychometrics.rating.Descriptives;
import org.rolewright.psychometrics.rating.MeanInterval;
import org.rolewright.psychometrics.rating.TaskDescriptives;
import org.rolewright.psychometrics.weighting.Inclusion;
import org.rolewright.study.WeightingRule;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.workshop.TaskList;

/**
 * One analysis from its inputs to its findings; pure but for the telling of progress. What it draws
 * comes from the plan's seed, each use of chance with a generator split off in a fixed order.
 */
final class Analysis {
  private final AnalysisInputs inputs;
  private final Methods methods;
  private final Progress progress;
  private final ExclusionRules exclusions;
  private final List<Response> kept;
  private final SurveyRatings ratings;
  private final double[][] importance;
  private final double[][] frequency;

  private Analysis(AnalysisInputs inputs, Progress progress) {
    this.inputs = inputs;
    this.progress = progress;
    methods = new Methods(inputs.options());
    exclusions = new ExclusionRules(inputs.options().exclusion(), inputs.tasks());
    kept = exclusions.kept(inputs.survey().responses());
    if (kept.isEmpty()) throw new Refusal.BrokenRule("anAnalysisNeedsResponses");
    ratings = SurveyRatings.of(kept, inputs.tasks());
    importance = ratings.importance();
    frequency = ratings.frequency();
  }

  /**
   * Analyses.
   *
   * @throws Refusal.BrokenRule when no response is left
   */
  static Findings of(AnalysisInputs inputs, Progress progress) {
    progress.at(0.02, "analysis.step.reading");
    return new Analysis(inputs, progress).findings();
  }

  private Findings findings() {
    progress.at(0.05, "analysis.step.describing");
    var random = new SplittableRandom(inputs.options().seed());
    var described = TaskDescriptives.of(ratings.ratings(), Methods.CONFIDENCE);
    var inclusion = Inclusion.of(described, methods.inclusion());
    var respondents =
        new RespondentProfile(inputs.survey(), kept, Methods.CONFIDENCE)
            .describe(exclusions, ratings);
    progress.at(0.15, "analysis.step.reliability");
    var profile = new ProfileReliability(random.split().nextLong());
    var reliability = profile.both(importance, frequency);
    progress.at(0.35, "analysis.step.weights");
    var weighing = new Weighing(methods, ratings, described, inclusion);
    var weights = weighing.run(random.split(), progress);
    return new Findings(
        respondents,
        new Findings.Overall(
            scale(importance, inputs.options().importancePoints()),
            scale(frequency, inputs.options().frequencyPoints())),
        reliability,
        domains(inclusion, weights),
        tasks(described, inclusion, weights),
        weights.findings());
  }

  private List<Findings.Domain> domains(Inclusion inclusion, Weighing.Result weights) {
    var domains = new ArrayList<Findings.Domain>();
    for (var domain : inputs.tasks().domains()) {
      int d = domains.size();
      int[] tasks = ratings.tasksOf(d);
      var important = SurveyRatings.columns(importance, tasks);
      var frequent = SurveyRatings.columns(frequency, tasks);
      domains.add(
          new Findings.Domain(
              domain.id(),
              domain.code(),
              domain.title(),
              tasks.length,
              (int) Arrays.stream(tasks).filter(t -> inclusion.kept()[t]).count(),
              scale(important, inputs.options().importancePoints()),
              scale(frequent, inputs.options().frequencyPoints()),
              ProfileReliability.alpha(important),
              ProfileReliability.alpha(frequent),
              weights.domain(d)));
    }
    return List.copyOf(domains);
  }

  private List<Findings.Task> tasks(
      List<TaskDescriptives> described, Inclusion inclusion, Weighing.Result weights) {
    var combined =
        Arrays.stream(WeightingRule.Combination.values())
            .map(rule -> CombinedRatings.of(ratings.ratings(), methods.combination(rule)).values())
            .toList();
    var tasks = new ArrayList<Findings.Task>();
    for (var domain : inputs.tasks().domains())
      for (var task : domain.tasks()) {
        int t = tasks.size();
        var byRule =
            Arrays.stream(WeightingRule.Combination.values())
                .map(rule -> new Findings.Combined(rule, combined.get(rule.ordinal()).get(t)))
                .toList();
        tasks.add(task(domain, task, described.get(t), byRule, inclusion, weights));
      }
    return List.copyOf(tasks);
  }

  private Findings.Task task(
      TaskList.Domain domain,
      TaskList.TaskStatement task,
      TaskDescriptives described,
      List<Findings.Combined> combined,
      Inclusion inclusion,
      Weighing.Result weights) {
    int t = described.task();
    return new Findings.Task(
        task.id(),
        domain.id(),
        task.code(),
        task.text(),
        described.performing(),
        described.blank(),
        scale(described.importancePerformers(), inputs.options().importancePoints()),
        scale(described.frequencyPerformers(), inputs.options().frequencyPoints()),
        combined,
        combined.get(inputs.options().weighting().combination().ordinal()).value(),
        methods.inclusion(described, inclusion.decisions().get(t)),
        inclusion.kept()[t] ? weights.task(t) : Optional.empty());
  }

  /** Several tasks at once: the respondents' own means, and every rating by code. */
  private static Findings.Scale scale(double[][] ratings, int points) {
    var own = Descriptives.of(SurveyRatings.ownMeans(ratings));
    var all = Descriptives.of(Arrays.stream(ratings).flatMapToDouble(Arrays::stream).toArray());
    return new Findings.Scale(
        MeanInterval.of(own, Methods.CONFIDENCE),
        own.sd(),
        own.median(),
        modes(all),
        categories(all, points));
  }

  private static Findings.Scale scale(Descriptives ratings, int points) {
    return new Findings.Scale(
        MeanInterval.of(ratings, Methods.CONFIDENCE),
        ratings.sd(),
        ratings.median(),
        modes(ratings),
        categories(ratings, points));
  }

  private static Optional<List<Integer>> modes(Descriptives ratings) {
    return Optional.of(ratings.modes().stream().map(Double::intValue).toList());
  }

  /** Every code of the scale, also one that nobody chose. */
  private static List<Findings.Category> categories(Descriptives ratings, int points) {
    var categories = new ArrayList<Findings.Category>();
    for (int code = 1; code <= points; code++) {
      double wanted = code;
      categories.add(
          ratings.categories().stream()
              .filter(category -> category.value() == wanted)
              .map(found -> new Findings.Category((int) wanted, found.count(), found.share()))
              .findFirst()
              .orElse(new Findings.Category(code, 0, 0)));
    }
    return List.copyOf(categories);
  }
}
