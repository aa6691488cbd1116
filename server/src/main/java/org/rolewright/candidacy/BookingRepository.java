package org.rolewright.candidacy;

import static org.rolewright.db.candidacy.Tables.BOOKING;
import static org.rolewright.db.candidacy.Tables.EXAM_WINDOW;
import static org.rolewright.db.candidacy.Tables.SEAT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.rolewright.db.candidacy.tables.records.BookingRecord;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;

/** Bookings. A seat is free where no booking names it. */
final class BookingRepository {
  private static final String BOOKED = "booked";
  private static final String PAST = "past";

  /** The free seat with the smallest number; the window is locked. */
  Optional<Integer> freeSeat(Tx tx, ExamWindowId window) {
    return tx.sql()
        .select(SEAT.NUMBER)
        .from(SEAT)
        .where(
            SEAT.WINDOW_ID.eq(window.value()),
            DSL.notExists(
                DSL.selectOne()
                    .from(BOOKING)
                    .where(BOOKING.WINDOW_ID.eq(SEAT.WINDOW_ID), BOOKING.SEAT.eq(SEAT.NUMBER))))
        .orderBy(SEAT.NUMBER)
        .limit(1)
        .fetchOptional(SEAT.NUMBER);
  }

  int taken(Tx tx, ExamWindowId window) {
    return tx.sql()
        .fetchCount(BOOKING, BOOKING.WINDOW_ID.eq(window.value()), BOOKING.SEAT.isNotNull());
  }

  void insert(Tx tx, Booking booking, StudyId study, byte[] codeMark) {
    tx.sql()
        .insertInto(BOOKING)
        .set(BOOKING.ID, booking.id().value())
        .set(BOOKING.APPLICATION_ID, booking.candidate().value())
        .set(BOOKING.STUDY_ID, study.value())
        .set(BOOKING.WINDOW_ID, booking.window().value())
        .set(BOOKING.SEAT, booking.seat())
        .set(BOOKING.STATE, BOOKED)
        .set(
            BOOKING.AGREEMENT_VERSION,
            booking.agreement().isPresent() ? booking.agreement().getAsInt() : null)
        .set(BOOKING.CODE_MARK, codeMark)
        .set(BOOKING.BOOKED_AT, booking.bookedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void renewCode(Tx tx, BookingId id, int number, byte[] codeMark) {
    tx.sql()
        .update(BOOKING)
        .set(BOOKING.CODE_NUMBER, number)
        .set(BOOKING.CODE_MARK, codeMark)
        .where(BOOKING.ID.eq(id.value()))
        .execute();
  }

  void cancel(Tx tx, BookingId id, Instant now) {
    tx.sql()
        .update(BOOKING)
        .set(BOOKING.STATE, "cancelled")
        .setNull(BOOKING.SEAT)
        .setNull(BOOKING.CODE_MARK)
        .set(BOOKING.ENDED_AT, now.atOffset(ZoneOffset.UTC))
        .where(BOOKING.ID.eq(id.value()))
        .execute();
  }

  /** Its window is over: the candidate may book again. */
  void past(Tx tx, BookingId id, Instant now) {
    tx.sql()
        .update(BOOKING)
        .set(BOOKING.STATE, PAST)
        .set(BOOKING.ENDED_AT, now.atOffset(ZoneOffset.UTC))
        .where(BOOKING.ID.eq(id.value()))
        .execute();
  }

  /** The booking in force of a candidate. */
  Optional<Booking> current(Tx tx, CandidateId candidate) {
    return find(tx, BOOKING.APPLICATION_ID.eq(candidate.value()).and(BOOKING.STATE.eq(BOOKED)));
  }

  Optional<Booking> find(Tx tx, BookingId id) {
    return find(tx, BOOKING.ID.eq(id.value()).and(BOOKING.SEAT.isNotNull()));
  }

  List<Booking> list(Tx tx, Collection<BookingId> ids) {
    var wanted = ids.stream().map(BookingId::value).toArray(UUID[]::new);
    return tx.sql()
        .selectFrom(BOOKING)
        .where(BOOKING.ID.eq(DSL.any(wanted)), BOOKING.SEAT.isNotNull())
        .fetch(BookingRepository::booking);
  }

  Optional<Booking> findByCode(Tx tx, byte[] codeMark) {
    return find(tx, BOOKING.CODE_MARK.eq(codeMark).and(BOOKING.STATE.eq(BOOKED)));
  }

  private static Optional<Booking> find(Tx tx, Condition which) {
    return tx.sql().selectFrom(BOOKING).where(which).fetchOptional(BookingRepository::booking);
  }

  /** With a seat in a window, in the order of the seats. */
  List<Booking> ofWindow(Tx tx, ExamWindowId window) {
    return tx.sql()
        .selectFrom(BOOKING)
        .where(BOOKING.WINDOW_ID.eq(window.value()), BOOKING.SEAT.isNotNull())
        .orderBy(BOOKING.SEAT)
        .fetch(BookingRepository::booking);
  }

  List<BookingId> ofCandidate(Tx tx, CandidateId candidate) {
    return tx.sql()
        .select(BOOKING.ID)
        .from(BOOKING)
        .where(BOOKING.APPLICATION_ID.eq(candidate.value()))
        .fetch(row -> new BookingId(row.value1()));
  }

  /** Exams that are over and count as attempts of an authorisation. */
  int attempts(Tx tx, CandidateId candidate, Instant authorised) {
    return tx.sql()
        .fetchCount(
            BOOKING,
            BOOKING.APPLICATION_ID.eq(candidate.value()),
            BOOKING.STATE.eq(PAST),
            BOOKING.BOOKED_AT.ge(authorised.atOffset(ZoneOffset.UTC)));
  }

  /** Whether a window has opened in which the candidate had a seat. */
  boolean mayHaveSat(Tx tx, CandidateId candidate, Instant now) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(BOOKING)
                .join(EXAM_WINDOW)
                .on(EXAM_WINDOW.ID.eq(BOOKING.WINDOW_ID))
                .where(
                    BOOKING.APPLICATION_ID.eq(candidate.value()),
                    BOOKING.SEAT.isNotNull(),
                    EXAM_WINDOW.OPENS_AT.le(now.atOffset(ZoneOffset.UTC))));
  }

  void delete(Tx tx, CandidateId candidate) {
    tx.sql().deleteFrom(BOOKING).where(BOOKING.APPLICATION_ID.eq(candidate.value())).execute();
  }

  private static Booking booking(BookingRecord row) {
    var agreement = row.getAgreementVersion();
    return new Booking(
        new BookingId(row.getId()),
        new CandidateId(row.getApplicationId()),
        new ExamWindowId(row.getWindowId()),
        row.getSeat(),
        agreement == null ? OptionalInt.empty() : OptionalInt.of(agreement),
        row.getCodeNumber(),
        row.getBookedAt().toInstant());
  }
}
