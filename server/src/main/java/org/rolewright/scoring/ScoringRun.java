package org.rolewright.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormId;
import org.rolewright.marking.Cut;
import org.rolewright.marking.KeyRule;
import org.rolewright.marking.Scale;

/**
 * One scoring of the sittings of a form.
 *
 * @param number within the form, from 1
 * @param reason why it was made
 * @param cut as applied; empty when none was adopted yet
 * @param keys changes of keys that were applied, by version of item
 * @param inputHash SHA-256 over all that went in
 * @param resultHash SHA-256 over the hashes of the scores
 * @param software version of the program
 */
public record ScoringRun(
    ScoringRunId id,
    FormId form,
    String formChecksum,
    int number,
    State state,
    String reason,
    Optional<Cut> cut,
    Scale scale,
    Map<UUID, KeyRule> keys,
    RunFigures figures,
    String inputHash,
    String resultHash,
    String software,
    Signature made,
    Optional<Signature> signed,
    Optional<Signature> released,
    Optional<ScoringRunId> replacedBy) {

  /** Where a run stands. */
  public enum State {
    COMPUTED,
    /** Its scores are in force. */
    RELEASED,
    /** A later release took its place. */
    REPLACED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
