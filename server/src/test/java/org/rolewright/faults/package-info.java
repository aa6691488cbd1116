/**
 * Faults on purpose: the real program on a real PostgreSQL, many candidates who save through a line
 * that loses, delays, doubles and repeats, while program and database are killed, stopped, cut off
 * and filled up. Everybody writes down what they saw; {@code history} holds it against the database
 * in the end.
 *
 * <p>Nothing of this is in the program that people run. Where a control has to be wrong on purpose,
 * the wrong is done around the program: by a trigger in its database or in the line before it.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.faults;
