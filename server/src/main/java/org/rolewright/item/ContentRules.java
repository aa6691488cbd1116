package org.rolewright.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.item.ItemContent.Matching;
import org.rolewright.item.ItemContent.Multiple;
import org.rolewright.item.ItemContent.Numeric;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.item.ItemContent.Ordering;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.item.ItemContent.Text;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Refusal.Fault;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/** When a content is complete enough to be reviewed. */
public final class ContentRules {
  private ContentRules() {}

  /** All that is missing, each with its place. */
  public static List<Fault> gaps(ItemContent content) {
    var gaps = new ArrayList<Fault>();
    ContentTexts.formatted(content)
        .forEach((pointer, text) -> speaks(content, pointer, text, gaps));
    ContentTexts.plain(content).forEach((pointer, text) -> speaks(content, pointer, text, gaps));
    imagesSpeak(content, gaps);
    switch (content) {
      case Single single -> chosen(single.options(), single.key().options(), 1, gaps);
      case Multiple multiple -> chosen(multiple.options(), multiple.key().options(), 1, gaps);
      case Ordering ordering -> ordered(ordering, gaps);
      case Matching matching -> matched(matching, gaps);
      case Text text -> accepted(text, gaps);
      case Numeric numeric -> {
        if (numeric.key().value().isEmpty()) gaps.add(fault("/key", "keyMissing"));
      }
    }
    rationales(content, gaps);
    return gaps;
  }

  private static void speaks(
      ItemContent content, String pointer, Localized text, List<Fault> gaps) {
    for (var language : content.languages())
      if (text.in(language).map(RichText::plain).filter(plain -> !plain.isBlank()).isEmpty()
          && text.in(language).filter(html -> html.contains("<math")).isEmpty())
        gaps.add(fault(pointer + "/" + language.code(), "textMissing"));
  }

  private static void imagesSpeak(ItemContent content, List<Fault> gaps) {
    ContentTexts.formatted(content)
        .forEach((pointer, text) ->
            text.texts()
                .forEach((language, html) -> {
                  if (html.matches("(?s).*<img(?![^>]* alt=\"[^\"]*\\S[^\"]*\").*"))
                    gaps.add(fault(pointer + "/" + language.code(), "imageWithoutWords"));
                }));
  }

  private static void chosen(List<Option> options, List<String> key, int least, List<Fault> gaps) {
    if (options.size() < 2) gaps.add(fault("/options", "optionsMissing"));
    if (key.size() < least) gaps.add(fault("/key", "keyMissing"));
  }

  private static void ordered(Ordering ordering, List<Fault> gaps) {
    if (ordering.options().size() < 2) gaps.add(fault("/options", "optionsMissing"));
    if (ordering.key().order().isEmpty()) gaps.add(fault("/key", "keyMissing"));
  }

  private static void matched(Matching matching, List<Fault> gaps) {
    if (matching.prompts().isEmpty()) gaps.add(fault("/prompts", "promptsMissing"));
    if (matching.options().size() < 2) gaps.add(fault("/options", "optionsMissing"));
    if (matching.key().pairs().size() < matching.prompts().size())
      gaps.add(fault("/key", "keyMissing"));
    var taken = matching.key().pairs().values();
    if (taken.stream().distinct().count() < taken.size())
      gaps.add(fault("/key", "optionMatchedTwice"));
  }

  private static void accepted(Text text, List<Fault> gaps) {
    for (var language : text.languages())
      if (text.key().accepted().getOrDefault(language, List.of()).stream()
          .allMatch(String::isBlank))
        gaps.add(fault("/key/accepted/" + language.code(), "keyMissing"));
  }

  /** Options of a choice are explained each; other types as a whole. */
  private static void rationales(ItemContent content, List<Fault> gaps) {
    boolean each = content instanceof Single || content instanceof Multiple;
    var options = content.choices();
    for (int at = 0; each && at < options.size(); at++)
      if (options.get(at).rationale().isEmpty())
        gaps.add(fault("/options/" + at + "/rationale", "rationaleMissing"));
    if (!each && content.rationale().isEmpty()) gaps.add(fault("/rationale", "rationaleMissing"));
  }

  private static Fault fault(String pointer, String key) {
    return new Fault(pointer, key, Map.of());
  }

  static void requireDecimal(String text) {
    try {
      if (new BigDecimal(text).abs().scale() > 12) throw new NumberFormatException();
    } catch (NumberFormatException _) {
      throw new Refusal.BrokenRule("a_number_is_a_decimal", Map.of("text", text));
    }
  }

  /** Where the key of a single choice stands, from 0. */
  public static Optional<Integer> keyPosition(ItemContent content) {
    if (!(content instanceof Single single) || single.key().options().isEmpty())
      return Optional.empty();
    var ids = single.options().stream().map(Option::id).toList();
    return Optional.of(ids.indexOf(single.key().options().getFirst()));
  }

  /** The words of all languages, for the search of likeness. */
  public static String words(ItemContent content) {
    return String.join(
        "\n", content.languages().stream().map(language -> words(content, language)).toList());
  }

  /** The words of stem, options and prompts in a language, without form. */
  public static String words(ItemContent content, Language language) {
    var words = new ArrayList<String>();
    ContentTexts.formatted(content)
        .values()
        .forEach(text -> text.in(language).map(RichText::plain).ifPresent(words::add));
    return String.join(" ", words);
  }
}
