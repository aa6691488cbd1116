package org.rolewright.delivery;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rolewright.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks several times a second whether a sitting's time is over, whoever is at it or not. In
 * threads of its own, because the pool of jobs may be busy, and as many as there are kinds of work,
 * because what is not urgent may take long. Several nodes may run it beside each other, since each
 * sitting is acted on by whoever holds its row.
 */
public final class ExamWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExamWatch.class);
  private static final Actor PROGRAM = new Actor.Program("exam watch");
  private final WatchService service;
  private final ClockService clock;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          3, Thread.ofPlatform().name("exam-watch-", 0).daemon().factory());

  public ExamWatch(WatchService service, ClockService clock) {
    this.service = service;
    this.clock = clock;
  }

  /** Before anything is judged by the clocks. */
  public void recall() {
    clock.recall(PROGRAM);
  }

  public void start() {
    repeat(Duration.ofMillis(250), this::look);
    repeat(Duration.ofSeconds(3), () -> service.noteContacts(PROGRAM));
    repeat(Duration.ofSeconds(3), () -> service.recordExposure(PROGRAM));
  }

  private void look() {
    try {
      service.settle(PROGRAM);
    } finally {
      clock.keep(PROGRAM);
    }
  }

  private void repeat(Duration pause, Runnable work) {
    threads.scheduleWithFixedDelay(() -> quietly(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The database may be away; the next look tries again, whatever happened at this one. */
  private void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      if (!threads.isShutdown()) LOG.warn("the exam watch stumbled and goes on: {}", e.toString());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
