package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Ranks;

/**
 * What each option of each item drew, and from whom.
 *
 * <p>Per option: count, proportion of all persons, mean total of those who chose it, correlation of
 * choosing it with the total and with the rest (the total without the <em>scored</em> item, for
 * distractors too), proportion choosing it in each of several groups from low to high totals (the
 * quantile trace), and in the upper minus the lower 27 %.
 *
 * <p>Input: {@code choices[person][item]}, any code per option; {@link #NOT_PRESENTED} leaves the
 * person out of that item. An omission has a code of its own, so it is a row of its own, and scores
 * 0. The total is the number of choices equal to the key.
 *
 * <p>Trace groups: a person with mid-rank R of n stands in group ⌊G(R − ½)/n⌋ of G, so equal totals
 * are never parted; a group may be empty.
 *
 * <p>Special cases: an option nobody chose has count 0, no mean and no correlation; nor has one
 * that all chose, or a constant total ({@code NO_VARIANCE}).
 *
 * <p>Source: Haladyna &amp; Rodriguez (2013), Developing and Validating Test Items, chapter 17.
 * Checked against R 4.2.2 ({@code mirt} 1.45.1 data SAT12, {@code CTT} 2.3.3).
 */
public final class DistractorAnalysis {
  /** The code of an item that was not presented to a person. */
  public static final int NOT_PRESENTED = Integer.MIN_VALUE;

  private final SortedSet<Integer> options;
  private final OptionalInt omitted;
  private final int groups;

  private DistractorAnalysis(SortedSet<Integer> options, OptionalInt omitted, int groups) {
    this.options = options;
    this.omitted = omitted;
    this.groups = groups;
  }

  /**
   * One option of one item.
   *
   * @param code the option's code
   * @param key whether it is the right answer
   * @param omission whether the code means that nothing was chosen
   * @param count persons who chose it
   * @param proportion of the persons presented with the item
   * @param meanTotal mean total of those who chose it
   * @param totalCorrelation choosing it with the total
   * @param restCorrelation choosing it with the total without the scored item
   * @param upperLowerDifference proportion in the upper minus in the lower group
   * @param trace proportion choosing it in each group, lowest first
   */
  public record Option(
      int code,
      boolean key,
      boolean omission,
      int count,
      OptionalDouble proportion,
      OptionalDouble meanTotal,
      OptionalDouble totalCorrelation,
      OptionalDouble restCorrelation,
      OptionalDouble upperLowerDifference,
      List<OptionalDouble> trace) {

    /** Copies the trace. */
    public Option {
      trace = List.copyOf(trace);
    }
  }

  /**
   * One item.
   *
   * @param number 1-based
   * @param key code of the right answer
   * @param presented persons presented with it
   * @param options in ascending order of code
   */
  public record Item(int number, int key, int presented, List<Option> options) {

    /** Copies the options. */
    public Item {
      options = List.copyOf(options);
    }

    /** The row of the right answer. */
    public Option right() {
      return options.stream().filter(Option::key).findFirst().orElseThrow();
    }
  }

  /**
   * The analysis.
   *
   * @param items in order
   * @param persons number of persons
   * @param warnings items without variance
   */
  public record Result(List<Item> items, int persons, List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      items = List.copyOf(items);
      warnings = List.copyOf(warnings);
    }
  }

  /** Rows for the codes that occur and the key; five trace groups; no code means omission. */
  public static DistractorAnalysis withDefaults() {
    return new DistractorAnalysis(new TreeSet<>(), OptionalInt.empty(), 5);
  }

  /** Codes that have a row in every item even if nobody chose them. */
  public DistractorAnalysis withOptions(int... codes) {
    var all = new TreeSet<Integer>();
    Arrays.stream(codes).forEach(all::add);
    return new DistractorAnalysis(all, omitted, groups);
  }

  /** The code that means that nothing was chosen. */
  public DistractorAnalysis withOmitted(int code) {
    return new DistractorAnalysis(options, OptionalInt.of(code), groups);
  }

  /** Number of groups of the trace, at least 2. */
  public DistractorAnalysis withTraceGroups(int count) {
    require(count >= 2, "trace groups must be at least 2", count);
    return new DistractorAnalysis(options, omitted, count);
  }

  /**
   * Analyses the options.
   *
   * @param choices {@code choices[person][item]}
   * @param key code of the right answer of each item
   * @throws IllegalArgumentException if there is no person or rows and key differ in length
   */
  public Result estimate(int[][] choices, int[] key) {
    require(choices.length > 0, "choices must have rows", 0);
    double[] totals = new double[choices.length];
    for (int p = 0; p < choices.length; p++) {
      sameLength(choices[p].length, key.length, "choices and key");
      for (int i = 0; i < key.length; i++) {
        totals[p] += choices[p][i] == key[i] ? 1 : 0;
      }
    }
    var items = new ArrayList<Item>();
    var warnings = new ArrayList<Warning>();
    for (int i = 0; i < key.length; i++) {
      int[] chosen = new int[choices.length];
      double[] earned = new double[choices.length];
      for (int p = 0; p < choices.length; p++) {
        chosen[p] = choices[p][i];
        earned[p] = chosen[p] == key[i] ? 1 : 0;
      }
      items.add(new Rows(i + 1, key[i], chosen, earned, totals).item());
      if (items.getLast().right().restCorrelation().isEmpty()) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, "item " + (i + 1)));
      }
    }
    return new Result(items, choices.length, warnings);
  }

  /**
   * Analyses one item against totals of a test that it may only be a part of: the rest is the total
   * without what the item earned, so for an item that does not count the total itself.
   *
   * @param chosen code chosen by each person
   * @param key code of the right answer
   * @param earned what the item gave to each person's total
   * @param totals each person's total
   * @throws IllegalArgumentException if there is no person or the arrays differ in length
   */
  public Item ofItem(int[] chosen, int key, double[] earned, double[] totals) {
    require(chosen.length > 0, "choices must have rows", 0);
    sameLength(chosen.length, earned.length, "choices and points");
    sameLength(chosen.length, totals.length, "choices and totals");
    return new Rows(1, key, chosen, earned, totals).item();
  }

  /** {@link #estimate} with the defaults. */
  public static Result of(int[][] choices, int[] key) {
    return withDefaults().estimate(choices, key);
  }

  /** The persons presented with one item. */
  private final class Rows {
    final int number;
    final int key;
    final int[] chosen;
    final double[] total;
    final double[] rest;
    final int[] group;
    final ExtremeGroups extremes;

    Rows(int number, int key, int[] choices, double[] earned, double[] totals) {
      this.number = number;
      this.key = key;
      int[] presented =
          java.util.stream.IntStream.range(0, totals.length)
              .filter(p -> choices[p] != NOT_PRESENTED)
              .toArray();
      chosen = Arrays.stream(presented).map(p -> choices[p]).toArray();
      total = Arrays.stream(presented).mapToDouble(p -> totals[p]).toArray();
      rest = Arrays.stream(presented).mapToDouble(p -> totals[p] - earned[p]).toArray();
      double[] ranks = Ranks.midRanks(total);
      group =
          Arrays.stream(ranks).mapToInt(r -> (int) (groups * (r - 0.5) / ranks.length)).toArray();
      extremes = total.length == 0 ? null : ExtremeGroups.of(total, 0.27);
    }

    Item item() {
      var codes = new TreeSet<>(options);
      codes.add(key);
      Arrays.stream(chosen).forEach(codes::add);
      return new Item(number, key, chosen.length, codes.stream().map(this::option).toList());
    }

    private Option option(int code) {
      double[] took = Arrays.stream(chosen).mapToDouble(c -> c == code ? 1 : 0).toArray();
      double count = Arrays.stream(took).sum();
      double sum = 0;
      for (int p = 0; p < took.length; p++) {
        sum += took[p] * total[p];
      }
      return new Option(
          code,
          code == key,
          omitted.isPresent() && omitted.getAsInt() == code,
          (int) count,
          Optionals.ratio(count, took.length),
          Optionals.ratio(sum, count),
          Optionals.finite(Moments.correlation(took, total)),
          Optionals.finite(Moments.correlation(took, rest)),
          extremes == null ? OptionalDouble.empty() : extremes.difference(took),
          trace(took));
    }

    private List<OptionalDouble> trace(double[] took) {
      double[] chose = new double[groups];
      double[] size = new double[groups];
      for (int p = 0; p < took.length; p++) {
        chose[group[p]] += took[p];
        size[group[p]]++;
      }
      var trace = new ArrayList<OptionalDouble>();
      for (int g = 0; g < groups; g++) {
        trace.add(Optionals.ratio(chose[g], size[g]));
      }
      return trace;
    }
  }
}
