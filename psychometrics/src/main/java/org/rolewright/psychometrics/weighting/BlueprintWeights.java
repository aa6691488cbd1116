package org.rolewright.psychometrics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;

/**
 * Weights of tasks and domains with their linearised standard errors.
 *
 * <p>Weights by {@link DomainRule} of the ratings combined by the study's rule. Error by
 * linearisation: every respondent's influence on a weight to first order, u_r, and SE = SD(u)/√n;
 * for a stratified sample SE² = Σ n_h s²_h(u) / n². For the mean of products this is e_rt = (p_rt −
 * c_t)/(share valid), u_r = (Σ_{t∈d} e_rt − W_d Σ_t e_rt)/Σc. Interval: weight ± z·SE cut to [0,
 * 1].
 *
 * <p>Missing: as the combination says. A kept task without a usable respondent gets weight 0 with
 * {@link Warning.Kind#NO_DATA}; a domain without kept tasks gets 0.
 *
 * <p>Special cases: combined ratings below 0 (standardised sums) or all 0 give no weights ({@link
 * Warning.Kind#OUT_OF_BOUNDS} or {@link Warning.Kind#NO_DATA}); one respondent gives weights
 * without errors ({@link Warning.Kind#ONE_RATER}).
 *
 * <p>Source: Cochran (1977), Sampling Techniques, chapter 6; Raymond &amp; Neustel (2006). Checked
 * against R 4.2.2.
 *
 * @param combination code of the rule that combined the ratings
 * @param domainRule the rule that made weights
 * @param tasks one per task in order
 * @param domains one per domain in order
 * @param used respondents who count for at least one kept task
 * @param dropped respondents who count for none
 * @param warnings what a reader must know
 */
public record BlueprintWeights(
    String combination,
    DomainRule domainRule,
    List<TaskWeight> tasks,
    List<DomainWeight> domains,
    int used,
    int dropped,
    List<Warning> warnings) {

  /**
   * A share of the blueprint.
   *
   * @param value in [0, 1]; empty when no weights can be had
   * @param standardError linearised; empty with fewer than two respondents
   * @param interval value ± z·SE inside [0, 1]
   */
  public record Weight(
      OptionalDouble value, OptionalDouble standardError, Optional<Interval> interval) {}

  /**
   * One task.
   *
   * @param kept whether it enters the blueprint; weight 0 when not
   * @param combined its combined rating; empty when not kept or without data
   * @param weight its share
   */
  public record TaskWeight(boolean kept, OptionalDouble combined, Weight weight) {}

  /**
   * One domain.
   *
   * @param keptTasks number of kept tasks
   * @param weight its share
   */
  public record DomainWeight(int keptTasks, Weight weight) {}

  /** Weights of a simple sample, with 95 % intervals. */
  public static BlueprintWeights of(WeightStudy study) {
    return of(study, new int[study.ratings().respondents()], 0.95);
  }

  /**
   * Weights of a stratified sample.
   *
   * @param study ratings, outline and rules
   * @param strata stratum of each respondent
   * @param confidence inside (0, 1)
   * @throws IllegalArgumentException for strata of another length
   */
  public static BlueprintWeights of(WeightStudy study, int[] strata, double confidence) {
    Arguments.sameLength(study.ratings().respondents(), strata.length, "respondents and strata");
    Arguments.confidence(confidence);
    var model = new WeightModel(study);
    double[] sums = model.total();
    double[] values = model.weights(sums);
    double[][] influence = model.influence(sums);
    double z = Distributions.normalTwoSided(confidence);
    var weights = new ArrayList<Weight>();
    for (int w = 0; w < values.length; w++) {
      weights.add(weight(values[w], standardError(influence[w], strata), z, confidence));
    }
    int tasks = study.outline().tasks();
    return new BlueprintWeights(
        study.combination().code(),
        study.domainRule(),
        tasks(study, model, sums, weights),
        IntStream.range(0, study.outline().domains())
            .mapToObj(d -> new DomainWeight(kept(study.outline(), d), weights.get(tasks + d)))
            .toList(),
        model.used(),
        model.respondents - model.used(),
        warnings(model, sums, values));
  }

  /** The weights of the domains, in order; empty ones where no weights can be had. */
  public List<OptionalDouble> domainValues() {
    return domains.stream().map(d -> d.weight().value()).toList();
  }

  /** The weights of the tasks, in order. */
  public List<OptionalDouble> taskValues() {
    return tasks.stream().map(t -> t.weight().value()).toList();
  }

  private static Weight weight(double value, double se, double z, double confidence) {
    boolean known = Double.isFinite(value) && Double.isFinite(se);
    return new Weight(
        Optionals.finite(value),
        known ? OptionalDouble.of(se) : OptionalDouble.empty(),
        known
            ? Optional.of(
                new Interval(Math.max(0, value - z * se), Math.min(1, value + z * se), confidence))
            : Optional.empty());
  }

  /** √(Σ n_h s²_h)/n; {@code NaN} when a stratum has one respondent. */
  private static double standardError(double[] influence, int[] strata) {
    double sum = 0;
    for (int stratum : Arrays.stream(strata).distinct().toArray()) {
      double[] u =
          IntStream.range(0, strata.length)
              .filter(r -> strata[r] == stratum)
              .mapToDouble(r -> influence[r])
              .toArray();
      sum += u.length * Moments.variance(u);
    }
    return Math.sqrt(sum) / strata.length;
  }

  private static List<TaskWeight> tasks(
      WeightStudy study, WeightModel model, double[] sums, List<Weight> weights) {
    double[] combined = new double[study.outline().tasks()];
    Arrays.fill(combined, Double.NaN);
    double[] ofKept = model.combined(model.means(sums));
    for (int i = 0; i < ofKept.length; i++) {
      combined[model.keptTasks()[i]] = ofKept[i];
    }
    return IntStream.range(0, combined.length)
        .mapToObj(t ->
            new TaskWeight(
                study.outline().kept()[t], Optionals.finite(combined[t]), weights.get(t)))
        .toList();
  }

  private static int kept(Outline outline, int domain) {
    return (int)
        IntStream.range(0, outline.tasks())
            .filter(t -> outline.domain()[t] == domain && outline.kept()[t])
            .count();
  }

  static List<Warning> warnings(WeightModel model, double[] sums, double[] values) {
    var warnings = new ArrayList<Warning>();
    double[] combined = model.combined(model.means(sums));
    for (int i = 0; i < combined.length; i++) {
      if (Double.isNaN(combined[i])) {
        warnings.add(Warning.of(Warning.Kind.NO_DATA, "task " + (model.keptTasks()[i] + 1)));
      }
    }
    boolean negative = Arrays.stream(combined).anyMatch(c -> c < 0);
    if (negative) {
      warnings.add(Warning.of(Warning.Kind.OUT_OF_BOUNDS, "combined rating below 0"));
    } else if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      warnings.add(Warning.of(Warning.Kind.NO_DATA));
    }
    if (model.respondents == 1) {
      warnings.add(Warning.of(Warning.Kind.ONE_RATER));
    }
    return List.copyOf(warnings);
  }
}
