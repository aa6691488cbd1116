package org.rolewright.eligibility;

import java.util.List;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyView;

/** What the public reads before applying. */
record OpeningView(
    String programme,
    boolean demonstration,
    boolean open,
    String introduction,
    String contact,
    int minimumAge,
    List<Asked> requirements) {
  static OpeningView of(StudyView study, Opening opening, Language language) {
    return new OpeningView(
        study.programme().title(),
        study.demonstration(),
        opening.open(),
        opening.introduction().best(language),
        opening.contact(),
        opening.minimumAge(),
        Asked.of(study, opening));
  }
}
