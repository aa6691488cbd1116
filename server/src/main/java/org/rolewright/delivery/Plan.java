package org.rolewright.delivery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.text.Language;
import org.rolewright.timing.Schedule;

/**
 * What one candidate gets, fixed when the admission code is first traded: the parts of the form
 * with items and options in this candidate's order, and the candidate's own times.
 *
 * @param cutOff end of everybody's time, where the window has one
 * @param extraBreaks lengths in seconds
 */
public record Plan(
    String displayName,
    String examTitle,
    String formCode,
    String formChecksum,
    Language language,
    Optional<String> agreementVersion,
    Instant opensAt,
    Instant closesAt,
    Optional<Instant> cutOff,
    Display display,
    List<Integer> extraBreaks,
    long allowedMs,
    List<Part> parts) {

  /** How the exam looks when it begins. */
  public record Display(Optional<BigDecimal> textScale, Optional<String> theme) {}

  /**
   * A part of the form.
   *
   * @param ms own time of a timed part, or length of a break
   * @param fromItem first item's number; 0 where the part has none
   */
  public record Part(
      Schedule.Kind kind,
      Optional<Long> ms,
      boolean optional,
      boolean stopsClock,
      boolean linear,
      int fromItem,
      int toItem,
      List<Item> items) {
    private Schedule.Step step() {
      return new Schedule.Step(kind, ms.map(Duration::ofMillis), optional, stopsClock);
    }
  }

  /**
   * An item at its place.
   *
   * @param item its number in the whole exam
   * @param options ids in the candidate's order; of a matching item its targets
   */
  public record Item(
      int item, UUID version, Optional<UUID> stimulus, boolean scored, List<String> options) {}

  public Schedule schedule() {
    return new Schedule(Duration.ofMillis(allowedMs), parts.stream().map(Part::step).toList());
  }

  public List<Item> items() {
    return parts.stream().flatMap(part -> part.items.stream()).toList();
  }
}
