package org.rolewright.candidacy;

import java.time.Instant;
import java.util.List;
import org.rolewright.eligibility.CandidateId;

/** An exam window with who sits where. */
public record ExamWindowView(ExamWindow window, List<Taken> taken) {

  /** A seat that is booked. */
  record Taken(int seat, BookingId booking, CandidateId candidate, String name, Instant bookedAt) {}
}
