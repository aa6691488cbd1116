package org.rolewright.psychometrics.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Quantile;

/**
 * How much weights would move if other respondents had answered: the bootstrap over respondents.
 *
 * <p>Each replicate draws n respondents with replacement (within strata when there are any) and
 * computes all weights anew, normalised inside the replicate. Standard error: SD of the replicates
 * (B − 1). Intervals: percentile; basic (2θ − the other percentile); BCa with z₀ = Φ⁻¹(#{θ* &lt;
 * θ}/B) and a = ΣL³ / (6 (ΣL²)^1.5), L = (n − 1)(mean of the jackknife − jackknife value).
 *
 * <p>Missing: a replicate in which a kept task has no rating gives that task weight 0 and is
 * counted; a replicate without any weights is left out and counted. BCa is not available when every
 * replicate lies on one side of the estimate.
 *
 * <p>Replicates are shared among the processor's cores in blocks, each with a generator split off
 * the one handed in, so a seed gives the same numbers on any number of cores. Interrupting the
 * calling thread stops the work with {@link CancellationException}.
 *
 * <p>Source: Efron, B. &amp; Tibshirani, R. (1993), An Introduction to the Bootstrap, chapters 13
 * and 14; Davison &amp; Hinkley (1997). Checked against R 4.2.2 with given resamples.
 */
public final class WeightBootstrap {
  private static final int REPLICATES_IN_A_BLOCK = 25;
  private static final int RESPONDENTS_IN_CACHE = 64;

  private final int replicates;
  private final double confidence;
  private final Quantile quantile;
  private final Optional<int[]> strata;

  private WeightBootstrap(
      int replicates, double confidence, Quantile quantile, Optional<int[]> strata) {
    Arguments.require(replicates >= 2, "replicates must be at least 2", replicates);
    this.replicates = replicates;
    this.confidence = Arguments.confidence(confidence);
    this.quantile = quantile;
    this.strata = strata;
  }

  /** 999 replicates, 95 % intervals, quantiles of type 6, one stratum. */
  public static WeightBootstrap withDefaults() {
    return new WeightBootstrap(999, 0.95, Quantile.TYPE_6, Optional.empty());
  }

  /** Another number of replicates; 999 or 1999 make type-6 limits order statistics. */
  public WeightBootstrap withReplicates(int number) {
    return new WeightBootstrap(number, confidence, quantile, strata);
  }

  /** Another confidence. */
  public WeightBootstrap withConfidence(double level) {
    return new WeightBootstrap(replicates, level, quantile, strata);
  }

  /** Another definition of a quantile. */
  public WeightBootstrap with(Quantile definition) {
    return new WeightBootstrap(replicates, confidence, definition, strata);
  }

  /** Resamples within strata, as the sample was drawn; one number per respondent. */
  public WeightBootstrap withStrata(int[] stratumOfRespondent) {
    return new WeightBootstrap(
        replicates, confidence, quantile, Optional.of(stratumOfRespondent.clone()));
  }

  /**
   * What the replicates say.
   *
   * @param replicates replicates used
   * @param withEmptyTask replicates in which some kept task had no rating
   * @param undefined replicates left out because no weights could be had
   * @param confidence of all intervals
   * @param tasks one per task in order
   * @param domains one per domain in order
   * @param warnings what a reader must know
   */
  public record Result(
      int replicates,
      int withEmptyTask,
      int undefined,
      double confidence,
      List<Spread> tasks,
      List<Spread> domains,
      List<Warning> warnings) {}

  /**
   * The spread of one weight over replicates. All figures are empty when no weights can be had.
   *
   * @param estimate the weight in the sample itself
   * @param mean mean of the replicates
   * @param bias mean − estimate
   * @param standardError SD of the replicates
   * @param percentile percentile interval
   * @param basic basic interval
   * @param bca bias-corrected and accelerated interval
   * @param jackknifeError standard error by leaving out one respondent at a time
   */
  public record Spread(
      OptionalDouble estimate,
      OptionalDouble mean,
      OptionalDouble bias,
      OptionalDouble standardError,
      Optional<Interval> percentile,
      Optional<Interval> basic,
      Optional<Bca> bca,
      OptionalDouble jackknifeError) {}

  /**
   * A BCa interval and what it was made from.
   *
   * @param biasCorrection z₀
   * @param acceleration a
   * @param lowerLevel quantile taken as lower limit
   * @param upperLevel quantile taken as upper limit
   * @param interval the limits
   */
  public record Bca(
      double biasCorrection,
      double acceleration,
      double lowerLevel,
      double upperLevel,
      Interval interval) {}

  /**
   * Draws and computes.
   *
   * @param study ratings, outline and rules
   * @param generator seeded by the caller
   * @param progress told the number of replicates done so far, from any thread
   * @throws CancellationException when the calling thread is interrupted
   */
  public Result run(
      WeightStudy study, RandomGenerator.SplittableGenerator generator, IntConsumer progress) {
    int n = study.ratings().respondents();
    int[][] members = members(n);
    int blocks = (replicates + REPLICATES_IN_A_BLOCK - 1) / REPLICATES_IN_A_BLOCK;
    var generators = IntStream.range(0, blocks).mapToObj(b -> generator.split()).toList();
    return run(
        study,
        replicates,
        progress,
        (block, size) -> draw(generators.get(block), members, n, size));
  }

  /**
   * Computes over given resamples.
   *
   * @param study ratings, outline and rules
   * @param indices {@code indices[replicate][draw]}, 0-based respondents
   * @throws IllegalArgumentException for fewer than two resamples or a respondent that does not
   *     exist
   */
  public Result run(WeightStudy study, int[][] indices) {
    int n = study.ratings().respondents();
    Arguments.require(indices.length >= 2, "at least 2 resamples are needed", indices.length);
    return run(
        study,
        indices.length,
        done -> {},
        (block, size) -> {
          var counts = new int[size][];
          for (int b = 0; b < size; b++) {
            counts[b] = count(indices[block * REPLICATES_IN_A_BLOCK + b], n);
          }
          return counts;
        });
  }

  /** How often each respondent is in each replicate of a block. */
  private interface Resamples {
    int[][] counts(int block, int size);
  }

  private static int[] count(int[] draws, int n) {
    int[] counts = new int[n];
    for (int respondent : draws) {
      Arguments.require(respondent >= 0 && respondent < n, "no such respondent", respondent);
      counts[respondent]++;
    }
    return counts;
  }

  private int[][] members(int n) {
    int[] stratum = strata.orElseGet(() -> new int[n]);
    Arguments.sameLength(n, stratum.length, "respondents and strata");
    return Arrays.stream(stratum)
        .distinct()
        .mapToObj(s -> IntStream.range(0, n).filter(r -> stratum[r] == s).toArray())
        .toArray(int[][]::new);
  }

  private static int[][] draw(RandomGenerator generator, int[][] members, int n, int size) {
    int[][] counts = new int[size][n];
    for (int[] replicate : counts) {
      for (int[] stratum : members) {
        for (int i = 0; i < stratum.length; i++) {
          replicate[stratum[generator.nextInt(stratum.length)]]++;
        }
      }
    }
    return counts;
  }

  private Result run(WeightStudy study, int number, IntConsumer progress, Resamples resamples) {
    var model = new WeightModel(study);
    double[][] weights = new double[number][];
    var empty = new AtomicInteger();
    var done = new AtomicInteger();
    var stop = new AtomicBoolean();
    int blocks = (number + REPLICATES_IN_A_BLOCK - 1) / REPLICATES_IN_A_BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> {
          if (Thread.currentThread().isInterrupted()) {
            stop.set(true);
          }
          if (stop.get()) {
            return;
          }
          int from = block * REPLICATES_IN_A_BLOCK;
          int size = Math.min(REPLICATES_IN_A_BLOCK, number - from);
          double[][] sums = sums(model, resamples.counts(block, size));
          for (int b = 0; b < size; b++) {
            weights[from + b] = model.weights(sums[b]);
            empty.addAndGet(model.hasEmptyTask(sums[b]) ? 1 : 0);
          }
          progress.accept(done.addAndGet(size));
        });
    if (stop.get() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted after " + done + " replicates");
    }
    return new BootstrapSummary(study, model, confidence, quantile).of(weights, empty.get());
  }

  /** Sums of rows by counts; respondents in small groups so that their rows stay in the cache. */
  private static double[][] sums(WeightModel model, int[][] counts) {
    double[][] sums = new double[counts.length][model.width];
    for (int from = 0; from < model.respondents; from += RESPONDENTS_IN_CACHE) {
      int to = Math.min(from + RESPONDENTS_IN_CACHE, model.respondents);
      for (int b = 0; b < counts.length; b++) {
        model.add(sums[b], counts[b], from, to);
      }
    }
    return sums;
  }
}
