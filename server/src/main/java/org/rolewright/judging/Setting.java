package org.rolewright.judging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.study.StudyId;

/**
 * A standard-setting study: one panel on one frozen form.
 *
 * @param formChecksum of the form that is judged
 * @param rounds how many are planned
 * @param showsDifficulty whether panelists see how candidates did, between rounds
 * @param candidate the minimally competent candidate, as the panel sees it throughout
 * @param items the scored items of the form, in order
 */
public record Setting(
    SettingId id,
    StudyId study,
    FormId form,
    String formChecksum,
    Method method,
    int rounds,
    boolean showsDifficulty,
    Candidate candidate,
    PersonId facilitator,
    Instant createdAt,
    Optional<Locking> locked,
    List<ItemVersionId> items) {

  public Setting {
    items = List.copyOf(items);
  }

  /** The question that panelists answer. */
  public enum Method {
    /** Of a hundred minimally competent candidates, how many would answer rightly? */
    MODIFIED_ANGOFF,
    /** Would a minimally competent candidate answer rightly? */
    YES_NO_ANGOFF;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a rating can be given by this method. */
    boolean allows(int percent) {
      return this == MODIFIED_ANGOFF || percent == 0 || percent == 100;
    }
  }

  /** Where it stands. */
  public enum State {
    /** The panel is put together and prepared. */
    PREPARING,
    /** A round is open. */
    JUDGING,
    /** Between rounds, or after the last one. */
    TALKING,
    /** Ratings are final. */
    LOCKED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A wording of the minimally competent candidate, by its number. */
  public record Candidate(int wording, String text) {}

  /** Who made the ratings final, and when. */
  public record Locking(PersonId by, Instant at) {}

  State state(List<Round> known) {
    if (locked.isPresent()) return State.LOCKED;
    if (known.isEmpty()) return State.PREPARING;
    return known.getLast().isOpen() ? State.JUDGING : State.TALKING;
  }
}
