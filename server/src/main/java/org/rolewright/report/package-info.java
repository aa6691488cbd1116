/**
 * The report of a role delineation study, and how far a study is: reads all stages, read by none of
 * them.
 *
 * <p>Decides what a report says and when it may be issued. {@link
 * org.rolewright.report.ReportModel} holds the published artefacts of one study exactly as their
 * stages gave them; {@link org.rolewright.report.RdsReport} lays them out as a document, which
 * becomes a web page or, by a job, a PDF file. No number is computed here.
 *
 * <p>Reads the plan, the task list, the closed survey, the analysis run and the blueprint;
 * publishes {@link org.rolewright.report.IssuedEdition}.
 *
 * <p>Invariants: only an adopted blueprint can be issued; an issued edition never changes, its
 * files match their hashes, and a later edition says why there is one; a draft says on every page
 * that it is one; counts that the analysis hides are nowhere in a report; a study with synthetic
 * respondents says so on every page.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.report;
