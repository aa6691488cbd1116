package org.rolewright.itemreview;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.PersonId;

/**
 * Somebody who was asked to review.
 *
 * @param dueOn until when
 * @param voted whether they did, also where the vote itself is hidden
 * @param vote hidden from those who were asked and did not vote yet
 */
public record Reviewer(
    PersonId person, String name, Optional<LocalDate> dueOn, boolean voted, Optional<Vote> vote) {

  Reviewer hidden() {
    return new Reviewer(person, name, dueOn, voted, Optional.empty());
  }
}
