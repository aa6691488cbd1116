package org.rolewright.fairness;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What candidates may state about themselves. */
public enum Trait {
  GENDER("woman", "man", "another"),
  /** The categories of the United States' statistical standard of 2024, one choice. */
  ETHNICITY(
      "american_indian",
      "asian",
      "black",
      "hispanic",
      "middle_eastern",
      "pacific_islander",
      "white",
      "several"),
  /** The line that the United States' law on age draws. */
  AGE("under_40", "from_40");

  private final List<String> groups;

  Trait(String... groups) {
    this.groups = List.of(groups);
  }

  List<String> groups() {
    return groups;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Trait of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
