package org.rolewright.study;

import java.time.Instant;
import java.util.List;
import org.rolewright.platform.PersonId;

/**
 * Whether people who prepare candidates are kept out of item content and standard setting.
 *
 * @param barred they are, unless a study says otherwise with a reason
 * @param version 0 while nothing was set
 */
public record Separation(boolean barred, String reason, int version, List<Trainer> trainers) {

  /**
   * Somebody who prepares candidates for this credential.
   *
   * @param note what they teach, and where
   */
  public record Trainer(PersonId person, String name, String note, Instant since) {}
}
