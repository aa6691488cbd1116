/**
 * What happened in an exam as its candidates saw it, and a checker that holds it against what is
 * stored. The checker knows the rules from the promise alone: it shares no code with the service.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.history;
