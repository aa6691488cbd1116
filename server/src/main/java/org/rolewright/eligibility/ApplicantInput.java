package org.rolewright.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.text.Language;

/** What a candidate writes. */
sealed interface ApplicantInput {
  /** About themself. */
  record Person(String name, Optional<LocalDate> bornOn, Language language)
      implements ApplicantInput {}

  /** About a requirement. */
  record Claim(String statement, Optional<Integer> hours) implements ApplicantInput {}
}
