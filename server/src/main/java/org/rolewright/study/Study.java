package org.rolewright.study;

import java.util.OptionalInt;

/**
 * A role delineation study, as the later stages see it.
 *
 * @param demonstration whether its respondents are synthetic
 * @param incumbents estimated number of people in the role; empty until the sampling plan is made
 */
public record Study(StudyId id, String title, boolean demonstration, OptionalInt incumbents) {}
