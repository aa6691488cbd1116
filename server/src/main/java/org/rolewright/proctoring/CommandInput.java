package org.rolewright.proctoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rolewright.delivery.SittingId;
import org.rolewright.platform.Refusal;

/**
 * What a proctor wants to be done.
 *
 * @param sittings in which; empty for the whole window
 * @param seconds of extra time
 * @param text of a message
 */
public record CommandInput(
    Act act,
    Optional<List<SittingId>> sittings,
    String reason,
    Optional<Integer> seconds,
    Optional<String> text) {
  public CommandInput {
    if ((act == Act.EXTRA_TIME) != seconds.isPresent())
      throw new Refusal.BrokenRule("extraTimeHasSeconds");
    if ((act == Act.MESSAGE) != text.isPresent()) throw new Refusal.BrokenRule("messageHasText");
  }

  Duration extra() {
    return Duration.ofSeconds(seconds.orElseThrow());
  }

  /** What can be done. */
  public enum Act {
    PAUSE("pause"),
    RESUME("resume"),
    EXTRA_TIME("extraTime"),
    RELEASE("release"),
    END("end"),
    MESSAGE("message");

    private final String code;

    Act(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }

    static Act of(String code) {
      return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst().orElseThrow();
    }
  }
}
