package org.rolewright.itemreview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.itembank.ItemState;
import org.rolewright.platform.PersonId;

/**
 * One review of one version.
 *
 * @param number within the version, from 1
 * @param state which review
 * @param needed how many votes it needs
 */
public record Round(
    int number,
    ItemState state,
    int needed,
    Instant openedAt,
    List<Reviewer> reviewers,
    Optional<Closing> closing) {

  /** How a round ended. */
  public record Closing(Outcome outcome, String reason, String by, Instant at) {}

  /** On to the next state, back to its writer, or out. */
  public enum Outcome {
    FORWARD,
    BACK,
    RETIRE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isOpen() {
    return closing.isEmpty();
  }

  Optional<Reviewer> reviewer(PersonId person) {
    return reviewers.stream().filter(one -> one.person().equals(person)).findFirst();
  }

  long votes() {
    return reviewers.stream().filter(Reviewer::voted).count();
  }

  /** As somebody who was asked may see it: votes of others only after their own. */
  Round seenBy(Optional<PersonId> person) {
    var mine = person.flatMap(this::reviewer);
    if (!isOpen() || mine.isEmpty() || mine.get().voted()) return this;
    return withoutVotes();
  }

  /** As its author sees it while it is open. */
  Round withoutVotes() {
    return new Round(
        number,
        state,
        needed,
        openedAt,
        reviewers.stream().map(Reviewer::hidden).toList(),
        closing);
  }
}
