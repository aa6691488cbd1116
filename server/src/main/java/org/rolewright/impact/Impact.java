package org.rolewright.impact;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Interval;
import org.rolewright.scoring.ScoringRunId;
import org.rolewright.standard.CutError;

/**
 * What the options of a cut would mean.
 *
 * @param sittings of the form that are over, scored or not
 * @param scored empty where the form was never scored
 */
public record Impact(String formCode, int sittings, Optional<Scored> scored) {

  /**
   * What the newest run says.
   *
   * @param maximum points that could be reached in it
   * @param sem standard error of measurement that it found
   */
  public record Scored(
      ScoringRunId run,
      int number,
      int candidates,
      int maximum,
      OptionalDouble sem,
      List<Family> families) {
    public Scored {
      families = List.copyOf(families);
    }
  }

  /** Options moved by one kind of error. */
  public record Family(CutError error, List<Outcome> outcomes) {
    public Family {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * What one option would mean.
   *
   * @param needed points of those that could be reached
   * @param passing how many have them
   */
  public record Outcome(int multiple, int needed, int passing, double share, Interval interval) {}
}
