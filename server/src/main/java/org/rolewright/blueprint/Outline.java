package org.rolewright.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Interval;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/** Domains and tasks with their weights (shares, 0 to 1) and whole items. */
public record Outline(int testLength, List<Domain> domains) {

  /**
   * A domain.
   *
   * @param derived weight by the analysis
   * @param weight weight in this blueprint
   * @param weightSet whether people set it
   * @param share items it would get without rounding and bounds
   * @param residue items − share
   */
  public record Domain(
      DomainId domain,
      String code,
      String title,
      OptionalDouble derived,
      Optional<Interval> interval,
      double weight,
      boolean weightSet,
      int items,
      double share,
      double residue,
      Bounds bounds,
      List<Task> tasks) {}

  /**
   * A task.
   *
   * @param kept whether the inclusion rule keeps it
   * @param borderline whether other respondents might have decided otherwise
   * @param included whether it is in this blueprint
   */
  public record Task(
      TaskId task,
      String code,
      String text,
      boolean kept,
      boolean borderline,
      boolean included,
      OptionalDouble derived,
      Optional<Interval> interval,
      double weight,
      int items,
      double share,
      double residue,
      Bounds bounds) {}

  /** The fewest and the most items of a cell; empty means no limit. */
  public record Bounds(OptionalInt min, OptionalInt max) {
    /** No limits. */
    public static final Bounds NONE = new Bounds(OptionalInt.empty(), OptionalInt.empty());
  }
}
