package org.rolewright.candidacy;

import java.time.Instant;
import java.util.OptionalInt;
import org.rolewright.eligibility.CandidateId;

/**
 * A candidate's seat in an exam window.
 *
 * @param agreement version accepted; empty where the programme has none
 * @param code number of the newest admission code
 */
record Booking(
    BookingId id,
    CandidateId candidate,
    ExamWindowId window,
    int seat,
    OptionalInt agreement,
    int code,
    Instant bookedAt) {}
