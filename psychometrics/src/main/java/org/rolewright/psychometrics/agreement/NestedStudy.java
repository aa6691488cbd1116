package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Generalizability study of persons crossed with conditions that are nested in random strata: p ×
 * (i:h), such as respondents × (tasks : domains), or persons × (raters : tasks). Strata may differ
 * in size and cells may be empty.
 *
 * <p>Six T-terms (mean, p, h, i:h, ph, pi:h) are set equal to their expectations; for a full table
 * with strata of one size this is the usual analysis of variance. Standard errors, for full tables,
 * are those of normal effects with the estimated components (negative ones as 0) in place of the
 * true ones.
 *
 * <p>A score built to a blueprint has <i>fixed</i> domains: {@link TableOfSpecifications} is its
 * model.
 *
 * <p><b>Input.</b> {@code scores[person][condition]}, any numeric scale, {@code NaN} = empty cell,
 * and {@code strata[condition]}, the stratum's number. A condition belongs to its column: raters
 * 1–4 of one task and of the next are different conditions. One pass over the table.
 *
 * <p><b>Missing.</b> Every observed cell is used; nothing is imputed. <b>Special cases.</b>
 * Undefined with one person, one stratum, or one condition in every stratum ({@link
 * Kind#SINGULAR}). Negative components are reported as they are and flagged; in the decision study
 * they count as 0.
 *
 * <p>Source: Brennan, R. L. (2001), Generalizability Theory, ch. 3 and sec. 7.1; Rajaratnam,
 * Cronbach &amp; Gleser (1965), Psychometrika 30, 39–56; Searle, Casella &amp; McCulloch (1992),
 * ch. 5. Checked against Brennan's synthetic data set 4 (p. 116), base R and gtheory 0.1.2.
 */
public final class NestedStudy {

  private static final List<String> EFFECTS = List.of("p", "h", "i:h", "ph", "pi:h");

  private NestedStudy() {}

  /**
   * One line of the analysis of variance of a full table.
   *
   * @param effect p, h, i:h, ph or pi:h
   * @param sumOfSquares of the effect
   * @param degreesOfFreedom of the effect
   * @param meanSquare sum of squares over degrees of freedom
   */
  public record Line(
      String effect, double sumOfSquares, int degreesOfFreedom, OptionalDouble meanSquare) {}

  /**
   * Components and what they rest on.
   *
   * @param person σ²_p
   * @param stratum σ²_h
   * @param condition σ²_i:h
   * @param personStratum σ²_ph
   * @param residual σ²_pi:h, with everything unexplained
   * @param analysis lines p, h, i:h, ph, pi:h of a full table; empty when cells are
   * @param terms T of mean, p, h, i:h, ph, pi:h: uncorrected sums of squares
   * @param coefficients of (μ², components) in the expectations of the terms
   * @param meanSquared estimate of μ²
   * @param mean of all observed cells
   * @param persons persons with a score
   * @param sizes conditions with a score per stratum, strata in ascending order
   * @param cells observed cells
   * @param dropped persons without any score
   * @param warnings what a reader must know
   */
  public record Result(
      VarianceComponent person,
      VarianceComponent stratum,
      VarianceComponent condition,
      VarianceComponent personStratum,
      VarianceComponent residual,
      List<Line> analysis,
      List<Double> terms,
      List<List<Double>> coefficients,
      OptionalDouble meanSquared,
      OptionalDouble mean,
      int persons,
      List<Integer> sizes,
      long cells,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      analysis = List.copyOf(analysis);
      terms = List.copyOf(terms);
      coefficients = List.copyOf(coefficients);
      sizes = List.copyOf(sizes);
      warnings = List.copyOf(warnings);
    }

    /**
     * Persons as objects, scored by the mean over all conditions of strata of these sizes:
     *
     * <pre>σ²(δ) = σ²_ph Σn²_h / N² + σ²_pi:h / N      σ²(Δ) = σ²(δ) + σ²_h Σn²_h / N² + σ²_i:h / N
     * </pre>
     *
     * @param conditionsPerStratum n_h, one per stratum, each at least 1; N is their sum
     * @throws IllegalArgumentException for no strata or a size below 1
     */
    public DecisionStudy decide(int... conditionsPerStratum) {
      Arguments.require(conditionsPerStratum.length > 0, "strata", 0);
      for (int size : conditionsPerStratum) {
        Arguments.require(size >= 1, "conditions of a stratum must be at least 1", size);
      }
      int total = Arrays.stream(conditionsPerStratum).sum();
      double share =
          Arrays.stream(conditionsPerStratum).mapToDouble(n -> (double) n * n).sum()
              / ((double) total * total);
      double relative = personStratum.zeroed() * share + residual.zeroed() / total;
      double absolute = relative + stratum.zeroed() * share + condition.zeroed() / total;
      return DecisionStudy.of(total, person.zeroed(), relative, absolute);
    }

    /**
     * Conditions (tasks) as objects, over all strata, scored by the mean over persons
     * (respondents):
     *
     * <pre>σ²(object) = σ²_h + σ²_i:h   σ²(δ) = (σ²_ph + σ²_pi:h) / n   σ²(Δ) = σ²(δ) + σ²_p / n
     * </pre>
     *
     * @param persons n, at least 1
     * @throws IllegalArgumentException for fewer than one person
     */
    public DecisionStudy decideProfile(int persons) {
      Arguments.require(persons >= 1, "persons must be at least 1", persons);
      double relative = (personStratum.zeroed() + residual.zeroed()) / persons;
      return DecisionStudy.of(
          persons,
          stratum.zeroed() + condition.zeroed(),
          relative,
          relative + person.zeroed() / persons);
    }
  }

  /**
   * Runs the study.
   *
   * @param scores {@code scores[person][condition]}, {@code NaN} = empty cell
   * @param strata {@code strata[condition]}, any numbers; equal numbers are one stratum
   * @throws IllegalArgumentException for no rows, unequal rows, an infinite value or strata of
   *     another length than the rows
   */
  public static Result of(double[][] scores, int[] strata) {
    int columns = Tables.columns(scores, "scores");
    Arguments.sameLength(columns, strata.length, "columns and strata");
    int[] levels = Arrays.stream(strata).distinct().sorted().toArray();
    int[] codes = Arrays.stream(strata).map(s -> Arrays.binarySearch(levels, s)).toArray();
    var terms = NestedTerms.of(scores, codes, levels.length);
    RealMatrix inverse =
        terms.persons() > 1 && terms.sizes().length > 1 ? terms.anova().inverse() : null;
    double[] solved = solve(terms, inverse);
    double[] errors = standardErrors(terms, inverse, solved);
    var components =
        IntStream.range(0, EFFECTS.size())
            .mapToObj(e -> VarianceComponent.of(EFFECTS.get(e), solved[e + 1], errors[e + 1]))
            .toList();
    boolean any = terms.cells() > 0;
    return new Result(
        components.get(0),
        components.get(1),
        components.get(2),
        components.get(3),
        components.get(4),
        terms.isFull() && any ? analysis(terms) : List.of(),
        any ? terms.anova().termList() : List.of(),
        any ? terms.anova().coefficientLists() : List.of(),
        Optionals.finite(solved[0]),
        Optionals.ratio(terms.sum(), terms.cells()),
        terms.persons(),
        Arrays.stream(terms.sizes()).boxed().toList(),
        terms.cells(),
        scores.length - terms.persons(),
        warnings(terms, components, scores.length - terms.persons()));
  }

  private static double[] solve(NestedTerms terms, RealMatrix inverse) {
    if (inverse == null) {
      var undefined = new double[EFFECTS.size() + 1];
      Arrays.fill(undefined, Double.NaN);
      return undefined;
    }
    return inverse.operate(terms.anova().terms());
  }

  private static List<Line> analysis(NestedTerms terms) {
    double[] t = terms.anova().terms();
    int p = terms.persons() - 1;
    int h = terms.sizes().length - 1;
    int i = terms.conditions() - terms.sizes().length;
    return List.of(
        line("p", t[1] - t[0], p),
        line("h", t[2] - t[0], h),
        line("i:h", t[3] - t[2], i),
        line("ph", t[4] - t[1] - t[2] + t[0], p * h),
        line("pi:h", t[5] - t[4] - t[3] + t[2], p * i));
  }

  private static Line line(String effect, double sumOfSquares, int df) {
    return new Line(effect, sumOfSquares, df, Optionals.ratio(sumOfSquares, df));
  }

  /**
   * Of a full table. Deviations between persons are P − 1 independent vectors over conditions with
   * covariance A = σ²_p J + σ²_ph (J in strata) + σ²_pi:h I, and √P times the condition means has
   * covariance A + P (σ²_h (J in strata) + σ²_i:h I). Two quadratic forms M₁, M₂ of a vector with
   * covariance S covary by 2 tr(M₁ S M₂ S); the mean drops out of every component.
   */
  private static double[] standardErrors(NestedTerms terms, RealMatrix inverse, double[] solved) {
    var errors = new double[solved.length];
    Arrays.fill(errors, Double.NaN);
    if (inverse == null || !terms.isFull()) {
      return errors;
    }
    var covariance = inverse.multiply(termCovariance(terms, solved)).multiply(inverse.transpose());
    for (int e = 1; e < errors.length; e++) {
      errors[e] = Math.sqrt(Math.max(0, covariance.getEntry(e, e)));
    }
    return errors;
  }

  private static RealMatrix termCovariance(NestedTerms terms, double[] solved) {
    double[] v = Arrays.stream(solved).map(c -> Math.max(0, c)).toArray();
    int n = terms.persons();
    int[] sizes = terms.sizes();
    var between = StratumMatrix.of(sizes, v[1], v[4], v[5]);
    var means = StratumMatrix.of(sizes, v[1], v[4] + n * v[2], v[5] + n * v[3]);
    List<StratumMatrix> forms =
        List.of(
            StratumMatrix.of(sizes, 1.0 / terms.conditions(), 0, 0),
            StratumMatrix.means(sizes),
            StratumMatrix.of(sizes, 0, 0, 1));
    // terms by form: the mean part stands in (mean, h, i:h) and, with the deviations, in (p, ph,
    // pi:h)
    int[] meanOnly = {0, 2, 3};
    int[] withDeviations = {1, 4, 5};
    var covariance = new Array2DRowRealMatrix(6, 6);
    for (int a = 0; a < forms.size(); a++) {
      for (int b = 0; b < forms.size(); b++) {
        double ofMeans = twiceTrace(forms.get(a), means, forms.get(b));
        double ofBoth = ofMeans + (n - 1) * twiceTrace(forms.get(a), between, forms.get(b));
        covariance.setEntry(meanOnly[a], meanOnly[b], ofMeans);
        covariance.setEntry(meanOnly[a], withDeviations[b], ofMeans);
        covariance.setEntry(withDeviations[a], meanOnly[b], ofMeans);
        covariance.setEntry(withDeviations[a], withDeviations[b], ofBoth);
      }
    }
    return covariance;
  }

  private static double twiceTrace(StratumMatrix first, StratumMatrix s, StratumMatrix second) {
    return 2 * first.times(s).times(second).times(s).trace();
  }

  private static List<Warning> warnings(
      NestedTerms terms, List<VarianceComponent> components, int dropped) {
    var warnings = new ArrayList<Warning>();
    identification(terms, components).ifPresent(warnings::add);
    if (!terms.isFull() || Arrays.stream(terms.sizes()).distinct().count() > 1) {
      warnings.add(Warning.of(Kind.UNBALANCED));
    }
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    for (var component : components) {
      if (component.isNegative()) {
        warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, component.effect()));
      }
    }
    return warnings;
  }

  private static Optional<Warning> identification(
      NestedTerms terms, List<VarianceComponent> components) {
    if (terms.persons() < 2) {
      return Optional.of(Warning.of(Tables.tooFewPersons(terms.persons())));
    }
    if (components.stream().anyMatch(c -> c.estimate().isEmpty())) {
      return Optional.of(Warning.of(Kind.SINGULAR));
    }
    return components.stream().allMatch(c -> c.estimate().getAsDouble() == 0)
        ? Optional.of(Warning.of(Kind.NO_VARIANCE))
        : Optional.empty();
  }
}
