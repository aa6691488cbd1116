package org.rolewright.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * A form at any time of its life.
 *
 * @param number within the study, from 1
 * @param revision grows with every change
 * @param length how many scored items it is to have
 * @param secondsAllowed for the whole exam
 * @param replaces the form whose place it takes
 * @param changed who changed the draft last
 * @param proposed the first of the two who publish; empty again after a change
 * @param deviation why it may differ from the blueprint
 * @param checksum over all that it fixes; from the proposal on
 * @param published the second of the two
 */
public record Form(
    FormId id,
    StudyId study,
    BlueprintId blueprint,
    int number,
    String code,
    State state,
    int revision,
    int length,
    Set<Language> languages,
    int secondsAllowed,
    List<Part> parts,
    Optional<FormId> replaces,
    Signature changed,
    Optional<Signature> proposed,
    Optional<String> deviation,
    Optional<String> checksum,
    Optional<Signature> published,
    Optional<Retirement> retired) {

  /** Where a form stands. */
  public enum State {
    DRAFT,
    PUBLISHED,
    RETIRED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who retired it, when and why. */
  public record Retirement(Signature signature, String because) {}

  /** All its items, in order. */
  public List<Placed> items() {
    return PublishedForm.sections(parts).stream()
        .flatMap(section -> section.items().stream())
        .toList();
  }

  /** What two people sign. */
  PublishedForm.Fixed fixed() {
    return new PublishedForm.Fixed(id, blueprint, code, number, languages, secondsAllowed, parts);
  }
}
