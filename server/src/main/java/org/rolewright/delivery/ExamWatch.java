package org.rolewright.delivery;

import java.time.Duration;
import java.util.List;
import org.rolewright.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks several times a second whether a sitting's time is over, whoever is at it or not. A thread
 * of its own, because the pool of jobs may be busy, and another for what is not urgent, because
 * that may take long. Several nodes may run it beside each other, since each sitting is acted on by
 * whoever holds its row.
 */
public final class ExamWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExamWatch.class);
  private static final Actor PROGRAM = new Actor.Program("exam watch");
  private final ClockService clock;
  private final List<Thread> threads;
  private volatile boolean open = true;

  public ExamWatch(ConductService conduct, ClockService clock) {
    this.clock = clock;
    threads =
        List.of(
            rounds("exam-watch", Duration.ofMillis(250), () -> look(conduct)),
            rounds("exam-contacts", Duration.ofSeconds(3), () -> conduct.noteContacts(PROGRAM)),
            rounds("exam-exposure", Duration.ofSeconds(3), () -> conduct.recordExposure(PROGRAM)));
  }

  /** Before anything is judged by the clocks. */
  public void recall() {
    clock.recall(PROGRAM);
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  private void look(ConductService conduct) {
    try {
      conduct.settle(PROGRAM);
    } finally {
      clock.keep(PROGRAM);
    }
  }

  private Thread rounds(String name, Duration pause, Runnable work) {
    return Thread.ofPlatform()
        .name(name)
        .daemon()
        .unstarted(() -> {
          while (open) {
            quietly(work);
            try {
              Thread.sleep(pause);
            } catch (InterruptedException _) {
              return;
            }
          }
        });
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
    threads.forEach(Thread::interrupt);
    for (var thread : threads) {
      if (thread.getState() == Thread.State.NEW) continue;
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
