package org.rolewright.platform.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rolewright.platform.Refusal;

/**
 * A text in one or more languages; as JSON {@code {"en":"…","es":"…"}}.
 *
 * @param texts at least one; the text may be blank while somebody is still writing
 */
public record Localized(Map<Language, String> texts) {
  public Localized {
    if (texts.isEmpty()) throw new Refusal.BrokenRule("a_text_has_a_language");
    texts = Collections.unmodifiableMap(new EnumMap<>(texts));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Localized read(Map<String, String> texts) {
    var byLanguage = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values())
      if (texts.get(language.code()) != null) byLanguage.put(language, texts.get(language.code()));
    return new Localized(byLanguage);
  }

  public static Localized of(Language language, String text) {
    return new Localized(Map.of(language, text));
  }

  public static Localized of(String english, String spanish) {
    return new Localized(Map.of(Language.ENGLISH, english, Language.SPANISH, spanish));
  }

  @JsonValue
  Map<String, String> byCode() {
    return texts.entrySet().stream()
        .collect(Collectors.toMap(one -> one.getKey().code(), Map.Entry::getValue));
  }

  /** The languages that it is written in. */
  public Set<Language> languages() {
    return texts.keySet();
  }

  public Optional<String> in(Language language) {
    return Optional.ofNullable(texts.get(language));
  }

  /** In this language, or in the first that there is. */
  public String best(Language language) {
    return in(language).orElseGet(() -> texts.values().iterator().next());
  }

  /** Whether nothing is said in a language, or only blank. */
  public boolean lacks(Language language) {
    return in(language).filter(text -> !text.isBlank()).isEmpty();
  }

  /** The same with every text changed. */
  public Localized map(UnaryOperator<String> change) {
    var changed = new EnumMap<Language, String>(Language.class);
    texts.forEach((language, text) -> changed.put(language, change.apply(text)));
    return new Localized(changed);
  }
}
