package org.rolewright.fairness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Interval;

/**
 * Who passed, group by group; published by this stage.
 *
 * @param candidates with a score in force
 * @param statements of those who stated something
 */
public record ImpactTable(int candidates, int statements, List<Part> parts) {
  public ImpactTable {
    parts = List.copyOf(parts);
  }

  /**
   * One question.
   *
   * @param hidden groups that are too small to be shown, or hide such a one
   */
  public record Part(Trait trait, List<Line> shown, List<String> hidden) {
    public Part {
      shown = List.copyOf(shown);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * One group.
   *
   * @param ratio to the highest rate; empty for the group that has it
   * @param p of Fisher's exact test
   * @param adjustedP the same after Holm
   */
  public record Line(
      String group,
      int candidates,
      int passed,
      double rate,
      Interval interval,
      OptionalDouble ratio,
      Optional<Interval> ratioInterval,
      OptionalDouble p,
      OptionalDouble adjustedP,
      Verdict verdict) {}

  /** What the figures say, in a word. */
  public enum Verdict {
    /** Has the highest rate, or there is nobody to compare with. */
    HIGHEST,
    /** At least four fifths of the highest rate, and within chance. */
    ALIKE,
    /** At least four fifths, yet more apart than chance explains. */
    APART,
    /** Below four fifths; so few that chance may explain it. */
    BELOW,
    /** Below four fifths, and more than chance explains. */
    CLEARLY_BELOW;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
