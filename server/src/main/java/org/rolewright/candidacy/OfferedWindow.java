package org.rolewright.candidacy;

import java.time.Instant;

/**
 * An exam window as candidates see it.
 *
 * @param until the last moment at which a candidate may change something
 */
record OfferedWindow(
    ExamWindowId id,
    String title,
    Instant opensAt,
    Instant closesAt,
    String timeZone,
    LateRule lateRule,
    String place,
    String room,
    int freeSeats,
    Instant until) {
  static OfferedWindow of(ExamWindow window, int taken) {
    return new OfferedWindow(
        window.id(),
        window.title(),
        window.opensAt(),
        window.closesAt(),
        window.timeZone(),
        window.lateRule(),
        window.place(),
        window.room(),
        Math.max(0, window.seats() - taken),
        window.deadline());
  }
}
