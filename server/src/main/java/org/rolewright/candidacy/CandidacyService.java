package org.rolewright.candidacy;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.accommodation.AccommodationService;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Exam windows, and the admissions that later stages let candidates sit by. */
public final class CandidacyService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StudyService studies;
  private final EligibilityService eligibility;
  private final Admissions admissions;
  private final AdmissionCodes codes;
  private final GuessLimit guesses;
  private final ExamWindowRepository windows = new ExamWindowRepository();
  private final BookingRepository bookings = new BookingRepository();

  /** What the service builds upon. */
  public record Sources(
      StudyService studies, EligibilityService eligibility, AccommodationService accommodations) {}

  public CandidacyService(
      Database database,
      InstantSource clock,
      AuditService audit,
      Sources sources,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    studies = sources.studies();
    eligibility = sources.eligibility();
    admissions = new Admissions(eligibility, sources.accommodations());
    codes = new AdmissionCodes(secret);
    guesses = new GuessLimit(clock);
  }

  List<ExamWindowSummary> listWindows(Actor actor, StudyId study) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return windows.ofStudy(tx, study).stream()
          .map(window -> new ExamWindowSummary(window, bookings.taken(tx, window.id())))
          .toList();
    });
  }

  ExamWindowView view(Actor actor, ExamWindowId id) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> view(tx, id));
  }

  private ExamWindowView view(Tx tx, ExamWindowId id) {
    return new ExamWindowView(
        window(tx, id),
        bookings.ofWindow(tx, id).stream()
            .map(booking ->
                new ExamWindowView.Taken(
                    booking.seat(),
                    booking.id(),
                    booking.candidate(),
                    eligibility.candidate(tx, booking.candidate()).name(),
                    booking.bookedAt()))
            .toList());
  }

  /**
   * Plans a window, or plans it anew; once published, its seats only.
   *
   * @param version that was read, 0 for a new one
   */
  public ExamWindowView plan(Actor actor, ExamWindowId id, ExamWindowInput input, int version) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, new StudyId(input.study()));
      if (version == 0) begin(tx, input.window(id, ExamWindowState.DRAFT, 1));
      else change(tx, id, input, version);
      windows.seat(tx, id, input.seats());
      record(tx, actor, "candidacy.planWindow", id, Map.of("seats", input.seats()));
      return view(tx, id);
    });
  }

  private void begin(Tx tx, ExamWindow window) {
    if (!windows.insert(tx, window)) throw new Refusal.Stale();
  }

  private void change(Tx tx, ExamWindowId id, ExamWindowInput input, int version) {
    var before = locked(tx, id);
    if (before.version() != version) throw new Refusal.Stale();
    var after = input.window(id, before.state(), version);
    if (!after.study().equals(before.study())) throw new Refusal.NotFound("examWindow");
    if (!after.sameFor(before)) before.draft();
    windows.update(tx, after);
  }

  /** Calls a window off; everybody who has a seat is written to. */
  ExamWindowView cancel(Actor actor, ExamWindowId id, String reason, String baseUrl) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> {
      var window = locked(tx, id);
      if (window.state() == ExamWindowState.CANCELLED)
        throw new Refusal.Conflict("windowIsNotPublished");
      if (!clock.instant().isBefore(window.opensAt()) && bookings.taken(tx, id) > 0)
        throw new Refusal.Conflict("windowHasOpened");
      var seated = bookings.ofWindow(tx, id);
      windows.cancel(tx, id);
      for (var booking : seated) {
        bookings.cancel(tx, booking.id(), clock.instant());
        var values = Map.of("window", window.title(), "reason", reason);
        eligibility.write(tx, booking.candidate(), "windowCancelled", values, baseUrl);
      }
      record(tx, actor, "candidacy.cancelWindow", id, Map.of("bookings", seated.size()));
      return view(tx, id);
    });
  }

  Optional<Agreement> findAgreement(Actor actor, StudyId study) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return windows.agreement(tx, study);
    });
  }

  /**
   * Words the agreement anew; who has booked is held to the version accepted.
   *
   * @param replaces version that was read, 0 for none
   */
  public Agreement wordAgreement(Actor actor, StudyId study, Localized words, int replaces) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      var agreement = new Agreement(replaces + 1, words);
      if (windows.agreement(tx, study).map(Agreement::version).orElse(0) != replaces)
        throw new Refusal.Stale();
      var by = actor.person().orElseThrow();
      if (!windows.insert(tx, study, agreement, by, clock.instant())) throw new Refusal.Stale();
      audit.record(
          tx,
          actor,
          "candidacy.wordAgreement",
          Subject.of("study", study.value()),
          Map.of("version", agreement.version()));
      return agreement;
    });
  }

  /** A new admission code for a booking, as at check-in; the one before works no more. */
  public String renewCode(Actor actor, BookingId id) {
    Permission.SCHEDULE_EXAMS.require(actor);
    return database.transaction(tx -> {
      var booking = bookings.find(tx, id).orElseThrow(() -> new Refusal.NotFound("booking"));
      var number = booking.code() + 1;
      bookings.renewCode(tx, id, number, codes.mark(id, number));
      audit.record(
          tx,
          actor,
          "candidacy.renewCode",
          Subject.of("booking", id.value()),
          Map.of("number", number));
      return codes.code(id, number);
    });
  }

  /**
   * Lets candidates book. Called by the stage that gives the exam, after its rehearsal.
   *
   * @throws Refusal.BrokenRule where no form is chosen or the window has opened
   */
  public ExamWindow publishWindow(Tx tx, Actor actor, ExamWindowId id) {
    Permission.SCHEDULE_EXAMS.require(actor);
    var window = locked(tx, id).draft();
    if (window.form().isEmpty()) throw new Refusal.BrokenRule("windowWithoutForm");
    if (!clock.instant().isBefore(window.deadline()))
      throw new Refusal.BrokenRule("windowOpensTooSoon");
    windows.publish(tx, id, actor.person(), clock.instant());
    record(
        tx,
        actor,
        "candidacy.publishWindow",
        id,
        Map.of("form", window.form().get(), "seats", window.seats()));
    return window(tx, id);
  }

  public ExamWindow window(Tx tx, ExamWindowId id) {
    return windows.find(tx, id).orElseThrow(() -> new Refusal.NotFound("examWindow"));
  }

  public List<ExamWindow> listWindows(Tx tx, StudyId study) {
    return windows.ofStudy(tx, study);
  }

  /**
   * The admission that a code stands for.
   *
   * @throws Refusal.NotFound in the same way whatever is wrong with the code
   * @throws Refusal.Busy after too many wrong codes that begin like this one
   */
  public Admission admission(Tx tx, String code) {
    guesses.check(code);
    var booking = bookings.findByCode(tx, codes.mark(code));
    if (booking.isEmpty()) guesses.wrong(code);
    return admission(tx, booking.orElseThrow(() -> new Refusal.NotFound("admissionCode")));
  }

  public Admission admission(Tx tx, BookingId id) {
    return admission(tx, bookings.find(tx, id).orElseThrow(() -> new Refusal.NotFound("booking")));
  }

  /** Whose a booking is, and of which window. */
  public record Seat(CandidateId candidate, ExamWindowId window) {}

  /** Who has which seat, by booking. */
  public Map<BookingId, Seat> seats(Tx tx, Collection<BookingId> ids) {
    return bookings.list(tx, ids).stream()
        .collect(
            Collectors.toMap(
                Booking::id, booking -> new Seat(booking.candidate(), booking.window())));
  }

  /** Every booking that a candidate ever made. */
  public List<BookingId> listBookings(Tx tx, CandidateId candidate) {
    return bookings.ofCandidate(tx, candidate);
  }

  /** Everybody with a seat in a window, in the order of the seats. */
  public List<Admission> listAdmissions(Tx tx, ExamWindowId id) {
    var seated = bookings.ofWindow(tx, id);
    return seated.isEmpty() ? List.of() : admissions.list(tx, window(tx, id).published(), seated);
  }

  private Admission admission(Tx tx, Booking booking) {
    return admissions.of(tx, window(tx, booking.window()).published(), booking);
  }

  /**
   * Admissions as all candidates would have them who may book a window and have not, for the
   * rehearsal before it is published. Their ids are of no booking.
   */
  public List<Admission> listPossibleAdmissions(Tx tx, ExamWindowId id) {
    return admissions.listPossible(tx, window(tx, id), bookings.ofWindow(tx, id));
  }

  private ExamWindow locked(Tx tx, ExamWindowId id) {
    return windows.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("examWindow"));
  }

  private void record(Tx tx, Actor actor, String action, ExamWindowId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("examWindow", id.value()), detail);
  }
}
