package org.rolewright.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;

@Timeout(60)
class JobsTest {
  private static final Actor PROGRAM = new Actor.Program("test");

  @Test
  void a_job_shows_its_progress_and_ends() throws InterruptedException {
    try (var database = Database.open(TestDatabase.migrated(), 6);
        var jobs = new Jobs(database, InstantSource.system())) {
      jobs.register(
          "count",
          (_, progress) -> {
            for (var step = 1; step <= 4; step++) {
              progress.at(step / 4.0, "counting");
              pause();
            }
          });
      jobs.start();
      var seen = new ArrayList<Job>();
      jobs.follow(queue(database, jobs, "count"), seen::add);
      assertEquals(JobState.DONE, seen.getLast().state());
      assertEquals(1.0, seen.getLast().progress());
      assertTrue(seen.size() > 2, "progress was shown: " + seen);
    }
  }

  @Test
  void a_cancelled_job_stops_at_its_next_step() throws InterruptedException {
    try (var database = Database.open(TestDatabase.migrated(), 6);
        var jobs = new Jobs(database, InstantSource.system())) {
      var began = new CountDownLatch(1);
      jobs.register(
          "for ever",
          (_, progress) -> {
            began.countDown();
            while (true) {
              progress.at(0.5, "counting");
              pause();
            }
          },
          "job.counting");
      jobs.start();
      var id = queue(database, jobs, "for ever");
      began.await();
      database.run(tx -> jobs.cancel(tx, id));
      var seen = new ArrayList<Job>();
      jobs.follow(id, seen::add);
      assertEquals(JobState.CANCELLED, seen.getLast().state());
      assertEquals("job.counting.cancelled", seen.getLast().message(), "in its own words");
    }
  }

  @Test
  void a_refused_or_broken_job_says_so() throws InterruptedException {
    try (var database = Database.open(TestDatabase.migrated(), 6);
        var jobs = new Jobs(database, InstantSource.system())) {
      jobs.register(
          "refused",
          (_, _) -> {
            throw new Refusal.BrokenRule("surveyIsEmpty");
          });
      jobs.start();
      var last = new ArrayList<Job>();
      jobs.follow(queue(database, jobs, "refused"), last::add);
      assertEquals(JobState.FAILED, last.getLast().state());
      assertEquals("refusal.surveyIsEmpty", last.getLast().message());
    }
  }

  @Test
  void a_job_of_a_program_that_stopped_is_taken_up_by_the_next() throws InterruptedException {
    try (var database = Database.open(TestDatabase.migrated(), 8)) {
      var began = new CountDownLatch(1);
      var id = List.of(new JobId(UUID.randomUUID())).getFirst();
      try (var first = new Jobs(database, InstantSource.system())) {
        first.register(
            "long",
            (_, _) -> {
              began.countDown();
              try {
                Thread.sleep(Duration.ofMinutes(5));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the program stops");
              }
            });
        first.start();
        id = queue(database, first, "long");
        began.await();
      }
      var runs = new AtomicInteger();
      try (var second = new Jobs(database, InstantSource.system())) {
        second.register("long", (_, _) -> runs.incrementAndGet());
        second.start();
        second.follow(id, _ -> {});
      }
      assertEquals(1, runs.get());
    }
  }

  @Test
  void a_job_asked_for_in_a_transaction_that_fails_does_not_exist() {
    try (var database = Database.open(TestDatabase.migrated(), 6);
        var jobs = new Jobs(database, InstantSource.system())) {
      var runs = new AtomicInteger();
      jobs.register("never", (_, _) -> runs.incrementAndGet());
      var subject = UUID.randomUUID();
      assertThrows(
          Refusal.Conflict.class,
          () ->
              database.run(tx -> {
                jobs.queue(tx, PROGRAM, "never", subject, Map.of());
                throw new Refusal.Conflict("changedMyMind");
              }));
      assertEquals(List.of(), database.transaction(tx -> jobs.listJobs(tx, subject)));
      assertEquals(0, runs.get());
    }
  }

  private static JobId queue(Database database, Jobs jobs, String kind) {
    return database.transaction(tx -> jobs.queue(tx, PROGRAM, kind, UUID.randomUUID(), Map.of()));
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
