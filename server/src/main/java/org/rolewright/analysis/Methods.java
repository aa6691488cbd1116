package org.rolewright.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.analysis.Findings.Check;
import org.rolewright.analysis.Findings.Combining;
import org.rolewright.analysis.Findings.Figure;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.rating.Combination;
import org.rolewright.psychometrics.rating.MeanInterval;
import org.rolewright.psychometrics.rating.NotPerformed;
import org.rolewright.psychometrics.rating.TaskDescriptives;
import org.rolewright.psychometrics.weighting.DomainRule;
import org.rolewright.psychometrics.weighting.Inclusion;
import org.rolewright.psychometrics.weighting.InclusionRule;
import org.rolewright.study.WeightingRule;

/** The rules of the plan as the statistics know them. */
record Methods(AnalysisOptions options) {
  /** Coverage of every interval. */
  static final double CONFIDENCE = 0.95;

  /** How ratings are combined by the plan. */
  Combination combination() {
    return combination(options.weighting().combination());
  }

  Combination combination(WeightingRule.Combination rule) {
    return combination(Combining.valueOf(rule.name()));
  }

  /** The additive rules take each mean as a share of its scale. */
  Combination combination(Combining rule) {
    double importance = 1.0 / options.importancePoints();
    double frequency = 1.0 / options.frequencyPoints();
    double share = options.weighting().importanceShare();
    return switch (rule) {
      case PRODUCT_OF_MEANS -> Combination.productOfMeans();
      case MEAN_OF_PRODUCTS -> Combination.meanOfProducts(NotPerformed.EXCLUDED);
      case ADDITIVE -> Combination.additive(importance / 2, frequency / 2);
      case IMPORTANCE_WEIGHTED -> Combination.additive(share * importance, (1 - share) * frequency);
      case IMPORTANCE_ONLY -> Combination.meanImportance();
    };
  }

  /** How tasks become domains by the plan. */
  DomainRule domainRule() {
    return domainRule(options.weighting().domain());
  }

  /** The plan's rule as the statistics know it. */
  static DomainRule domainRule(WeightingRule.DomainRule rule) {
    return switch (rule) {
      case SUM -> DomainRule.SUM_OF_TASKS;
      case MEAN -> DomainRule.MEAN_OF_TASKS;
    };
  }

  /** Which tasks stay by the plan. */
  InclusionRule inclusion() {
    var rule = options.inclusion();
    double performing = rule.performingCut() / 100;
    return switch (rule.kind()) {
      case ALL -> InclusionRule.everything();
      case IMPORTANCE -> InclusionRule.meanImportance(rule.importanceCut());
      case IMPORTANCE_LOWER_LIMIT ->
          InclusionRule.importanceSurelyAbove(rule.importanceCut(), CONFIDENCE);
      case PERFORMING -> InclusionRule.performing(performing);
      case IMPORTANCE_AND_PERFORMING ->
          InclusionRule.meanImportanceAndPerforming(rule.importanceCut(), performing);
      case IMPORTANCE_AND_FREQUENCY -> importanceAndFrequency();
    };
  }

  private InclusionRule importanceAndFrequency() {
    var rule = options.inclusion();
    var conditions =
        new ArrayList<>(InclusionRule.meanImportance(rule.importanceCut()).conditions());
    conditions.add(
        new InclusionRule.Condition(
            "mean frequency",
            task -> task.frequencyPerformers().mean(),
            rule.frequencyCut(),
            false));
    return new InclusionRule("mean-importance+mean-frequency", conditions);
  }

  /** What the conditions of {@link #inclusion} look at, in their order. */
  private List<Figure> figures() {
    return switch (options.inclusion().kind()) {
      case ALL -> List.of();
      case IMPORTANCE -> List.of(Figure.IMPORTANCE);
      case IMPORTANCE_LOWER_LIMIT -> List.of(Figure.IMPORTANCE_LOWER_LIMIT);
      case PERFORMING -> List.of(Figure.PERFORMING);
      case IMPORTANCE_AND_PERFORMING -> List.of(Figure.IMPORTANCE, Figure.PERFORMING);
      case IMPORTANCE_AND_FREQUENCY -> List.of(Figure.IMPORTANCE, Figure.FREQUENCY);
    };
  }

  /**
   * A decision with what it rests on. Borderline is a task whose fate other respondents might have
   * changed: some condition's interval covers its cut, and no other condition fails clearly.
   */
  Findings.Inclusion inclusion(TaskDescriptives task, Inclusion.Decision decision) {
    var checks = new ArrayList<Check>();
    for (int i = 0; i < decision.checks().size(); i++)
      checks.add(check(task, figures().get(i), decision.checks().get(i)));
    boolean borderline =
        checks.stream().anyMatch(Check::borderline)
            && checks.stream().allMatch(check -> check.holds() || check.borderline());
    return new Findings.Inclusion(decision.kept(), borderline, List.copyOf(checks));
  }

  private static Check check(TaskDescriptives task, Figure figure, Inclusion.Check check) {
    var interval = estimate(task, figure).interval();
    return new Check(
        figure,
        check.value(),
        interval,
        check.cut(),
        check.holds(),
        interval.filter(limits -> limits.contains(check.cut())).isPresent());
  }

  private static Estimate estimate(TaskDescriptives task, Figure figure) {
    return switch (figure) {
      case IMPORTANCE, IMPORTANCE_LOWER_LIMIT ->
          MeanInterval.of(task.importancePerformers(), CONFIDENCE);
      case FREQUENCY -> MeanInterval.of(task.frequencyPerformers(), CONFIDENCE);
      case PERFORMING -> task.performing();
    };
  }

  /** Unknown is {@code NaN} for the statistics. */
  static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }
}
