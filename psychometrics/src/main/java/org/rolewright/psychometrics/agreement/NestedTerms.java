package org.rolewright.psychometrics.agreement;

/**
 * Counts and T-terms of a persons × (conditions : strata) table with possibly empty cells, taken in
 * one pass. Effects in the order: mean, p, h, i:h, ph, pi:h.
 *
 * @param anova T-terms about 0 with the coefficients of their expectations
 * @param sizes observed conditions per observed stratum
 * @param persons persons with a score
 * @param conditions conditions with a score
 * @param cells scores
 * @param sum of all scores
 * @param isFull whether every observed person has every observed condition
 */
record NestedTerms(
    AnalogousAnova anova,
    int[] sizes,
    int persons,
    int conditions,
    long cells,
    double sum,
    boolean isFull) {

  static NestedTerms of(double[][] scores, int[] stratum, int strata) {
    return new Pass(scores, stratum, strata).terms();
  }

  /** The sums of one pass; deviations from the first score keep digits. */
  private static final class Pass {
    private final int[] stratum;
    private final double pivot;
    private final int[] conditionCount;
    private final double[] conditionSum;
    private final int[] stratumCount;
    private final double[] stratumSum;
    private final double[] stratumPairSquares;
    private double squares;
    private double personTerm;
    private double pairTerm;
    private double personCountSquares;
    private double pairSquaresPerPerson;
    private double pairSquares;
    private int persons;
    private int pairs;
    private long cells;
    private double sum;

    Pass(double[][] scores, int[] stratum, int strata) {
      this.stratum = stratum;
      this.pivot = firstObserved(scores);
      conditionCount = new int[stratum.length];
      conditionSum = new double[stratum.length];
      stratumCount = new int[strata];
      stratumSum = new double[strata];
      stratumPairSquares = new double[strata];
      var count = new int[strata];
      var inStratum = new double[strata];
      for (double[] row : scores) {
        java.util.Arrays.fill(count, 0);
        java.util.Arrays.fill(inStratum, 0);
        readRow(row, count, inStratum);
        addPerson(count, inStratum);
      }
    }

    private static double firstObserved(double[][] scores) {
      for (double[] row : scores) {
        for (double score : row) {
          if (!Double.isNaN(score)) {
            return score;
          }
        }
      }
      return 0;
    }

    private void readRow(double[] row, int[] count, double[] inStratum) {
      for (int i = 0; i < row.length; i++) {
        double deviation = row[i] - pivot;
        if (!Double.isNaN(deviation)) {
          count[stratum[i]]++;
          inStratum[stratum[i]] += deviation;
          conditionCount[i]++;
          conditionSum[i] += deviation;
          squares += deviation * deviation;
        }
      }
    }

    private void addPerson(int[] count, double[] inStratum) {
      double n = 0;
      double total = 0;
      double countSquares = 0;
      for (int h = 0; h < count.length; h++) {
        if (count[h] > 0) {
          double square = (double) count[h] * count[h];
          n += count[h];
          total += inStratum[h];
          countSquares += square;
          stratumCount[h] += count[h];
          stratumSum[h] += inStratum[h];
          stratumPairSquares[h] += square;
          pairTerm += inStratum[h] * inStratum[h] / count[h];
          pairs++;
        }
      }
      if (n > 0) {
        persons++;
        cells += (long) n;
        sum += total;
        personTerm += total * total / n;
        personCountSquares += n * n;
        pairSquaresPerPerson += countSquares / n;
        pairSquares += countSquares;
      }
    }

    NestedTerms terms() {
      double n = cells;
      double stratumTerm = 0;
      double stratumSquares = 0;
      double pairSquaresPerStratum = 0;
      int strata = 0;
      for (int h = 0; h < stratumCount.length; h++) {
        if (stratumCount[h] > 0) {
          strata++;
          stratumTerm += stratumSum[h] * stratumSum[h] / stratumCount[h];
          stratumSquares += (double) stratumCount[h] * stratumCount[h];
          pairSquaresPerStratum += stratumPairSquares[h] / stratumCount[h];
        }
      }
      double conditionTerm = 0;
      double conditionSquares = 0;
      double conditionSquaresPerStratum = 0;
      int conditions = 0;
      var sizes = new int[stratumCount.length];
      for (int i = 0; i < conditionCount.length; i++) {
        if (conditionCount[i] > 0) {
          double square = (double) conditionCount[i] * conditionCount[i];
          conditions++;
          sizes[stratum[i]]++;
          conditionTerm += conditionSum[i] * conditionSum[i] / conditionCount[i];
          conditionSquares += square;
          conditionSquaresPerStratum += square / stratumCount[stratum[i]];
        }
      }
      double shift = pivot * (2 * sum + n * pivot);
      double[] terms = {
        sum * sum / n + shift,
        personTerm + shift,
        stratumTerm + shift,
        conditionTerm + shift,
        pairTerm + shift,
        squares + shift
      };
      double byPerson = pairSquaresPerPerson;
      double byStratum = pairSquaresPerStratum;
      double[][] coefficients = {
        {n, personCountSquares / n, stratumSquares / n, conditionSquares / n, pairSquares / n, 1},
        {n, n, byPerson, persons, byPerson, persons},
        {n, byStratum, n, conditionSquaresPerStratum, byStratum, strata},
        {n, conditions, n, n, conditions, conditions},
        {n, n, n, pairs, n, pairs},
        {n, n, n, n, n, n}
      };
      return new NestedTerms(
          new AnalogousAnova(terms, coefficients),
          java.util.Arrays.stream(sizes).filter(s -> s > 0).toArray(),
          persons,
          conditions,
          cells,
          sum + n * pivot,
          cells == (long) persons * conditions);
    }
  }
}
