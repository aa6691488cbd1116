package org.rolewright.item;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/**
 * A content whose formatted texts were cleaned.
 *
 * @param notices what was taken out, and where
 * @param assets the images that it shows
 */
public record ContentCleaning(ItemContent content, List<Notice> notices, Set<UUID> assets) {

  /**
   * Something that was taken out of a text.
   *
   * @param pointer into the content, e.g. {@code /options/2/text/en}
   * @param removed name of the element or attribute, e.g. {@code script}, {@code p style}
   */
  public record Notice(String pointer, String removed) {}

  public static ContentCleaning of(ItemContent written) {
    var notices = new ArrayList<Notice>();
    var assets = new LinkedHashSet<UUID>();
    var cleaned =
        ContentTexts.changeFormatted(
            written, (pointer, text) -> cleaned(pointer, text, notices, assets));
    return new ContentCleaning(cleaned, List.copyOf(notices), Set.copyOf(assets));
  }

  /** Cleans one text in its languages. */
  public static Localized cleaned(
      String pointer, Localized text, List<Notice> notices, Set<UUID> assets) {
    var texts = new EnumMap<Language, String>(Language.class);
    text.texts()
        .forEach((language, html) -> {
          var rich = RichText.of(html);
          rich.removed()
              .forEach(name -> notices.add(new Notice(pointer + "/" + language.code(), name)));
          assets.addAll(rich.assets());
          texts.put(language, rich.html());
        });
    return new Localized(texts);
  }
}
