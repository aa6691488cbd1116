package org.rolewright.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rolewright.item.CandidateItem;
import org.rolewright.itembank.CandidateView.Stimulus;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.study.StudyId;

/**
 * A panel as one of its panelists sees it: nobody's ratings but their own, and of closed rounds
 * what the panel came to, without names. Keys once they have answered all items themselves.
 *
 * @param promise what is to be signed, or was
 * @param open the round that is open, with their ratings so far
 * @param held closed rounds
 */
public record MyPanelView(
    SettingId id,
    StudyId study,
    String formCode,
    Setting.Method method,
    int rounds,
    Setting.State state,
    String candidate,
    String position,
    boolean trained,
    String promise,
    Optional<Instant> promisedAt,
    Optional<Instant> satAt,
    Optional<Instant> leftAt,
    List<Item> items,
    Optional<Open> open,
    List<Held> held,
    List<Note> notes) {

  public MyPanelView {
    items = List.copyOf(items);
    held = List.copyOf(held);
    notes = List.copyOf(notes);
  }

  /**
   * An item; the last three only once keys are open to them.
   *
   * @param response their own
   * @param key as the bank has it
   * @param rationale plain
   */
  public record Item(
      int position,
      ItemVersionId version,
      CandidateItem item,
      Optional<Stimulus> stimulus,
      Optional<JsonNode> response,
      Optional<JsonNode> key,
      Optional<String> rationale) {}

  /** Their own ratings of the open round, in percent. */
  public record Open(int number, Map<UUID, Integer> ratings, Optional<Instant> handedInAt) {}

  /**
   * What a closed round came to.
   *
   * @param own their own ratings, in percent
   * @param ownCut from them; empty when they handed nothing in
   */
  public record Held(
      int number,
      int panelists,
      double cut,
      OptionalDouble standardError,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble ownCut,
      List<Double> cuts,
      Map<UUID, Integer> own,
      List<RoundResult.Item> items) {}
}
