package org.rolewright.psychometrics.cutscore;

import java.util.Arrays;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * Mean squares of a complete raters × items table, one judgement a cell; {@code NaN} if undefined.
 */
record TwoWay(int raters, int items, double rater, double item, double residual) {

  static TwoWay of(double[][] complete, int items) {
    int raters = complete.length;
    double grand = Moments.mean(Arrays.stream(complete).flatMapToDouble(Arrays::stream).toArray());
    double[] raterMean = Arrays.stream(complete).mapToDouble(Moments::mean).toArray();
    double[] itemMean = new double[items];
    Arrays.setAll(itemMean, i -> Moments.mean(Matrices.column(complete, i)));
    double residual = 0;
    for (int r = 0; r < raters; r++) {
      for (int i = 0; i < items; i++) {
        double e = complete[r][i] - raterMean[r] - itemMean[i] + grand;
        residual += e * e;
      }
    }
    return new TwoWay(
        raters,
        items,
        items * Moments.variance(raterMean),
        raters * Moments.variance(itemMean),
        residual / ((raters - 1.0) * (items - 1.0)));
  }

  double raterVariance() {
    return (rater - residual) / items;
  }

  double itemVariance() {
    return (item - residual) / raters;
  }

  /** Agreement of the panel's mean item judgements, raters random (Shrout and Fleiss 2,k). */
  double absoluteAgreement() {
    return (item - residual) / (item + (rater - residual) / items);
  }

  /** Consistency of the panel's mean item judgements, raters fixed (Shrout and Fleiss 3,k). */
  double consistency() {
    return (item - residual) / item;
  }
}
