package org.rolewright.selection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What the solver found, and what it proved.
 *
 * @param forms for each form the places of its items, the common ones included; empty when none
 *     were found
 * @param common places of the items on every form
 * @param objective weighted sum of the goals in whole units; small is good
 * @param bound no forms can do better than this
 * @param missing what would do if it were written, when no form exists; the least that would,
 *     unless time ran out
 * @param broken wishes that more items would not cure
 * @param cures rules without which there would be forms
 */
public record SelectionResult(
    Status status,
    List<List<Integer>> forms,
    List<Integer> common,
    double objective,
    double bound,
    List<Held> held,
    List<Achieved> goals,
    List<Missing> missing,
    List<Broken> broken,
    List<Rule> cures,
    double seconds) {

  /** How far the search came. */
  public enum Status {
    /** Forms, and none can be better. */
    OPTIMAL,
    /** Forms; better ones may exist, at most as good as the bound. */
    FOUND,
    /** No forms can meet the wishes. */
    IMPOSSIBLE,
    /** Neither forms nor a proof within the time. */
    UNDECIDED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A quota or total and what each form has of it. */
  public record Held(String name, Scope scope, double min, double max, List<Double> counts) {}

  /**
   * A goal and what was reached.
   *
   * @param value in the goal's own unit
   */
  public record Achieved(String goal, String measure, double value, List<Double> perForm) {}

  /** So many items more of a kind would do; the bank has so many that may be used. */
  public record Missing(Scope scope, int count, int inBank) {}

  /**
   * A wish that contradicts others.
   *
   * @param excess by how much: below the minimum negative, above the maximum positive
   */
  public record Broken(String name, Scope scope, double excess) {}

  /** Rules that people may loosen. */
  public enum Rule {
    ENEMIES,
    FRIENDS,
    SETS,
    TOTALS,
    OVERLAP,
    SHARING;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same without naming items, for keeping. */
  public SelectionResult withoutPlaces() {
    return new SelectionResult(
        status, List.of(), List.of(), objective, bound, held, goals, missing, broken, cures,
        seconds);
  }

  /** What is left open between objective and bound. */
  public double gap() {
    return objective - bound;
  }
}
