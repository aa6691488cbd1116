package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.candidacy.BookingId;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.text.Language;
import org.rolewright.timing.ClosingReason;

/**
 * A sitting that is over; published by this stage.
 *
 * @param answers one for each item of the form, in the candidate's order
 * @param late answers that do not count: late, or to an item that was not open then
 * @param digest of the answers when it closed, as on the receipt
 */
public record SubmittedSitting(
    SittingId id,
    BookingId admission,
    FormId form,
    Language language,
    Instant startedAt,
    Instant closedAt,
    ClosingReason reason,
    List<Answer> answers,
    List<LateAnswer> late,
    Map<String, String> exit,
    String digest) {

  /**
   * What became of an item.
   *
   * @param options ids in the order in which this candidate saw them
   * @param response JSON; empty where there is none
   * @param admitted whether a person let a late response count
   * @param seen time for which it was on the screen, by the device's clock
   */
  public record Answer(
      int item,
      ItemVersionId version,
      boolean scored,
      List<String> options,
      Optional<String> response,
      boolean admitted,
      Duration seen,
      int changes,
      Optional<String> comment) {}

  /** A response that does not count. */
  public record LateAnswer(
      int item, ItemVersionId version, Optional<String> response, Instant receivedAt) {}
}
