package org.rolewright.itembank;

import java.util.Optional;
import org.rolewright.item.CandidateItem;
import org.rolewright.library.StimulusVersion;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.text.Language;

/** An item with its case, as candidates see both. */
public record CandidateView(CandidateItem item, Optional<Stimulus> stimulus) {

  /**
   * A case in one language.
   *
   * @param text formatted
   */
  public record Stimulus(StimulusVersionId id, String title, String text) {
    public static Stimulus of(StimulusVersion version, Language language) {
      return new Stimulus(
          version.id(), version.title().best(language), version.text().best(language));
    }
  }
}
