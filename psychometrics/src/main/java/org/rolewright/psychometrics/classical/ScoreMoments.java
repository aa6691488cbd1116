package org.rolewright.psychometrics.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Moments;

/**
 * Scores without blanks, their mean and variance (divisor n − 1), and what is wrong with them.
 *
 * @param warnings why mean or variance cannot carry a classification; empty when they can
 */
record ScoreMoments(
    double[] scores, int dropped, double mean, double variance, List<Warning> warnings) {

  static ScoreMoments of(double[] given) {
    double[] scores = Arrays.stream(given).filter(x -> !Double.isNaN(x)).toArray();
    var warnings = new ArrayList<Warning>();
    if (scores.length < given.length) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (scores.length < 2) {
      warnings.add(Warning.of(scores.length == 0 ? Kind.NO_DATA : Kind.ONE_PERSON));
    } else if (Moments.isConstant(scores)) {
      warnings.add(Warning.of(Kind.NO_VARIANCE));
    }
    double mean = Moments.mean(scores);
    int dropped = given.length - scores.length;
    return new ScoreMoments(scores, dropped, mean, Moments.variance(scores), warnings);
  }

  boolean vary() {
    return variance > 0 && !Moments.isConstant(scores);
  }

  /** Mean of x(x − 1)…(x − r + 1) for the scores times a factor. */
  double factorial(int r, double factor) {
    double sum = 0;
    for (double score : scores) {
      sum += falling(score * factor, r);
    }
    return sum / scores.length;
  }

  /** x(x − 1)…(x − r + 1), 1 for r = 0. */
  static double falling(double x, int r) {
    double product = 1;
    for (int i = 0; i < r; i++) {
      product *= x - i;
    }
    return product;
  }
}
