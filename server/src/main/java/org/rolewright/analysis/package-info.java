/**
 * What the ratings say, and how sure that is: runs over a closed survey.
 *
 * <p>Decides which responses count (the exclusion rule), which tasks stay (the inclusion rule),
 * which of them are borderline, and what weight tasks and domains carry; every rule is the one that
 * the frozen plan names. Computes nothing itself: each statistic comes from {@code psychometrics}.
 *
 * <p>Reads {@link org.rolewright.study.StudyPlan}, {@link org.rolewright.workshop.TaskList} and
 * {@link org.rolewright.survey.ClosedSurvey}; publishes {@link
 * org.rolewright.analysis.AnalysisRun}.
 *
 * <p>Invariants: a run has the identity of the job that made it, so a job taken up again after a
 * crash stores one result; the same inputs, options and seed give the same numbers, and so the same
 * result hash, on any number of cores; how answers came in (personal, open, imported) stays apart;
 * no count from 1 to 4 of a background question is shown, nor can one be had by subtraction.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.analysis;
