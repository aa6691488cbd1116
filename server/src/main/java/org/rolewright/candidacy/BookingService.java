package org.rolewright.candidacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.BookingView.AgreementView;
import org.rolewright.candidacy.BookingView.Booked;
import org.rolewright.eligibility.Authorisation;
import org.rolewright.eligibility.Candidate;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;

/** What candidates do about exams, by their private link: book, move, cancel, have all deleted. */
public final class BookingService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final EligibilityService eligibility;
  private final AdmissionCodes codes;
  private final ExamWindowRepository windows = new ExamWindowRepository();
  private final BookingRepository repository = new BookingRepository();

  public BookingService(
      Database database,
      InstantSource clock,
      AuditService audit,
      EligibilityService eligibility,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.eligibility = eligibility;
    this.codes = new AdmissionCodes(secret);
  }

  BookingView view(Actor visitor, String token, Language language) {
    return database.transaction(tx -> view(tx, eligibility.candidate(tx, token), language));
  }

  private BookingView view(Tx tx, Candidate candidate, Language language) {
    var now = clock.instant();
    var authorisation =
        eligibility.findAuthorisation(tx, candidate.id()).filter(one -> one.covers(now));
    var offered =
        windows.coming(tx, candidate.study(), now).stream()
            .filter(window -> now.isBefore(window.deadline()))
            .filter(window -> authorisation.filter(one -> one.covers(window.opensAt())).isPresent())
            .map(window -> offered(tx, window))
            .toList();
    return new BookingView(
        authorisation.map(Authorisation::until),
        authorisation.map(one -> attemptsLeft(tx, one)).orElse(0),
        windows
            .agreement(tx, candidate.study())
            .map(one -> new AgreementView(one.version(), one.words().best(language))),
        offered,
        repository.current(tx, candidate.id()).map(booking -> booked(tx, booking)));
  }

  private OfferedWindow offered(Tx tx, ExamWindow window) {
    return OfferedWindow.of(window, repository.taken(tx, window.id()));
  }

  private Booked booked(Tx tx, Booking booking) {
    return new Booked(
        booking.id(),
        offered(tx, windows.find(tx, booking.window()).orElseThrow()),
        booking.seat(),
        codes.code(booking.id(), booking.code()));
  }

  /** Exams left besides the booking in force, where it has not begun. */
  private int attemptsLeft(Tx tx, Authorisation authorisation) {
    var current = repository.current(tx, authorisation.candidate()).isPresent() ? 1 : 0;
    return authorisation.attempts()
        - current
        - repository.attempts(tx, authorisation.candidate(), authorisation.from());
  }

  /**
   * Which window, and which agreement was accepted.
   *
   * @param agreement empty where the programme has none
   */
  record BookingInput(UUID window, Optional<Integer> agreement) {}

  /** Books a seat; who has one already moves, and keeps the old one if there is no new one. */
  BookingView book(
      Actor visitor, String token, BookingInput input, Language language, String baseUrl) {
    return database.transaction(tx -> {
      var candidate = eligibility.lockCandidate(tx, token);
      var window = open(tx, candidate, new ExamWindowId(input.window()));
      var before = settled(tx, candidate.id());
      if (before.filter(booking -> booking.window().equals(window.id())).isPresent())
        return view(tx, candidate, language);
      var agreement = agreed(tx, candidate, input);
      before.ifPresent(booking -> release(tx, booking));
      allowed(tx, candidate.id(), window);
      var booking = seat(tx, candidate, window, agreement);
      tell(tx, booking, window, baseUrl);
      record(
          tx,
          visitor,
          before.isPresent() ? "candidacy.move" : "candidacy.book",
          booking.id(),
          Map.of("window", window.id()));
      return view(tx, candidate, language);
    });
  }

  /** A window of the candidate's programme that can still be booked, locked. */
  private ExamWindow open(Tx tx, Candidate candidate, ExamWindowId id) {
    var window =
        windows
            .lock(tx, id)
            .filter(one -> one.study().equals(candidate.study()))
            .orElseThrow(() -> new Refusal.NotFound("examWindow"))
            .published();
    if (!clock.instant().isBefore(window.deadline()))
      throw new Refusal.Conflict("bookingDeadlinePassed");
    return window;
  }

  /** The booking in force; one whose window is over counts as an attempt from now on. */
  private Optional<Booking> settled(Tx tx, CandidateId candidate) {
    var current = repository.current(tx, candidate);
    var over =
        current.filter(
            booking -> windows.find(tx, booking.window()).orElseThrow().closesAt().isBefore(now()));
    over.ifPresent(booking -> repository.past(tx, booking.id(), now()));
    return over.isPresent() ? Optional.empty() : current;
  }

  private OptionalInt agreed(Tx tx, Candidate candidate, BookingInput input) {
    var newest = windows.agreement(tx, candidate.study()).map(Agreement::version);
    if (!newest.equals(input.agreement())) throw new Refusal.Conflict("agreementIsAnother");
    return newest.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private void release(Tx tx, Booking booking) {
    var window = windows.find(tx, booking.window()).orElseThrow();
    if (!now().isBefore(window.deadline())) throw new Refusal.Conflict("bookingDeadlinePassed");
    repository.cancel(tx, booking.id(), now());
  }

  private void allowed(Tx tx, CandidateId candidate, ExamWindow window) {
    var authorisation =
        eligibility
            .findAuthorisation(tx, candidate)
            .filter(one -> one.covers(now()))
            .orElseThrow(() -> new Refusal.BrokenRule("notAuthorised"));
    if (!authorisation.covers(window.opensAt()))
      throw new Refusal.BrokenRule("notAuthorisedForThisWindow");
    if (attemptsLeft(tx, authorisation) < 1) throw new Refusal.BrokenRule("noAttemptsLeft");
  }

  private Booking seat(Tx tx, Candidate candidate, ExamWindow window, OptionalInt agreement) {
    var seat =
        repository
            .freeSeat(tx, window.id())
            .orElseThrow(() -> new Refusal.Conflict("windowIsFull"));
    var booking =
        new Booking(
            new BookingId(UUID.randomUUID()),
            candidate.id(),
            window.id(),
            seat,
            agreement,
            1,
            now());
    repository.insert(tx, booking, candidate.study(), codes.mark(booking.id(), 1));
    return booking;
  }

  private void tell(Tx tx, Booking booking, ExamWindow window, String baseUrl) {
    var opens = window.opensAt().atZone(ZoneId.of(window.timeZone()));
    eligibility.write(
        tx,
        booking.candidate(),
        "candidateBooked",
        Map.of(
            "window", window.title(),
            "day", opens.toLocalDate(),
            "time", opens.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
            "zone", window.timeZone(),
            "code", codes.code(booking.id(), booking.code())),
        baseUrl);
  }

  /** Gives the seat back, up to the deadline. */
  BookingView cancel(Actor visitor, String token, Language language) {
    return database.transaction(tx -> {
      var candidate = eligibility.lockCandidate(tx, token);
      var current = settled(tx, candidate.id());
      current.ifPresent(booking -> {
        release(tx, booking);
        record(tx, visitor, "candidacy.cancel", booking.id(), Map.of());
      });
      return view(tx, candidate, language);
    });
  }

  /** Deletes everything of a candidate who never sat. */
  void erase(Actor visitor, String token) {
    database.run(tx -> {
      var candidate = eligibility.lockCandidate(tx, token).id();
      if (repository.mayHaveSat(tx, candidate, now())) throw new Refusal.Conflict("mayHaveSat");
      repository.delete(tx, candidate);
      eligibility.erase(tx, candidate);
      audit.record(
          tx, visitor, "candidacy.erase", Subject.of("candidate", candidate.value()), Map.of());
    });
  }

  private Instant now() {
    return clock.instant();
  }

  private void record(Tx tx, Actor actor, String action, BookingId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("booking", id.value()), detail);
  }
}
