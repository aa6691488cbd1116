package org.rolewright.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * How far one stage of a study is.
 *
 * @param stage its word in the river
 * @param note catalogue key under {@code progress.} that says more, and what fills its gaps
 */
public record StageProgress(String stage, State state, String note, Map<String, Object> values) {

  static StageProgress of(String stage, State state, String note) {
    return new StageProgress(stage, state, note, Map.of());
  }

  /** Not begun, begun, finished. */
  public enum State {
    WAITING,
    ACTIVE,
    DONE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
