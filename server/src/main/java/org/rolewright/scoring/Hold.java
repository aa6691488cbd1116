package org.rolewright.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.itembank.ItemVersionId;

/** An item that people must look at before scores are released. */
public record Hold(
    ItemVersionId version, List<ItemFigures.Flag> flags, Optional<Decision> decision) {

  /** What was decided, and why. */
  public record Decision(Verdict verdict, String reason, Signature by) {}

  /** What is done. */
  public enum Verdict {
    /** The key stays. */
    KEEP,
    /** The key is changed: this run is not released, another is made. */
    CHANGE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
