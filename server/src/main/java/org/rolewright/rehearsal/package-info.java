/**
 * Exam windows tried out before candidates know of them: everybody who has a seat, or may take one,
 * sits the exam on made-up time, with the accommodation, on time and late, with and without breaks
 * and a pause, on the very code that will run the exam ({@code timing}).
 *
 * <p>Reads windows, admissions and published forms. Publishes {@link
 * org.rolewright.rehearsal.Publication}: without it nobody is let in.
 *
 * <p>Invariants: a window in which anybody would get less than the time of the form times the
 * accommodation is not published; a published one is rehearsed again as bookings come.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.rehearsal;
