package org.rolewright.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.rolewright.analysis.Findings.Combining;
import org.rolewright.analysis.Findings.Keeping;
import org.rolewright.platform.jobs.JobWork.Progress;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.rating.TaskDescriptives;
import org.rolewright.psychometrics.weighting.BlueprintWeights;
import org.rolewright.psychometrics.weighting.Inclusion;
import org.rolewright.psychometrics.weighting.InclusionRule;
import org.rolewright.psychometrics.weighting.Outline;
import org.rolewright.psychometrics.weighting.WeightBootstrap;
import org.rolewright.psychometrics.weighting.WeightSensitivity;
import org.rolewright.psychometrics.weighting.WeightStudy;
import org.rolewright.study.WeightingRule;

/** Weights by the plan's rule with their uncertainty, and by other rules beside it. */
record Weighing(
    Methods methods, SurveyRatings ratings, List<TaskDescriptives> described, Inclusion inclusion) {

  /** Weights with errors, and how they move; the bootstrap is empty when no task is kept. */
  record Result(
      Optional<WeightBootstrap.Result> bootstrap,
      BlueprintWeights point,
      Findings.Weights findings) {

    Optional<Estimate> task(int t) {
      return bootstrap.map(spreads -> estimate(spreads.tasks().get(t)));
    }

    /** A domain without a kept task weighs 0. */
    Optional<Estimate> domain(int d) {
      return bootstrap.map(spreads -> estimate(spreads.domains().get(d)));
    }

    private Estimate estimate(WeightBootstrap.Spread spread) {
      return new Estimate(
          spread.estimate(),
          point.used(),
          point.dropped(),
          spread.standardError(),
          spread.percentile(),
          List.of());
    }
  }

  Result run(SplittableGenerator random, Progress progress) {
    var study =
        new WeightStudy(
            ratings.ratings(),
            Outline.of(ratings.domains()).keeping(inclusion.kept()),
            methods.combination(),
            methods.domainRule());
    var point = BlueprintWeights.of(study);
    var bootstrap =
        Optional.of(study)
            .filter(_ -> anyKept())
            .map(weighed -> bootstrap(weighed, random, progress));
    progress.at(0.95, "analysis.step.sensitivity");
    return new Result(bootstrap, point, findings(study, point, bootstrap));
  }

  private boolean anyKept() {
    return inclusion.decisions().stream().anyMatch(Inclusion.Decision::kept);
  }

  private WeightBootstrap.Result bootstrap(
      WeightStudy study, SplittableGenerator random, Progress progress) {
    int replicates = methods.options().replicates();
    return WeightBootstrap.withDefaults()
        .withReplicates(replicates)
        .withConfidence(Methods.CONFIDENCE)
        .run(
            study,
            random,
            done -> progress.at(0.35 + 0.6 * done / replicates, "analysis.step.weights"));
  }

  private Findings.Weights findings(
      WeightStudy study, BlueprintWeights point, Optional<WeightBootstrap.Result> bootstrap) {
    var choices =
        new WeightSensitivity.Choices(
            Arrays.stream(Keeping.values()).map(this::rule).toList(),
            Arrays.stream(Combining.values()).map(methods::combination).toList(),
            Arrays.stream(WeightingRule.DomainRule.values()).map(Methods::domainRule).toList());
    var sensitivity = WeightSensitivity.of(study, described, choices);
    return new Findings.Weights(
        point.used(),
        point.dropped(),
        bootstrap.map(WeightBootstrap.Result::replicates).orElse(0),
        alternatives(sensitivity.rows()),
        sensitivity.ranges().stream()
            .map(range -> new Findings.Range(range.smallest(), range.largest()))
            .toList(),
        point.warnings());
  }

  private InclusionRule rule(Keeping keeping) {
    return switch (keeping) {
      case PROTOCOL -> methods.inclusion();
      case ALL -> InclusionRule.everything();
      case ONET_CORE -> InclusionRule.onetCore();
      case OPM -> InclusionRule.opm();
    };
  }

  /** The rows come inclusion by inclusion, within it formula by formula, then domain rule. */
  private static List<Findings.Alternative> alternatives(List<WeightSensitivity.Row> rows) {
    var alternatives = new ArrayList<Findings.Alternative>();
    for (var inclusion : Keeping.values())
      for (var combination : Combining.values())
        for (var domain : WeightingRule.DomainRule.values()) {
          var row = rows.get(alternatives.size());
          alternatives.add(
              new Findings.Alternative(
                  inclusion, combination, domain, row.keptTasks(), row.domainWeights()));
        }
    return List.copyOf(alternatives);
  }
}
