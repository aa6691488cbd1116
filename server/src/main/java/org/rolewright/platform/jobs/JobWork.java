package org.rolewright.platform.jobs;

/** What a kind of job does. Run again from the start after a crash: it must be repeatable. */
@FunctionalInterface
public interface JobWork {
  void run(Job job, Progress progress);

  /** Tells how far the work is. */
  @FunctionalInterface
  interface Progress {
    /**
     * @param fraction share done, 0 to 1
     * @param messageKey catalogue key of what is being done
     * @throws Cancelled when somebody asked to stop: let it pass
     */
    void at(double fraction, String messageKey);
  }

  /** Somebody asked the job to stop. */
  final class Cancelled extends RuntimeException {
    Cancelled() {
      super("cancelled", null, false, false);
    }
  }
}
