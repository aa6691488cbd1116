package org.rolewright.psychometrics.agreement;

import java.util.Arrays;

/** The distinct values of a table in ascending order. */
record Categories(double[] values) {

  static Categories of(double[]... table) {
    return new Categories(
        Arrays.stream(table)
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isNaN(v))
            .map(v -> v + 0.0) // -0 is 0
            .distinct()
            .sorted()
            .toArray());
  }

  int count() {
    return values.length;
  }

  int index(double value) {
    return Arrays.binarySearch(values, value + 0.0);
  }

  /** {@code [subject][category]}: how many raters put the subject there. */
  int[][] counts(double[][] ratings) {
    var counts = new int[ratings.length][values.length];
    for (int s = 0; s < ratings.length; s++) {
      for (double rating : ratings[s]) {
        if (!Double.isNaN(rating)) {
          counts[s][index(rating)]++;
        }
      }
    }
    return counts;
  }
}
