package org.rolewright.accommodation;

import static org.rolewright.db.accommodation.Tables.DECISION;
import static org.rolewright.db.accommodation.Tables.DOCUMENT;
import static org.rolewright.db.accommodation.Tables.REQUEST;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.rolewright.db.accommodation.tables.records.DecisionRecord;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.files.FileType;

/** Rows of the schema {@code accommodation}; what is sealed stays sealed here. */
final class AccommodationRepository {

  /** A request that waits. */
  record StoredRequest(byte[] sealed, Instant askedAt) {}

  /** A file, or with empty content its head. */
  record StoredFile(UUID id, FileType type, byte[] sealedName, byte[] sealedContent) {}

  /** A decision with who made it. */
  record StoredDecision(int number, AccommodationDecision decision, PersonId by, Instant at) {}

  void put(Tx tx, CandidateId candidate, byte[] sealed, Instant now) {
    tx.sql()
        .insertInto(REQUEST)
        .set(REQUEST.APPLICATION_ID, candidate.value())
        .set(REQUEST.SEALED, sealed)
        .set(REQUEST.ASKED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflict(REQUEST.APPLICATION_ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  Optional<StoredRequest> find(Tx tx, CandidateId candidate) {
    return tx.sql()
        .selectFrom(REQUEST)
        .where(REQUEST.APPLICATION_ID.eq(candidate.value()))
        .fetchOptional(row -> new StoredRequest(row.getSealed(), row.getAskedAt().toInstant()));
  }

  /** Whether one was there, with its documents. */
  boolean delete(Tx tx, CandidateId candidate) {
    return tx.sql()
            .deleteFrom(REQUEST)
            .where(REQUEST.APPLICATION_ID.eq(candidate.value()))
            .execute()
        == 1;
  }

  void insert(Tx tx, CandidateId candidate, StoredFile file, Instant now) {
    tx.sql()
        .insertInto(DOCUMENT)
        .set(DOCUMENT.ID, file.id())
        .set(DOCUMENT.APPLICATION_ID, candidate.value())
        .set(DOCUMENT.MEDIA_TYPE, file.type().mediaType())
        .set(DOCUMENT.SEALED_NAME, file.sealedName())
        .set(DOCUMENT.SEALED_CONTENT, file.sealedContent())
        .set(DOCUMENT.ADDED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** Without their content, the oldest first. */
  List<StoredFile> files(Tx tx, CandidateId candidate) {
    return tx.sql()
        .select(DOCUMENT.ID, DOCUMENT.MEDIA_TYPE, DOCUMENT.SEALED_NAME)
        .from(DOCUMENT)
        .where(DOCUMENT.APPLICATION_ID.eq(candidate.value()))
        .orderBy(DOCUMENT.ADDED_AT, DOCUMENT.ID)
        .fetch(row ->
            new StoredFile(row.value1(), FileType.of(row.value2()), row.value3(), new byte[0]));
  }

  Optional<StoredFile> file(Tx tx, CandidateId candidate, UUID id) {
    return tx.sql()
        .selectFrom(DOCUMENT)
        .where(DOCUMENT.ID.eq(id), DOCUMENT.APPLICATION_ID.eq(candidate.value()))
        .fetchOptional(row ->
            new StoredFile(
                row.getId(),
                FileType.of(row.getMediaType()),
                row.getSealedName(),
                row.getSealedContent()));
  }

  int insert(
      Tx tx, CandidateId candidate, AccommodationDecision decision, PersonId by, Instant now) {
    var number = 1 + tx.sql().fetchCount(DECISION, DECISION.APPLICATION_ID.eq(candidate.value()));
    var granted = decision.granted().orElse(Accommodation.NONE);
    tx.sql()
        .insertInto(DECISION)
        .set(DECISION.APPLICATION_ID, candidate.value())
        .set(DECISION.NUMBER, number)
        .set(DECISION.GRANTED, decision.granted().isPresent())
        .set(DECISION.TIME_FACTOR, granted.timeFactor())
        .set(DECISION.EXTRA_MINUTES, granted.extraMinutes())
        .set(DECISION.BREAK_SECONDS, granted.extraBreakSeconds().toArray(Integer[]::new))
        .set(DECISION.TEXT_SCALE, granted.display().textScale().orElse(null))
        .set(DECISION.THEME, granted.display().theme().map(Theme::code).orElse(null))
        .set(DECISION.ANSWER, decision.answer())
        .set(DECISION.DECIDED_BY, by.value())
        .set(DECISION.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
        .set(DECISION.VALID_UNTIL, decision.validUntil().orElse(null))
        .execute();
    return number;
  }

  /** The newest first. */
  List<StoredDecision> decisions(Tx tx, CandidateId candidate) {
    return tx.sql()
        .selectFrom(DECISION)
        .where(DECISION.APPLICATION_ID.eq(candidate.value()))
        .orderBy(DECISION.NUMBER.desc())
        .fetch(row ->
            new StoredDecision(
                row.getNumber(),
                decision(row),
                new PersonId(row.getDecidedBy()),
                row.getDecidedAt().toInstant()));
  }

  /** What applies to each of these on a day; who is granted nothing is not in it. */
  Map<CandidateId, Accommodation> granted(Tx tx, Collection<CandidateId> candidates, LocalDate on) {
    var ids = candidates.stream().map(CandidateId::value).toArray(UUID[]::new);
    return tx.sql()
        .selectDistinct(DECISION.fields())
        .on(DECISION.APPLICATION_ID)
        .from(DECISION)
        .where(
            DECISION.APPLICATION_ID.eq(DSL.any(ids)),
            DECISION.GRANTED.isTrue(),
            DECISION.VALID_UNTIL.ge(on))
        .orderBy(DECISION.APPLICATION_ID, DECISION.NUMBER.desc())
        .fetchInto(DECISION)
        .intoMap(row -> new CandidateId(row.getApplicationId()), AccommodationRepository::granted);
  }

  /** Of these candidates, who asked or was decided upon. */
  Set<CandidateId> concerned(Tx tx, Collection<CandidateId> candidates) {
    var ids = candidates.stream().map(CandidateId::value).toList();
    var found = new LinkedHashSet<CandidateId>();
    tx.sql()
        .select(REQUEST.APPLICATION_ID)
        .from(REQUEST)
        .where(REQUEST.APPLICATION_ID.in(ids))
        .union(
            tx.sql()
                .select(DECISION.APPLICATION_ID)
                .from(DECISION)
                .where(DECISION.APPLICATION_ID.in(ids)))
        .forEach(row -> found.add(new CandidateId(row.value1())));
    return found;
  }

  private static AccommodationDecision decision(DecisionRecord row) {
    return new AccommodationDecision(
        Optional.of(row).filter(DecisionRecord::getGranted).map(AccommodationRepository::granted),
        row.getAnswer(),
        Optional.ofNullable(row.getValidUntil()));
  }

  private static Accommodation granted(DecisionRecord row) {
    return new Accommodation(
        plain(row.getTimeFactor()),
        row.getExtraMinutes(),
        Arrays.asList(row.getBreakSeconds()),
        new Accommodation.Display(
            Optional.ofNullable(row.getTextScale()).map(AccommodationRepository::plain),
            Optional.ofNullable(row.getTheme()).map(Theme::of)));
  }

  /** 1.50 as 1.5, so that equal factors are equal records. */
  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
