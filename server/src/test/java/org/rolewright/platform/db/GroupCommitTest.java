package org.rolewright.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Refusal;

class GroupCommitTest {
  private final List<List<String>> stored = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore turns = new Semaphore(0);

  /** Waits for its turn, so that tests decide when a batch is durable. */
  private List<String> storeInTurn(List<String> batch, Runnable next) {
    turns.acquireUninterruptibly();
    stored.add(batch);
    if (batch.contains("bad")) throw new IllegalArgumentException("bad");
    if (batch.contains("away")) throw new Refusal.Busy("databaseAway");
    return batch.stream().map(String::toUpperCase).toList();
  }

  private GroupCommit<String, String> lanes(int room, int most) {
    return new GroupCommit<>("test", 1, room, most, what -> what.charAt(0), this::storeInTurn);
  }

  /** Until a lane has taken what was sent, and stores it. */
  private void untilStoring() {
    while (!turns.hasQueuedThreads()) Thread.onSpinWait();
  }

  /** Until this lane has taken what was sent, and waits for its turn. */
  private static void untilWaiting(GroupCommit<?, ?> lanes, String lane) {
    var thread =
        Thread.getAllStackTraces().keySet().stream()
            .filter(one -> one.getName().equals(lane))
            .findFirst()
            .orElseThrow();
    var waits = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    while (lanes.load() > 0 || !waits.contains(thread.getState())) Thread.onSpinWait();
  }

  @Test
  void nobody_is_answered_before_the_batch_is_stored() throws Exception {
    try (var lanes = lanes(10, 10)) {
      var answer = lanes.store("a");
      untilStoring();
      assertFalse(answer.isDone());
      turns.release();
      assertEquals("A", answer.join());
    }
  }

  @Test
  void what_waits_meanwhile_is_stored_together_and_each_gets_its_own_answer() throws Exception {
    try (var lanes = lanes(10, 10)) {
      var first = lanes.store("a");
      untilStoring();
      var others = List.of(lanes.store("b"), lanes.store("c"), lanes.store("d"));
      turns.release(2);
      assertEquals("A", first.join());
      assertEquals(List.of("B", "C", "D"), others.stream().map(CompletableFuture::join).toList());
      assertEquals(List.of(List.of("a"), List.of("b", "c", "d")), stored);
    }
  }

  @Test
  void what_has_the_same_key_is_stored_one_after_the_other() throws Exception {
    try (var lanes = lanes(10, 10)) {
      lanes.store("x");
      untilStoring();
      var all = List.of(lanes.store("a1"), lanes.store("b1"), lanes.store("a2"), lanes.store("a3"));
      turns.release(5);
      all.forEach(CompletableFuture::join);
      assertEquals(
          List.of(List.of("x"), List.of("a1", "b1"), List.of("a2"), List.of("a3")), stored);
    }
  }

  @Test
  void a_bad_one_harms_only_itself() throws Exception {
    try (var lanes = lanes(10, 10)) {
      lanes.store("x");
      untilStoring();
      var good = lanes.store("a");
      var bad = lanes.store("bad");
      var other = lanes.store("c");
      turns.release(10);
      assertEquals("A", good.join());
      assertEquals("C", other.join());
      var refused = assertThrows(CompletionException.class, bad::join);
      assertInstanceOf(IllegalArgumentException.class, refused.getCause());
    }
  }

  @Test
  void when_the_database_is_away_nobody_waits_for_single_tries() throws Exception {
    try (var lanes = lanes(10, 10)) {
      lanes.store("x");
      untilStoring();
      var all = List.of(lanes.store("a"), lanes.store("bway"), lanes.store("away-c"));
      turns.release(10);
      all.getFirst().handle((_, _) -> true).join();
      assertTrue(stored.size() <= 3, stored.toString());
    }
  }

  @Test
  void a_full_queue_takes_no_more() throws Exception {
    try (var lanes = lanes(2, 1)) {
      lanes.store("x");
      untilStoring();
      lanes.store("a");
      lanes.store("b");
      assertEquals(1.0, lanes.load());
      var refused = assertThrows(CompletionException.class, lanes.store("c")::join);
      assertEquals("savesWait", ((Refusal.Busy) refused.getCause()).key());
      turns.release(10);
    }
  }

  @Test
  void what_is_left_when_the_lanes_are_given_up_is_refused() throws Exception {
    var lanes = lanes(10, 10);
    lanes.store("x");
    untilStoring();
    var left = lanes.store("a");
    Thread.currentThread().interrupt(); // nobody waits for the lane
    lanes.close();
    assertTrue(Thread.interrupted());
    assertTrue(left.isDone());
    var refused = assertThrows(CompletionException.class, left::join);
    assertEquals("savesWait", ((Refusal.Busy) refused.getCause()).key());
    turns.release(10);
  }

  @Test
  void a_lane_that_waits_for_its_turn_is_not_passed_over() throws Exception {
    try (var lanes =
        new GroupCommit<String, String>(
            "turns", 2, 100, 1, what -> what.charAt(0), this::storeInTurn)) {
      lanes.store("a0");
      untilStoring();
      var other = lanes.store("b");
      untilWaiting(lanes, "turns-0"); // of two lanes, the one of "b"
      for (var n = 1; n < 20; n++) lanes.store("a" + n);
      turns.release(100);
      other.join();
      assertTrue(stored.indexOf(List.of("b")) <= 1, stored.toString());
    }
  }

  @Test
  void a_lane_that_is_stuck_keeps_no_other() throws Exception {
    var began = new CountDownLatch(1);
    var stuck = new CountDownLatch(1);
    try (var lanes =
        new GroupCommit<String, String>(
            "stuck",
            2,
            100,
            10,
            what -> what.charAt(0),
            (batch, _) -> {
              if (batch.contains("a")) {
                began.countDown();
                awaitQuietly(stuck);
              }
              return batch;
            })) {
      var first = lanes.store("a");
      began.await();
      assertEquals("b", lanes.store("b").get(20, TimeUnit.SECONDS), "in the other lane");
      assertFalse(first.isDone());
      stuck.countDown();
      assertEquals("a", first.join());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void many_senders_are_all_answered() throws Exception {
    turns.release(1_000_000);
    var answered = Collections.synchronizedSet(new HashSet<String>());
    try (var lanes =
        new GroupCommit<String, String>("many", 3, 10_000, 16, what -> what, this::storeInTurn)) {
      var done = new CountDownLatch(2000);
      for (var n = 0; n < 2000; n++)
        lanes
            .store("n" + n)
            .thenAccept(answer -> {
              answered.add(answer);
              done.countDown();
            });
      done.await();
    }
    assertEquals(2000, answered.size());
    assertTrue(stored.stream().allMatch(batch -> batch.size() <= 16));
  }
}
