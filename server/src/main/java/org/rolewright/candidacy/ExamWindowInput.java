package org.rolewright.candidacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.form.FormId;
import org.rolewright.platform.Refusal;
import org.rolewright.study.StudyId;

/**
 * An exam window as it is planned: clock readings in a named zone.
 *
 * @param opens such as {@code 2027-03-14T09:00}
 */
public record ExamWindowInput(
    UUID study,
    Optional<FormId> form,
    String title,
    LocalDateTime opens,
    LocalDateTime closes,
    String timeZone,
    LateRule lateRule,
    String place,
    String room,
    int deadlineHours,
    int seats) {

  ExamWindow window(ExamWindowId id, ExamWindowState state, int version) {
    var zone = zone();
    return new ExamWindow(
        id,
        new StudyId(study),
        form,
        title.strip(),
        moment(opens, zone),
        moment(closes, zone),
        timeZone,
        lateRule,
        place.strip(),
        room.strip(),
        deadlineHours,
        seats,
        state,
        version);
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException _) {
      throw new Refusal.BrokenRule("timeZoneUnknown", Map.of("zone", timeZone));
    }
  }

  /** The one moment at which clocks of the zone show this. */
  static Instant moment(LocalDateTime reading, ZoneId zone) {
    var offsets = zone.getRules().getValidOffsets(reading);
    if (offsets.isEmpty())
      throw new Refusal.BrokenRule("clockSkipsThisTime", Map.of("time", reading));
    if (offsets.size() > 1)
      throw new Refusal.BrokenRule("clockShowsThisTimeTwice", Map.of("time", reading));
    return reading.toInstant(offsets.getFirst());
  }
}
