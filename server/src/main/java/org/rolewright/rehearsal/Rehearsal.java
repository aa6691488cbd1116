package org.rolewright.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rolewright.candidacy.ExamWindowId;

/**
 * What a rehearsal found.
 *
 * @param candidates how many were simulated
 * @param schedules how many courses of the exam
 * @param findings empty when nobody loses time
 */
public record Rehearsal(
    UUID id,
    ExamWindowId windowId,
    String formChecksum,
    int lateStartMinutes,
    int candidates,
    int schedules,
    List<Finding> findings,
    Instant at) {}
