package org.rolewright.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.candidacy.BookingId;
import org.rolewright.delivery.Plan;
import org.rolewright.delivery.Sitting;
import org.rolewright.delivery.SittingId;
import org.rolewright.delivery.StoredEvent;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.TimeAdjustment;

/**
 * A sitting that is over; published by this stage.
 *
 * @param answers one for each item of the form, in the candidate's order
 * @param late answers that do not count: late, or to an item that was not open then
 * @param exit what was said after the exam, by question
 * @param digest of the answers when it closed, as on the receipt
 */
public record SubmittedSitting(
    SittingId id,
    BookingId admission,
    FormId form,
    Language language,
    Instant startedAt,
    Instant closedAt,
    ClosingReason reason,
    List<Answer> answers,
    List<LateAnswer> late,
    Map<String, String> exit,
    Optional<String> comment,
    String digest) {

  /**
   * What became of an item.
   *
   * @param scored whether the form counts it; a pilot item does not
   * @param options ids in the order in which this candidate saw them
   * @param response JSON; empty where there is none
   * @param admitted whether it came late and a person let it count
   * @param seen time for which it was on the screen, by the device's clock
   * @param changes how often a response was given, changed or taken back after the first
   */
  public record Answer(
      int item,
      ItemVersionId version,
      boolean scored,
      List<String> options,
      Optional<String> response,
      boolean admitted,
      Duration seen,
      int changes,
      Optional<String> comment) {}

  /** A response that does not count. */
  public record LateAnswer(
      int item, ItemVersionId version, Optional<String> response, Instant receivedAt) {}

  private static final Comparator<StoredEvent> ORDER =
      Comparator.comparingInt(StoredEvent::epoch).thenComparingInt(StoredEvent::seq);

  /** Puts together what is on record of a sitting that is over. */
  static SubmittedSitting of(
      Sitting sitting, List<StoredEvent> events, List<TimeAdjustment> adjustments) {
    var seen = ScreenTime.of(events, adjustments);
    return new SubmittedSitting(
        sitting.id(),
        sitting.admission(),
        sitting.form(),
        sitting.plan().language(),
        sitting.times().startedAt().orElseThrow(),
        sitting.closedAt().orElseThrow(),
        sitting.times().reason().orElseThrow(),
        sitting.plan().items().stream()
            .map(item -> answer(item, events, seen.getOrDefault(item.item(), Duration.ZERO)))
            .toList(),
        late(sitting.plan(), events),
        exit(events),
        text(newest(events, "comment", Optional.empty())),
        sitting.digest().orElseThrow());
  }

  private static Answer answer(Plan.Item item, List<StoredEvent> events, Duration seen) {
    var given =
        events.stream()
            .filter(event -> event.answers() && event.counts() && about(event, item.item()))
            .sorted(ORDER)
            .toList();
    var last = given.isEmpty() ? Optional.<StoredEvent>empty() : Optional.of(given.getLast());
    var response = last.flatMap(StoredEvent::value);
    return new Answer(
        item.item(),
        new ItemVersionId(item.version()),
        item.scored(),
        item.options(),
        response,
        last.filter(event -> !event.inTime()).isPresent(),
        seen,
        changes(given),
        text(newest(events, "comment", Optional.of(item.item()))));
  }

  private static int changes(List<StoredEvent> given) {
    var changes = 0;
    for (var at = 1; at < given.size(); at++)
      if (!given.get(at).value().equals(given.get(at - 1).value())) changes++;
    return changes;
  }

  private static List<LateAnswer> late(Plan plan, List<StoredEvent> events) {
    var versions =
        plan.items().stream()
            .collect(Collectors.toMap(Plan.Item::item, item -> new ItemVersionId(item.version())));
    return events.stream()
        .filter(event -> event.answers() && !event.counts())
        .filter(event -> versions.containsKey(event.item().orElse(0)))
        .map(event ->
            new LateAnswer(
                event.item().getAsInt(),
                versions.get(event.item().getAsInt()),
                event.value(),
                event.receivedAt()))
        .toList();
  }

  private static Map<String, String> exit(List<StoredEvent> events) {
    return events.stream()
        .filter(event -> event.kind().equals("exit"))
        .sorted(ORDER)
        .flatMap(event -> event.value().map(Json::tree).stream())
        .filter(said -> said.path("question").isTextual() && said.path("answer").isTextual())
        .collect(
            Collectors.toMap(
                said -> said.get("question").asText(),
                said -> said.get("answer").asText(),
                (_, later) -> later));
  }

  private static Optional<StoredEvent> newest(
      List<StoredEvent> events, String kind, Optional<Integer> item) {
    return events.stream()
        .filter(event -> event.kind().equals(kind) && event.inTime())
        .filter(event -> item.map(number -> about(event, number)).orElse(event.item().isEmpty()))
        .max(ORDER);
  }

  private static boolean about(StoredEvent event, int item) {
    return event.item().orElse(0) == item;
  }

  private static Optional<String> text(Optional<StoredEvent> said) {
    return said.flatMap(StoredEvent::value)
        .map(Json::tree)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }
}
