package org.rolewright;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Closes what runs when the program is asked to stop, from the first moment on. */
final class StopOnSignal {
  private final AtomicReference<AutoCloseable> running;
  private final CountDownLatch asked = new CountDownLatch(1);

  StopOnSignal(AutoCloseable first) {
    running = new AtomicReference<>(first);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  void closeInstead(AutoCloseable all) {
    running.set(all);
  }

  void await() {
    try {
      asked.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    asked.countDown();
    try {
      running.get().close();
      System.out.println("stopped cleanly");
    } catch (Exception e) {
      System.err.println("did not stop cleanly: " + e.getMessage());
    }
  }
}
