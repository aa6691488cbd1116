package org.rolewright.blueprint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.platform.PersonId;
import org.rolewright.study.StudyId;

/**
 * A version of an exam blueprint; published by this stage once adopted.
 *
 * @param version number within the study, from 1
 * @param revision grows with every change of the draft
 * @param proposed by whom and when, or who changed the draft last
 * @param hash SHA-256 of the outline as canonical JSON; empty while a draft
 */
public record Blueprint(
    BlueprintId id,
    StudyId study,
    AnalysisRunId run,
    int version,
    int revision,
    State state,
    Outline outline,
    List<Adjustment> adjustments,
    Signature proposed,
    Optional<Signature> adopted,
    Optional<String> hash) {

  /** Where a blueprint stands. */
  public enum State {
    DRAFT,
    ADOPTED,
    WITHDRAWN;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who did something, and when. */
  public record Signature(PersonId person, String name, Instant at) {}

  /**
   * A change of the draft.
   *
   * @param subject code of the domain or task; empty for the whole
   */
  public record Adjustment(
      int number,
      Change.Kind kind,
      String subject,
      String before,
      String after,
      String reason,
      Signature made) {}
}
