package org.rolewright.candidacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.eligibility.Applicants;
import org.rolewright.form.FormId;
import org.rolewright.form.FormRow;
import org.rolewright.platform.text.Language;

/** Exam windows of a programme that takes applications. */
public final class ExamDay {
  public final Installation rolewright;
  public final Applicants programme;
  public final FormId form;

  public ExamDay(Installation rolewright) {
    this.rolewright = rolewright;
    this.programme = new Applicants(rolewright);
    this.form = FormRow.of(rolewright, programme.study, programme.expert);
  }

  /** A window with candidates at home, which opens in a month. */
  public ExamWindowInput input(int seats) {
    return input(
        LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusDays(30), seats);
  }

  public ExamWindowInput input(LocalDateTime opens, int seats) {
    return new ExamWindowInput(
        programme.study.value(),
        Optional.of(form),
        "Spring exam",
        opens,
        opens.plusHours(4),
        "UTC",
        LateRule.FULL_TIME,
        "",
        "",
        48,
        seats);
  }

  public ExamWindowId draft(ExamWindowInput input) {
    var id = new ExamWindowId(UUID.randomUUID());
    rolewright.wiring().candidacies.plan(programme.expert, id, input, 0);
    return id;
  }

  public ExamWindowId published(int seats) {
    return published(input(seats));
  }

  public ExamWindowId published(ExamWindowInput input) {
    var id = draft(input);
    publish(id);
    return id;
  }

  public void publish(ExamWindowId id) {
    rolewright
        .wiring()
        .database
        .run(tx -> rolewright.wiring().candidacies.publishWindow(tx, programme.expert, id));
  }

  public ApiClient.Call booking(Applicants.Applicant applicant, ExamWindowId window) {
    return applicant.call("bookExam").body(Map.of("window", window.value()));
  }

  public ApiClient.Call booking(
      Applicants.Applicant applicant, ExamWindowId window, int agreement) {
    var body = new HashMap<String, Object>(Map.of("window", window.value()));
    body.put("agreement", agreement);
    return applicant.call("bookExam").body(body);
  }

  /** Books, and returns the code. */
  public String booked(Applicants.Applicant applicant, ExamWindowId window) {
    return booking(applicant, window).expect(200).json().at("/booking/code").asText();
  }

  public Admission admission(String code) {
    return rolewright
        .wiring()
        .database
        .transaction(tx -> rolewright.wiring().candidacies.admission(tx, code));
  }

  /** The services as they would act at another time. */
  public BookingService bookingsAt(Instant now) {
    var wiring = rolewright.wiring();
    return new BookingService(
        wiring.database, () -> now, wiring.audit, wiring.eligibility, wiring.secret);
  }

  static Language english() {
    return Language.ENGLISH;
  }
}
