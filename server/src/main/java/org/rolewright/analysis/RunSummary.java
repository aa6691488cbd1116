package org.rolewright.analysis;

import java.time.Instant;
import org.rolewright.survey.SurveyId;

/** A run in a list. */
public record RunSummary(
    AnalysisRunId id,
    SurveyId survey,
    Instant ranAt,
    String inputsHash,
    String hash,
    String codeVersion,
    int respondents,
    int keptTasks) {}
