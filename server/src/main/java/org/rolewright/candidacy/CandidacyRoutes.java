package org.rolewright.candidacy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/** Operations of {@code api/candidacy.yaml}. */
public final class CandidacyRoutes {
  private CandidacyRoutes() {}

  private record Windows(List<ExamWindowSummary> windows) {}

  private record Cancellation(String reason) {}

  private record Words(Localized words) {}

  private record Code(String code) {}

  /**
   * What staff do.
   *
   * @param baseUrl the address that people use, for links
   */
  public static void mount(Api api, CandidacyService service, Supplier<String> baseUrl) {
    api.on("listExamWindows", r -> new Windows(service.listWindows(r.actor(), study(r))));
    api.on("readExamWindow", r -> service.view(r.actor(), window(r)));
    api.on(
        "planExamWindow",
        r -> service.plan(r.actor(), window(r), r.body(ExamWindowInput.class), r.version()));
    api.on(
        "cancelExamWindow",
        r ->
            service.cancel(
                r.actor(), window(r), r.body(Cancellation.class).reason(), baseUrl.get()));
    api.on(
        "readAgreement",
        r ->
            service
                .findAgreement(r.actor(), study(r))
                .<Object>map(agreement -> agreement)
                .orElse(Map.of("version", 0)));
    api.on(
        "wordAgreement",
        r -> service.wordAgreement(r.actor(), study(r), r.body(Words.class).words(), r.version()));
    api.on(
        "renewAdmissionCode",
        r -> new Code(service.renewCode(r.actor(), new BookingId(r.uuid("bookingId")))));
  }

  /**
   * What candidates do.
   *
   * @param baseUrl the address that people use, for links
   */
  public static void mount(Api api, BookingService bookings, Supplier<String> baseUrl) {
    api.on("readOwnBooking", r -> bookings.view(r.actor(), token(r), r.language()));
    api.on(
        "bookExam",
        r ->
            bookings.book(
                r.actor(),
                token(r),
                r.body(BookingService.BookingInput.class),
                r.language(),
                baseUrl.get()));
    api.on("cancelBooking", r -> bookings.cancel(r.actor(), token(r), r.language()));
    api.does("eraseOwnApplication", r -> bookings.erase(r.actor(), token(r)));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static ExamWindowId window(Request request) {
    return new ExamWindowId(request.uuid("windowId"));
  }

  private static String token(Request request) {
    return request.text("X-Candidate");
  }
}
