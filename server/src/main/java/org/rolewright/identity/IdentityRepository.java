package org.rolewright.identity;

import static org.jooq.impl.DSL.lower;
import static org.rolewright.db.identity.Tables.ACCOUNT;
import static org.rolewright.db.identity.Tables.PERSON;
import static org.rolewright.db.identity.Tables.SESSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code identity}. */
final class IdentityRepository {

  record Account(
      PersonId person, String passwordHash, int failedAttempts, Optional<Instant> lockedUntil) {}

  void insert(Tx tx, Person person, String passwordHash, Instant now) {
    tx.sql()
        .insertInto(PERSON)
        .set(PERSON.ID, person.id().value())
        .set(PERSON.NAME, person.name())
        .set(PERSON.EMAIL, person.email())
        .set(PERSON.CREATED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    tx.sql()
        .insertInto(ACCOUNT)
        .set(ACCOUNT.PERSON_ID, person.id().value())
        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
        .execute();
  }

  Optional<Person> byEmail(Tx tx, String email) {
    return tx.sql()
        .selectFrom(PERSON)
        .where(lower(PERSON.EMAIL).eq(email.toLowerCase(Locale.ROOT)))
        .fetchOptional(this::person);
  }

  Optional<Person> byId(Tx tx, PersonId id) {
    return tx.sql().selectFrom(PERSON).where(PERSON.ID.eq(id.value())).fetchOptional(this::person);
  }

  List<Person> all(Tx tx) {
    return tx.sql().selectFrom(PERSON).orderBy(PERSON.NAME, PERSON.ID).fetch(this::person);
  }

  Optional<Account> lockAccount(Tx tx, String email) {
    return tx.sql()
        .select(ACCOUNT.fields())
        .from(ACCOUNT)
        .join(PERSON)
        .on(PERSON.ID.eq(ACCOUNT.PERSON_ID))
        .where(lower(PERSON.EMAIL).eq(email.toLowerCase(Locale.ROOT)))
        .forUpdate()
        .of(ACCOUNT)
        .fetchOptional(row ->
            new Account(
                new PersonId(row.get(ACCOUNT.PERSON_ID)),
                row.get(ACCOUNT.PASSWORD_HASH),
                row.get(ACCOUNT.FAILED_ATTEMPTS),
                Optional.ofNullable(row.get(ACCOUNT.LOCKED_UNTIL)).map(OffsetDateTime::toInstant)));
  }

  void resetFailures(Tx tx, PersonId person) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.FAILED_ATTEMPTS, 0)
        .setNull(ACCOUNT.LOCKED_UNTIL)
        .where(ACCOUNT.PERSON_ID.eq(person.value()))
        .execute();
  }

  void countFailure(Tx tx, PersonId person, Optional<Instant> lockedUntil) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.FAILED_ATTEMPTS, ACCOUNT.FAILED_ATTEMPTS.plus(1))
        .set(ACCOUNT.LOCKED_UNTIL, lockedUntil.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .where(ACCOUNT.PERSON_ID.eq(person.value()))
        .execute();
  }

  void insertSession(Tx tx, byte[] tokenHash, PersonId person, Instant from, Instant until) {
    tx.sql()
        .insertInto(SESSION)
        .set(SESSION.TOKEN_HASH, tokenHash)
        .set(SESSION.PERSON_ID, person.value())
        .set(SESSION.CREATED_AT, from.atOffset(ZoneOffset.UTC))
        .set(SESSION.EXPIRES_AT, until.atOffset(ZoneOffset.UTC))
        .execute();
  }

  Optional<Person> bySession(Tx tx, byte[] tokenHash, Instant now) {
    return tx.sql()
        .select(PERSON.fields())
        .from(SESSION)
        .join(PERSON)
        .on(PERSON.ID.eq(SESSION.PERSON_ID))
        .where(
            SESSION.TOKEN_HASH.eq(tokenHash), SESSION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
        .fetchOptional(this::person);
  }

  void deleteSession(Tx tx, byte[] tokenHash) {
    tx.sql().deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(tokenHash)).execute();
  }

  void dropEndedSessions(Tx tx, Instant now) {
    tx.sql()
        .deleteFrom(SESSION)
        .where(SESSION.EXPIRES_AT.lt(now.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  private Person person(Record row) {
    return new Person(
        new PersonId(row.get(PERSON.ID)), row.get(PERSON.NAME), row.get(PERSON.EMAIL));
  }
}
