package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Generalizability study of objects crossed with conditions: persons × items, or tasks ×
 * respondents.
 *
 * <pre>full table:  σ²_oc = MS_oc    σ²_o = (MS_o − MS_oc) / n_c    σ²_c = (MS_c − MS_oc) / n_o
 * empty cells: T-terms of mean, objects, conditions and cells set equal to their expectations
 * SE of Σ f MS: √(Σ 2 (f MS)² / (df + 2))</pre>
 *
 * With empty cells the standard errors use mean squares rebuilt from the components at the harmonic
 * mean numbers of cells, and effective degrees of freedom for what is left: an approximation
 * (within 15 % in simulation with three cells in ten empty), and {@link Kind#UNBALANCED} says so.
 *
 * <p><b>Input.</b> {@link #of}: {@code scores[object][condition]}; {@link #ofTaskProfile}: {@code
 * ratings[respondent][task]} with the tasks as objects. Any numeric scale, {@code NaN} = empty
 * cell. One pass over the table, and one over its gaps.
 *
 * <p><b>Missing.</b> Every observed cell is used; objects and conditions without any are dropped
 * and counted. Nothing is imputed. Restricted maximum likelihood gives other values for such
 * tables.
 *
 * <p><b>Special cases.</b> Undefined with one object, one condition, or so few cells that effects
 * cannot be told apart. Negative components are reported as they are and flagged; in the decision
 * study they count as 0.
 *
 * <p>Source: Brennan, R. L. (2001), Generalizability Theory, ch. 2, eq. 6.1 and sec. 7.1; Brennan
 * &amp; Kane (1977), Journal of Educational Measurement 14, 277–289 (Φ(λ)). Checked against base R
 * and, for full tables without negative components, lme4 1.1.31.
 */
public final class CrossedStudy {

  private CrossedStudy() {}

  /**
   * Components and what they rest on.
   *
   * @param object σ²_o
   * @param condition σ²_c
   * @param interaction σ²_oc, with everything unexplained
   * @param meanSquares MS of object, condition and interaction; empty when cells are
   * @param terms T of mean, objects, conditions, cells: uncorrected sums of squares
   * @param coefficients of (μ², σ²_o, σ²_c, σ²_oc) in the expectations of the terms
   * @param meanSquared estimate of μ²
   * @param mean of all observed cells
   * @param meanVariance variance of that mean over objects and conditions
   * @param objects objects with a score
   * @param conditions conditions with a score
   * @param cells observed cells
   * @param conditionsPerObject harmonic mean number of scores of an object
   * @param dropped objects without any score
   * @param warnings what a reader must know
   */
  public record Result(
      VarianceComponent object,
      VarianceComponent condition,
      VarianceComponent interaction,
      List<Double> meanSquares,
      List<Double> terms,
      List<List<Double>> coefficients,
      OptionalDouble meanSquared,
      OptionalDouble mean,
      OptionalDouble meanVariance,
      int objects,
      int conditions,
      long cells,
      OptionalDouble conditionsPerObject,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      meanSquares = List.copyOf(meanSquares);
      terms = List.copyOf(terms);
      coefficients = List.copyOf(coefficients);
      warnings = List.copyOf(warnings);
    }

    /**
     * The worth of a mean over n conditions: σ²(δ) = σ²_oc / n, σ²(Δ) = (σ²_c + σ²_oc) / n.
     *
     * @param n conditions behind a score, at least 1
     * @throws IllegalArgumentException for fewer than one condition
     */
    public DecisionStudy decide(int n) {
      Arguments.require(n >= 1, "conditions must be at least 1", n);
      double relative = interaction.zeroed() / n;
      return DecisionStudy.of(n, object.zeroed(), relative, relative + condition.zeroed() / n);
    }

    /** Smallest number of conditions for Eρ² ≥ target, inside (0, 1); empty if out of reach. */
    public OptionalInt neededForGeneralizability(double target) {
      return DecisionStudy.conditionsNeeded(object.zeroed(), interaction.zeroed(), target);
    }

    /** Smallest number of conditions for Φ ≥ target, inside (0, 1); empty if out of reach. */
    public OptionalInt neededForDependability(double target) {
      double error = interaction.zeroed() + condition.zeroed();
      return DecisionStudy.conditionsNeeded(object.zeroed(), error, target);
    }

    /**
     * Φ(λ), dependability of decisions at a cut:
     *
     * <pre>(σ²_o + (X̄ − λ)² − σ²(X̄)) / (σ²_o + (X̄ − λ)² − σ²(X̄) + σ²(Δ))</pre>
     *
     * where σ²(X̄) takes out the bias of (X̄ − λ)². May be negative in small studies.
     *
     * @param cut λ, in points of a single condition's scale (the mean's scale)
     * @param n conditions behind a score
     */
    public OptionalDouble dependabilityAt(double cut, int n) {
      double distance = mean.orElse(Double.NaN) - cut;
      double signal = object.zeroed() + distance * distance - meanVariance.orElse(Double.NaN);
      return Optionals.ratio(signal, signal + decide(n).absoluteError().orElse(Double.NaN));
    }
  }

  /**
   * Rows are the objects of measurement.
   *
   * @param scores {@code scores[object][condition]}, {@code NaN} = empty cell
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result of(double[][] scores) {
    return of(TwoWayTable.of(scores));
  }

  /**
   * Columns are the objects: how dependable are the task means, and how many respondents would be
   * enough?
   *
   * @param ratings {@code ratings[respondent][task]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result ofTaskProfile(double[][] ratings) {
    return of(TwoWayTable.of(ratings).transposed());
  }

  private static Result of(TwoWayTable table) {
    var squares = TwoWayMeanSquares.of(table);
    double[] se = squares.standardErrors();
    var components =
        List.of(
            VarianceComponent.of("object", squares.objectVariance(), se[0]),
            VarianceComponent.of("condition", squares.conditionVariance(), se[1]),
            VarianceComponent.of("object x condition", squares.interaction(), se[2]));
    boolean identified = components.stream().allMatch(c -> c.estimate().isPresent());
    var anova = squares.anova();
    return new Result(
        components.get(0),
        components.get(1),
        components.get(2),
        squares.isExact() && identified
            ? List.of(squares.object(), squares.condition(), squares.interaction())
            : List.of(),
        table.cells() == 0 ? List.of() : anova.termList(),
        table.cells() == 0 ? List.of() : anova.coefficientLists(),
        Optionals.finite(anova.solve()[0]),
        Optionals.finite(table.mean()),
        Optionals.finite(squares.meanVariance()),
        table.observedRows(),
        table.observedColumns(),
        table.cells(),
        Optionals.finite(table.harmonicRowCount()),
        table.rows() - table.observedRows(),
        warnings(table, components, identified));
  }

  private static List<Warning> warnings(
      TwoWayTable table, List<VarianceComponent> components, boolean identified) {
    var warnings = new ArrayList<Warning>(TwoWayMeanSquares.warnings(table));
    if (!identified && warnings.stream().noneMatch(w -> w.kind() != Kind.UNBALANCED)) {
      warnings.add(Warning.of(Kind.SINGULAR));
    }
    for (var component : components) {
      if (component.isNegative()) {
        warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, component.effect()));
      }
    }
    return warnings;
  }
}
