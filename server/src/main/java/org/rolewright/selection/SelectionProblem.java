package org.rolewright.selection;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is wanted of forms, in numbers. Items are named by their place in {@code items}.
 *
 * @param forms how many are made at once
 * @param quotas hold for each form
 * @param totals hold for each form
 * @param groups hold for each form
 * @param common items that all forms share; every other item stands on one form at most
 * @param goals what is striven for, in whole units added up by their weights
 * @param writable kinds of items that authors could still write, for naming what is missing
 */
public record SelectionProblem(
    List<Item> items,
    int forms,
    List<Quota> quotas,
    List<Total> totals,
    List<Group> groups,
    Common common,
    List<Goal> goals,
    List<Scope> writable) {

  public SelectionProblem {
    items = List.copyOf(items);
    quotas = List.copyOf(quotas);
    totals = List.copyOf(totals);
    groups = List.copyOf(groups);
    goals = List.copyOf(goals);
    writable = List.copyOf(writable);
    if (forms < 1) throw new IllegalArgumentException("forms: " + forms);
  }

  /** An item with all that quotas may ask about it. */
  public record Item(String code, Set<Scope.Trait> traits) {}

  /** How many items of a kind. */
  public record Quota(Scope scope, int min, int max) {
    public Quota {
      if (min < 0 || max < min)
        throw new IllegalArgumentException(scope + ": " + min + " to " + max);
    }

    public static Quota exactly(Scope scope, int count) {
      return new Quota(scope, count, count);
    }

    public static Quota atMost(Scope scope, int count) {
      return new Quota(scope, 0, count);
    }
  }

  /**
   * A number that each item has.
   *
   * @param unit the smallest difference that counts, such as 0.001 of a proportion
   */
  public record Measure(String name, double unit, List<Double> values) {
    public Measure {
      values = List.copyOf(values);
      if (!(unit > 0)) throw new IllegalArgumentException(name + ": unit " + unit);
    }

    long of(int item) {
      return Math.round(values.get(item) / unit);
    }

    long average() {
      return Math.round(values.stream().mapToDouble(v -> v).average().orElse(0) / unit);
    }
  }

  /** A sum over a form's items that must stay between limits, such as its seconds. */
  public record Total(Measure measure, double min, double max) {
    long least() {
      return (long) Math.ceil(min / measure.unit() - 1e-9);
    }

    long most() {
      return (long) Math.floor(max / measure.unit() + 1e-9);
    }
  }

  /**
   * Items that concern each other.
   *
   * @param least how many of a set stand together at least, when any does
   * @param most how many at most
   */
  public record Group(Kind kind, String name, List<Integer> items, int least, int most) {
    public Group {
      items = List.copyOf(items);
    }

    /** How they do. */
    public enum Kind {
      /** At most one of them. */
      ENEMIES,
      /** All of them or none. */
      FRIENDS,
      /** Those of one stimulus: none, or so many. */
      SET
    }

    public static Group enemies(List<Integer> items) {
      return new Group(Kind.ENEMIES, "", items, 0, 1);
    }

    public static Group friends(List<Integer> items) {
      return new Group(Kind.FRIENDS, "", items, items.size(), items.size());
    }
  }

  /** How many items stand on every form, and of which kinds. */
  public record Common(int min, int max, List<Quota> quotas) {
    /** The forms share nothing. */
    public static final Common NONE = new Common(0, 0, List.of());
  }

  /** What is striven for. */
  public sealed interface Goal {
    /** What a unit of it is worth beside the others. */
    int weight();

    /** Sums near their targets: the greatest distance of any form and measure is made small. */
    record Closest(List<Measure> measures, List<Double> targets, int weight) implements Goal {
      long target(int measure) {
        return Math.round(targets.get(measure) / measures.get(measure).unit());
      }
    }

    /** The smallest sum of any form and measure is made great, such as information at the cut. */
    record Most(List<Measure> measures, int weight) implements Goal {}

    /** Sums of the forms near each other. */
    record Alike(Measure measure, int weight) implements Goal {}

    /** As many of one kind as of the next on each form, such as keys A, B, C and D. */
    record Even(List<Scope> scopes, int weight) implements Goal {}

    /** Little of something, such as earlier exposure. */
    record Least(Measure measure, int weight) implements Goal {}
  }

  /** The places of the items that are meant. */
  List<Integer> covered(Scope scope) {
    return IntStream.range(0, items.size())
        .filter(i -> scope.covers(items.get(i).traits()))
        .boxed()
        .toList();
  }
}
