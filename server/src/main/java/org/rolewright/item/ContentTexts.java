package org.rolewright.item;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.rolewright.item.ItemContent.Matching;
import org.rolewright.item.ItemContent.Multiple;
import org.rolewright.item.ItemContent.Numeric;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.item.ItemContent.Ordering;
import org.rolewright.item.ItemContent.Prompt;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.item.ItemContent.Text;
import org.rolewright.platform.text.Localized;

/** Walks through the texts of a content, each with its JSON pointer. */
final class ContentTexts {
  private ContentTexts() {}

  /**
   * The same content with its formatted texts changed.
   *
   * @param change pointer and text to text
   */
  static ItemContent changeFormatted(
      ItemContent content, BiFunction<String, Localized, Localized> change) {
    var stem = change.apply("/stem", content.stem());
    var options = new java.util.ArrayList<Option>();
    for (var option : content.choices())
      options.add(
          new Option(
              option.id(),
              change.apply("/options/" + options.size() + "/text", option.text()),
              option.rationale(),
              option.stays()));
    return switch (content) {
      case Single one -> new Single(stem, options, one.key(), one.credit(), one.rationale());
      case Multiple one -> new Multiple(stem, options, one.key(), one.credit(), one.rationale());
      case Ordering one -> new Ordering(stem, options, one.key(), one.credit(), one.rationale());
      case Matching one -> {
        var prompts = new java.util.ArrayList<Prompt>();
        for (var prompt : one.prompts())
          prompts.add(
              new Prompt(
                  prompt.id(),
                  change.apply("/prompts/" + prompts.size() + "/text", prompt.text())));
        yield new Matching(stem, prompts, options, one.key(), one.credit(), one.rationale());
      }
      case Text one -> new Text(stem, one.key(), one.credit(), one.rationale());
      case Numeric one -> new Numeric(stem, one.unit(), one.key(), one.credit(), one.rationale());
    };
  }

  /** Formatted texts by pointer: stem, options, prompts. */
  static Map<String, Localized> formatted(ItemContent content) {
    var texts = new LinkedHashMap<String, Localized>();
    changeFormatted(
        content,
        (pointer, text) -> {
          texts.put(pointer, text);
          return text;
        });
    return texts;
  }

  /** Plain texts by pointer: rationales and the unit. */
  static Map<String, Localized> plain(ItemContent content) {
    var texts = new LinkedHashMap<String, Localized>();
    var options = content.choices();
    for (int at = 0; at < options.size(); at++)
      put(texts, "/options/" + at + "/rationale", options.get(at).rationale());
    if (content instanceof Numeric numeric) put(texts, "/unit", numeric.unit());
    put(texts, "/rationale", content.rationale());
    return texts;
  }

  private static void put(Map<String, Localized> texts, String pointer, Optional<Localized> text) {
    text.ifPresent(one -> texts.put(pointer, one));
  }
}
