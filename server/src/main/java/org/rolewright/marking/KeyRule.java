package org.rolewright.marking;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

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

  /** Whether the item counts. */
  public boolean counts() {
    return kind != Kind.DROP;
  }
}
