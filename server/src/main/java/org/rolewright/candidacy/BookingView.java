package org.rolewright.candidacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a candidate sees of exams.
 *
 * @param authorisedUntil empty where the candidate may not book
 * @param attemptsLeft exams that can still be booked, the one in force not counted
 * @param windows that can be booked now
 */
record BookingView(
    Optional<Instant> authorisedUntil,
    int attemptsLeft,
    Optional<AgreementView> agreement,
    List<OfferedWindow> windows,
    Optional<Booked> booking) {

  /** What to agree to, in the reader's language. */
  record AgreementView(int version, String text) {}

  /** The seat that is booked. */
  record Booked(BookingId id, OfferedWindow window, int seat, String code) {
    @Override
    public String toString() {
      return "Booked[" + id + "]";
    }
  }
}
