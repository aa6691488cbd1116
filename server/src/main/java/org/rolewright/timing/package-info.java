/**
 * Exam time, without a database and without a clock of its own: the times of a form for one
 * candidate, the clock of one sitting, and the watch over the clocks that it goes by.
 *
 * <p>The rehearsal and the exam run this code alike. Invariants: the deadline of a sitting is its
 * start, plus the time of the form times the accommodation, plus the sum of its adjustments, exact
 * to the millisecond; an adjustment never takes time; while the clock stands nothing ends; nothing
 * else in the program ends a sitting for time.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.timing;
