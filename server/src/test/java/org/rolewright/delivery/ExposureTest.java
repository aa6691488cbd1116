package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;

/**
 * What the item bank is told was shown is what was shown: once for each item and sitting, through
 * changes of device, the end of time, a restart, and several who tell it at once.
 */
class ExposureTest {
  private static final String EXPOSURES = "(select version_id, sitting_id from itembank.exposure)";

  @Test
  void every_item_that_was_shown_is_counted_once_a_sitting() {
    var expected = new TreeSet<String>();
    try (var hall = ExamHall.open(ExamHall.Shape.plain())) {
      var url = hall.rolewright.databaseUrl();
      var shown = List.of(movesOn(hall), comesInTwice(hall), runsOutOfTime(hall), hall.started());
      hall.enter(hall.candidate()); // is shown nothing, because it does not begin
      var versions =
          hall
              .wiring
              .database
              .transaction(tx -> hall.wiring.forms.published(tx, hall.form))
              .items()
              .stream()
              .map(placed -> placed.versionId())
              .toList();
      for (var candidate : shown) {
        assertEquals(versions.size(), candidate.items().size());
        for (var version : versions)
          expected.add("(" + version.value() + "," + candidate.sitting.get("id").asText() + ")");
      }
      hall.close();
      restarted(url, shown.getLast());
      var told = TestDatabase.dump(url, EXPOSURES).lines().toList();
      assertEquals(expected, new TreeSet<>(told));
      assertEquals(expected.size(), told.size(), "each once");
    }
  }

  private static Candidate movesOn(ExamHall hall) {
    var candidate = hall.started();
    candidate.answer(1, "a");
    var other = candidate.elsewhere(hall.rolewright.visitor()).takePen();
    other.answer(2, "b");
    other.submit();
    return candidate;
  }

  private static Candidate comesInTwice(ExamHall hall) {
    var candidate = hall.started();
    var again = Candidate.enter(candidate.client, candidate.code, candidate.clientId);
    again.read();
    again.submit();
    return again;
  }

  private static Candidate runsOutOfTime(ExamHall hall) {
    var candidate = hall.started();
    hall.execute(
        "update delivery.sitting set started_at = started_at - interval '2 hours', due_at = now(), counts_until = now()"
            + " where id = '%s'".formatted(candidate.sitting.get("id").asText()));
    return candidate;
  }

  /** The program again, on the same database: who was under way hands in; several count. */
  private static void restarted(java.net.URI url, Candidate underWay) {
    try (var rolewright = Installation.repeatable(url, 1);
        var other = Installation.repeatable(url, 2);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Candidate.enter(rolewright.visitor(), underWay.code, underWay.clientId).submit();
      var program = new Actor.Program("test");
      rolewright.wiring().watching.settle(program);
      var counting = new ArrayList<java.util.concurrent.Future<?>>();
      for (var one : List.of(rolewright, other, rolewright, other))
        counting.add(threads.submit(() -> one.wiring().watching.recordExposure(program)));
      for (var one : counting) join(one);
      rolewright.wiring().watching.recordExposure(program);
    }
  }

  private static void join(java.util.concurrent.Future<?> task) {
    try {
      task.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
