/**
 * What proctors do and say while candidates sit: check in and let in, stop and restart the clock of
 * one or of a whole room, give time, let a candidate go on at another device, end, talk, report
 * what went wrong.
 *
 * <p>Reads admissions and sittings; acts on sittings through {@code delivery}, which keeps the
 * rules of time. Nothing to the right reads it but reports.
 *
 * <p>Invariants: a proctor never sees what is answered, and of an accommodation no more than the
 * time left; a command is carried out once however often it is sent, in all sittings that it names
 * or in none, and says why; every version of an irregularity report stays.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.proctoring;
