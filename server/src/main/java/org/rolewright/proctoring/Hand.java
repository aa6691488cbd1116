package org.rolewright.proctoring;

import java.util.Set;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.SittingId;

/**
 * Exams in which somebody had a hand.
 *
 * @param windows whose room they gave orders in, or reported on
 * @param admissions that they checked in
 * @param sittings whose candidates they wrote to
 */
public record Hand(Set<ExamWindowId> windows, Set<BookingId> admissions, Set<SittingId> sittings) {

  /** Whether they had one in this sitting or in its room. */
  public boolean isIn(ExamWindowId window, BookingId admission, SittingId sitting) {
    return windows.contains(window) || admissions.contains(admission) || sittings.contains(sitting);
  }
}
