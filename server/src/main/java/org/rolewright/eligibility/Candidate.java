package org.rolewright.eligibility;

import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/** A candidate as later stages know them, before and after the decision. */
public record Candidate(
    CandidateId id, StudyId study, String name, Language language, ApplicationState state) {}
