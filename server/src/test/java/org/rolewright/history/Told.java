package org.rolewright.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of one sitting from outside, in the order in which it became known. */
final class Told {
  private final List<Entry.OfSitting> entries = new ArrayList<>();
  private final Map<Place, Entry.Typed> typed = new LinkedHashMap<>();
  private final Map<Place, Long> heldSince = new HashMap<>();
  private final Map<UUID, Integer> heard = new HashMap<>();

  /** Where an event belongs: the device and its number there. */
  record Place(UUID device, int seq) {}

  void add(Entry.OfSitting entry) {
    entries.add(entry);
    if (entry instanceof Entry.Typed event)
      typed.put(new Place(event.device(), event.seq()), event);
    if (entry instanceof Entry.Acknowledged ack) note(ack);
  }

  private void note(Entry.Acknowledged ack) {
    for (var seq = heard.getOrDefault(ack.device(), 0) + 1; seq <= ack.ackSeq(); seq++)
      heldSince.put(new Place(ack.device(), seq), ack.at());
    heard.merge(ack.device(), ack.ackSeq(), Math::max);
  }

  <T extends Entry.OfSitting> List<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<Entry.Act> acts(String what, boolean acknowledged) {
    return all(Entry.Act.class).stream()
        .filter(act -> act.act().equals(what) && act.acknowledged() == acknowledged)
        .toList();
  }

  Optional<Entry.Typed> typed(Place place) {
    return Optional.ofNullable(typed.get(place));
  }

  Iterable<Entry.Typed> allTyped() {
    return typed.values();
  }

  /** Places whose events were acknowledged. */
  Iterable<Place> held() {
    return heldSince.keySet();
  }

  /** When an event was first known to be held. */
  Optional<Long> heldSince(Place place) {
    return Optional.ofNullable(heldSince.get(place));
  }

  /** Whether an event was on its way at some moment of a span. */
  boolean underWay(Place place, long from, long until) {
    return typed(place).isPresent()
        && typed.get(place).at() <= until
        && heldSince(place).orElse(Long.MAX_VALUE) >= from;
  }
}
