package org.rolewright.itemwriting;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Multiple;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.text.Language;

/**
 * An item as a person reads it in one language.
 *
 * @param leadIn last sentence of the stem: what is asked
 * @param html the stem with its form
 * @param options choices only; empty for types without a right and a wrong option
 */
record Reading(Language language, String stem, String leadIn, String html, List<Choice> options) {

  /** An option; {@code at} counts from 0. */
  record Choice(int at, String text, boolean isKey) {
    String pointer(Language language) {
      return "/options/" + at + "/text/" + language.code();
    }
  }

  static Reading of(ItemContent content, Language language) {
    var html = content.stem().in(language).orElse("");
    var stem = RichText.plain(html);
    return new Reading(
        language, stem, lastSentence(stem, language), html, choices(content, language));
  }

  private static List<Choice> choices(ItemContent content, Language language) {
    var right =
        switch (content) {
          case Single single -> Set.copyOf(single.key().options());
          case Multiple multiple -> Set.copyOf(multiple.key().options());
          default -> Set.<String>of();
        };
    if (right.isEmpty()) return List.of();
    var choices = new ArrayList<Choice>();
    for (var option : content.choices())
      choices.add(
          new Choice(
              choices.size(),
              RichText.plain(option.text().in(language).orElse("")),
              right.contains(option.id())));
    return choices;
  }

  private static String lastSentence(String text, Language language) {
    var sentences = BreakIterator.getSentenceInstance(language.locale());
    sentences.setText(text);
    int end = sentences.last();
    int begin = sentences.previous();
    return begin < 0 ? text : text.substring(begin, end).strip();
  }

  List<Choice> keys() {
    return options.stream().filter(Choice::isKey).toList();
  }

  List<Choice> distractors() {
    return options.stream().filter(option -> !option.isKey()).toList();
  }

  String stemPointer() {
    return "/stem/" + language.code();
  }

  /** Words in lower case, without marks. */
  static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+")).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static Set<String> wordSet(String text) {
    return words(text).stream().collect(Collectors.toSet());
  }
}
