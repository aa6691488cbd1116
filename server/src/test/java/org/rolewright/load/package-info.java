/**
 * How fast answers are saved, and a whole exam day: {@code ./run bench saves} and {@code ./run
 * bench exam-day}. What is measured is the program itself, in a process of its own, on the embedded
 * PostgreSQL with the settings that it always has; the load comes from this process.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.load;
