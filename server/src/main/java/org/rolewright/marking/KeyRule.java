package org.rolewright.marking;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the responses to an item are scored.
 *
 * @param responses that earn the point besides the key
 */
public record KeyRule(Kind kind, List<JsonNode> responses) {
  /** By the key of the version and nothing else. */
  public static final KeyRule AS_WRITTEN = new KeyRule(Kind.AS_WRITTEN, List.of());

  public KeyRule {
    responses = List.copyOf(responses);
  }

  /** What is done about a key. */
  public enum Kind {
    /** Nothing: the key of the version holds. */
    AS_WRITTEN,
    /** Further responses earn the point. */
    ALSO_RIGHT,
    /** Everybody earns the point, answered or not. */
    CREDIT_ALL,
    /** The item does not count for anybody. */
    DROP;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** The rule once a later one is agreed to: further right answers add up, all else replaces. */
  KeyRule then(KeyRule later) {
    if (kind != Kind.ALSO_RIGHT || later.kind != Kind.ALSO_RIGHT) return later;
    return new KeyRule(
        kind, Stream.concat(responses.stream(), later.responses.stream()).distinct().toList());
  }

  /** Whether the item counts. */
  public boolean counts() {
    return kind != Kind.DROP;
  }
}
