package org.rolewright.item;

import java.util.List;
import java.util.Map;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** What was taken out of a text, in the writer's language. */
public record NoticeView(String pointer, String removed, String message) {

  public static List<NoticeView> of(
      List<ContentCleaning.Notice> notices, Texts texts, Language language) {
    return notices.stream()
        .map(one ->
            new NoticeView(
                one.pointer(),
                one.removed(),
                texts.text(language, key(one.removed()), Map.of("name", one.removed()))))
        .toList();
  }

  private static String key(String removed) {
    if (removed.startsWith("img")) return "library.notice.picture";
    return removed.contains(" ") ? "library.notice.attribute" : "library.notice.element";
  }
}
