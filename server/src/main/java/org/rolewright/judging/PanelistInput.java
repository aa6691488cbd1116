package org.rolewright.judging;

import java.time.LocalDate;
import java.util.Optional;

/** What is kept of a panelist; the training once there was one. */
public record PanelistInput(
    String position, Optional<LocalDate> trainedOn, Optional<String> training) {}
