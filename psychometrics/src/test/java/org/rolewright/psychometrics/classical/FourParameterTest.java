package org.rolewright.psychometrics.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/** The four-parameter beta, recovered from moments that are known in closed form. */
class FourParameterTest {

  /** Raw moments of l + (u − l)B with B beta: E B^r = Π (α + i)/(α + β + i). */
  private static double[] moments(TrueScores t) {
    double[] ofBeta = {1, 0, 0, 0, 0};
    for (int r = 1; r < 5; r++) {
      ofBeta[r] = ofBeta[r - 1] * (t.alpha() + r - 1) / (t.alpha() + t.beta() + r - 1);
    }
    double width = t.upper() - t.lower();
    double[] raw = new double[5];
    int[][] choose = {{1}, {1, 1}, {1, 2, 1}, {1, 3, 3, 1}, {1, 4, 6, 4, 1}};
    for (int r = 0; r < 5; r++) {
      for (int i = 0; i <= r; i++) {
        raw[r] += choose[r][i] * Math.pow(t.lower(), r - i) * Math.pow(width, i) * ofBeta[i];
      }
    }
    return raw;
  }

  @Test
  void shapes_and_bounds_come_back_from_their_moments() {
    for (var t : List.of(new TrueScores(0.2, 0.9, 5, 2), new TrueScores(0.1, 0.8, 2, 5))) {
      var fit = TrueScores.fourParameters(moments(t)).orElseThrow();
      assertEquals(t.alpha(), fit.alpha(), 1e-6);
      assertEquals(t.beta(), fit.beta(), 1e-6);
      assertEquals(t.lower(), fit.lower(), 1e-7);
      assertEquals(t.upper(), fit.upper(), 1e-7);
    }
  }

  /** R 4.2.2: the moments and pbinom integrated by integrate(rel.tol = 1e-11), base R only. */
  @Test
  void livingston_and_lewis_by_four_parameters_equal_the_integrals() throws Exception {
    Path file = Path.of("src/test/resources/oracles/data/b14_beta_compound_binomial_n2000_k50.csv");
    double[] scores;
    try (var lines = Files.lines(file)) {
      scores = lines.skip(1).mapToDouble(Double::parseDouble).toArray();
    }
    var result =
        LivingstonLewis.withDefaults().estimate(scores, 0.85, new LivingstonLewis.Scale(0, 50, 32));
    var beta = result.trueScores().orElseThrow();
    assertEquals(83.1992666488912, result.effectiveLength().orElseThrow(), 1e-9);
    assertEquals(53, result.cutOnEffectiveTest());
    assertEquals(0.235958623478462, beta.lower(), 1e-9);
    assertEquals(0.982708184653337, beta.upper(), 1e-9);
    assertEquals(4.99067654029006, beta.alpha(), 1e-8);
    assertEquals(3.63092538588078, beta.beta(), 1e-8);
    var d = result.classification().orElseThrow();
    assertEquals(0.3326248980824427, d.trueFailObservedFail(), 1e-9);
    assertEquals(0.0672719554875760, d.trueFailObservedPass(), 1e-9);
    assertEquals(0.0506543874358404, d.truePassObservedFail(), 1e-9);
    assertEquals(0.5494487589941369, d.truePassObservedPass(), 1e-9);
    assertEquals(0.3018347055579450, d.bothFail(), 1e-9);
    assertEquals(0.5352761345213738, d.bothPass(), 1e-9);
  }

  /**
   * Scores repeated by their beta-binomial probabilities (N = 20, α = 6, β = 4): Huynh's exact sum
   * of the density is the reference for the integral.
   */
  @Test
  void a_two_parameter_fit_is_the_documented_fallback() {
    double[] scores =
        IntStream.rangeClosed(0, 20)
            .boxed()
            .flatMapToDouble(x -> repeated(x, (int) Math.round(5000 * betaBinomial(x))))
            .toArray();
    double kr21 = KuderRichardson21.of(scores, 20).value().orElseThrow();
    var scale = new LivingstonLewis.Scale(0, 20, 12);
    var four = LivingstonLewis.withDefaults().estimate(scores, kr21, scale);
    var two =
        LivingstonLewis.withDefaults()
            .with(LivingstonLewis.Model.TWO_PARAMETER_BETA)
            .estimate(scores, kr21, scale);
    assertEquals(20, two.roundedLength());
    assertEquals(
        Huynh.exact(Huynh.Moments.of(scores, 20), 12).agreement().orElseThrow(),
        two.classification().orElseThrow().consistency(),
        2e-4);
    boolean fellBack = four.warnings().contains(Warning.of(Kind.FALLBACK, "two-parameter beta"));
    assertEquals(fellBack, four.trueScores().equals(two.trueScores()));
  }

  private static DoubleStream repeated(double x, int times) {
    double[] copies = new double[times];
    Arrays.fill(copies, x);
    return Arrays.stream(copies);
  }

  private static double betaBinomial(int x) {
    return Math.exp(
        org.apache.commons.math3.util.CombinatoricsUtils.binomialCoefficientLog(20, x)
            + org.apache.commons.math3.special.Beta.logBeta(6 + x, 24 - x)
            - org.apache.commons.math3.special.Beta.logBeta(6, 4));
  }
}
