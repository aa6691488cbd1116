package org.rolewright.candidacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rolewright.form.FormId;
import org.rolewright.platform.Refusal;
import org.rolewright.study.StudyId;

/**
 * A time and place at which a form is given.
 *
 * @param form empty while undecided
 * @param opensAt from when candidates may begin
 * @param closesAt until when candidates may begin
 * @param timeZone IANA name of the zone in which it was planned
 * @param place empty when at home
 * @param deadlineHours booking, moving and cancelling end so many hours before it opens
 */
public record ExamWindow(
    ExamWindowId id,
    StudyId study,
    Optional<FormId> form,
    String title,
    Instant opensAt,
    Instant closesAt,
    String timeZone,
    LateRule lateRule,
    String place,
    String room,
    int deadlineHours,
    int seats,
    ExamWindowState state,
    int version) {

  /** The last moment at which a candidate may change something. */
  Instant deadline() {
    return opensAt.minus(Duration.ofHours(deadlineHours));
  }

  ExamWindow published() {
    if (state != ExamWindowState.PUBLISHED) throw new Refusal.Conflict("windowIsNotPublished");
    return this;
  }

  ExamWindow draft() {
    if (state != ExamWindowState.DRAFT) throw new Refusal.Conflict("windowIsPublished");
    return this;
  }

  /** Whether nothing but the number of seats differs. */
  boolean sameFor(ExamWindow other) {
    return with(0, 0).equals(other.with(0, 0));
  }

  private ExamWindow with(int seats, int version) {
    return new ExamWindow(
        id,
        study,
        form,
        title,
        opensAt,
        closesAt,
        timeZone,
        lateRule,
        place,
        room,
        deadlineHours,
        seats,
        state,
        version);
  }
}
