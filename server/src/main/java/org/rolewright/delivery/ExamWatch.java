package org.rolewright.delivery;

import java.time.Duration;
import org.rolewright.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks several times a second whether a sitting's time is over, whoever is at it or not. A thread
 * of its own, because the pool of jobs may be busy; several nodes may run it beside each other,
 * since each sitting is acted on by whoever holds its row.
 */
public final class ExamWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExamWatch.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** So many looks between two times of doing what is not urgent. */
  private static final int SELDOM = 12;

  private static final Actor PROGRAM = new Actor.Program("exam watch");
  private final ConductService conduct;
  private final Thread thread;
  private volatile boolean open = true;

  public ExamWatch(ConductService conduct) {
    this.conduct = conduct;
    thread = Thread.ofPlatform().name("exam-watch").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    for (var look = 0; open; look++) {
      quietly(() -> conduct.settle(PROGRAM));
      if (look % SELDOM == 0) {
        quietly(() -> conduct.noteContacts(PROGRAM));
        quietly(() -> conduct.recordExposure(PROGRAM));
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** The database may be away; the next look tries again. */
  private void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (open) LOG.warn("the exam watch stumbled and goes on: {}", e.toString());
    }
  }

  @Override
  public void close() {
    open = false;
    if (thread.getState() == Thread.State.NEW) return;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
