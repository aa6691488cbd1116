package org.rolewright.itembank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a version of an item stands. */
public enum ItemState {
  DRAFT,
  CONTENT_REVIEW,
  EDITORIAL,
  FAIRNESS_REVIEW,
  APPROVED,
  PILOT,
  OPERATIONAL,
  RETIRED;

  /** Those that somebody reviews. */
  public static final Set<ItemState> IN_REVIEW =
      EnumSet.of(CONTENT_REVIEW, EDITORIAL, FAIRNESS_REVIEW);

  /** Those that a form may take. */
  public static final Set<ItemState> USABLE = EnumSet.of(APPROVED, PILOT, OPERATIONAL);

  /** Where it may go from here. */
  public Set<ItemState> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(CONTENT_REVIEW, RETIRED);
      case CONTENT_REVIEW -> EnumSet.of(EDITORIAL, DRAFT, RETIRED);
      case EDITORIAL -> EnumSet.of(FAIRNESS_REVIEW, DRAFT, RETIRED);
      case FAIRNESS_REVIEW -> EnumSet.of(APPROVED, DRAFT, RETIRED);
      case APPROVED -> EnumSet.of(PILOT, OPERATIONAL, RETIRED);
      case PILOT -> EnumSet.of(APPROVED, OPERATIONAL, RETIRED);
      case OPERATIONAL -> EnumSet.of(RETIRED);
      case RETIRED -> EnumSet.noneOf(ItemState.class);
    };
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ItemState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
