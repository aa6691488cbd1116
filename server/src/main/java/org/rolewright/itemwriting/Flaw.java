package org.rolewright.itemwriting;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way in which an item can give its key away or mislead those who know the answer. */
public enum Flaw {
  /** The lead-in asks for what is not so. */
  NEGATIVE_LEAD_IN("negativeLeadIn"),
  /** An option stands for all others. */
  ALL_OF_THE_ABOVE("allOfTheAbove"),
  /** An option denies all others. */
  NONE_OF_THE_ABOVE("noneOfTheAbove"),
  /** The key is much longer than every distractor. */
  LONGEST_KEY("longestKey"),
  /** The stem breaks off at an article that fits some options only. */
  ARTICLE_CUE("articleCue"),
  /** A word such as "always" that test-wise people cross out. */
  ABSOLUTE_WORD("absoluteWord"),
  /** A word such as "often" that readers weigh differently. */
  VAGUE_WORD("vagueWord"),
  /** A word of the stem comes back in the key alone. */
  REPEATED_WORD("repeatedWord"),
  /** Two options say the same. */
  SAME_OPTIONS("sameOptions"),
  /** Numbers do not stand in order. */
  UNORDERED_NUMBERS("unorderedNumbers"),
  /** Options begin with the same words, which belong into the stem. */
  SAME_BEGINNING("sameBeginning"),
  /** The stem asks nothing that could be answered before the options are read. */
  EMPTY_STEM("emptyStem"),
  /** More options than writers can make plausible. */
  MANY_OPTIONS("manyOptions");

  private final String code;

  Flaw(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
