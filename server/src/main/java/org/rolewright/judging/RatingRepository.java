package org.rolewright.judging;

import static org.jooq.impl.DSL.count;
import static org.rolewright.db.judging.Tables.ANSWER;
import static org.rolewright.db.judging.Tables.HANDOVER;
import static org.rolewright.db.judging.Tables.RATING;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.JSONB;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** What panelists answered and how they rated. */
final class RatingRepository {

  /** A panelist's own answers as JSON, by item. */
  Map<ItemVersionId, String> answers(Tx tx, SettingId id, PersonId person) {
    return tx.sql()
        .select(ANSWER.VERSION_ID, ANSWER.RESPONSE)
        .from(ANSWER)
        .where(ANSWER.SETTING_ID.eq(id.value()))
        .and(ANSWER.PERSON_ID.eq(person.value()))
        .fetchMap(row -> new ItemVersionId(row.value1()), row -> row.value2().data());
  }

  void answer(
      Tx tx, SettingId id, PersonId person, ItemVersionId version, String json, Instant at) {
    tx.sql()
        .insertInto(ANSWER)
        .set(ANSWER.SETTING_ID, id.value())
        .set(ANSWER.PERSON_ID, person.value())
        .set(ANSWER.VERSION_ID, version.value())
        .set(ANSWER.RESPONSE, JSONB.valueOf(json))
        .set(ANSWER.ANSWERED_AT, SettingRepository.utc(at))
        .onConflict(ANSWER.SETTING_ID, ANSWER.PERSON_ID, ANSWER.VERSION_ID)
        .doUpdate()
        .set(ANSWER.RESPONSE, JSONB.valueOf(json))
        .set(ANSWER.ANSWERED_AT, SettingRepository.utc(at))
        .execute();
  }

  /** How many items each panelist answered. */
  Map<PersonId, Integer> answered(Tx tx, SettingId id) {
    return tx.sql()
        .select(ANSWER.PERSON_ID, count())
        .from(ANSWER)
        .where(ANSWER.SETTING_ID.eq(id.value()))
        .groupBy(ANSWER.PERSON_ID)
        .fetchMap(row -> new PersonId(row.value1()), row -> row.value2());
  }

  /** How many items each panelist rated in a round. */
  Map<PersonId, Integer> rated(Tx tx, SettingId id, int round) {
    return tx.sql()
        .select(RATING.PERSON_ID, count())
        .from(RATING)
        .where(RATING.SETTING_ID.eq(id.value()))
        .and(RATING.ROUND.eq(round))
        .groupBy(RATING.PERSON_ID)
        .fetchMap(row -> new PersonId(row.value1()), row -> row.value2());
  }

  /** A panelist's own ratings in percent, by item. */
  Map<ItemVersionId, Integer> ratings(Tx tx, SettingId id, int round, PersonId person) {
    return tx.sql()
        .select(RATING.VERSION_ID, RATING.PERCENT)
        .from(RATING)
        .where(RATING.SETTING_ID.eq(id.value()))
        .and(RATING.ROUND.eq(round))
        .and(RATING.PERSON_ID.eq(person.value()))
        .fetchMap(row -> new ItemVersionId(row.value1()), row -> row.value2().intValue());
  }

  void rate(Tx tx, SettingId id, int round, PersonId person, ItemVersionId version, Rating rating) {
    tx.sql()
        .insertInto(RATING)
        .set(RATING.SETTING_ID, id.value())
        .set(RATING.ROUND, round)
        .set(RATING.PERSON_ID, person.value())
        .set(RATING.VERSION_ID, version.value())
        .set(RATING.PERCENT, (short) rating.percent())
        .set(RATING.RATED_AT, SettingRepository.utc(rating.at()))
        .onConflict(RATING.SETTING_ID, RATING.ROUND, RATING.PERSON_ID, RATING.VERSION_ID)
        .doUpdate()
        .set(RATING.PERCENT, (short) rating.percent())
        .set(RATING.RATED_AT, SettingRepository.utc(rating.at()))
        .execute();
  }

  /** A rating and when it was given. */
  record Rating(int percent, Instant at) {}

  /** When each panelist handed in. */
  Map<PersonId, Instant> handedIn(Tx tx, SettingId id, int round) {
    return tx.sql()
        .select(HANDOVER.PERSON_ID, HANDOVER.HANDED_IN_AT)
        .from(HANDOVER)
        .where(HANDOVER.SETTING_ID.eq(id.value()))
        .and(HANDOVER.ROUND.eq(round))
        .fetchMap(row -> new PersonId(row.value1()), row -> row.value2().toInstant());
  }

  void handIn(Tx tx, SettingId id, int round, PersonId person, String digest, Instant at) {
    tx.sql()
        .insertInto(HANDOVER)
        .set(HANDOVER.SETTING_ID, id.value())
        .set(HANDOVER.ROUND, round)
        .set(HANDOVER.PERSON_ID, person.value())
        .set(HANDOVER.DIGEST, digest)
        .set(HANDOVER.HANDED_IN_AT, SettingRepository.utc(at))
        .execute();
  }

  /** Everything handed in in a round. */
  RoundRatings ratings(Tx tx, SettingId id, int round) {
    var percents = new TreeMap<UUID, Map<ItemVersionId, Integer>>();
    tx.sql()
        .select(RATING.PERSON_ID, RATING.VERSION_ID, RATING.PERCENT)
        .from(RATING)
        .join(HANDOVER)
        .on(HANDOVER.SETTING_ID.eq(RATING.SETTING_ID))
        .and(HANDOVER.ROUND.eq(RATING.ROUND))
        .and(HANDOVER.PERSON_ID.eq(RATING.PERSON_ID))
        .where(RATING.SETTING_ID.eq(id.value()))
        .and(RATING.ROUND.eq(round))
        .forEach(row ->
            percents
                .computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                .put(new ItemVersionId(row.value2()), row.value3().intValue()));
    var byPerson = new LinkedHashMap<PersonId, Map<ItemVersionId, Integer>>();
    percents.forEach((person, given) -> byPerson.put(new PersonId(person), given));
    return new RoundRatings(round, byPerson);
  }
}
