package org.rolewright.form;

import java.util.List;
import java.util.Set;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * A form that is fixed for ever; published by this stage.
 *
 * @param number within the study, from 1
 * @param checksum SHA-256 of {@link Fixed} as canonical JSON
 * @param retired whether it is no longer given; its sittings can still be scored
 */
public record PublishedForm(
    FormId id,
    StudyId study,
    BlueprintId blueprint,
    String code,
    int number,
    String checksum,
    boolean retired,
    Set<Language> languages,
    int secondsAllowed,
    List<Part> parts) {

  /** What the two people sign. */
  record Fixed(
      FormId id,
      BlueprintId blueprint,
      String code,
      int number,
      Set<Language> languages,
      int secondsAllowed,
      List<Part> parts) {}

  public PublishedForm {
    parts = List.copyOf(parts);
  }

  /** Its sections of questions, in order. */
  public List<Part.Questions> sections() {
    return sections(parts);
  }

  static List<Part.Questions> sections(List<Part> parts) {
    return parts.stream()
        .filter(Part.Questions.class::isInstance)
        .map(Part.Questions.class::cast)
        .toList();
  }

  /** All its items, in order. */
  public List<Placed> items() {
    return sections().stream().flatMap(section -> section.items().stream()).toList();
  }

  public int itemCount() {
    return items().size();
  }

  public int scoredCount() {
    return (int) items().stream().filter(Placed::scored).count();
  }
}
