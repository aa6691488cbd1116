package org.rolewright.library;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/**
 * A wording of a case that several items ask about.
 *
 * @param number within the stimulus, from 1
 * @param revision grows with each change while open
 * @param text formatted
 * @param locked whether it is fixed
 * @param author name of who wrote it last
 */
public record StimulusVersion(
    StimulusVersionId id,
    StimulusId stimulus,
    StudyId study,
    int number,
    int revision,
    Localized title,
    Localized text,
    boolean locked,
    String hash,
    String author,
    Instant writtenAt) {
  private static final StimulusVersionId NO_ID = new StimulusVersionId(new UUID(0, 0));

  /** What somebody wants to write over the revision that they had read. */
  static StimulusVersion wish(StimulusId id, StudyId study, StimulusInput input, int revision) {
    return new StimulusVersion(
        NO_ID, id, study, 0, revision, input.title(), input.text(), false, "", "", Instant.EPOCH);
  }

  boolean follows(StimulusVersion newest) {
    return newest.revision() == revision && newest.study().equals(study);
  }

  /** The wish as the newest version itself while that is open, else as the next. */
  StimulusVersion after(Optional<StimulusVersion> newest, String writer, Instant now) {
    boolean open = newest.filter(one -> !one.locked()).isPresent();
    return new StimulusVersion(
        open ? newest.get().id() : new StimulusVersionId(UUID.randomUUID()),
        stimulus,
        study,
        newest.map(StimulusVersion::number).orElse(0) + (open ? 0 : 1),
        open ? revision + 1 : 1,
        title,
        text,
        false,
        "",
        writer,
        now);
  }
}
