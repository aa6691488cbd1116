package org.rolewright.delivery;

import java.util.Optional;
import org.rolewright.access.Permission;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.timing.ExamClock;

/** Keeps how the clocks were found, so that a restart of the program forgets no doubt. */
public final class ClockService {
  private final Database database;
  private final ExamClock clock;
  private final ClockRepository clocks = new ClockRepository();
  private Optional<ExamClock.Memory> kept = Optional.empty();

  public ClockService(Database database, ExamClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Before anything is judged by the clocks. */
  public synchronized void recall(Actor program) {
    Permission.PROCTOR_EXAMS.require(program);
    kept = database.transaction(clocks::find);
    kept.ifPresent(clock::recall);
  }

  /** Writes down how the clocks are, where that has changed. */
  public synchronized void keep(Actor program) {
    Permission.PROCTOR_EXAMS.require(program);
    var found = clock.memory();
    if (found.isEmpty() || kept.filter(found.get()::isLike).isPresent()) return;
    database.run(tx -> clocks.put(tx, found.get()));
    kept = found;
  }
}
