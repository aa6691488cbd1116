package org.rolewright.psychometrics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.Form;

/**
 * Unbalanced studies against the general rule for T-term expectations (coefficient of effect e in
 * E(T_f) = Σ n²_fe / n_f over cells of f and levels of e) and against simulation.
 */
class VarianceComponentsTest {

  private static final int[] STRATA = {0, 0, 0, 1, 1, 2, 2, 2, 2, 2};

  private record Cell(int person, int item) {}

  @Test
  void crossed_coefficients_follow_the_general_rule() {
    double[][] x = gappy(table(7, 12, 10, 1, 1, 1, 1, 1), 7);
    List<BiFunction<Integer, Integer, Object>> effects =
        List.of((_, _) -> 0, (p, _) -> p, (_, i) -> i, Cell::new);
    assertCoefficients(general(x, effects), CrossedStudy.of(x).coefficients());
  }

  @Test
  void nested_coefficients_follow_the_general_rule() {
    double[][] x = gappy(table(8, 12, 10, 1, 1, 1, 1, 1), 8);
    List<BiFunction<Integer, Integer, Object>> effects =
        List.of(
            (_, _) -> 0,
            (p, _) -> p,
            (_, i) -> "h" + STRATA[i],
            (_, i) -> i,
            (p, i) -> new Cell(p, STRATA[i]),
            Cell::new);
    assertCoefficients(general(x, effects), NestedStudy.of(x, STRATA).coefficients());
  }

  private static double[][] general(
      double[][] x, List<BiFunction<Integer, Integer, Object>> effects) {
    var coefficients = new double[effects.size()][effects.size()];
    for (int f = 0; f < effects.size(); f++) {
      for (int e = 0; e < effects.size(); e++) {
        Map<Object, Map<Object, Integer>> counts = new HashMap<>();
        for (int p = 0; p < x.length; p++) {
          for (int i = 0; i < x[p].length; i++) {
            if (!Double.isNaN(x[p][i])) {
              counts
                  .computeIfAbsent(effects.get(f).apply(p, i), _ -> new HashMap<>())
                  .merge(effects.get(e).apply(p, i), 1, Integer::sum);
            }
          }
        }
        for (var cell : counts.values()) {
          double n = cell.values().stream().mapToInt(Integer::intValue).sum();
          double squares = cell.values().stream().mapToDouble(c -> c * c).sum();
          coefficients[f][e] += (e == 0 ? n * n : squares) / n;
        }
      }
    }
    return coefficients;
  }

  private static void assertCoefficients(double[][] expected, List<List<Double>> found) {
    for (int f = 0; f < expected.length; f++) {
      for (int e = 0; e < expected.length; e++) {
        assertEquals(expected[f][e], found.get(f).get(e), 1e-9, "term " + f + ", effect " + e);
      }
    }
  }

  @Test
  void components_with_empty_cells_are_unbiased_and_their_standard_errors_near_the_truth() {
    double[] truth = {1, 0.5, 0.8};
    var estimates = new ArrayList<double[]>();
    var errors = new double[3];
    for (int seed = 0; seed < 600; seed++) {
      double[][] x = gappy(table(seed, 30, 10, truth[0], 0, truth[1], 0, truth[2]), seed);
      var study = CrossedStudy.of(x);
      var components = List.of(study.object(), study.condition(), study.interaction());
      estimates.add(components.stream().mapToDouble(c -> c.estimate().orElseThrow()).toArray());
      for (int c = 0; c < 3; c++) {
        errors[c] += components.get(c).standardError().orElseThrow() / 600;
      }
    }
    assertSimulated(truth, estimates, errors, 0.15);
  }

  @Test
  void nested_components_are_unbiased_and_their_standard_errors_near_the_truth() {
    double[] truth = {1, 0.6, 0.3, 0.4, 0.8};
    var estimates = new ArrayList<double[]>();
    var errors = new double[5];
    for (int seed = 0; seed < 600; seed++) {
      double[][] x = table(seed, 30, 10, truth[0], truth[1], truth[2], truth[3], truth[4]);
      var study = NestedStudy.of(x, STRATA);
      var components =
          List.of(
              study.person(),
              study.stratum(),
              study.condition(),
              study.personStratum(),
              study.residual());
      estimates.add(components.stream().mapToDouble(c -> c.estimate().orElseThrow()).toArray());
      for (int c = 0; c < 5; c++) {
        errors[c] += components.get(c).standardError().orElseThrow() / 600;
      }
    }
    assertSimulated(truth, estimates, errors, 0.2);
  }

  private static void assertSimulated(
      double[] truth, List<double[]> estimates, double[] errors, double within) {
    for (int e = 0; e < truth.length; e++) {
      int effect = e;
      double mean = estimates.stream().mapToDouble(x -> x[effect]).average().orElseThrow();
      double variance =
          estimates.stream().mapToDouble(x -> (x[effect] - mean) * (x[effect] - mean)).sum()
              / (estimates.size() - 1);
      double sd = Math.sqrt(variance);
      assertEquals(truth[e], mean, 4 * sd / Math.sqrt(estimates.size()), "effect " + e);
      assertEquals(1, errors[e] / sd, within, "standard error of effect " + e);
    }
  }

  @Test
  void intervals_with_empty_cells_cover_as_often_as_they_say() {
    var covered = new HashMap<Form, Integer>();
    Map<Form, Double> truth = Map.of(Form.ICC1, 1 / 2.3, Form.ICC2, 1 / 2.3, Form.ICC3, 1 / 1.8);
    for (int seed = 0; seed < 800; seed++) {
      double[][] x = gappy(table(seed, 30, 10, 1, 0, 0.5, 0, 0.8), seed);
      var result = IntraclassCorrelation.of(x);
      truth.forEach((form, icc) -> {
        boolean inside = result.form(form).interval().orElseThrow().contains(icc);
        covered.merge(form, inside ? 1 : 0, Integer::sum);
      });
    }
    assertEquals(0.95, covered.get(Form.ICC3) / 800.0, 0.03);
    assertEquals(0.95, covered.get(Form.ICC2) / 800.0, 0.04);
    assertTrue(covered.get(Form.ICC1) / 800.0 > 0.9);
  }

  /** Normal effects of persons, strata, items in strata, persons × strata and what is left. */
  private static double[][] table(
      int seed, int persons, int items, double p, double h, double i, double ph, double pi) {
    var normal =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
    double[] stratum = effects(normal, 3, h);
    double[] item = effects(normal, items, i);
    var x = new double[persons][items];
    for (double[] row : x) {
      double person = effects(normal, 1, p)[0];
      double[] personStratum = effects(normal, 3, ph);
      double[] rest = effects(normal, items, pi);
      for (int c = 0; c < items; c++) {
        row[c] = 3 + person + stratum[STRATA[c]] + item[c] + personStratum[STRATA[c]] + rest[c];
      }
    }
    return x;
  }

  private static double[] effects(
      ZigguratSampler.NormalizedGaussian normal, int n, double variance) {
    return IntStream.range(0, n)
        .mapToDouble(_ -> GaussianSampler.of(normal, 0, Math.sqrt(variance + 1e-300)).sample())
        .toArray();
  }

  /** Empties three cells in ten. */
  private static double[][] gappy(double[][] x, int seed) {
    UniformRandomProvider chance = RandomSource.SPLIT_MIX_64.create(seed);
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] = chance.nextDouble() < 0.3 ? Double.NaN : row[i];
      }
    }
    return x;
  }
}
