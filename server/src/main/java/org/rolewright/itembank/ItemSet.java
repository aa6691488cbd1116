package org.rolewright.itembank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Items that may not stand on one form together (enemies), or only together (friends).
 *
 * @param items at least two
 * @param version 0 when new
 */
public record ItemSet(
    UUID id,
    Kind kind,
    String reason,
    List<ItemId> items,
    String madeBy,
    Instant madeAt,
    int version) {

  /** How the items stand to each other. */
  public enum Kind {
    ENEMY,
    FRIEND;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
