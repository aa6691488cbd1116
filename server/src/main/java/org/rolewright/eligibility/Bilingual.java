package org.rolewright.eligibility;

import java.util.Optional;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.text.Language;

/** Words for candidates in one or both languages. */
public record Bilingual(Optional<String> en, Optional<String> es) {
  public Bilingual {
    en = en.map(String::strip).filter(text -> !text.isEmpty());
    es = es.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** In the reader's language, else in the other; empty where nothing is written. */
  public String in(Language language) {
    return (language == Language.SPANISH ? es.or(() -> en) : en.or(() -> es)).orElse("");
  }

  private boolean nothing() {
    return en.isEmpty() && es.isEmpty();
  }

  /** Itself, where something is written. */
  public Bilingual written(String otherwise) {
    if (nothing()) throw new Refusal.BrokenRule(otherwise);
    return this;
  }
}
