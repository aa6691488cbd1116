package org.rolewright.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.platform.text.Localized;

/** What a candidate meets on the way through an exam. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Part.Agreement.class, name = "agreement"),
  @JsonSubTypes.Type(value = Part.Tutorial.class, name = "tutorial"),
  @JsonSubTypes.Type(value = Part.Questions.class, name = "questions"),
  @JsonSubTypes.Type(value = Part.Break.class, name = "break"),
  @JsonSubTypes.Type(value = Part.Exit.class, name = "exit")
})
public sealed interface Part {

  /**
   * What a candidate must accept to go on.
   *
   * @param text HTML
   * @param version which wording it is; kept with the acceptance
   */
  record Agreement(Localized title, Localized text, String version)
      implements Part, FormInput.Piece {}

  /**
   * How to work the screen: not timed, may be skipped.
   *
   * @param text HTML
   */
  record Tutorial(Localized title, Localized text) implements Part, FormInput.Piece {}

  /**
   * A section of questions.
   *
   * @param number of the section, from 1
   * @param instructions HTML
   * @param seconds own time limit
   * @param items in order; those of one stimulus next to each other
   */
  record Questions(
      int number,
      Localized title,
      Optional<Localized> instructions,
      Optional<Integer> seconds,
      Navigation navigation,
      boolean shuffleItems,
      boolean shuffleOptions,
      List<Placed> items)
      implements Part {
    public Questions {
      items = List.copyOf(items);
    }

    Questions with(List<Placed> items) {
      return new Questions(
          number, title, instructions, seconds, navigation, shuffleItems, shuffleOptions, items);
    }
  }

  /**
   * A pause.
   *
   * @param optional whether a candidate may leave it out
   * @param stopsClock whether the time of the exam stands still
   */
  record Break(int seconds, boolean optional, boolean stopsClock)
      implements Part, FormInput.Piece {}

  /** Questions after submitting; never scored. */
  record Exit(Localized title, List<ExitQuestion> questions) implements Part, FormInput.Piece {
    public Exit {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A question about the exam.
   *
   * @param id within the form; kept with the answer
   * @param options of a choice, named by their place from 0; empty for a text
   */
  record ExitQuestion(String id, Localized text, Kind kind, List<Localized> options) {
    public ExitQuestion {
      options = List.copyOf(options);
    }

    /** How it is answered. */
    public enum Kind {
      CHOICE,
      TEXT;

      @JsonValue
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** Where a candidate may go within a section. */
  enum Navigation {
    /** Back and forth. */
    FREE,
    /** Only on. */
    LINEAR;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
