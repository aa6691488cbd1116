package org.rolewright.delivery;

import static org.rolewright.db.delivery.Tables.EXAM_CLOCK;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ExamClock.Doubt;
import org.rolewright.timing.ExamClock.Memory;

/** The one row about the clocks. */
final class ClockRepository {
  Optional<Memory> find(Tx tx) {
    return tx.sql()
        .selectFrom(EXAM_CLOCK)
        .fetchOptional(row ->
            new Memory(
                Duration.ofMillis(row.getApartMs()),
                new Doubt(
                    Optional.ofNullable(row.getDoubtSince()).map(OffsetDateTime::toInstant),
                    Duration.ofMillis(row.getWallOffMs()),
                    Duration.ofMillis(row.getDatabaseOffMs()))));
  }

  void put(Tx tx, Memory memory) {
    var doubt = memory.doubt();
    var since = doubt.since().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    tx.sql()
        .insertInto(EXAM_CLOCK)
        .set(EXAM_CLOCK.SINGLE, true)
        .set(EXAM_CLOCK.APART_MS, memory.apart().toMillis())
        .set(EXAM_CLOCK.DOUBT_SINCE, since)
        .set(EXAM_CLOCK.WALL_OFF_MS, doubt.wall().toMillis())
        .set(EXAM_CLOCK.DATABASE_OFF_MS, doubt.database().toMillis())
        .onConflict(EXAM_CLOCK.SINGLE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }
}
