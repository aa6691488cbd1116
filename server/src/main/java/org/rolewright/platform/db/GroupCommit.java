package org.rolewright.platform.db;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.rolewright.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what many people send at the same time in few transactions. Each lane takes whatever
 * waits, stores it as one batch, and answers everybody when the batch is committed, never before.
 * Lanes take turns: while one waits for the disk, another stores, and a lane that waits for its
 * turn gathers more meanwhile; one that takes long is not waited for. What has the same key goes
 * through the same lane, one after the other and never twice in a batch. A batch that fails is
 * stored again one by one, so that a bad one harms only itself. When the queue is full, no more is
 * taken.
 */
public final class GroupCommit<T, R> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** Taking turns saves work; a lane that is stuck must not keep the others. */
  private static final int PATIENCE_MS = 100;

  private final List<Lane> lanes = new ArrayList<>();
  private final Function<T, Object> key;
  private final Work<T, R> work;
  private final int room;
  private final Semaphore turn = new Semaphore(1, true);
  private volatile boolean open = true;

  /** Stores a batch. */
  @FunctionalInterface
  public interface Work<T, R> {
    /**
     * Returns when the batch is durable: the results in the order of the batch. Throws when nothing
     * of it is stored, or when nobody can know.
     *
     * @param next may be called when only the disk is waited for: another lane goes ahead
     */
    List<R> store(List<T> batch, Runnable next);
  }

  private record Waiting<T, R>(T what, CompletableFuture<R> done) {}

  /**
   * @param room how many may wait in a lane
   * @param most how many are stored at once
   */
  public GroupCommit(
      String name, int lanes, int room, int most, Function<T, Object> key, Work<T, R> work) {
    this.key = key;
    this.work = work;
    this.room = room;
    for (var lane = 0; lane < lanes; lane++) this.lanes.add(new Lane(name + "-" + lane, most));
  }

  /** Stores this; ends with what the work returned for it, or with its refusal. */
  public CompletableFuture<R> store(T what) {
    var waiting = new Waiting<T, R>(what, new CompletableFuture<>());
    var lane = lanes.get(Math.floorMod(key.apply(what).hashCode(), lanes.size()));
    if (!open || !lane.queue.offer(waiting)) refuse(waiting);
    else if (!open && lane.queue.remove(waiting)) refuse(waiting); // the lane may have ended
    return waiting.done;
  }

  private void refuse(Waiting<T, R> waiting) {
    waiting.done.completeExceptionally(new Refusal.Busy("savesWait"));
  }

  /** How full the fullest lane is, from 0 to 1. */
  public double load() {
    return lanes.stream().mapToInt(lane -> lane.queue.size()).max().orElse(0) / (double) room;
  }

  private final class Lane {
    private final BlockingQueue<Waiting<T, R>> queue = new ArrayBlockingQueue<>(room);
    private final int most;
    private final Thread thread;

    Lane(String name, int most) {
      this.most = most;
      thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private void run() {
      var taken = new ArrayList<Waiting<T, R>>();
      while (open || !queue.isEmpty() || !taken.isEmpty()) {
        try {
          if (taken.isEmpty()) {
            var first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) continue;
            taken.add(first);
          }
          var ended = new AtomicBoolean(!turn.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS));
          Runnable next =
              () -> {
                if (ended.compareAndSet(false, true)) turn.release();
              };
          try {
            queue.drainTo(taken, most - taken.size());
            storeAll(withoutRepeats(taken), next);
          } finally {
            next.run();
          }
        } catch (InterruptedException _) {
          return;
        } catch (Throwable e) {
          LOG.error("a lane stumbled and goes on", e);
        }
      }
    }

    /** Takes the first of each key out; the others wait for the next batch. */
    private List<Waiting<T, R>> withoutRepeats(List<Waiting<T, R>> taken) {
      var keys = new HashSet<>();
      var batch = new ArrayList<Waiting<T, R>>();
      taken.removeIf(waiting -> keys.add(key.apply(waiting.what)) && batch.add(waiting));
      return batch;
    }
  }

  private void storeAll(List<Waiting<T, R>> batch, Runnable next) {
    try {
      var results = work.store(batch.stream().map(Waiting::what).toList(), next);
      for (var at = 0; at < batch.size(); at++) batch.get(at).done.complete(results.get(at));
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1 || away(e))
        batch.forEach(waiting -> waiting.done.completeExceptionally(e));
      else storeOneByOne(batch, next);
    }
  }

  private void storeOneByOne(List<Waiting<T, R>> batch, Runnable next) {
    for (var waiting : batch) storeAll(List.of(waiting), next);
  }

  /** Trying one by one would only make everybody wait longer. */
  private static boolean away(Throwable e) {
    return e instanceof Refusal.Busy busy && !busy.key().equals("tryAgain");
  }

  /** Takes no more, and stores what waits; refuses what is left when that takes too long. */
  @Override
  public void close() {
    open = false;
    for (var lane : lanes) {
      try {
        lane.thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      for (var left = lane.queue.poll(); left != null; left = lane.queue.poll()) refuse(left);
    }
  }
}
