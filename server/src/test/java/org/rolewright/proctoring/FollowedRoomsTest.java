package org.rolewright.proctoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.candidacy.ExamWindowId;

/** However many follow a room, it is read once in a while. */
class FollowedRoomsTest {
  private final ExamWindowId window = new ExamWindowId(UUID.randomUUID());
  private int readings;

  private RosterView read() {
    readings++;
    return new RosterView(window, Instant.EPOCH, true, List.of());
  }

  @Test
  void who_follows_the_same_room_sees_the_same_reading_until_it_is_old() {
    var rooms = new FollowedRooms(Duration.ofHours(1));
    try (var one = rooms.follow(window, this::read);
        var other = rooms.follow(window, this::read)) {
      one.look();
      other.look();
      assertEquals(1, readings);
    }
    var impatient = new FollowedRooms(Duration.ZERO);
    try (var one = impatient.follow(window, this::read)) {
      one.look();
      one.look();
      assertEquals(3, readings);
    }
  }

  @Test
  void who_comes_when_all_had_left_sees_no_old_reading() {
    var rooms = new FollowedRooms(Duration.ofHours(1));
    try (var one = rooms.follow(window, this::read)) {
      one.look();
    }
    try (var one = rooms.follow(window, this::read)) {
      one.look();
    }
    assertEquals(2, readings);
  }

  @Test
  void a_reading_that_failed_is_tried_again_by_the_next_look() {
    var rooms = new FollowedRooms(Duration.ofHours(1));
    try (var one = rooms.follow(window, this::failFirst)) {
      assertThrows(IllegalStateException.class, one::look);
      one.look();
      assertEquals(2, readings);
    }
  }

  private RosterView failFirst() {
    var view = read();
    if (readings == 1) throw new IllegalStateException("the database is away");
    return view;
  }
}
