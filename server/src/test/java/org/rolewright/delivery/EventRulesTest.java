package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rolewright.delivery.EventRules.Standing;
import org.rolewright.timing.SittingState;

/** Expected values follow from section "Saving" of the package's description. */
class EventRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /**
   * A sitting of ten items under way; the device has the pen in epoch 2 and three events stored.
   */
  private static Standing under(SittingState state, Instant now) {
    return new Standing(1, 7, true, 3, 2, state, 1, 10, false, Optional.of(NOON), now);
  }

  private static final Standing OPEN = under(SittingState.OPEN, NOON.minusSeconds(1));

  private static Standing linear(int from, int to) {
    return new Standing(
        1, 7, true, 3, 2, SittingState.OPEN, from, to, true, Optional.empty(), NOON);
  }

  private static SittingEvent event(int seq, String kind, int item) {
    var about = item == 0 ? OptionalInt.empty() : OptionalInt.of(item);
    return new SittingEvent(seq, kind, about, Optional.of("\"a\""), NOON);
  }

  private static Post post(int epoch, SittingEvent... events) {
    return new Post(Post.Token.of("a token"), epoch, 0, List.of(events), 0);
  }

  private static List<String> standings(Post post, Standing standing, boolean trusted) {
    return EventRules.judge(post, standing, trusted).fresh().stream()
        .map(judged -> judged.event().seq() + " " + judged.standing())
        .toList();
  }

  @Test
  void only_what_follows_without_a_gap_is_taken() {
    var post = post(2, event(3, "answer", 1), event(4, "answer", 2), event(5, "answer", 3));
    assertEquals(List.of("4 counts", "5 counts"), standings(post, OPEN, true));
    assertEquals(List.of(), standings(post(2, event(5, "answer", 1)), OPEN, true));
    assertEquals(List.of(), standings(post(2, event(3, "answer", 1)), OPEN, true));
    assertEquals(List.of(), standings(post(2), OPEN, true));
  }

  @Test
  void an_epoch_that_was_not_granted_stores_nothing() {
    var stranger =
        new Standing(1, 7, false, 3, 2, SittingState.OPEN, 1, 10, false, Optional.empty(), NOON);
    assertEquals(List.of(), standings(post(5, event(4, "answer", 1)), stranger, true));
  }

  @Test
  void an_answer_counts_up_to_the_millisecond_and_is_late_after_it() {
    var post = post(2, event(4, "answer", 1), event(5, "seen", 1));
    var inTime = under(SittingState.OPEN, NOON);
    var after = under(SittingState.OPEN, NOON.plusMillis(1));
    assertEquals(List.of("4 counts", "5 counts"), standings(post, inTime, true));
    assertEquals(List.of("4 late", "5 counts"), standings(post, after, true));
    assertEquals(List.of("4 doubt", "5 counts"), standings(post, after, false));
  }

  @Test
  void what_is_said_counts_only_while_the_sitting_is_under_way() {
    var post = post(2, event(4, "flag", 1));
    for (var state : SittingState.values()) {
      var expected =
          switch (state) {
            case ARRIVED, ADMITTED -> "outside";
            case OPEN, PAUSED, ON_BREAK -> "counts";
            case CLOSED -> "late";
          };
      var standing = under(state, NOON.minusSeconds(1));
      assertEquals(List.of("4 " + expected), standings(post, standing, true), state.code());
    }
  }

  @Test
  void an_answer_to_an_item_that_is_not_open_is_outside_and_a_flag_on_it_is_not() {
    var post = post(2, event(4, "answer", 11), event(5, "flag", 11), event(6, "comment", 0));
    assertEquals(List.of("4 outside", "5 counts", "6 counts"), standings(post, OPEN, true));
  }

  @Test
  void where_nobody_goes_back_seeing_an_item_closes_those_before_it() {
    var events =
        new SittingEvent[] {
          event(4, "answer", 1),
          event(5, "seen", 3),
          event(6, "answer", 1),
          event(7, "seen", 2),
          event(8, "answer", 3),
          event(9, "seen", 20)
        };
    var verdict = EventRules.judge(post(2, events), linear(1, 10), true);
    var answers = verdict.fresh().stream().filter(judged -> judged.event().kind().equals("answer"));
    assertEquals(
        List.of("counts", "outside", "counts"), answers.map(judged -> judged.standing()).toList());
    assertEquals(3, verdict.reached());
    assertTrue(verdict.steers());
  }

  @Test
  void a_device_without_the_pen_moves_no_place_and_makes_the_other_read_again() {
    var events = Arrays.asList(event(4, "seen", 3), event(5, "answer", 1));
    var verdict =
        EventRules.judge(post(1, events.toArray(SittingEvent[]::new)), linear(1, 10), true);
    assertEquals("counts", verdict.fresh().getLast().standing());
    assertEquals(0, verdict.reached());
    assertTrue(verdict.strays());
  }

  @Test
  void seeing_the_item_one_is_at_changes_nothing() {
    assertFalse(EventRules.judge(post(2, event(4, "seen", 5)), linear(5, 10), true).steers());
    assertFalse(EventRules.judge(post(2, event(4, "seen", 3)), OPEN, true).steers());
  }

  @Test
  void while_the_sitting_does_not_run_nobody_moves_on() {
    var paused =
        new Standing(1, 7, true, 3, 2, SittingState.PAUSED, 1, 10, true, Optional.empty(), NOON);
    assertEquals(0, EventRules.judge(post(2, event(4, "seen", 3)), paused, true).reached());
  }
}
