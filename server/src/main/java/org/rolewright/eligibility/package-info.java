/**
 * Who may test: the application page of a programme, applications with claims and documents, and
 * the decisions on them.
 *
 * <p>Reads the requirements of the study. Publishes {@link
 * org.rolewright.eligibility.Authorisation}: a candidate who may test until a day.
 *
 * <p>Candidates have no account. A private link is mailed to the address that applies; its token
 * follows from the installation's secret and the number of the link, the database holds its hash,
 * and a newer link ends the older. Asking for a link is answered in the same way whether or not
 * there is an application, so that nobody finds out who has applied.
 *
 * <p>Invariants: a requirement is answered once; what is handed in is complete and cannot be
 * changed while it is judged; a decision says how each requirement stood, is never changed, and is
 * never made by the applicant; a candidate may be accepted only when no requirement is unmet. Files
 * are PDF, PNG or JPEG by their bytes, at most 8 MB each; they are handed out as attachments only.
 * The trail names applications by their id and holds no personal detail.
 *
 * <p>Kept: what a candidate hands in as long as the credential and 5 years; drafts a year;
 * applications whose address was never confirmed 14 days; on request nothing, as long as the
 * candidate never sat.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.eligibility;
