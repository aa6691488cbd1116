package org.rolewright.psychometrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One estimated number with what it rests on.
 *
 * @param value the estimate; empty when the data leave it undefined (a warning says why)
 * @param used number of observations used
 * @param dropped number of observations left out because they were not answered
 * @param standardError standard error, where one exists
 * @param interval confidence interval, where one exists
 * @param warnings what a reader must know
 */
public record Estimate(
    OptionalDouble value,
    int used,
    int dropped,
    OptionalDouble standardError,
    Optional<Interval> interval,
    List<Warning> warnings) {

  /** Copies the warnings. */
  public Estimate {
    warnings = List.copyOf(warnings);
  }

  /** An estimate that the data leave undefined. */
  public static Estimate undefined(int used, int dropped, Warning... why) {
    return new Estimate(
        OptionalDouble.empty(),
        used,
        dropped,
        OptionalDouble.empty(),
        Optional.empty(),
        List.of(why));
  }
}
