package org.rolewright.itembank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * How a version did in an administration.
 *
 * @param run the scoring run
 * @param form code of the form
 * @param recordedAt set by the bank
 */
public record Evidence(
    UUID run,
    String form,
    LocalDate from,
    LocalDate to,
    int candidates,
    Figures figures,
    Instant recordedAt) {

  /**
   * The figures.
   *
   * @param p mean share of the points, 0 to 1
   * @param rpb correlation with the rest of the test
   * @param seconds median time on the item
   */
  public record Figures(
      double p, OptionalDouble rpb, OptionalDouble seconds, List<OptionFigures> options) {}

  /** How many chose an option, and how their rest scores correlate with it. */
  public record OptionFigures(String id, int candidates, double p, OptionalDouble rpb) {}
}
