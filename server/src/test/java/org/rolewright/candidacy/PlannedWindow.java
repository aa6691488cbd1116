package org.rolewright.candidacy;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.Wiring;
import org.rolewright.form.FormId;
import org.rolewright.platform.Actor;
import org.rolewright.study.StudyId;

/** Plans exam windows for the tests of later stages. */
public final class PlannedWindow {
  private PlannedWindow() {}

  /** A window that opens in a day, of four hours, at home. */
  public static ExamWindowId of(
      Wiring wiring, Actor.Person expert, StudyId study, FormId form, LateRule late) {
    var id = new ExamWindowId(UUID.randomUUID());
    var opens = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusDays(1);
    wiring.candidacies.plan(
        expert,
        id,
        new ExamWindowInput(
            study.value(),
            Optional.of(form),
            "Autumn exam",
            opens,
            opens.plusHours(4),
            "UTC",
            late,
            "",
            "Room 1",
            0,
            20_000),
        0);
    return id;
  }
}
