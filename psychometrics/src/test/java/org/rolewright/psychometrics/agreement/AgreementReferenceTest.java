package org.rolewright.psychometrics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Published numbers that stand in no file of cases. */
class AgreementReferenceTest {

  private static final double NA = Double.NaN;

  /**
   * Gwet (2014), four raters and twelve units; R irrCAC's vignette prints pa = 0.8181818, pe =
   * 0.1903212, AC1 = 0.77544, SE = 0.14295 and the interval (0.461, 1).
   */
  @Test
  void gwet_ac1_with_missing_ratings() {
    var result =
        GwetAgreement.withDefaults()
            .estimate(
                new double[][] {
                  {1, 1, NA, 1},
                  {2, 2, 3, 2},
                  {3, 3, 3, 3},
                  {3, 3, 3, 3},
                  {2, 2, 2, 2},
                  {1, 2, 3, 4},
                  {4, 4, 4, 4},
                  {1, 1, 2, 1},
                  {2, 2, 2, 2},
                  {NA, 5, 5, 5},
                  {NA, NA, 1, 1},
                  {NA, NA, 3, NA}
                });
    assertEquals(0.8181818, result.observed().orElseThrow(), 5e-8);
    assertEquals(0.1903212, result.expected().orElseThrow(), 5e-8);
    assertEquals(0.77544, result.coefficient().orElseThrow(), 5e-6);
    assertEquals(0.14295, result.standardError().orElseThrow(), 5e-6);
    assertEquals(0.461, result.interval().orElseThrow().lower(), 5e-4);
    assertEquals(1, result.interval().orElseThrow().upper());
  }

  /** Spearman's own arithmetic: r = .6 doubled is .75, and .75 needs twice the length. */
  @Test
  void prophecy_forward_and_back() {
    assertEquals(0.75, SpearmanBrown.lengthened(0.6, 2).orElseThrow(), 1e-12);
    assertEquals(2, SpearmanBrown.factorFor(0.6, 0.75).orElseThrow(), 1e-12);
  }

  /** Loadings .8 .7 .6 .5 without error give that model back: ω = 2.6² / (2.6² + 2.26). */
  @Test
  void both_estimators_recover_a_model_that_fits_exactly() {
    double[] loadings = {0.8, 0.7, 0.6, 0.5};
    var matrix = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        matrix[i][j] = i == j ? 1 : loadings[i] * loadings[j];
      }
    }
    for (var model :
        new OneFactor[] {
          OneFactor.byMaximumLikelihood(matrix), OneFactor.byMinimumResiduals(matrix)
        }) {
      for (int i = 0; i < 4; i++) {
        assertEquals(loadings[i], model.loadings()[i], 1e-6);
        assertEquals(1 - loadings[i] * loadings[i], model.residuals()[i], 1e-6);
      }
      assertEquals(0, model.discrepancy(), 1e-9);
    }
  }

  /** Half the respondents rate each task 1 higher: halves correlate fully, level aside. */
  @Test
  void halves_of_respondents_use_every_rating_given() {
    var result =
        SplitHalf.oddEven()
            .ofRespondents(
                new double[][] {
                  {1, 2, 3, NA},
                  {2, 3, 4, 5},
                  {1, 2, 3, 4},
                  {NA, NA, NA, NA},
                  {2, NA, 4, 5}
                });
    assertEquals(4, result.used());
    assertEquals(1, result.dropped());
    assertEquals(1, result.correlation().orElseThrow(), 1e-12);
    assertEquals(1, result.rulon().orElseThrow(), 1e-12);
  }
}
