package org.rolewright.demonstration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.weighting.Apportionment;

/**
 * Draws respondents who meet the published figures of every task.
 *
 * @param importance {@code importance[person][task]}, 0 for who does not do it
 * @param frequency {@code frequency[person][task]}, 0 for who does not do it
 */
public record SyntheticRespondents(int[][] importance, int[][] frequency) {
  private static final int IMPORTANCE_POINTS = 5;

  /**
   * Draws.
   *
   * @param domains domain of each task
   * @param people how many
   * @param seed the same seed, the same people
   */
  public static SyntheticRespondents draw(
      List<OnetTask> tasks, int[] domains, int people, long seed) {
    var drawn =
        new SyntheticRespondents(new int[people][tasks.size()], new int[people][tasks.size()]);
    var random = new SplittableRandom(seed);
    var leaning = new Leaning(people, Arrays.stream(domains).max().orElse(0) + 1, random);
    for (int t = 0; t < tasks.size(); t++) drawn.fill(t, tasks.get(t), leaning, domains[t], random);
    for (int p = 0; p < people; p++) if (drawn.straight(p)) drawn.bend(p);
    return drawn;
  }

  /** Whether somebody gave the same importance everywhere, as careless people do. */
  private boolean straight(int person) {
    return Arrays.stream(importance[person]).filter(code -> code > 0).distinct().count() == 1;
  }

  /** Exchanges one importance with somebody who gave another, so that the task stays as it is. */
  private void bend(int person) {
    int t =
        IntStream.range(0, importance[person].length)
            .filter(task -> importance[person][task] > 0)
            .findFirst()
            .orElseThrow();
    int own = importance[person][t];
    for (int other = 0; other < importance.length; other++)
      if (importance[other][t] > 0 && importance[other][t] != own) {
        importance[person][t] = importance[other][t];
        importance[other][t] = own;
        if (!straight(other)) return;
        importance[other][t] = importance[person][t];
        importance[person][t] = own;
      }
  }

  /** What makes people alike: how freely one gives high ratings, how close a domain is to one. */
  private record Leaning(double[] general, double[][] domain) {
    Leaning(int people, int domains, SplittableRandom random) {
      this(new double[people], new double[domains][people]);
      fill(general, random);
      for (var one : domain) fill(one, random);
    }

    private static void fill(double[] values, SplittableRandom random) {
      for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian();
    }
  }

  private void fill(int t, OnetTask task, Leaning leaning, int d, SplittableRandom random) {
    int people = importance.length;
    int performing = (int) Math.round(people * task.relevance() / 100);
    int[] doers =
        ranked(
                IntStream.range(0, people).toArray(),
                p -> 0.7 * leaning.domain()[d][p] + random.nextGaussian())
            .skip(people - performing)
            .toArray();
    give(
        importance,
        t,
        ranked(
            doers,
            p -> 0.7 * leaning.general()[p] + 0.5 * leaning.domain()[d][p] + random.nextGaussian()),
        importanceCounts(task.importance(), performing));
    give(
        frequency,
        t,
        ranked(
            doers,
            p ->
                0.4 * leaning.general()[p]
                    + 0.6 * leaning.domain()[d][p]
                    + 0.4 * importance[p][t]
                    + random.nextGaussian()),
        counts(task.frequency(), performing));
  }

  /** The people in the order of a value that is drawn once for each. */
  private static IntStream ranked(int[] people, IntToDoubleFunction value) {
    var values = Arrays.stream(people).mapToDouble(value).toArray();
    return IntStream.range(0, people.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(i -> people[i]);
  }

  /** The lowest code to the first in rank, and so on. */
  private static void give(int[][] ratings, int t, IntStream ranked, int[] counts) {
    int[] people = ranked.toArray();
    int next = 0;
    for (int code = 1; code <= counts.length; code++)
      for (int i = 0; i < counts[code - 1]; i++) ratings[people[next++]][t] = code;
  }

  private static int[] counts(double[] shares, int people) {
    return Apportionment.withDefaults().allocate(shares, people).items();
  }

  /** A binomial on the codes with the wanted mean, and the last people moved to meet its sum. */
  private static int[] importanceCounts(double mean, int people) {
    int steps = IMPORTANCE_POINTS - 1;
    double p = (mean - 1) / steps;
    var shares = new double[IMPORTANCE_POINTS];
    double ways = 1;
    for (int k = 0; k <= steps; k++) {
      shares[k] = ways * Math.pow(p, k) * Math.pow(1 - p, steps - k);
      ways = ways * (steps - k) / (k + 1);
    }
    int[] counts = counts(shares, people);
    long missing = Math.round(mean * people) - sum(counts);
    int from = Math.clamp(Math.round(mean) - 1, 1, steps - 1);
    counts[from] -= (int) Math.abs(missing);
    counts[from + Long.signum(missing)] += (int) Math.abs(missing);
    return counts;
  }

  private static long sum(int[] counts) {
    return IntStream.range(0, counts.length).mapToLong(i -> (i + 1L) * counts[i]).sum();
  }
}
