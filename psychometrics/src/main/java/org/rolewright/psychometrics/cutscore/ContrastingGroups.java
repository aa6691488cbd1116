package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;

/**
 * Contrasting groups: the score that best parts candidates judged competent from those judged not.
 *
 * <p>Several answers, side by side: midpoint of means; midpoint of medians; where two normal
 * densities cross (the root between the means), with equal priors and with priors by group size;
 * where logistic regression gives P = ½ ({@link LogisticCut}); the whole-number cuts that
 * misclassify fewest (a competent candidate below, another at or above the cut).
 *
 * <p>Special cases: separated groups have no logistic fit ({@code SEPARATION}); the logistic cut is
 * then the middle of the gap ({@code FALLBACK}). Without variance in a group, or with fewer than
 * two in one, densities have no crossing ({@code NO_VARIANCE}, {@code TOO_FEW_OBSERVATIONS}); when
 * none lies between the means, {@code NO_INTERSECTION}. Competent candidates with the lower mean
 * give {@code REVERSED}. Scores that are {@code NaN} are left out.
 *
 * <p>Sources: Livingston &amp; Zieky (1982), Passing Scores; Cizek &amp; Bunch (2007), Standard
 * Setting, chapter 8. Checked against R 4.2.2 ({@code uniroot}, {@code glm}).
 *
 * @param midpointOfMeans half-way between the means
 * @param midpointOfMedians half-way between the medians
 * @param crossingEqualPriors of normal densities
 * @param crossingSamplePriors of normal densities weighted by group size
 * @param logistic the fit; empty when the groups are separated
 * @param logisticCut score with P = ½, or the middle of the gap
 * @param logisticStandardError of that score, delta method
 * @param fewestErrors misclassified candidates at the best whole-number cuts
 * @param bestCuts whole-number cuts with the fewest errors, ascending
 * @param notCompetent scores used of those judged not competent
 * @param competent scores used of those judged competent
 * @param dropped scores left out
 * @param warnings what a reader must know
 */
public record ContrastingGroups(
    OptionalDouble midpointOfMeans,
    OptionalDouble midpointOfMedians,
    OptionalDouble crossingEqualPriors,
    OptionalDouble crossingSamplePriors,
    Optional<LogisticCut> logistic,
    OptionalDouble logisticCut,
    OptionalDouble logisticStandardError,
    int fewestErrors,
    List<Integer> bestCuts,
    int notCompetent,
    int competent,
    int dropped,
    List<Warning> warnings) {

  /** Copies the lists. */
  public ContrastingGroups {
    bestCuts = List.copyOf(bestCuts);
    warnings = List.copyOf(warnings);
  }

  /**
   * Estimates the cuts.
   *
   * @param notCompetent scores of candidates judged not competent
   * @param competent scores of candidates judged competent
   * @throws IllegalArgumentException if a group has no score
   */
  public static ContrastingGroups of(double[] notCompetent, double[] competent) {
    double[] low = Matrices.answered(notCompetent);
    double[] high = Matrices.answered(competent);
    require(low.length > 0, "scores of candidates judged not competent", low.length);
    require(high.length > 0, "scores of candidates judged competent", high.length);
    return new Groups(low, high).result(notCompetent.length + competent.length);
  }

  private record Groups(double[] low, double[] high) {

    ContrastingGroups result(int given) {
      var logistic = logistic();
      double pooled = (double) high.length / low.length;
      List<Integer> best = new ArrayList<>();
      int errors = fewestErrors(best);
      return new ContrastingGroups(
          Optionals.finite((Moments.mean(low) + Moments.mean(high)) / 2),
          Optionals.finite((Quantile.TYPE_7.of(low, 0.5) + Quantile.TYPE_7.of(high, 0.5)) / 2),
          crossing(1),
          crossing(pooled),
          logistic,
          logistic.isPresent() ? Optionals.finite(logistic.get().at(0.5)) : gap(),
          logistic.isPresent()
              ? Optionals.finite(logistic.get().standardErrorAt(0.5))
              : OptionalDouble.empty(),
          errors,
          best,
          low.length,
          high.length,
          given - low.length - high.length,
          warnings(given, logistic));
    }

    private boolean separated() {
      return max(low) <= min(high) || max(high) <= min(low);
    }

    /** The middle of the gap between separated groups. */
    private OptionalDouble gap() {
      if (!separated()) {
        return OptionalDouble.empty();
      }
      return max(low) <= min(high)
          ? OptionalDouble.of((max(low) + min(high)) / 2)
          : OptionalDouble.of((max(high) + min(low)) / 2);
    }

    private Optional<LogisticCut> logistic() {
      double[] all = DoubleStream.concat(Arrays.stream(low), Arrays.stream(high)).toArray();
      return separated()
          ? Optional.empty()
          : LogisticCut.fit(low, high, Moments.mean(all), Moments.sd(all))
              .filter(f -> f.slope() != 0);
    }

    /** Root between the means of ratio · N(x; high) = N(x; low). */
    private OptionalDouble crossing(double ratio) {
      double m0 = Moments.mean(low);
      double m1 = Moments.mean(high);
      double v0 = Moments.variance(low);
      double v1 = Moments.variance(high);
      if (!(v0 > 0 && v1 > 0) || m0 == m1) {
        return OptionalDouble.empty();
      }
      double a = 1 / v0 - 1 / v1;
      double b = 2 * (m1 / v1 - m0 / v0);
      double c = m0 * m0 / v0 - m1 * m1 / v1 + Math.log(v0 / v1) + 2 * Math.log(ratio);
      return Arrays.stream(roots(a, b, c))
          .filter(x -> x >= Math.min(m0, m1) && x <= Math.max(m0, m1))
          .findFirst();
    }

    /** Real roots of ax² + bx + c without cancellation; one when a is 0. */
    private static double[] roots(double a, double b, double c) {
      double q = -(b + Math.copySign(Math.sqrt(b * b - 4 * a * c), b)) / 2;
      return a == 0 ? new double[] {-c / b} : new double[] {q / a, c / q};
    }

    private int fewestErrors(List<Integer> best) {
      int fewest = Integer.MAX_VALUE;
      int from = (int) Math.floor(Math.min(min(low), min(high)));
      int to = (int) Math.floor(Math.max(max(low), max(high))) + 1;
      for (int cut = from; cut <= to; cut++) {
        int errors = errors(cut);
        if (errors < fewest) {
          fewest = errors;
          best.clear();
        }
        if (errors == fewest) {
          best.add(cut);
        }
      }
      return fewest;
    }

    private int errors(int cut) {
      long passed = Arrays.stream(low).filter(x -> x >= cut).count();
      long failed = Arrays.stream(high).filter(x -> x < cut).count();
      return (int) (passed + failed);
    }

    private List<Warning> warnings(int given, Optional<LogisticCut> logistic) {
      var warnings = new ArrayList<Warning>();
      if (low.length + high.length < given) {
        warnings.add(Warning.of(Kind.DROPPED_MISSING));
      }
      if (Moments.mean(high) < Moments.mean(low)) {
        warnings.add(Warning.of(Kind.REVERSED));
      }
      if (Math.min(low.length, high.length) < 2) {
        warnings.add(Warning.of(Kind.TOO_FEW_OBSERVATIONS, "densities"));
      } else if (Moments.isConstant(low) || Moments.isConstant(high)) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, "densities"));
      } else if (crossing(1).isEmpty() || crossing((double) high.length / low.length).isEmpty()) {
        warnings.add(Warning.of(Kind.NO_INTERSECTION, "densities"));
      }
      if (separated()) {
        warnings.add(Warning.of(Kind.SEPARATION, "logistic regression"));
        warnings.add(Warning.of(Kind.FALLBACK, "logistic cut"));
      } else if (logistic.isEmpty() || !logistic.get().converged()) {
        warnings.add(Warning.of(Kind.NOT_CONVERGED, "logistic regression"));
      }
      return warnings;
    }

    private static double min(double[] x) {
      return Arrays.stream(x).min().orElseThrow();
    }

    private static double max(double[] x) {
      return Arrays.stream(x).max().orElseThrow();
    }
  }
}
