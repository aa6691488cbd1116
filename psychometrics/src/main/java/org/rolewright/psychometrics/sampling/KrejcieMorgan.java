package org.rolewright.psychometrics.sampling;

import org.rolewright.psychometrics.Arguments;

/**
 * Sample size by the table of Krejcie and Morgan, kept for reports that must quote it.
 *
 * <p>S = χ² N P(1 − P) / (d²(N − 1) + χ² P(1 − P)), rounded to the NEAREST integer as in the
 * printed table. The algebra equals {@link SampleSize#ofProportion}, which rounds up: for N = 500
 * the table has 217, a guaranteed margin needs 218.
 *
 * <p>Source: Krejcie, R. V. &amp; Morgan, D. W. (1970), Educational and Psychological Measurement
 * 30, 607–610. Checked against 30 entries of the published table.
 *
 * @param exact S, not rounded
 * @param rounded S as the table prints it
 */
public record KrejcieMorgan(double exact, int rounded) {

  /**
   * The assumptions behind a table.
   *
   * @param chiSquare squared normal quantile, 3.841 in the printed table
   * @param proportion P, 0.5 in the printed table
   * @param margin d, 0.05 in the printed table
   */
  public record Assumptions(double chiSquare, double proportion, double margin) {

    /** Those of the printed table. */
    public static final Assumptions PUBLISHED = new Assumptions(3.841, 0.5, 0.05);

    /** Refuses values outside their range. */
    public Assumptions {
      Arguments.positive(chiSquare, "chi-square");
      Arguments.proportion(proportion, "proportion");
      Arguments.positive(margin, "margin");
    }
  }

  /** The entry of the published table for a population. */
  public static KrejcieMorgan of(int population) {
    return of(population, Assumptions.PUBLISHED);
  }

  /**
   * The entry for a population under other assumptions.
   *
   * @param population N, at least 1
   * @throws IllegalArgumentException for a population below 1
   */
  public static KrejcieMorgan of(int population, Assumptions with) {
    Arguments.require(population >= 1, "population must be at least 1", population);
    double spread = with.chiSquare() * with.proportion() * (1 - with.proportion());
    double size = spread * population / (with.margin() * with.margin() * (population - 1) + spread);
    return new KrejcieMorgan(size, (int) Math.round(size));
  }
}
