package org.rolewright.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/** A draft as people write it: numbers, positions and hashes are given by the program. */
public record FormInput(
    String code, int length, Set<Language> languages, int secondsAllowed, List<Piece> parts) {

  public FormInput {
    parts = List.copyOf(parts);
  }

  /** A part, of which sections of questions name their items only. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Part.Agreement.class, name = "agreement"),
    @JsonSubTypes.Type(value = Part.Tutorial.class, name = "tutorial"),
    @JsonSubTypes.Type(value = Section.class, name = "questions"),
    @JsonSubTypes.Type(value = Part.Break.class, name = "break"),
    @JsonSubTypes.Type(value = Part.Exit.class, name = "exit")
  })
  public sealed interface Piece
      permits Part.Agreement, Part.Tutorial, Section, Part.Break, Part.Exit {}

  /** A section of questions; see {@link Part.Questions}. */
  public record Section(
      Localized title,
      Optional<Localized> instructions,
      Optional<Integer> seconds,
      Part.Navigation navigation,
      boolean shuffleItems,
      boolean shuffleOptions,
      List<Choice> items)
      implements Piece {
    public Section {
      items = List.copyOf(items);
    }

    /** The same under another title. */
    public Section titled(Localized title) {
      return new Section(
          title, instructions, seconds, navigation, shuffleItems, shuffleOptions, items);
    }

    /** The same with these items. */
    public Section holding(List<Choice> items) {
      return new Section(
          title, instructions, seconds, navigation, shuffleItems, shuffleOptions, items);
    }
  }

  /** An item that is to be on the form. */
  public record Choice(ItemVersionId versionId, boolean scored, boolean common) {}

  /** Every version that is to be on the form. */
  List<ItemVersionId> versions() {
    return parts.stream()
        .flatMap(piece -> piece instanceof Section section ? section.items().stream() : Stream.of())
        .map(Choice::versionId)
        .toList();
  }

  /** The same with these items in its first section. */
  FormInput holding(List<Choice> items) {
    var first = parts.stream().filter(Section.class::isInstance).findFirst().orElseThrow();
    return new FormInput(
        code,
        length,
        languages,
        secondsAllowed,
        parts.stream()
            .map(part -> part == first ? ((Section) part).holding(items) : part)
            .toList());
  }

  /** A form as its writer would have put it. */
  public static FormInput of(Form form, String code) {
    return new FormInput(
        code,
        form.length(),
        form.languages(),
        form.secondsAllowed(),
        form.parts().stream().map(FormInput::piece).toList());
  }

  private static Piece piece(Part part) {
    return switch (part) {
      case Part.Questions section ->
          new Section(
              section.title(),
              section.instructions(),
              section.seconds(),
              section.navigation(),
              section.shuffleItems(),
              section.shuffleOptions(),
              section.items().stream()
                  .map(item -> new Choice(item.versionId(), item.scored(), item.common()))
                  .toList());
      case Part.Agreement agreement -> agreement;
      case Part.Tutorial tutorial -> tutorial;
      case Part.Break pause -> pause;
      case Part.Exit exit -> exit;
    };
  }
}
