package org.rolewright.psychometrics.agreement;

/** How much credit two different categories get, the farthest two getting none. */
public enum KappaWeights {
  /** None: only the same category counts. */
  UNWEIGHTED {
    @Override
    double credit(double distance) {
      return distance == 0 ? 1 : 0;
    }
  },
  /** Falls in proportion to the distance. */
  LINEAR {
    @Override
    double credit(double distance) {
      return 1 - distance;
    }
  },
  /** Falls with the square of the distance. */
  QUADRATIC {
    @Override
    double credit(double distance) {
      return 1 - distance * distance;
    }
  };

  /** Credit at a distance given as a share of the farthest. */
  abstract double credit(double distance);

  /** Credits between categories at these places, in ascending order. */
  double[][] matrix(double[] places) {
    int q = places.length;
    double range = places[q - 1] - places[0];
    var credits = new double[q][q];
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        credits[i][j] = i == j ? 1 : credit(Math.abs(places[i] - places[j]) / range);
      }
    }
    return credits;
  }
}
