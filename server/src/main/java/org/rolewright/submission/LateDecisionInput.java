package org.rolewright.submission;

import java.util.List;
import org.rolewright.delivery.EvidenceService.AnswerId;

/** Lets late answers of a sitting count, or not. */
public record LateDecisionInput(boolean admit, String reason, List<AnswerId> answers) {}
