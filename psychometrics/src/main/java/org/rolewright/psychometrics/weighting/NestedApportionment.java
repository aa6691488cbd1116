package org.rolewright.psychometrics.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;

/**
 * Items for domains, then for the tasks inside each, so that tasks always sum to their domain.
 *
 * <p>Domains are apportioned by the sums of their task weights; each domain's items are then
 * apportioned to its tasks by the same method. (Rounding all tasks at once would give other domain
 * totals.)
 *
 * <p>Special cases: a domain whose tasks all weigh 0 but has a minimum leaves its items without a
 * task, with {@link Warning.Kind#NOT_ATTAINABLE}.
 *
 * <p>Source: {@link Apportionment}.
 *
 * @param domains the allocation to domains
 * @param taskItems items of each task
 * @param taskResidues items − weight · total / Σ of all weights
 * @param warnings of both levels
 */
public record NestedApportionment(
    Apportionment.Result domains, int[] taskItems, double[] taskResidues, List<Warning> warnings) {

  /**
   * Allocates on both levels.
   *
   * @param taskWeights at least 0, not all 0
   * @param domain domain of each task, 0-based
   * @param total items to place
   * @param domainBounds bounds of each domain
   * @param rule method of both levels
   * @throws IllegalArgumentException as {@link Apportionment#allocate}
   */
  public static NestedApportionment of(
      double[] taskWeights,
      int[] domain,
      int total,
      Apportionment.Bounds domainBounds,
      Apportionment rule) {
    Arguments.sameLength(taskWeights.length, domain.length, "weights and domains");
    double[] domainWeights = new double[domainBounds.min().length];
    double sum = 0;
    for (int t = 0; t < domain.length; t++) {
      Arguments.require(
          domain[t] >= 0 && domain[t] < domainWeights.length, "no such domain", domain[t]);
      domainWeights[domain[t]] += taskWeights[t];
      sum += taskWeights[t];
    }
    var domains = rule.allocate(domainWeights, total, domainBounds);
    var warnings = new ArrayList<>(domains.warnings());
    int[] items = new int[domain.length];
    for (int d = 0; d < domainWeights.length; d++) {
      warnings.addAll(within(d, domains.items()[d], taskWeights, domain, rule, items));
    }
    double[] residues = new double[items.length];
    for (int t = 0; t < items.length; t++) {
      residues[t] = items[t] - taskWeights[t] * total / sum;
    }
    return new NestedApportionment(domains, items, residues, List.copyOf(warnings));
  }

  private static List<Warning> within(
      int d, int total, double[] weights, int[] domain, Apportionment rule, int[] items) {
    int[] tasks = IntStream.range(0, domain.length).filter(t -> domain[t] == d).toArray();
    double[] own = IntStream.of(tasks).mapToDouble(t -> weights[t]).toArray();
    OptionalInt some = IntStream.range(0, own.length).filter(i -> own[i] > 0).findFirst();
    if (some.isEmpty()) {
      return total == 0
          ? List.of()
          : List.of(Warning.of(Warning.Kind.NOT_ATTAINABLE, "domain " + (d + 1)));
    }
    var result = rule.allocate(own, total);
    for (int i = 0; i < tasks.length; i++) {
      items[tasks[i]] = result.items()[i];
    }
    return result.warnings().stream()
        .map(w -> Warning.of(w.kind(), "domain " + (d + 1) + ": " + w.subject()))
        .toList();
  }
}
