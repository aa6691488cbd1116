package org.rolewright.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Warning;
import org.rolewright.study.RatingScale;
import org.rolewright.study.WeightingRule;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * All numbers of an analysis. An empty number could not be computed; the warnings beside it say
 * why. Intervals cover 95 %.
 *
 * @param respondents who answered, and who counts
 * @param overall both scales over all tasks
 * @param reliability one per scale
 * @param domains in the order of the task list
 * @param tasks in the order of the task list
 */
public record Findings(
    Respondents respondents,
    Overall overall,
    List<Reliability> reliability,
    List<Domain> domains,
    List<Task> tasks,
    Weights weights) {

  /** Both scales over all tasks: respondents' own means described. */
  public record Overall(Scale importance, Scale frequency) {}

  /**
   * One scale on a task, a domain or everything.
   *
   * @param mean for more than one task: of the respondents' own means
   * @param modes the codes chosen most often over all ratings, ascending; none without ratings,
   *     empty in runs that were stored before modes were
   * @param categories how often each code was chosen, lowest first
   */
  public record Scale(
      Estimate mean,
      OptionalDouble sd,
      OptionalDouble median,
      Optional<List<Integer>> modes,
      List<Category> categories) {}

  /**
   * A code of a scale.
   *
   * @param share of the ratings given, 0 to 1
   */
  public record Category(int code, int count, double share) {}

  /**
   * Whether other respondents would give the same picture.
   *
   * @param coefficients intraclass correlations of the task profile: tasks are the objects
   * @param alpha Cronbach's alpha over all tasks, pairwise, with Feldt's interval
   * @param withThirtyMore ICC(2,k) foretold for 30 more respondents (Spearman–Brown)
   */
  public record Reliability(
      RatingScale.Kind scale,
      List<Coefficient> coefficients,
      OptionalDouble ratingsPerTask,
      SplitHalf splitHalf,
      Estimate alpha,
      OptionalDouble withThirtyMore) {

    /** The coefficient of a form such as {@code ICC2K}. */
    public Coefficient form(String form) {
      return coefficients.stream().filter(c -> c.form().equals(form)).findFirst().orElseThrow();
    }
  }

  /**
   * An intraclass correlation.
   *
   * @param form {@code ICC2}, {@code ICC3} (one respondent), {@code ICC2K}, {@code ICC3K} (the mean
   *     of all): 2 agreement, 3 consistency
   */
  public record Coefficient(String form, Estimate estimate) {}

  /**
   * Respondents halved at random, again and again.
   *
   * @param correlation mean correlation of the halves' task profiles
   * @param spearmanBrown stepped up to all respondents
   */
  public record SplitHalf(
      OptionalDouble correlation,
      OptionalDouble spearmanBrown,
      OptionalDouble lowest,
      OptionalDouble highest,
      int draws) {}

  /**
   * A domain.
   *
   * @param importanceAlpha Cronbach's alpha of its tasks, pairwise, with Feldt's interval
   * @param weight share of the blueprint, 0 to 1; empty when nothing can be weighed
   */
  public record Domain(
      DomainId domain,
      String code,
      String title,
      int tasks,
      int keptTasks,
      Scale importance,
      Scale frequency,
      Estimate importanceAlpha,
      Estimate frequencyAlpha,
      Optional<Estimate> weight) {}

  /**
   * A task.
   *
   * @param performing share of respondents who do it, 0 to 1
   * @param blank respondents who said nothing about it
   * @param importance by those who do it
   * @param frequency by those who do it
   * @param combined one rating by each rule
   * @param chosen the one by the protocol's rule
   * @param weight share of the blueprint, 0 to 1; empty when the task is not kept
   */
  public record Task(
      TaskId task,
      DomainId domain,
      String code,
      String text,
      Estimate performing,
      int blank,
      Scale importance,
      Scale frequency,
      List<Combined> combined,
      OptionalDouble chosen,
      Inclusion inclusion,
      Optional<Estimate> weight) {

    /** The combined rating by a rule. */
    public OptionalDouble combined(WeightingRule.Combination rule) {
      return combined.stream()
          .filter(c -> c.rule() == rule)
          .findFirst()
          .map(Combined::value)
          .orElse(OptionalDouble.empty());
    }
  }

  /** Importance and frequency made one. */
  public record Combined(WeightingRule.Combination rule, OptionalDouble value) {}

  /**
   * Whether a task stays.
   *
   * @param kept whether every check holds
   * @param borderline whether other respondents might have decided otherwise
   */
  public record Inclusion(boolean kept, boolean borderline, List<Check> checks) {}

  /**
   * One condition of the inclusion rule.
   *
   * @param cut least value, in the unit of the figure (shares 0 to 1)
   * @param borderline whether the interval of the figure covers the cut
   */
  public record Check(
      Figure figure,
      OptionalDouble value,
      Optional<Interval> interval,
      double cut,
      boolean holds,
      boolean borderline) {}

  /** What a condition looks at. */
  public enum Figure {
    IMPORTANCE,
    IMPORTANCE_LOWER_LIMIT,
    FREQUENCY,
    PERFORMING
  }

  /**
   * How weights came about and how they move.
   *
   * @param replicates bootstrap samples used
   * @param alternatives domain weights under other rules, the protocol's own first
   * @param ranges of each domain's weight over the alternatives
   */
  public record Weights(
      int used,
      int dropped,
      int replicates,
      List<Alternative> alternatives,
      List<Range> ranges,
      List<Warning> warnings) {}

  /**
   * Domain weights under other rules.
   *
   * @param inclusion which tasks are kept
   * @param combination how ratings are combined
   * @param domainWeights in the order of the domains; empty when no weights can be had
   */
  public record Alternative(
      Keeping inclusion,
      Combining combination,
      WeightingRule.DomainRule domainRule,
      int keptTasks,
      List<OptionalDouble> domainWeights) {}

  /** Inclusion rules that are compared. */
  public enum Keeping {
    PROTOCOL,
    ALL,
    ONET_CORE,
    OPM
  }

  /** Formulas that are compared. */
  public enum Combining {
    PRODUCT_OF_MEANS,
    MEAN_OF_PRODUCTS,
    ADDITIVE,
    IMPORTANCE_WEIGHTED,
    IMPORTANCE_ONLY
  }

  /** Smallest and greatest weight. */
  public record Range(OptionalDouble smallest, OptionalDouble greatest) {}
}
