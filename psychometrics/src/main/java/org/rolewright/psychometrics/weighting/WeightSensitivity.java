package org.rolewright.psychometrics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.rating.Combination;
import org.rolewright.psychometrics.rating.TaskDescriptives;

/**
 * How domain weights move under every formula and every inclusion rule.
 *
 * <p>Weights as {@link BlueprintWeights}; a formula that gives none (standardised sums below 0)
 * stays in the table with its warning.
 *
 * @param rows one per inclusion rule, combination and domain rule
 * @param ranges for each domain the smallest and largest weight over all rows that have weights
 */
public record WeightSensitivity(List<Row> rows, List<Range> ranges) {

  /**
   * The choices to cross.
   *
   * @param inclusions which tasks are kept
   * @param combinations how ratings are combined
   * @param domainRules how they become weights; one that a combination cannot have is passed over
   */
  public record Choices(
      List<InclusionRule> inclusions,
      List<Combination> combinations,
      List<DomainRule> domainRules) {}

  /**
   * Weights under one set of choices.
   *
   * @param inclusion code of the inclusion rule
   * @param combination code of the combination
   * @param domainRule domain rule
   * @param keptTasks tasks kept
   * @param domainWeights in order; empty when no weights can be had
   * @param warnings of the weights
   */
  public record Row(
      String inclusion,
      String combination,
      DomainRule domainRule,
      int keptTasks,
      List<OptionalDouble> domainWeights,
      List<Warning> warnings) {}

  /** Smallest and largest weight of a domain. */
  public record Range(OptionalDouble smallest, OptionalDouble largest) {}

  /**
   * Crosses the choices.
   *
   * @param study ratings and outline; its own rules and kept tasks are not used
   * @param tasks the same ratings described
   * @param choices what to cross
   */
  public static WeightSensitivity of(
      WeightStudy study, List<TaskDescriptives> tasks, Choices choices) {
    var rows = new ArrayList<Row>();
    for (InclusionRule inclusion : choices.inclusions()) {
      boolean[] kept = Inclusion.of(tasks, inclusion).kept();
      for (Combination combination : choices.combinations()) {
        for (DomainRule rule : choices.domainRules()) {
          if (rule != DomainRule.RESPONDENT_SHARES || combination.isAverage()) {
            var outline = study.outline().keeping(kept);
            rows.add(row(inclusion, new WeightStudy(study.ratings(), outline, combination, rule)));
          }
        }
      }
    }
    return new WeightSensitivity(
        List.copyOf(rows),
        IntStream.range(0, study.outline().domains()).mapToObj(d -> range(rows, d)).toList());
  }

  private static Row row(InclusionRule inclusion, WeightStudy study) {
    var model = new WeightModel(study);
    double[] sums = model.total();
    double[] weights = model.weights(sums);
    int tasks = study.outline().tasks();
    return new Row(
        inclusion.code(),
        study.combination().code(),
        study.domainRule(),
        model.keptTasks().length,
        IntStream.range(tasks, weights.length).mapToObj(w -> Optionals.finite(weights[w])).toList(),
        BlueprintWeights.warnings(model, sums, weights));
  }

  private static Range range(List<Row> rows, int domain) {
    var known =
        rows.stream()
            .map(r -> r.domainWeights().get(domain))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return new Range(Arrays.stream(known).min(), Arrays.stream(known).max());
  }
}
