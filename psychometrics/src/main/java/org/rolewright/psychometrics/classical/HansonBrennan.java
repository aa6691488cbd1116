package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Accuracy and consistency of pass/fail decisions on number-right scores, by a beta true-score
 * distribution and Lord's two-term approximation to the compound binomial.
 *
 * <p>Lord's k = N[(N − 1)(s² − s²_e) − N s² + X̄(N − X̄)] / (2[X̄(N − X̄) − (s² − s²_e)]) with s²_e
 * = s²(1 − r), divisor n − 1. Given p the score has probability b(x; N, p) − k p(1 − p)[b(x; N − 2,
 * p) − 2 b(x − 1; N − 2, p) + b(x − 2; N − 2, p)]; it may fall slightly below 0 and is used as it
 * is. With r = KR-21 (divisor n) k is 0 and the model is the beta-binomial.
 *
 * <p>The four-parameter beta falls back to two parameters on [0, 1] when it is inadmissible ({@code
 * FALLBACK}).
 *
 * <p>Input: scores 0…N, {@code NaN} = no score, left out. Empty without variance, for fewer than
 * two scores or items, or when r is not above 0 or leaves no beta ({@code OUT_OF_BOUNDS}).
 *
 * <p>Sources: Hanson &amp; Brennan (1990), Journal of Educational Measurement 27, 345–359; Lord
 * (1965), Psychometrika 30, 239–270; Hanson (1991), ACT Research Report 91-5. Checked against
 * {@code betafunctions} 1.9.0 (R 4.2.2).
 *
 * @param classification probabilities of decisions; empty where undefined
 * @param trueScores the beta distribution used
 * @param lordsK Lord's k
 * @param used scores used
 * @param dropped scores left out
 * @param warnings what a reader must know
 */
public record HansonBrennan(
    Optional<Classification> classification,
    Optional<TrueScores> trueScores,
    OptionalDouble lordsK,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the warnings. */
  public HansonBrennan {
    warnings = List.copyOf(warnings);
  }

  /**
   * Estimates from scores.
   *
   * @param scores number right of each person, 0…items
   * @param items N, at least 1
   * @param reliability r, at most 1
   * @param cut lowest passing score
   * @throws IllegalArgumentException if a score lies outside 0…items or r is above 1
   */
  public static HansonBrennan of(double[] scores, int items, double reliability, int cut) {
    require(items >= 1, "items must be at least 1", items);
    require(reliability <= 1, "reliability must be at most 1", reliability);
    for (double x : scores) {
      require(!(x < 0 || x > items), "score outside 0 to items", x);
    }
    var moments = ScoreMoments.of(scores);
    var warnings = new ArrayList<>(moments.warnings());
    double k = lordsK(moments, items, reliability);
    Optional<TrueScores> fit = Optional.empty();
    if (items == 1) {
      warnings.add(Warning.of(Kind.ONE_ITEM));
    } else if (moments.vary()) {
      fit = fit(moments, items, reliability > 0 ? k : Double.NaN, warnings);
    }
    var classification =
        fit.map(t -> t.classify((double) cut / items, p -> pass(p, items, k, cut)));
    classification.ifPresent(c -> warnings.addAll(c.warnings()));
    return new HansonBrennan(
        classification,
        fit,
        Optionals.finite(k),
        moments.scores().length,
        moments.dropped(),
        warnings);
  }

  private static Optional<TrueScores> fit(
      ScoreMoments moments, int items, double k, List<Warning> warnings) {
    double[] raw = trueMoments(moments, items, k);
    var four = TrueScores.fourParameters(raw);
    if (four.isPresent()) {
      return four;
    }
    var two = TrueScores.twoParameters(raw);
    warnings.add(
        two.isPresent()
            ? Warning.of(Kind.FALLBACK, "two-parameter beta")
            : Warning.of(Kind.OUT_OF_BOUNDS, "true-score variance"));
    return two;
  }

  private static double lordsK(ScoreMoments m, int n, double reliability) {
    double trueVariance = reliability * m.variance();
    double product = m.mean() * (n - m.mean());
    return n
        * ((n - 1) * trueVariance - n * m.variance() + product)
        / (2 * (product - trueVariance));
  }

  /**
   * Raw moments 0…4 of the true proportions.
   *
   * <p>The r-th factorial moment of the two-term approximation is N₍ᵣ₎pʳ − k r(r − 1)(N − 2)₍ᵣ₋₂₎
   * pʳ⁻¹(1 − p), which ties each raw moment to the one before it.
   */
  private static double[] trueMoments(ScoreMoments moments, int n, double k) {
    double[] raw = {1, 0, 0, 0, 0};
    for (int r = 1; r < raw.length; r++) {
      double term = r < 2 ? 0 : k * r * (r - 1) * ScoreMoments.falling(n - 2.0, r - 2);
      raw[r] = (moments.factorial(r, 1) + term * raw[r - 1]) / (ScoreMoments.falling(n, r) + term);
    }
    return raw;
  }

  /** P(score ≥ cut | p): the second term of the sum over x ≥ cut telescopes. */
  private static double pass(double p, int n, double k, int cut) {
    double correction = Binomials.at(cut - 2, n - 2, p) - Binomials.at(cut - 1, n - 2, p);
    return Binomials.atLeast(cut, n, p) - k * p * (1 - p) * correction;
  }
}
