package org.rolewright.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;
import org.rolewright.platform.text.Texts;

/** The parts that a new form begins with, in words that people may change. */
record StandardParts(Texts texts) {
  /** A minute and a fifth for each item: common for single choices, rounded up to five minutes. */
  private static final double SECONDS_AN_ITEM = 72;

  FormInput input(NewForm wish, int testLength) {
    int length = wish.length().orElse(testLength);
    int seconds =
        wish.secondsAllowed().orElse((int) Math.ceil(length * SECONDS_AN_ITEM / 300) * 300);
    return new FormInput(
        wish.code(),
        length,
        wish.languages(),
        seconds,
        List.of(agreement(), tutorial(), questions(), exit()));
  }

  private Part.Agreement agreement() {
    return new Part.Agreement(words("agreement.title"), words("agreement.text"), "1");
  }

  private Part.Tutorial tutorial() {
    return new Part.Tutorial(words("tutorial.title"), words("tutorial.text"));
  }

  private FormInput.Section questions() {
    return new FormInput.Section(
        words("questions.title"),
        Optional.of(words("questions.instructions")),
        Optional.empty(),
        Part.Navigation.FREE,
        true,
        true,
        List.of());
  }

  private Part.Exit exit() {
    var choices = List.of(words("exit.yes"), words("exit.partly"), words("exit.no"));
    return new Part.Exit(
        words("exit.title"),
        List.of(
            new Part.ExitQuestion(
                "clear", words("exit.clear"), Part.ExitQuestion.Kind.CHOICE, choices),
            new Part.ExitQuestion(
                "fair", words("exit.fair"), Part.ExitQuestion.Kind.CHOICE, choices),
            new Part.ExitQuestion(
                "remarks", words("exit.remarks"), Part.ExitQuestion.Kind.TEXT, List.of())));
  }

  private Localized words(String key) {
    return Localized.of(in(Language.ENGLISH, key), in(Language.SPANISH, key));
  }

  private String in(Language language, String key) {
    return texts.find(language, "form.standard." + key, Map.of()).orElseThrow();
  }
}
