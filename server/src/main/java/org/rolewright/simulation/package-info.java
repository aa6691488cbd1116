/**
 * Synthetic candidates: they apply, book, sit, and get a score and a certificate, so that every
 * stage of a finished life can be looked at. All of them are made up, and their names say so.
 *
 * <p>Decides nothing. {@link org.rolewright.simulation.Browser} does what a candidate's browser
 * does, over HTTP and from a private link on; what staff do is done by the use cases of the stages,
 * each act by whom the rules allow it. Nothing is written past the services.
 *
 * <p><b>Answers</b> are drawn by a two-parameter logistic model from a fixed seed ({@link
 * org.rolewright.simulation.DrawnAnswers}): the same people give the same answers in every
 * installation, and a test knows each score without asking the service.
 *
 * <p><b>Going on.</b> Applying, booking and sitting is a job, which people see and can stop. It
 * does what has not been done, by what is on record, so that a program that was killed goes on and
 * nobody sits twice. The window of the exam opens in the future, as every window does; between
 * booking and sitting no job runs.
 *
 * <p>Four in five state groups that they belong to, drawn without regard to their answers, so that
 * a table of who passed can be looked at, with its small groups hidden. There is no certificate
 * that has run out: that takes a month by the clock of the database.
 *
 * <p>Addresses end in {@code .example}, to which no mail is ever sent.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.simulation;
