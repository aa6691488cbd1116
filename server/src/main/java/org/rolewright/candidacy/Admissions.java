package org.rolewright.candidacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.accommodation.Accommodation;
import org.rolewright.accommodation.AccommodationService;
import org.rolewright.eligibility.Authorisation;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;

/** Makes admissions of bookings; those of a whole room by as many queries as that of one. */
final class Admissions {
  private final EligibilityService eligibility;
  private final AccommodationService accommodations;

  Admissions(EligibilityService eligibility, AccommodationService accommodations) {
    this.eligibility = eligibility;
    this.accommodations = accommodations;
  }

  Admission of(Tx tx, ExamWindow window, Booking booking) {
    var candidate = booking.candidate();
    return admission(
        window,
        booking,
        eligibility.findAuthorisation(tx, candidate),
        accommodations.accommodation(tx, candidate, window.opensAt()));
  }

  List<Admission> list(Tx tx, ExamWindow window, List<Booking> bookings) {
    var authorised =
        eligibility.listAuthorisations(tx, window.study()).stream()
            .collect(Collectors.toMap(Authorisation::candidate, Function.identity()));
    var granted = granted(tx, window, bookings.stream().map(Booking::candidate).toList());
    return bookings.stream()
        .map(booking ->
            admission(
                window,
                booking,
                Optional.ofNullable(authorised.get(booking.candidate())),
                granted.getOrDefault(booking.candidate(), Accommodation.NONE)))
        .toList();
  }

  /** Of those who may book and have not. */
  List<Admission> listPossible(Tx tx, ExamWindow window, List<Booking> bookings) {
    var seated = bookings.stream().map(Booking::candidate).collect(Collectors.toSet());
    var possible =
        eligibility.listAuthorisations(tx, window.study()).stream()
            .filter(authorisation -> authorisation.covers(window.opensAt()))
            .filter(authorisation -> !seated.contains(authorisation.candidate()))
            .toList();
    var granted = granted(tx, window, possible.stream().map(Authorisation::candidate).toList());
    return possible.stream()
        .map(one ->
            admission(
                window,
                one,
                granted.getOrDefault(one.candidate(), Accommodation.NONE),
                Place.none()))
        .toList();
  }

  private Map<CandidateId, Accommodation> granted(
      Tx tx, ExamWindow window, List<CandidateId> candidates) {
    return accommodations.accommodations(tx, candidates, window.opensAt());
  }

  private static Admission admission(
      ExamWindow window,
      Booking booking,
      Optional<Authorisation> authorised,
      Accommodation granted) {
    var authorisation =
        authorised
            .filter(one -> one.covers(window.opensAt()))
            .orElseThrow(() -> new Refusal.BrokenRule("notAuthorisedForThisWindow"));
    var place = new Place(booking.id(), OptionalInt.of(booking.seat()), booking.agreement());
    return admission(window, authorisation, granted, place);
  }

  /** Where somebody sits, and by which agreement. */
  private record Place(BookingId booking, OptionalInt seat, OptionalInt agreement) {
    static Place none() {
      return new Place(new BookingId(UUID.randomUUID()), OptionalInt.empty(), OptionalInt.empty());
    }
  }

  private static Admission admission(
      ExamWindow window, Authorisation authorisation, Accommodation granted, Place place) {
    return new Admission(
        place.booking,
        authorisation.candidate(),
        authorisation.name(),
        window.study(),
        window.form().orElseThrow(() -> new Refusal.BrokenRule("windowWithoutForm")),
        window.id(),
        authorisation.language(),
        granted,
        window.opensAt(),
        window.closesAt(),
        window.lateRule(),
        place.agreement,
        place.seat);
  }
}
