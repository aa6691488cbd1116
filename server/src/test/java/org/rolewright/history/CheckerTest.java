package org.rolewright.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The checker on small histories written by hand: a good one, and for each promise one that breaks
 * it. What is to be found in each is told by the promise, and stands here.
 */
class CheckerTest {
  private static final UUID SITTING = new UUID(1, 1);
  private static final UUID FORM = new UUID(0, 15);
  private static final UUID PHONE = new UUID(2, 2);
  private static final UUID LAPTOP = new UUID(3, 3);
  private static final long START = 1_000_000;
  private static final long ALLOWED = 60_000;
  private final List<Entry> history = new ArrayList<>();
  private final List<StoredSitting.Event> events = new ArrayList<>();
  private final List<StoredSitting.Adjustment> adjustments = new ArrayList<>();

  /** One question answered on a phone, changed on a laptop, with a late queue of the phone. */
  private void tellOfTwoDevices() throws Exception {
    history.add(new Entry.Entered(START - 500, SITTING, PHONE, ALLOWED));
    history.add(new Entry.Granted(START + 10, SITTING, PHONE, 1));
    answered(PHONE, 1, 1, 1, "\"a\"", START + 1_000);
    answered(PHONE, 1, 2, 2, "\"b\"", START + 2_000);
    history.add(new Entry.Entered(START + 3_000, SITTING, LAPTOP, ALLOWED));
    history.add(new Entry.Granted(START + 3_500, SITTING, LAPTOP, 2));
    history.add(
        new Entry.Shown(
            START + 3_600, START + 3_550, SITTING, LAPTOP, Map.of(1, "\"a\"", 2, "\"b\"")));
    answered(LAPTOP, 2, 1, 1, "\"c\"", START + 4_000);
    answered(PHONE, 1, 3, 1, "\"d\"", START + 5_000);
    history.add(new Entry.SubmitSent(START + 6_000, SITTING, LAPTOP, 1));
  }

  private void answered(UUID device, int epoch, int seq, int item, String value, long at) {
    typed(device, epoch, seq, item, value, at);
    history.add(
        new Entry.Acknowledged(
            at + 100, at + 20, SITTING, device, seq, OptionalLong.of(START + ALLOWED)));
    events.add(
        new StoredSitting.Event(device, seq, epoch, "answer", item, value, at + 50, "counts"));
  }

  private void typed(UUID device, int epoch, int seq, int item, String value, long at) {
    history.add(new Entry.Typed(at, SITTING, device, epoch, seq, "answer", item, value));
  }

  private StoredSitting closed(String reason, long at) throws Exception {
    return closed(reason, at, "1 \"c\"\n2 \"b\"\n");
  }

  private StoredSitting closed(String reason, long at, String answers) throws Exception {
    var adjusted = adjustments.stream().mapToLong(StoredSitting.Adjustment::ms).sum();
    return new StoredSitting(
        SITTING,
        "closed",
        OptionalLong.of(START),
        ALLOWED,
        adjusted,
        OptionalLong.of(at),
        reason,
        digest(answers),
        FORM,
        1,
        List.of(
            new StoredSitting.Device(PHONE, List.of(1)),
            new StoredSitting.Device(LAPTOP, List.of(2))),
        List.copyOf(events),
        List.copyOf(adjustments));
  }

  private static String digest(String answers) throws Exception {
    var text = "sitting " + SITTING + "\nform " + FORM + "\n" + answers;
    var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(bytes);
  }

  private void receipt(StoredSitting of) {
    var at = of.closedAt().orElseThrow();
    history.add(new Entry.Receipt(at + 40, SITTING, LAPTOP, of.reason(), at, of.digest()));
  }

  /** The rules that are found broken, each once. */
  private List<String> broken(StoredSitting stored) {
    history.add(new Entry.Ended(START + 200_000));
    return Checker.check(history, List.of(stored)).stream()
        .map(finding -> finding.kind() + " " + finding.rule())
        .distinct()
        .toList();
  }

  @Test
  void a_history_that_kept_every_promise_has_nothing_amiss() throws Exception {
    tellOfTwoDevices();
    var stored = closed("candidate", START + 6_100);
    receipt(stored);
    receipt(stored);
    assertEquals(List.of(), broken(stored));
  }

  @Test
  void what_was_never_acknowledged_may_be_missing_or_there() throws Exception {
    tellOfTwoDevices();
    typed(LAPTOP, 2, 2, 2, "\"never sent\"", START + 5_500);
    typed(PHONE, 1, 4, 1, "\"no answer came\"", START + 5_600);
    events.add(
        new StoredSitting.Event(
            PHONE, 4, 1, "answer", 1, "\"no answer came\"", START + 5_700, "counts"));
    assertEquals(List.of(), broken(closed("candidate", START + 6_100)));
  }

  @Test
  void an_acknowledged_answer_that_is_not_there_is_lost() throws Exception {
    tellOfTwoDevices();
    events.remove(1);
    assertEquals(
        List.of("LOST what was acknowledged is stored"),
        broken(closed("candidate", START + 6_100, "1 \"c\"\n")));
  }

  @Test
  void an_acknowledged_answer_with_another_value_is_lost() throws Exception {
    tellOfTwoDevices();
    change(1, "\"x\"", UnaryOperator.identity());
    assertEquals(
        List.of("WRONG an event is stored as it was typed", "LOST what was acknowledged is stored"),
        broken(closed("candidate", START + 6_100)));
  }

  /** Puts another value or standing in the place of a stored event. */
  private void change(int at, String value, UnaryOperator<String> standing) {
    var old = events.get(at);
    events.set(
        at,
        new StoredSitting.Event(
            old.device(),
            old.seq(),
            old.epoch(),
            old.kind(),
            old.item(),
            value,
            old.receivedAt(),
            standing.apply(old.standing())));
  }

  @Test
  void a_sitting_that_is_not_there_is_lost() throws Exception {
    tellOfTwoDevices();
    var found = Checker.check(history, List.of());
    assertEquals("a sitting is there", found.getFirst().rule());
  }

  @Test
  void a_service_that_forgets_what_it_held_is_found_out() throws Exception {
    tellOfTwoDevices();
    history.add(
        new Entry.Acknowledged(
            START + 5_900, START + 5_800, SITTING, PHONE, 2, OptionalLong.empty()));
    assertEquals(
        List.of("LOST acknowledgements never go back"), broken(closed("candidate", START + 6_100)));
  }

  @Test
  void a_retry_that_is_stored_again_under_another_number_is_found_out() throws Exception {
    tellOfTwoDevices();
    events.add(new StoredSitting.Event(PHONE, 4, 1, "answer", 2, "\"b\"", START + 5_900, "counts"));
    assertEquals(
        List.of("WRONG nothing is stored that nobody typed"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void what_arrived_last_is_not_the_answer() throws Exception {
    tellOfTwoDevices();
    assertEquals(
        List.of("WRONG the digest is of the newest answers by epoch and number"),
        broken(closed("candidate", START + 6_100, "1 \"d\"\n2 \"b\"\n")));
  }

  @Test
  void a_page_that_is_shown_an_old_answer_is_found_out() throws Exception {
    tellOfTwoDevices();
    history.add(
        new Entry.Shown(
            START + 4_600, START + 4_500, SITTING, LAPTOP, Map.of(1, "\"a\"", 2, "\"b\"")));
    assertEquals(
        List.of("WRONG no page is shown an old answer"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void a_page_that_is_shown_a_blank_for_an_answer_is_found_out() throws Exception {
    tellOfTwoDevices();
    history.add(new Entry.Shown(START + 4_600, START + 4_500, SITTING, LAPTOP, Map.of(1, "\"c\"")));
    assertEquals(
        List.of("WRONG no page is shown an old answer"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void a_receipt_of_other_answers_is_found_out() throws Exception {
    tellOfTwoDevices();
    receipt(closed("candidate", START + 6_100, "1 \"c\"\n"));
    assertEquals(
        List.of("WRONG a receipt tells the digest that is stored"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void a_sitting_that_ends_a_millisecond_too_soon_is_found_out() throws Exception {
    tellOfTwoDevices();
    assertEquals(
        List.of("VIOLATION no sitting ends before its time"),
        broken(closed("time", START + ALLOWED - 1)));
  }

  @Test
  void a_cut_off_that_is_nobodys_own_is_found_out() throws Exception {
    tellOfTwoDevices();
    history.set(0, new Entry.Entered(START - 500, SITTING, PHONE, ALLOWED * 3 / 2));
    assertEquals(
        List.of("VIOLATION the time is what was granted, to the millisecond"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void time_that_nobody_gave_or_that_was_given_and_is_missing_is_found_out() throws Exception {
    tellOfTwoDevices();
    adjustments.add(new StoredSitting.Adjustment("extra", 5_000, START, START));
    assertEquals(
        List.of("VIOLATION extra time is what a person gave"),
        broken(closed("candidate", START + 6_100)));
    adjustments.clear();
    history.add(new Entry.Act(START + 3_000, SITTING, "extraTime", 7_000, false));
    history.add(new Entry.Act(START + 3_100, SITTING, "extraTime", 7_000, true));
    assertEquals(
        List.of("VIOLATION extra time is what a person gave"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void a_deadline_told_that_is_not_the_candidates_own_is_found_out() throws Exception {
    tellOfTwoDevices();
    history.add(
        new Entry.Acknowledged(
            START + 5_900, START + 5_800, SITTING, PHONE, 3, OptionalLong.of(START + ALLOWED - 1)));
    assertEquals(
        List.of("VIOLATION a page is told its own deadline"),
        broken(closed("candidate", START + 6_100)));
  }

  @Test
  void what_came_after_the_grace_does_not_count() throws Exception {
    tellOfTwoDevices();
    answered(LAPTOP, 2, 2, 2, "\"too late\"", START + ALLOWED + 3_000);
    assertEquals(
        List.of("VIOLATION nothing counts after the time"),
        broken(closed("time", START + ALLOWED + 3_300, "1 \"c\"\n2 \"too late\"\n")));
  }

  @Test
  void what_came_within_the_grace_counts() throws Exception {
    tellOfTwoDevices();
    answered(LAPTOP, 2, 2, 2, "\"in time\"", START + ALLOWED + 2_900);
    assertEquals(
        List.of(), broken(closed("time", START + ALLOWED + 3_300, "1 \"c\"\n2 \"in time\"\n")));
    change(events.size() - 1, "\"in time\"", _ -> "late");
    assertEquals(
        List.of("VIOLATION nothing in time is late"),
        broken(closed("time", START + ALLOWED + 3_300)));
  }

  @Test
  void a_time_of_arrival_that_cannot_be_is_found_out() throws Exception {
    tellOfTwoDevices();
    typed(LAPTOP, 2, 2, 2, "null", START + 5_000);
    events.add(new StoredSitting.Event(LAPTOP, 2, 2, "answer", 2, "null", START + 4_000, "counts"));
    assertEquals(
        List.of("VIOLATION nothing arrives before it was typed"),
        broken(closed("candidate", START + 6_100, "1 \"c\"\n")));
  }

  @Test
  void two_devices_with_one_epoch_and_a_sitting_that_nobody_ended_are_found_out() throws Exception {
    tellOfTwoDevices();
    history.removeIf(Entry.SubmitSent.class::isInstance);
    history.add(new Entry.Granted(START + 3_700, SITTING, PHONE, 2));
    assertEquals(
        List.of(
            "VIOLATION an epoch that was given stays given",
            "VIOLATION nobody hands in but the candidate"),
        broken(closed("candidate", START + 6_100)));
    assertEquals(
        List.of(
            "VIOLATION an epoch that was given stays given",
            "VIOLATION nobody is ended but by a person"),
        broken(closed("proctor", START + 6_100)));
  }
}
