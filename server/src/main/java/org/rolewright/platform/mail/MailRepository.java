package org.rolewright.platform.mail;

import static org.rolewright.db.platform.Tables.MAIL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.rolewright.platform.db.Tx;

/** Rows of {@code platform.mail}. */
final class MailRepository {

  void insert(Tx tx, Letter letter) {
    tx.sql()
        .insertInto(MAIL)
        .set(MAIL.ID, letter.id())
        .set(MAIL.RECIPIENT, letter.recipient())
        .set(MAIL.SUBJECT, letter.subject())
        .set(MAIL.BODY, letter.body())
        .set(MAIL.CREATED_AT, letter.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void deleteTo(Tx tx, String recipient) {
    tx.sql().deleteFrom(MAIL).where(MAIL.RECIPIENT.equalIgnoreCase(recipient)).execute();
  }

  List<Letter> newest(Tx tx, int limit) {
    return tx.sql()
        .selectFrom(MAIL)
        .orderBy(MAIL.CREATED_AT.desc())
        .limit(limit)
        .fetch(this::letter);
  }

  Optional<Letter> newestTo(Tx tx, String recipient) {
    return tx.sql()
        .selectFrom(MAIL)
        .where(MAIL.RECIPIENT.equalIgnoreCase(recipient))
        .orderBy(MAIL.CREATED_AT.desc())
        .limit(1)
        .fetchOptional(this::letter);
  }

  /**
   * The next waiting mail, the least tried first, locked, so that two nodes never send the same
   * one.
   */
  Optional<Letter> nextWaiting(Tx tx, Set<UUID> except) {
    return tx.sql()
        .selectFrom(MAIL)
        .where(
            MAIL.SENT_AT.isNull(),
            MAIL.ID.notIn(except),
            MAIL.RECIPIENT.notLikeIgnoreCase("%" + Letter.EXAMPLE))
        .orderBy(MAIL.ATTEMPTS, MAIL.CREATED_AT)
        .limit(1)
        .forUpdate()
        .skipLocked()
        .fetchOptional(this::letter);
  }

  void sent(Tx tx, UUID id, Instant now) {
    tx.sql()
        .update(MAIL)
        .set(MAIL.SENT_AT, now.atOffset(ZoneOffset.UTC))
        .set(MAIL.BODY, "")
        .setNull(MAIL.LAST_ERROR)
        .where(MAIL.ID.eq(id))
        .execute();
  }

  void failed(Tx tx, UUID id, String error) {
    tx.sql()
        .update(MAIL)
        .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
        .set(MAIL.LAST_ERROR, error)
        .where(MAIL.ID.eq(id))
        .execute();
  }

  private Letter letter(Record row) {
    return new Letter(
        row.get(MAIL.ID),
        row.get(MAIL.RECIPIENT),
        row.get(MAIL.SUBJECT),
        row.get(MAIL.BODY),
        row.get(MAIL.CREATED_AT).toInstant(),
        Optional.ofNullable(row.get(MAIL.SENT_AT)).map(OffsetDateTime::toInstant),
        row.get(MAIL.ATTEMPTS),
        Optional.ofNullable(row.get(MAIL.LAST_ERROR)));
  }
}
