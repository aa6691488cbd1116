package org.rolewright.itemreview;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.rolewright.db.itemreview.Tables.ASSIGNMENT;
import static org.rolewright.db.itemreview.Tables.COMMENT;
import static org.rolewright.db.itemreview.Tables.ROUND;
import static org.rolewright.db.itemreview.Tables.VOTE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.rolewright.itembank.Author;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itemreview.Round.Outcome;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code itemreview}. */
final class ItemreviewRepository {
  private static final Field<? extends Result<? extends Record>> REVIEWERS =
      multiset(
          select(ASSIGNMENT.PERSON_ID, ASSIGNMENT.DUE_ON, VOTE.DECISION, VOTE.REASON, VOTE.VOTED_AT)
              .from(ASSIGNMENT)
              .leftJoin(VOTE)
              .on(
                  VOTE.VERSION_ID.eq(ASSIGNMENT.VERSION_ID),
                  VOTE.ROUND.eq(ASSIGNMENT.ROUND),
                  VOTE.PERSON_ID.eq(ASSIGNMENT.PERSON_ID))
              .where(ASSIGNMENT.VERSION_ID.eq(ROUND.VERSION_ID), ASSIGNMENT.ROUND.eq(ROUND.NUMBER))
              .orderBy(ASSIGNMENT.ASSIGNED_AT, ASSIGNMENT.PERSON_ID));

  /** A round with its version. */
  record Open(ItemVersionId version, Round round) {}

  void open(Tx tx, ItemVersionId version, Round round) {
    tx.sql()
        .insertInto(ROUND)
        .set(ROUND.VERSION_ID, version.value())
        .set(ROUND.NUMBER, round.number())
        .set(ROUND.STATE, round.state().code())
        .set(ROUND.NEEDED, round.needed())
        .set(ROUND.OPENED_AT, round.openedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void close(Tx tx, ItemVersionId version, int round, Round.Closing closing, Actor by) {
    tx.sql()
        .update(ROUND)
        .set(ROUND.CLOSED_AT, closing.at().atOffset(ZoneOffset.UTC))
        .set(ROUND.OUTCOME, closing.outcome().code())
        .set(ROUND.REASON, closing.reason())
        .set(ROUND.CLOSED_BY_ID, by.person().map(PersonId::value).orElse(null))
        .set(ROUND.CLOSED_BY, closing.by())
        .where(ROUND.VERSION_ID.eq(version.value()), ROUND.NUMBER.eq(round))
        .execute();
  }

  /** All rounds of a version, the newest first; persons without their names. */
  List<Round> rounds(Tx tx, ItemVersionId version) {
    return where(tx, ROUND.VERSION_ID.eq(version.value())).stream().map(Open::round).toList();
  }

  /** All open rounds of these versions. */
  List<Open> open(Tx tx, List<ItemVersionId> versions) {
    var ids = versions.stream().map(ItemVersionId::value).toList();
    return where(tx, ROUND.VERSION_ID.in(ids).and(ROUND.CLOSED_AT.isNull()));
  }

  private static List<Open> where(Tx tx, Condition condition) {
    return tx.sql()
        .select(ROUND.fields())
        .select(REVIEWERS)
        .from(ROUND)
        .where(condition)
        .orderBy(ROUND.NUMBER.desc())
        .fetch(row -> new Open(new ItemVersionId(row.get(ROUND.VERSION_ID)), round(row)));
  }

  private static Round round(Record row) {
    var closing =
        Optional.ofNullable(row.get(ROUND.CLOSED_AT))
            .map(at ->
                new Round.Closing(
                    Outcome.valueOf(row.get(ROUND.OUTCOME).toUpperCase(Locale.ROOT)),
                    row.get(ROUND.REASON),
                    row.get(ROUND.CLOSED_BY),
                    at.toInstant()));
    return new Round(
        row.get(ROUND.NUMBER),
        ItemState.of(row.get(ROUND.STATE)),
        row.get(ROUND.NEEDED),
        row.get(ROUND.OPENED_AT).toInstant(),
        row.get(REVIEWERS).stream().map(ItemreviewRepository::reviewer).toList(),
        closing);
  }

  private static Reviewer reviewer(Record row) {
    var vote =
        Optional.ofNullable(row.get(VOTE.DECISION))
            .map(decision ->
                new Vote(
                    Vote.Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                    row.get(VOTE.REASON),
                    row.get(VOTE.VOTED_AT).toInstant()));
    return new Reviewer(
        new PersonId(row.get(ASSIGNMENT.PERSON_ID)),
        "",
        Optional.ofNullable(row.get(ASSIGNMENT.DUE_ON)),
        vote.isPresent(),
        vote);
  }

  /** Asks somebody, or gives them another deadline. */
  void assign(Tx tx, ItemVersionId version, int round, Reviewer reviewer, Author by, Instant now) {
    tx.sql()
        .insertInto(ASSIGNMENT)
        .set(ASSIGNMENT.VERSION_ID, version.value())
        .set(ASSIGNMENT.ROUND, round)
        .set(ASSIGNMENT.PERSON_ID, reviewer.person().value())
        .set(ASSIGNMENT.DUE_ON, reviewer.dueOn().orElse(null))
        .set(ASSIGNMENT.ASSIGNED_BY, by.name())
        .set(ASSIGNMENT.ASSIGNED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflict(ASSIGNMENT.VERSION_ID, ASSIGNMENT.ROUND, ASSIGNMENT.PERSON_ID)
        .doUpdate()
        .set(ASSIGNMENT.DUE_ON, reviewer.dueOn().orElse(null))
        .set(
            ASSIGNMENT.TOLD_AT,
            DSL.when(
                ASSIGNMENT.DUE_ON.isNotDistinctFrom(excluded(ASSIGNMENT.DUE_ON)),
                ASSIGNMENT.TOLD_AT))
        .execute();
  }

  /** Somebody who was asked and to whom no mail was written. */
  record Untold(ItemVersionId version, int round, PersonId person, Optional<LocalDate> dueOn) {}

  /** Who was asked until some moment, has not voted and was not told. */
  List<Untold> untold(Tx tx, Instant until) {
    return tx.sql()
        .select(ASSIGNMENT.VERSION_ID, ASSIGNMENT.ROUND, ASSIGNMENT.PERSON_ID, ASSIGNMENT.DUE_ON)
        .from(ASSIGNMENT)
        .join(ROUND)
        .on(ROUND.VERSION_ID.eq(ASSIGNMENT.VERSION_ID), ROUND.NUMBER.eq(ASSIGNMENT.ROUND))
        .leftJoin(VOTE)
        .on(
            VOTE.VERSION_ID.eq(ASSIGNMENT.VERSION_ID),
            VOTE.ROUND.eq(ASSIGNMENT.ROUND),
            VOTE.PERSON_ID.eq(ASSIGNMENT.PERSON_ID))
        .where(
            ASSIGNMENT.TOLD_AT.isNull(),
            ASSIGNMENT.ASSIGNED_AT.le(until.atOffset(ZoneOffset.UTC)),
            ROUND.CLOSED_AT.isNull(),
            VOTE.PERSON_ID.isNull())
        .forUpdate()
        .of(ASSIGNMENT)
        .fetch(row ->
            new Untold(
                new ItemVersionId(row.value1()),
                row.value2(),
                new PersonId(row.value3()),
                Optional.ofNullable(row.value4())));
  }

  void told(Tx tx, List<Untold> told, Instant now) {
    for (var one : told)
      tx.sql()
          .update(ASSIGNMENT)
          .set(ASSIGNMENT.TOLD_AT, now.atOffset(ZoneOffset.UTC))
          .where(
              ASSIGNMENT.VERSION_ID.eq(one.version().value()),
              ASSIGNMENT.ROUND.eq(one.round()),
              ASSIGNMENT.PERSON_ID.eq(one.person().value()))
          .execute();
  }

  void release(Tx tx, ItemVersionId version, int round, PersonId person) {
    tx.sql()
        .deleteFrom(ASSIGNMENT)
        .where(
            ASSIGNMENT.VERSION_ID.eq(version.value()),
            ASSIGNMENT.ROUND.eq(round),
            ASSIGNMENT.PERSON_ID.eq(person.value()))
        .execute();
  }

  /** Open reviews that each person was asked for and did not vote in yet. */
  Map<PersonId, Integer> waiting(Tx tx) {
    return tx.sql()
        .select(ASSIGNMENT.PERSON_ID, DSL.count())
        .from(ASSIGNMENT)
        .join(ROUND)
        .on(ROUND.VERSION_ID.eq(ASSIGNMENT.VERSION_ID), ROUND.NUMBER.eq(ASSIGNMENT.ROUND))
        .leftJoin(VOTE)
        .on(
            VOTE.VERSION_ID.eq(ASSIGNMENT.VERSION_ID),
            VOTE.ROUND.eq(ASSIGNMENT.ROUND),
            VOTE.PERSON_ID.eq(ASSIGNMENT.PERSON_ID))
        .where(ROUND.CLOSED_AT.isNull(), VOTE.PERSON_ID.isNull())
        .groupBy(ASSIGNMENT.PERSON_ID)
        .fetchMap(row -> new PersonId(row.value1()), row -> row.value2());
  }

  void vote(Tx tx, ItemVersionId version, int round, PersonId person, Vote vote) {
    tx.sql()
        .insertInto(VOTE)
        .set(VOTE.VERSION_ID, version.value())
        .set(VOTE.ROUND, round)
        .set(VOTE.PERSON_ID, person.value())
        .set(VOTE.DECISION, vote.decision().code())
        .set(VOTE.REASON, vote.reason())
        .set(VOTE.VOTED_AT, vote.at().atOffset(ZoneOffset.UTC))
        .onConflict(VOTE.VERSION_ID, VOTE.ROUND, VOTE.PERSON_ID)
        .doUpdate()
        .set(VOTE.DECISION, vote.decision().code())
        .set(VOTE.REASON, vote.reason())
        .set(VOTE.VOTED_AT, vote.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Comments on a version, the oldest first. */
  List<Comment> comments(Tx tx, ItemVersionId version) {
    return tx.sql()
        .selectFrom(COMMENT)
        .where(COMMENT.VERSION_ID.eq(version.value()))
        .orderBy(COMMENT.WRITTEN_AT, COMMENT.ID)
        .fetch(row ->
            new Comment(
                row.getId(),
                row.getRound(),
                Optional.of(row.getPointer()).filter(text -> !text.isEmpty()),
                row.getText(),
                new Author(
                    Optional.ofNullable(row.getAuthorId()).map(PersonId::new), row.getAuthor()),
                row.getWrittenAt().toInstant(),
                Optional.ofNullable(row.getAnswer())
                    .map(answer ->
                        new Comment.Resolution(
                            answer, row.getResolvedBy(), row.getResolvedAt().toInstant()))));
  }

  /** How many comments on each version are open. */
  Map<ItemVersionId, Integer> unresolved(Tx tx, List<ItemVersionId> versions) {
    return tx.sql()
        .select(COMMENT.VERSION_ID, DSL.count())
        .from(COMMENT)
        .where(
            COMMENT.VERSION_ID.in(versions.stream().map(ItemVersionId::value).toList()),
            COMMENT.RESOLVED_AT.isNull())
        .groupBy(COMMENT.VERSION_ID)
        .fetchMap(row -> new ItemVersionId(row.value1()), row -> row.value2());
  }

  /** Adds a comment; sending it twice changes nothing. */
  void insert(Tx tx, ItemVersionId version, Comment comment) {
    tx.sql()
        .insertInto(COMMENT)
        .set(COMMENT.ID, comment.id())
        .set(COMMENT.VERSION_ID, version.value())
        .set(COMMENT.ROUND, comment.round())
        .set(COMMENT.POINTER, comment.pointer().orElse(""))
        .set(COMMENT.TEXT, comment.text())
        .set(COMMENT.AUTHOR_ID, comment.author().person().map(PersonId::value).orElse(null))
        .set(COMMENT.AUTHOR, comment.author().name())
        .set(COMMENT.WRITTEN_AT, comment.at().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** Whether there was an open one. */
  boolean resolve(Tx tx, ItemVersionId version, UUID comment, Comment.Resolution resolution) {
    return tx.sql()
            .update(COMMENT)
            .set(COMMENT.ANSWER, resolution.answer())
            .set(COMMENT.RESOLVED_BY, resolution.by())
            .set(COMMENT.RESOLVED_AT, resolution.at().atOffset(ZoneOffset.UTC))
            .where(
                COMMENT.ID.eq(comment),
                COMMENT.VERSION_ID.eq(version.value()),
                COMMENT.RESOLVED_AT.isNull())
            .execute()
        == 1;
  }
}
