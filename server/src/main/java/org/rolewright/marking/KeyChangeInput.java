package org.rolewright.marking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** A change of a key that somebody proposes. */
public record KeyChangeInput(
    UUID versionId, KeyRule.Kind kind, List<JsonNode> responses, String reason) {
  KeyRule rule() {
    return new KeyRule(kind, responses);
  }
}
