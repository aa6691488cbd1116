package org.rolewright.itemwriting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rolewright.itembank.ItemDraft;

/**
 * What a line of a table would do.
 *
 * @param line of the file
 * @param code of the item; empty where the program is to give one
 * @param draft what the line says; empty for a line that cannot be used
 * @param fault why not: catalogue key and what the sentence names
 */
public record SheetRow(
    int line, Change change, String code, Optional<ItemDraft> draft, Optional<Fault> fault) {

  /** What happens. */
  public enum Change {
    /** A new item begins as a draft. */
    NEW,
    /** The bank holds exactly this already. */
    SAME,
    ERROR;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A sentence of the catalogues, by its whole key. */
  public record Fault(String key, Map<String, ?> values) {}

  static SheetRow refused(int line, String code, String key, Map<String, ?> values) {
    return new SheetRow(
        line, Change.ERROR, code, Optional.empty(), Optional.of(new Fault(key, values)));
  }
}
