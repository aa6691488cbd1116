package org.rolewright.proctoring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.rolewright.candidacy.ExamWindowId;

/**
 * The rooms that somebody follows. However many follow one, it is read once in a while for all of
 * them, so that consoles do not compete with answers that are saved.
 */
final class FollowedRooms {
  private final Duration freshness;
  private final Map<ExamWindowId, Room> rooms = new ConcurrentHashMap<>();

  /**
   * @param freshness how old what somebody sees may be
   */
  FollowedRooms(Duration freshness) {
    this.freshness = freshness;
  }

  /**
   * Comes to a room, to be left by closing it.
   *
   * @param reading for the first who comes; the others see what it reads
   */
  Follower follow(ExamWindowId window, Supplier<RosterView> reading) {
    var room =
        rooms.compute(
            window,
            (_, known) -> {
              var one = known == null ? new Room(reading) : known;
              one.followers++;
              return one;
            });
    return new Follower(window, room);
  }

  /** Somebody who follows a room. */
  final class Follower implements AutoCloseable {
    private final ExamWindowId window;
    private final Room room;

    private Follower(ExamWindowId window, Room room) {
      this.window = window;
      this.room = room;
    }

    RosterView look() {
      return room.look();
    }

    @Override
    public void close() {
      rooms.compute(window, (_, known) -> --room.followers == 0 ? null : known);
    }
  }

  private final class Room {
    private final Supplier<RosterView> reading;
    private int followers;
    private long readAt;
    private Optional<RosterView> seen = Optional.empty();

    private Room(Supplier<RosterView> reading) {
      this.reading = reading;
    }

    private synchronized RosterView look() {
      if (seen.isEmpty() || System.nanoTime() - readAt >= freshness.toNanos()) {
        seen = Optional.of(reading.get());
        readAt = System.nanoTime();
      }
      return seen.orElseThrow();
    }
  }
}
