package org.rolewright.scoring;

import java.time.LocalDate;
import java.util.UUID;
import org.rolewright.marking.Result;

/** A score in a list that does not say whose it is. */
public record ScoreLine(UUID sittingId, LocalDate satOn, Result result, String hash) {}
