/**
 * Sittings: what a candidate gets, answers, and by when; and that no acknowledged answer is ever
 * lost.
 *
 * <p>Reads admissions, published forms and item versions. What is on record of sittings that are
 * over is read by {@code submission}, which publishes it; the item bank is told which versions were
 * shown. Never reads a key.
 *
 * <p><b>Saving.</b> What a candidate does is an event, only ever added, with the number that its
 * device gave it. A post is answered when the transaction that holds its events has been committed
 * with {@code synchronous_commit = on}, never before. Posts of many candidates share one
 * transaction and one flush: one statement holds the rows of their sittings, {@link EventRules}
 * judges device, epoch, gap, state, time and place, and one statement adds. Judging in Java took
 * half the database's work off a batch. Sending again changes nothing. The answer of an item is the
 * event with the greatest (epoch, seq), whenever it arrived: the epoch is a fencing number, raised
 * whenever another device takes the pen. Late, misplaced and overtaken events are kept as evidence;
 * a person may let one count, with a reason. A sitting that somebody else holds is passed over and
 * its post waits alone, so that it holds up nobody else; who only asks how things stand waits for
 * nobody.
 *
 * <p><b>Time</b> is told by the clock of the database and kept in the sitting's row; see {@code
 * timing}. The server closes sittings itself, in a thread of its own, since the pool of jobs may be
 * busy with an analysis. Whether an answer was in time is decided by when it reached the program,
 * not by when its turn came, and while one waits no sitting ends that ended after it came. (What
 * waits at another node of the program has the grace of three seconds.) When the wall clock, the
 * database's clock and the monotonic counter differ by more than a second, nothing is closed or
 * judged late until they agree or a person confirms them; saving goes on. A restart forgets no
 * doubt: it ends when the clocks are as far apart as they were, or, had all jumped alike, by a
 * person.
 *
 * <p><b>Overload.</b> Saving has its own connections and its own queue. Who comes in or starts
 * gives way first.
 *
 * <p>Invariants: one sitting an admission; one pen a sitting; a sitting closes once, in one
 * transition on its held row, with a digest over its answers; a page gets questions only while its
 * sitting is under way, in the order drawn up when the code was first traded; tokens are kept as
 * hashes. The receipt's digest is SHA-256 over the lines {@code sitting ID}, {@code form ID} and,
 * for each answered item in order, {@code ITEM RESPONSE-AS-JSON}.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.delivery;
