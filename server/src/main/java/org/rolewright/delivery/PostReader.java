package org.rolewright.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;

/**
 * Reads the body of {@code postEvents} by hand, because it comes thousands of times a second; it
 * accepts what the contract accepts, which a test holds it to.
 */
final class PostReader {
  static final int MOST_EVENTS = 100;
  static final int LONGEST_VALUE = 8_000;
  private static final Set<String> FIELDS = Set.of("epoch", "waiting", "events");
  private static final Set<String> EVENT_FIELDS = Set.of("seq", "kind", "item", "value", "at");

  private PostReader() {}

  /**
   * @param arrived the monotonic counter when the body was here
   */
  static Post read(String token, byte[] body, long arrived) {
    var root = tree(body);
    check(root.isObject(), "");
    onlyKnown(root, FIELDS, "");
    var list = root.path("events");
    check(list.isArray() && list.size() <= MOST_EVENTS, "/events");
    var events = new ArrayList<SittingEvent>(list.size());
    for (var at = 0; at < list.size(); at++) {
      var event = event(list.get(at), "/events/" + at);
      check(
          events.isEmpty() || event.seq() == events.getLast().seq() + 1, "/events/" + at + "/seq");
      events.add(event);
    }
    return new Post(
        Post.Token.of(token),
        whole(root.path("epoch"), 0, "/epoch"),
        root.has("waiting") ? whole(root.get("waiting"), 0, "/waiting") : 0,
        List.copyOf(events),
        arrived);
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.tree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      throw new Refusal.Malformed("", "notJson", Map.of());
    }
  }

  private static SittingEvent event(JsonNode node, String where) {
    check(node.isObject(), where);
    onlyKnown(node, EVENT_FIELDS, where);
    var kind = node.path("kind").asText();
    check(node.path("kind").isTextual() && SittingEvent.known(kind), where + "/kind");
    check(node.has("item") || !SittingEvent.SAID_OF_AN_ITEM.contains(kind), where + "/item");
    return new SittingEvent(
        whole(node.path("seq"), 1, where + "/seq"),
        kind,
        node.has("item")
            ? OptionalInt.of(whole(node.get("item"), 1, where + "/item"))
            : OptionalInt.empty(),
        value(node.path("value"), where + "/value"),
        at(node.path("at"), where + "/at"));
  }

  private static Optional<String> value(JsonNode node, String where) {
    if (node.isMissingNode() || node.isNull()) return Optional.empty();
    var text = node.toString();
    check(text.length() <= LONGEST_VALUE && encodable(text), where);
    return Optional.of(text);
  }

  /** Half a surrogate pair is no character and could not be stored. */
  private static boolean encodable(String text) {
    for (var at = 0; at < text.length(); at++)
      if (Character.isSurrogate(text.charAt(at)))
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    return true;
  }

  private static Instant at(JsonNode node, String where) {
    try {
      check(node.isTextual() && node.textValue().length() <= 40, where);
      var moment = Instant.parse(node.textValue());
      check(Math.abs(moment.getEpochSecond()) < 100_000_000_000L, where);
      return moment;
    } catch (DateTimeException _) {
      throw wrong(where);
    }
  }

  private static int whole(JsonNode node, int least, String where) {
    check(node.isInt() && node.intValue() >= least, where);
    return node.intValue();
  }

  private static void onlyKnown(JsonNode node, Set<String> known, String where) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!known.contains(name))
        throw new Refusal.Malformed(where + "/" + name, "unknownField", Map.of());
    }
  }

  private static void check(boolean holds, String where) {
    if (!holds) throw wrong(where);
  }

  private static Refusal.Malformed wrong(String where) {
    return new Refusal.Malformed(where, "wrongForm", Map.of());
  }
}
