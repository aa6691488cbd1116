/**
 * When and where authorised candidates sit: exam windows with their seats, bookings, admission
 * codes, the agreement.
 *
 * <p>Reads authorisations, accommodations and published forms. Publishes {@link
 * org.rolewright.candidacy.Admission}, which makes one sitting.
 *
 * <p>Invariants: there are never more bookings than seats (each seat is a row, booked once); a
 * candidate has one booking at a time; bookings begin with an authorisation that outlasts the
 * opening of the window, and change up to its deadline; a window of which candidates know changes
 * its seats only. A window is published by the stage that gives the exam, after its rehearsal. An
 * admission code has 60 bits, follows from the installation's secret and is kept as a keyed hash.
 * Times are planned as clock readings in a named zone; a reading that the change to or from summer
 * time leaves out or repeats is refused.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.candidacy;
