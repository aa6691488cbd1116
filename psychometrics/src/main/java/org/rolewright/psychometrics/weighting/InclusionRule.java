package org.rolewright.psychometrics.weighting;

import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.rating.Descriptives;
import org.rolewright.psychometrics.rating.TaskDescriptives;

/**
 * A rule that keeps a task when every one of its conditions holds.
 *
 * <p>A figure that is not available fails its condition. A figure that equals the cut passes
 * (within 10⁻¹²) unless the condition says "above".
 *
 * @param code short name for records and reports
 * @param conditions all must hold; none keeps every task
 */
public record InclusionRule(String code, List<Condition> conditions) {
  private static final double NOISE = 1e-12;

  /**
   * One condition.
   *
   * @param figure name of the figure, for reports
   * @param of the figure of a task
   * @param cut the figure's least value
   * @param above whether the figure must exceed the cut
   */
  public record Condition(String figure, Figure of, double cut, boolean above) {

    boolean holds(OptionalDouble value) {
      if (value.isEmpty()) {
        return false;
      }
      double gap = value.getAsDouble() - cut;
      return above ? gap > NOISE : gap >= -NOISE;
    }
  }

  /** A figure of a task; empty when not available. */
  @FunctionalInterface
  public interface Figure {
    /** Reads the figure. */
    OptionalDouble of(TaskDescriptives task);
  }

  /** Copies the conditions. */
  public InclusionRule {
    conditions = List.copyOf(conditions);
  }

  /** Keeps every task. */
  public static InclusionRule everything() {
    return new InclusionRule("everything", List.of());
  }

  /** Mean importance among performers at least the cut. */
  public static InclusionRule meanImportance(double cut) {
    return new InclusionRule("mean-importance/" + cut, List.of(importance(cut)));
  }

  /** Proportion performing at least the cut, in [0, 1]. */
  public static InclusionRule performing(double cut) {
    return new InclusionRule("performing/" + cut, List.of(performing(cut, false)));
  }

  /** Both cuts together. */
  public static InclusionRule meanImportanceAndPerforming(double mean, double share) {
    return new InclusionRule(
        "mean-importance/" + mean + "+performing/" + share,
        List.of(importance(mean), performing(share, false)));
  }

  /**
   * Lower limit of the t interval of mean importance among performers at least the cut: kept only
   * when the evidence is clear. Needs two ratings.
   */
  public static InclusionRule importanceSurelyAbove(double cut, double confidence) {
    Arguments.confidence(confidence);
    Figure lower = task -> lowerLimit(task.importancePerformers(), confidence);
    return new InclusionRule(
        "importance-surely/" + cut,
        List.of(new Condition("lower limit of mean importance", lower, cut, false)));
  }

  /**
   * The rule of the US Office of Personnel Management: dropped when half or more do not perform it;
   * kept when mean importance and mean frequency, without "not performed", are both at least 3.0.
   */
  public static InclusionRule opm() {
    return new InclusionRule(
        "opm",
        List.of(
            performing(0.5, true),
            importance(3.0),
            new Condition("mean frequency", t -> t.frequencyPerformers().mean(), 3.0, false)));
  }

  /** The core rule of O*NET: relevant to at least 67 % and mean importance at least 3.0. */
  public static InclusionRule onetCore() {
    return new InclusionRule("onet-core", List.of(performing(0.67, false), importance(3.0)));
  }

  private static Condition importance(double cut) {
    return new Condition("mean importance", t -> t.importancePerformers().mean(), cut, false);
  }

  private static Condition performing(double cut, boolean above) {
    Arguments.proportion(cut, "proportion performing");
    return new Condition("proportion performing", t -> t.performing().value(), cut, above);
  }

  private static OptionalDouble lowerLimit(Descriptives d, double confidence) {
    return d.standardError().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            d.mean().getAsDouble()
                - Distributions.tTwoSided(confidence, d.n() - 1) * d.standardError().getAsDouble());
  }
}
